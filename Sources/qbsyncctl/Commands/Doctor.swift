import API
import ArgumentParser

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Looks through the whole installation, and says what is wrong and whose move it is.",
        discussion: """
            Is the daemon there and of this version, is its configuration right, does its address lead \
            anywhere, has its disk room, is its database sound, is its certificate valid; and which \
            conditions have the connectors. While the daemon does not answer, it asks systemd and \
            qbsyncd --check-config why. Exits with 0 if nothing wants a person, else with 1.
            """)

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let terminal = Terminal.current()
        let destination = try connection.destination()
        var report: DoctorReport
        do {
            report = try await Client.session(destination) { client in
                // The whole database is read, which takes a while for one of many gigabytes.
                try await client.get(Path.doctor, within: 600, as: DoctorReport.self)
            }
            report.checks.insert(Self.daemon(report.version), at: 0)
        } catch let failure as Failure {
            // That nobody answers is a finding, and the first one.
            let check = DoctorCheck(
                name: "daemon", state: "error", sentence: failure.sentences.first ?? "",
                fix: failure.sentences.dropFirst().first)
            report = DoctorReport(
                version: "", now: LocalClock.current().now, checks: [check], conditions: [])
            // Of a daemon on another machine this one knows nothing, and one that answers is no reason to ask
            // others.
            if case .socket = destination, case .unreachable = failure {
                report.checks += DoctorAlone.checks()
            }
        }
        if connection.json {
            try terminal.show(json: report)
        } else {
            terminal.show(DoctorText(report: report, clock: .current()).lines(width: terminal.width))
        }
        if !report.isWell { throw ExitCode(Outcome.failed) }
    }

    private static func daemon(_ version: String) -> DoctorCheck {
        guard version != Program.version else {
            return DoctorCheck(name: "daemon", state: "ok", sentence: "qbsyncd \(version) answers.")
        }
        return DoctorCheck(
            name: "daemon", state: "warning",
            sentence: "qbsyncd is \(version), and this qbsyncctl is \(Program.version).",
            fix: "After an upgrade: systemctl restart qbsyncd")
    }
}
