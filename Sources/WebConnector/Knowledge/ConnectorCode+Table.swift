extension ConnectorCode {
    static let table: [Int: Explanation] =
        adding.merging(company) { one, _ in one }.merging(program) { one, _ in one }
        .merging(calls) { one, _ in one }

    /// What the Web Connector looks at when an application is added or updated.
    private static let adding: [Int: Explanation] = [
        1000: Explanation(
            "The address of the service and that of its support page are on different hosts.",
            cause: "The .qwc file was changed, or the public address here is set wrongly.",
            fix: "Set one public address for both, and download the .qwc file again.", .administrator),
        1001: Explanation(
            "The address of the service is an IP address.",
            cause: "The public address here is set to numbers in place of a name.",
            fix: "Give the server a DNS name, set it as the public address, download the .qwc file again.",
            .administrator),
        1002: Explanation(
            "The address of the support page is an IP address.",
            cause: "The public address here is set to numbers in place of a name.",
            fix: "Give the server a DNS name, set it as the public address, download the .qwc file again.",
            .administrator),
        1003: Explanation(
            "The support page could not be reached.",
            cause: "The server is down, or a firewall or proxy keeps the workstation from it.",
            fix: "Open the support address in a browser on the workstation and repair what it says.",
            .administrator),
        1004: Explanation(
            "The support page did not answer as it should.",
            cause: "Something between workstation and server answers in its place, or asks for a login.",
            fix: "The support address must answer 200 without a login, also through the proxy.",
            .administrator),
        1010: Explanation(
            "The address of the service does not begin with https.",
            cause: "Plain http is taken for localhost only.",
            fix: "Set up TLS, set the https address as the public one, download the .qwc file again.",
            .administrator),
        1034: Explanation(
            "This edition of QuickBooks is not among those that the .qwc file allows.",
            cause: "The editions were restricted when the connector was made.",
            fix: "Allow the edition for this connector and download the .qwc file again.", .administrator),
        1035: Explanation(
            "The name localhost does not lead anywhere on that computer.",
            cause: "The hosts file of that Windows computer was changed.",
            fix: "Put the line \"127.0.0.1 localhost\" into the hosts file.", .workstation),
        1039: Explanation(
            "The application could not be entered on that computer.",
            cause:
                "Another application uses its OwnerID and FileID, or the company file has an old stamp.",
            fix: "Add the same .qwc file again; if that does not help, make one with a new identity.",
            .administrator),
        1048: Explanation(
            "The server's certificate was not accepted.",
            cause:
                "It is self-signed, expired or made for another name, or a GET does not succeed.",
            fix: "Install a certificate that Windows trusts, made for exactly the host in the address.",
            .administrator),
        1051: Explanation(
            "The new application was not added.",
            cause: "Reported by users: the .qwc file misses an element or names an address that is not "
                + "secure.",
            fix: "Download the .qwc file again, unchanged, and add that.", .workstation),
    ]

    /// What happens between the Web Connector and QuickBooks.
    private static let company: [Int: Explanation] = [
        1007: Explanation(
            "Connecting to QuickBooks failed twice.",
            cause: "QuickBooks is closed, busy or shows a window.",
            fix: "Open QuickBooks with the company file, close its windows, update again.", .workstation),
        1008: Explanation(
            "Connecting to QuickBooks failed again.",
            cause: "QuickBooks is closed, busy or shows a window.",
            fix: "Open QuickBooks with the company file, close its windows, update again.", .workstation),
        1009: Explanation(
            "Connecting to QuickBooks was cancelled.",
            cause: "Somebody pressed Cancel.", fix: "Update again and let it finish.", .workstation),
        1013: Explanation(
            "The Web Connector could not connect to QuickBooks.",
            cause: "See the code of QuickBooks beside it.",
            fix: "Follow that code's advice; the next sync tries again.", .workstation),
        1014: Explanation(
            "The opening queries to QuickBooks failed.",
            cause: "The user under which the application logs in may not read company and preferences.",
            fix: "Let the application log in as a user with full rights.", .quickBooksAdmin),
        1015: Explanation(
            "Ending the session with QuickBooks failed.",
            cause: "QuickBooks was closed first.", fix: "Nothing needs to be done.", .nobody),
        1021: Explanation(
            "The request processor's qbXML version was not found.",
            cause: "QuickBooks is not installed completely.", fix: "Repair QuickBooks.", .workstation),
        1026: Explanation(
            "QuickBooks did not let the FileID be written.",
            cause: "The user is not Admin, or the file is in multi-user mode or read-only.",
            fix: "As Admin in single-user mode, add the .qwc file again.", .quickBooksAdmin),
        1027: Explanation(
            "Writing the FileID failed.",
            cause: "QuickBooks was closed or blocked during it.",
            fix: "As Admin in single-user mode, add the .qwc file again.", .quickBooksAdmin),
    ].merging(
        (1022...1025).map { number in
            (
                number,
                Explanation(
                    "QuickBooks could not be reached while its FileID was looked for.",
                    cause: "QuickBooks is closed, or the wrong company is open.",
                    fix: "Open the right company as Admin in single-user mode and add the .qwc file again.",
                    .workstation)
            )
        }
    ) { one, _ in one }

    /// What concerns the Web Connector's own program.
    private static let program: [Int: Explanation] = [
        1005: Explanation(
            "The Web Connector could not start.", cause: "Another copy of it runs, or its log is locked.",
            fix: "End the other copy in Windows' task manager and start it again.", .workstation),
        1006: Explanation(
            "The Web Connector has trouble with its log file.", cause: "The file is locked or read-only.",
            fix: "Rename QWCLog.txt and start the Web Connector again.", .workstation),
        1011: Explanation(
            "The application is not in this Windows user's list.",
            cause: "It was added under another Windows user.",
            fix: "Log on as that user, or add the .qwc file here.", .workstation),
        1016: Explanation(
            "Nothing was selected to be updated.", cause: "No application has its box ticked.",
            fix: "Tick the application and press Update Selected.", .workstation),
        1017: Explanation(
            "The list of applications could not be updated.", cause: "The registry entry is damaged.",
            fix: "Remove the application from the Web Connector and add the .qwc file again.", .workstation),
        1018: Explanation(
            "There is nothing to select.", cause: "No application has been added.",
            fix: "Add the .qwc file.", .workstation),
        1019: Explanation(
            "There is nothing to unselect.", cause: "No application has its box ticked.",
            fix: "Nothing needs to be done.", .nobody),
        1020: Explanation(
            "The Web Connector is being closed although updates are scheduled.",
            cause: "Somebody chose Exit.",
            fix: "Leave it running, or start it again: closed, it syncs nothing.",
            .workstation),
        1028: Explanation(
            "The password could not be encrypted.", cause: "Windows' store of this user is damaged.",
            fix: "Type the password again; if it fails, remove the application and add it again.",
            .workstation),
        1029: Explanation(
            "The password could not be decrypted.",
            cause: "It was stored by another Windows user or on another computer.",
            fix: "Type the password again.", .workstation),
        1030: Explanation(
            "There is no password for this application.", cause: "It was never typed into the Web Connector.",
            fix: "Click into the Password column and type it.", .workstation),
        1032: Explanation(
            "The application of a scheduled update is gone.", cause: "It was removed in the meantime.",
            fix: "Add the .qwc file again, or leave it so.", .workstation),
        1033: Explanation(
            "The log file cannot be written.", cause: "The disk is full or the folder is read-only.",
            fix: "Make room, or give the Windows user the right to write there.", .workstation),
        1038: Explanation(
            "The window for the master password was cancelled.", cause: "An old Web Connector asked for it.",
            fix: "Start the Web Connector again and type it, or install the current version.", .workstation),
        1085: Explanation(
            "The Web Connector has trouble with its log file, or with its last attempt.",
            cause: "Reported by users, who disagree: the file is locked or damaged, or the attempt failed.",
            fix: "Rename QWCLog.txt and start the Web Connector again.", .workstation),
    ]
}
