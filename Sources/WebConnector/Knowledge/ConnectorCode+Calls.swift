extension ConnectorCode {
    /// What goes wrong in the calls between the Web Connector and this service.
    static let calls: [Int: Explanation] = [
        1031: Explanation(
            "The update ended, with an error on its way.",
            cause: "One of the steps before it failed; the lines above in the log say which.",
            fix: "Follow that line. The history here has the same conversation with its reason.",
            .administrator),
        1037: Explanation(
            "The server refused this version of the Web Connector, or warned of it.",
            cause: "The Web Connector is too old.", fix: "Install the current Web Connector.", .workstation),
        1040: Explanation(
            "User name or password is wrong.",
            cause: "The password in the Web Connector is not the one that was shown, or the user is locked.",
            fix: "Type the password again; if it is lost, make a new one and unlock the user.", .workstation),
        1046: Explanation(
            "The server's answer about the version could not be understood.",
            cause: "Something between workstation and server changes answers.",
            fix: "Look at the proxy in between; qbsyncd itself answers with nothing.", .administrator),
    ].merging(thrown) { one, _ in one }

    private static let thrown: [Int: Explanation] = [
        1012: ("authenticate", " This is not about the password."),
        1036: ("clientVersion", ""),
        1041: ("sendRequestXML", ""),
        1042: ("receiveResponseXML", " The answer of QuickBooks that it carried is not sent again."),
        1043: ("getLastError", ""),
        1044: ("closeConnection", ""),
        1045: ("connectionError", ""),
    ].mapValues { operation, consequence in
        Explanation(
            "The call \(operation) failed on its way.\(consequence)",
            cause: "The server was down, slow or unreachable, or answered with an error.",
            fix: "Look up the reference that stands in the Web Connector's log: "
                + "journalctl -u qbsyncd --grep REFERENCE.",
            .administrator)
    }
}
