import API
import FoundationEssentials
import Glibc

/// What this machine tells without the daemon.
extension SupportGathering {
    /// What there is if the daemon does not answer, or answers no more: then help is needed most.
    mutating func alone(_ silence: Failure) throws {
        let present = Set(folder.files.map(\.name))
        if !present.contains("versions.txt") {
            try add("versions.txt", versions(nil), about: "versions, and how the service runs")
        }
        if !present.contains("settings.toml") { try settings() }
        let missing =
            present.isEmpty
            ? "States, conversations, requests, metrics and the database's size are therefore not inside."
            : "What is not inside of states, conversations, requests and metrics was not told any more."
        let text =
            (["The daemon did not answer qbsyncctl support-bundle:", ""] + silence.sentences + ["", missing])
            .joined(separator: "\n")
        try add("daemon.txt", text, about: "that the daemon did not answer, and why")
    }

    /// The program itself reads the configuration and says what is wrong with it. What it prints are settings
    /// and no secrets, which are in files of their own; but what it complains of it quotes.
    private mutating func settings() throws {
        guard
            let ran = OutsideProgram.run(
                OutsideProgram.qbsyncd, ["--check-config", "--show"])
        else {
            return try add(
                "settings.toml", "# The settings are missing: there is no program qbsyncd here.",
                about: "missing: there is no program qbsyncd here")
        }
        let lines = ran.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let report = lines.prefix { !$0.isEmpty }
        let complaints = redaction.withNames ? Array(report) : report.map(Self.withoutQuotations)
        let rest = lines.dropFirst(report.count)
        let text = ([Self.origin] + complaints).map { "# \($0)" } + rest
        try add(
            "settings.toml", text.joined(separator: "\n"),
            about: "the settings as they would be read now, and what is wrong with them")
    }

    /// - Parameter complaint: `qbsyncd.toml:2: login.failures: it is the text "x"; expected …`.
    static func withoutQuotations(_ complaint: String) -> String {
        let parser = "this is not TOML: "
        if let range = complaint.firstRange(of: parser) {
            return complaint[..<range.upperBound] + "(withheld)"
        }
        guard let first = complaint.firstIndex(of: "\""), let last = complaint.lastIndex(of: "\"") else {
            return complaint
        }
        return complaint[..<first] + "(withheld)" + complaint[last...].dropFirst()
    }

    private static let origin =
        "qbsyncd --check-config --show, as the caller of qbsyncctl may read them; the daemon did not answer."

    /// - Parameter facts: nil if the daemon did not tell.
    func versions(_ facts: SupportFacts?) -> String {
        let system = (try? Data(contentsOf: URL(filePath: "/etc/os-release"))).map {
            String(decoding: $0, as: UTF8.self)
        }
        let name = system?.split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME=") }?
            .dropFirst("PRETTY_NAME=".count).filter { $0 != "\"" }
        func first(_ program: String, _ arguments: [String]) -> String {
            let ran = OutsideProgram.run(program, arguments)
            return ran?.output.split(separator: "\n").first.map(String.init) ?? "not there"
        }
        let show = OutsideProgram.run(
            "systemctl",
            [
                "show", unit, "-p",
                "ActiveState,SubState,Result,NRestarts,ExecMainStartTimestamp,MemoryCurrent,TasksCurrent",
            ])
        let told =
            facts.map {
                "SQLite      \($0.sqliteVersion)\nlibxml2     \($0.libxmlVersion)\nschema      \($0.schema)\n"
            } ?? "SQLite, libxml2, schema: not told, as the daemon did not answer\n"
        // Where it does not run, the program on the disk says which it is.
        let version =
            facts?.version ?? "not running; on the disk: \(first(OutsideProgram.qbsyncd, ["--version"]))"
        return """
            qbsyncd     \(version)
            qbsyncctl   \(Program.version)
            system      \(name ?? "unknown")
            kernel      \(first("uname", ["-srm"]))
            systemd     \(first("systemctl", ["--version"]))
            \(told)
            \(show?.output ?? "")
            """
    }
}
