extension ConnectionFile {
    /// Everything that is wrong, all at once, in the order of the elements. Whether a page answers and
    /// whether a certificate is trusted (1003, 1004, 1035, 1048) can only be seen from the workstation.
    package var findings: [ConnectionFileFinding] {
        missing + names + addresses + identities + schedules + wishes
            + unknownElements.map { name in
                .advise(
                    name, "is in no description of the file.",
                    "Take it out; if it is a misspelt name, the Web Connector has not read it.")
            }
    }

    private var missing: [ConnectionFileFinding] {
        let required = [
            ("AppName", appName), ("AppURL", appURL), ("AppSupport", appSupport), ("UserName", userName),
            ("OwnerID", ownerID), ("FileID", fileID),
        ]
        return required.filter { $1.isEmpty }.map { name, _ in
            .refuse(1051, name, "is missing or empty.", "Download the file again, unchanged.")
        }
    }

    private var names: [ConnectionFileFinding] {
        var findings: [ConnectionFileFinding] = []
        for (element, text) in [("AppName", appName), ("UserName", userName)]
        where !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
            findings.append(
                .advise(
                    element, "has characters outside ASCII.",
                    "Keep to letters, digits and blanks; Windows and QuickBooks may store others differently."
                ))
        }
        if appDescription.count > Self.descriptionLimit {
            findings.append(
                .advise(
                    "AppDescription", "has more than \(Self.descriptionLimit) characters.",
                    "Shorten it; the Web Connector cuts the rest off."))
        }
        return findings
    }

    /// Recommended by the guide; longer ones are cut on the screen.
    private static let descriptionLimit = 80

    private var identities: [ConnectionFileFinding] {
        var findings: [ConnectionFileFinding] = []
        for (element, text) in [("OwnerID", ownerID), ("FileID", fileID)] where !text.isEmpty {
            if !Self.isGUID(text) {
                findings.append(
                    .refuse(
                        1051, element, "is no GUID in braces.",
                        "Its form is {8-4-4-4-12} hexadecimal digits, for each connector its own."))
            } else if Self.circulating.contains(text.uppercased()) {
                findings.append(
                    .refuse(
                        1039, element, "is copied from a published example, so other products use it too.",
                        "Make a new one, once, and keep it."))
            }
        }
        return findings
    }

    /// GUIDs of samples and tutorials, found in many unrelated products; two of them on one company file
    /// collide.
    private static let circulating: Set<String> = [
        "{57F3B9B1-86F1-4FCC-B1EE-566DE1813D20}", "{90A44FB5-33D9-4815-AC85-BC87A7E7D1EB}",
        "{57F3B9B6-86F1-4FCC-B1FF-967DE1813D20}", "{90A44FB7-33D9-4815-AC85-AC86A7E7D1EB}",
    ]

    private static func isGUID(_ text: String) -> Bool {
        guard text.hasPrefix("{"), text.hasSuffix("}") else { return false }
        let groups = text.dropFirst().dropLast().split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.count) == [8, 4, 4, 4, 12]
            && groups.joined().utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
                default: false
                }
            }
    }

    private var schedules: [ConnectionFileFinding] {
        let given = [("RunEveryNMinutes", everyMinutes), ("RunEveryNSeconds", everySeconds)]
        return given.filter { ($1 ?? 1) < 1 }.map { name, _ in
            .refuse(nil, name, "is less than 1.", "Give a whole number from 1 on, or leave the schedule out.")
        }
    }

    private var wishes: [ConnectionFileFinding] {
        var findings: [ConnectionFileFinding] = []
        if isReadOnly == true {
            findings.append(
                .refuse(
                    1039, "IsReadOnly",
                    "is true, but the Web Connector itself must write into the company file.",
                    "Leave it out."))
        }
        if let authFlags, authFlags > Self.allEditions {
            findings.append(
                .refuse(
                    1034, "AuthFlags", "has bits that stand for no edition.",
                    "Add up 1 Simple Start, 2 Pro, 4 Premier and 8 Enterprise, or leave it out for all."))
        }
        return findings
    }

    private static let allEditions: UInt8 = 0xF
}

extension ConnectionFileFinding {
    static func refuse(_ code: Int?, _ element: String, _ text: String, _ remedy: String) -> Self {
        Self(code: code, weight: .refused, element: element, text: text, remedy: remedy)
    }

    /// Where nothing about the element helps beyond what is always said of the code.
    static func refuse(_ code: Int, _ element: String, _ text: String) -> Self {
        .refuse(code, element, text, ConnectorCode(code).known?.fix ?? "")
    }

    static func advise(
        code: Int? = nil, _ element: String, _ text: String, _ remedy: String
    ) -> Self {
        Self(code: code, weight: .advised, element: element, text: text, remedy: remedy)
    }
}
