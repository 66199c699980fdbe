extension HResult {
    /// Codes 0x800403xx and 0x800404xx are QuickBooks' own, the others belong to Windows.
    static let table: [UInt32: Explanation] = [
        0x8004_0308: Explanation(
            "The QuickBooks request processor is missing or damaged.",
            cause: "QuickBooks was updated, repaired or removed on this computer.",
            fix: "Repair QuickBooks in Windows' list of programs, then restart.", .workstation),
        0x8004_0400: Explanation(
            "QuickBooks did not accept the XML it was given.",
            cause: "A request has an element, an order or a character that this QuickBooks does not know.",
            fix: "qbsdklog.txt on the workstation names the element; report it together with that line.",
            .administrator),
        0x8004_0401: Explanation(
            "QuickBooks could not be reached.",
            cause: "QuickBooks is still starting, is updating itself or hangs.",
            fix: "Open QuickBooks with its company file by hand once, then update again.", .workstation),
        0x8004_0402: Explanation(
            "QuickBooks met an unexpected error.",
            cause: "A passing fault within QuickBooks; qbsdklog.txt on the workstation has the details.",
            fix: "The next sync tries again. If it comes back, restart QuickBooks.", .nobody),
        0x8004_0408: Explanation(
            "QuickBooks could not be started.",
            cause: "Nobody is logged on to Windows, or QuickBooks waits with a window of its own.",
            fix: "Log on as the sync user and open QuickBooks with the company file once.", .workstation),
        0x8004_040A: Explanation(
            "Another company file is open in QuickBooks.",
            cause: "Somebody on that computer works in a different company; only one can be open at a time.",
            fix: "Close that company when its work is done; the next sync then finds the right one.",
            .workstation),
        0x8004_040D: Explanation(
            "QuickBooks no longer knows the session.",
            cause: "QuickBooks was closed or switched to another company during the sync.",
            fix: "Leave QuickBooks alone until the next sync has ended.", .nobody),
        0x8004_0410: Explanation(
            "The company file is open in the other mode, single-user or multi-user.",
            cause: "A person switched the mode, or another computer has the file for itself.",
            fix: "Bring the file into the mode in which the application was allowed; usually multi-user.",
            .workstation),
        0x8004_0414: Explanation(
            "A window in QuickBooks waits for an answer and holds everything up.",
            cause: "A message, a reminder or an unsaved form is open on the screen of that computer.",
            fix: "Answer or close the window in QuickBooks; the next sync then runs.", .workstation),
        0x8004_0416: Explanation(
            "QuickBooks is not running, and no company file was named.",
            cause: "The connector is not yet bound to a path.",
            fix: "Open the company file in QuickBooks and update again; the path is then remembered.",
            .workstation),
        0x8004_0417: Explanation(
            "No company file is open in QuickBooks.",
            cause: "QuickBooks shows its start page, and the connector is not yet bound to a path.",
            fix: "Open the company file in QuickBooks and update again.", .workstation),
        0x8004_041A: Explanation(
            "This application has no permission for the company file.",
            cause: "The permission was never given, or was taken away in QuickBooks' preferences.",
            fix:
                "Allow it in QuickBooks under Edit, Preferences, Integrated Applications.",
            .quickBooksAdmin),
        0x8004_041B: Explanation(
            "The application is not authorised for this company file.",
            cause: "Its certificate in QuickBooks was refused or belongs to a former file.",
            fix:
                "Remove it under Integrated Applications in QuickBooks and add the .qwc file again.",
            .quickBooksAdmin),
        0x8004_0420: Explanation(
            "Somebody refused access in QuickBooks' permission window.",
            cause: "The window was answered with No when the application first asked.",
            fix: "Update again with QuickBooks open as Admin, and answer \"Yes, always\".", .quickBooksAdmin),
        0x8004_0421: Explanation(
            "QuickBooks passes on a message of its own.",
            cause: "What it says stands in the text beside the code.",
            fix: "Follow that text; the next sync tries again.", .workstation),
        0x8004_0422: Explanation(
            "QuickBooks needs single-user mode, or another application holds it.",
            cause: "Two integrations run on one computer at the same time.",
            fix: "The next sync tries again. If it comes back often, give the other one different hours.",
            .nobody),
    ].merging(windows) { own, _ in own }

    private static let windows: [UInt32: Explanation] = [
        0x8004_0154: Explanation(
            "A part of QuickBooks is not registered with Windows.",
            cause:
                "QuickBooks is not installed for this Windows user, or 32 and 64 bit are mixed.",
            fix: "Repair QuickBooks, and install the current Web Connector.", .workstation),
        0x8001_0105: Explanation(
            "QuickBooks broke down during the request.",
            cause: "The program crashed or was ended.",
            fix: "Start QuickBooks again and verify the company file; the next sync then goes on.",
            .workstation),
        0x8001_0108: Explanation(
            "QuickBooks closed the connection during the request.",
            cause: "The program was ended while the sync was running.",
            fix: "Leave QuickBooks open until the sync has ended; the next one goes on.", .nobody),
        0x8007_06BA: Explanation(
            "QuickBooks is no longer there.",
            cause: "The program was ended, or the computer went to sleep during the sync.",
            fix: "The next sync tries again. If it comes back, keep the computer awake.", .nobody),
        0x8007_06BE: Explanation(
            "QuickBooks broke down in the middle of an answer.",
            cause: "The program crashed or was ended.",
            fix: "Start QuickBooks again and verify the company file; the next sync then goes on.",
            .workstation),
    ]
}
