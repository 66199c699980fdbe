import API
import ArgumentParser

/// What a running command has at hand.
struct Session: Sendable {
    let client: Client
    let terminal: Terminal
    /// Write the API's words instead of text for a person.
    let isJSON: Bool

    var clock: LocalClock { .current() }

    /// Shows one answer: as JSON for programs, else as lines.
    func show(_ value: some Encodable, as lines: @autoclosure () -> [Line]) throws {
        if isJSON { try terminal.show(json: value) } else { terminal.show(lines()) }
    }

    /// Shows that an order was done, with what a person should know about it.
    func show(_ done: Done) throws {
        try show(done, as: [Line(done.sentence)])
        if !isJSON { terminal.warn(done.warnings) }
    }
}

/// A command that speaks with the daemon.
protocol DaemonCommand: AsyncParsableCommand {
    var connection: ConnectionOptions { get }
    func perform(_ session: Session) async throws
}

extension DaemonCommand {
    func run() async throws {
        let terminal = Terminal.current()
        do {
            try await Client.session(connection.destination()) { client in
                try await perform(Session(client: client, terminal: terminal, isJSON: connection.json))
            }
        } catch let failure as Failure {
            try terminal.report(failure, asJSON: connection.json)
        }
    }
}
