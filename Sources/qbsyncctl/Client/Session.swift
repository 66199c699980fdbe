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
    /// The options that set fields of the API by another name; the others are found by themselves.
    static var optionsOfFields: [String: String] { get }
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
            // A program reads what the API said, a person what he typed.
            let told = connection.json ? failure : failure.naming(Self.option)
            try terminal.report(told, asJSON: connection.json)
        }
    }

    static var optionsOfFields: [String: String] { [:] }

    /// `--page-size` for `page_size`, and `--category` for `categories.0`; nil where the command has no such
    /// option.
    static func option(_ field: String) -> String? {
        guard let name = field.split(separator: ".").first.map(String.init) else { return nil }
        let option = optionsOfFields[name] ?? "--" + name.replacing("_", with: "-")
        let words = helpMessage().split { !($0.isLetter || $0.isNumber || $0 == "-") }
        return words.contains { $0 == option } ? option : nil
    }
}
