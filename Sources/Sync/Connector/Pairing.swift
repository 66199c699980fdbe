package import WebConnector
import Timetable

/// What goes to the Windows side: the `.qwc` file of one user, and the steps beside it.
package struct Pairing: Equatable, Sendable {
    package var connector: Connector
    package var user: String
    /// Where the Web Connector reaches us, for example `https://sync.example.com`.
    package var publicURL: String

    package init(connector: Connector, user: String, publicURL: String) {
        self.connector = connector
        self.user = user
        self.publicURL = publicURL
    }

    /// Path of the SOAP endpoint behind the public URL.
    package static let endpointPath = "/qbwc"
    package static let supportPath = "/support"

    /// Personal data is never asked for, and write access is: the Web Connector itself must write its stamp
    /// (CB-3).
    package var file: ConnectionFile {
        var file = ConnectionFile(
            appName: "qbsyncd \(Self.plain(connector.title)) (\(connector.name))", appID: "",
            appURL: publicURL + Self.endpointPath,
            appDescription: "Keeps \(Self.plain(connector.title)) in step through qbsyncd",
            appSupport: publicURL + Self.supportPath, userName: user,
            ownerID: connector.identity.ownerID, fileID: connector.identity.fileID)
        file.everyMinutes = max(1, connector.rule.pollSeconds / 60)
        file.unattended = connector.file.unattended ? .required : .optional
        file.personalData = .notNeeded
        if connector.file.editions != 0 { file.authFlags = UInt8(connector.file.editions) }
        return file
    }

    package var fileName: String {
        user == connector.name ? "\(connector.name).qwc" : "\(connector.name)-\(user).qwc"
    }

    /// The file is ASCII throughout; other letters of a title become their nearest plain form or are left
    /// out.
    private static func plain(_ text: String) -> String {
        let kept = text.unicodeScalars.filter { $0.isASCII && $0.value >= 32 && $0.value != 127 }
        return String(String.UnicodeScalarView(kept))
    }

    /// What the person at the QuickBooks computer does, in order (CB-2, CX-2…5, PC-8, PC-9).
    package var steps: [String] {
        let place = connector.binding.path.map { " (\($0))" } ?? ""
        return [
            "On the computer where QuickBooks runs, log in to the company file\(place) as Admin and switch "
                + "to single-user mode (File menu).",
            "Open the Web Connector (File, App Management, Update Web Services), press Add an application, "
                + "and choose \(fileName).",
            "QuickBooks asks for permission: choose \"Yes, always allow access even if QuickBooks is not "
                + "running\", pick the user to log in as (a dedicated one is best; it must be an Admin), "
                + "leave personal data unticked, then Continue and Done.",
            "In the Web Connector, click the password field of this entry, paste the password that was shown "
                + "once for user \(user), press Tab, and let it be saved.",
            "Tick Auto-Run, then press Update Selected. The state here becomes visible within seconds: "
                + "qbsyncctl status.",
            "Leave the Windows user logged in and the computer awake. Minimise the Web Connector; Exit stops "
                + "all syncs.",
            "If another computer has synced this company before, untick Auto-Run there.",
            "QuickBooks may go back to multi-user mode now.",
        ]
    }

    /// What makes the Web Connector refuse the file: then it is not handed out, and its own code says why.
    package var refusals: [String] { file.findings.filter { $0.weight == .refused }.map(\.sentence) }

    /// What works, but not well or not for everybody.
    package var warnings: [String] {
        var warnings = file.findings.filter { $0.weight == .advised }.map(\.sentence)
        if let path = connector.binding.path, let service = Binding.cloudFolder(in: path) {
            warnings.append(ConfigurationIssue.cloudFolder(path: path, service: service).sentence)
        }
        return warnings
    }
}
