import API
import ArgumentParser
import FoundationEssentials

struct ReadLog: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says in plain words what a log of the QuickBooks computer tells.",
        discussion: """
            QWCLog.txt lies under C:\\ProgramData\\Intuit\\QBWebConnector\\log, qbsdklog.txt under \
            C:\\ProgramData\\Intuit\\QuickBooks. The first says what the Web Connector did, the second which \
            element QuickBooks refused. Where the daemon can be reached, updates are matched with its \
            conversations, by ticket or else by user and time; without it the rest is told all the same.
            """)

    @OptionGroup var connection: ConnectionOptions

    @Flag(help: "Show updates without trouble too.")
    var all = false

    @Argument(help: ArgumentHelp("The log; - for standard input.", valueName: "file"), completion: .file())
    var file: String

    func run() async throws {
        let terminal = Terminal.current()
        do {
            let bytes = try InputFile.bytes(of: file, upTo: Self.ceiling)
            var report = LogReport(file: InputFile.title(of: file), text: LogText.decode(bytes))
            if !report.updates.isEmpty { try await match(&report, terminal) }
            if connection.json { return try terminal.show(json: report) }
            let text = LogReportText(report: report, clock: .current(), isWhole: all)
            terminal.show(text.lines(width: terminal.width))
        } catch let failure as Failure {
            try terminal.report(failure, asJSON: connection.json)
        }
    }

    /// A log grows to some tens of megabytes before the Web Connector begins a new one.
    private static let ceiling = 256 << 20

    private func match(_ report: inout LogReport, _ terminal: Terminal) async throws {
        let updates = report.updates
        do {
            report.updates = try await Client.session(connection.destination()) { client in
                try await ConversationMatch(client: client).matched(updates)
            }
        } catch let failure as Failure {
            guard case .unreachable = failure else { throw failure }
            if !connection.json {
                terminal.note(Line("The daemon is not reachable; nothing was matched with it.", .grey))
            }
        }
    }
}
