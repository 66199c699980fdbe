extension HResult {
    /// Codes 0x800403xx and 0x800404xx are QuickBooks' own, the others belong to Windows. Where Intuit says
    /// nothing about a code, or others contradict it, its cause says so.
    static let table: [UInt32: Explanation] = [
        0x8004_0308: Explanation(
            "The QuickBooks request processor is missing or damaged.",
            cause: "QuickBooks was updated, repaired or removed on this computer.",
            fix: "Repair QuickBooks in Windows' list of programs, then restart.", .workstation),
        0x8004_0400: Explanation(
            "QuickBooks did not accept the XML it was given.",
            cause: "A request has an element, an order or a character that this QuickBooks does not know.",
            fix: "qbsdklog.txt on the workstation names the element. To find it without QuickBooks, "
                + "before anything is sent again: qbsyncctl check FILE.",
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
            cause:
                "Reported by users: QuickBooks shows its start page, and the connector is not yet bound to a "
                + "path.",
            fix: "Open the company file in QuickBooks and update again.", .workstation),
        0x8004_041A: Explanation(
            "This application has no permission for the company file.",
            cause: "The permission was never given, or was taken away in QuickBooks' preferences.",
            fix:
                "Allow it in QuickBooks under Edit, Preferences, Integrated Applications.",
            .quickBooksAdmin),
        0x8004_041B: Explanation(
            "QuickBooks could not lock what it needs to let this application in.",
            cause:
                "Somebody else was changing the same settings. Reported by users for a missing permission "
                + "too.",
            fix: "The next sync tries again. If it stays, remove the application under Integrated "
                + "Applications in QuickBooks and add the .qwc file again.",
            .nobody),
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
    ].merging(opening) { one, _ in one }.merging(windows) { own, _ in own }

    /// What else can keep a company file from being opened. Intuit's support pages describe some of these;
    /// of the others QuickBooks' messages are known, as programs and their users quote them.
    private static let opening: [UInt32: Explanation] = [
        0x8004_0403: Explanation(
            "QuickBooks could not open the company file.",
            cause: "The path is wrong, its disk is out of reach, or somebody holds the file alone.",
            fix: "Open the file by hand on that computer. If it was moved: qbsyncctl connector rebind NAME.",
            .workstation),
        0x8004_0406: Explanation(
            "QuickBooks could not tell which version the company file is of.",
            cause: "The path leads nowhere, or the file was changed by a newer QuickBooks.",
            fix: "Check the path, and open the file by hand with the newest QuickBooks on that computer.",
            .workstation),
        0x8004_0409: Explanation(
            "This QuickBooks cannot work with the company file.",
            cause: "The file belongs to another year or edition than the QuickBooks that runs.",
            fix: "Open it in the QuickBooks that it belongs to. A newer one converts it for good: back it up "
                + "first.",
            .workstation),
        0x8004_0418: Explanation(
            "This application has never been let into this company file.",
            cause: "It asks for the first time, and only the Admin can allow that.",
            fix: "As Admin in single-user mode, with the file open, press Update Selected and answer \"Yes, "
                + "always\".",
            .quickBooksAdmin),
        0x8004_041C: Explanation(
            "QuickBooks had an internal error when it opened the company file.",
            cause: "Not documented further. Reported by users for a missing permission too.",
            fix: "The next sync tries again. If it stays, verify the company file, and look at Integrated "
                + "Applications in QuickBooks.",
            .workstation),
        0x8004_041D: Explanation(
            "This application may not log in by itself.",
            cause: "Automatic login was not allowed for it, or the permission was not saved.",
            fix: allowLogin, .quickBooksAdmin),
        0x8004_041E: Explanation(
            "The certificate of this application has expired.",
            cause: "QuickBooks asks again from time to time whether an application may still log in.",
            fix: "Update with QuickBooks open as Admin, and answer \"Yes, always\".", .quickBooksAdmin),
        0x8004_041F: Explanation(
            "This edition of QuickBooks takes no requests.",
            cause: "QuickBooks Basic and its like have no door for applications.",
            fix: "Use Pro, Premier or Enterprise.", .workstation),
        0x8004_0423: Explanation(
            "QuickBooks does not know the version of qbXML it was asked in.",
            cause: "The request says a newer version than this QuickBooks speaks.",
            fix: "Update QuickBooks, or send the request in an older version.", .administrator),
        0x8004_0424: Explanation(
            "QuickBooks had not finished starting.",
            cause: "It was opened at this moment, or is slow to open its company file.",
            fix: "The next sync tries again.", .nobody),
        0x8004_0427: Explanation(
            "QuickBooks is not registered.",
            cause: "A new installation was never registered, or its registration was lost.",
            fix: "Register QuickBooks in its Help menu.", .workstation),
        0x8004_042A: Explanation(
            "QuickBooks does not let itself be reached from another computer.",
            cause:
                "The request came over the network, which QuickBooks allows only where it was switched on.",
            fix: "Run the Web Connector on the computer that has QuickBooks.", .workstation),
        0x8004_042C: Explanation(
            "The certificate of this application was revoked.",
            cause: "Not documented further.",
            fix: "Remove the application under Integrated Applications in QuickBooks and add the .qwc file "
                + "again.",
            .quickBooksAdmin),
        0x8004_0430: Explanation(
            "This application may not log in by itself.",
            cause: "Reported by users beside 0x8004041D, with nearly the same message.",
            fix: allowLogin, .quickBooksAdmin),
    ]

    private static let allowLogin =
        "In QuickBooks, Edit, Preferences, Integrated Applications, Properties: allow it to log in "
        + "automatically, and choose a user."

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
