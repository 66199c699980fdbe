import API
import ArgumentParser

struct History: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists conversations, newest first: who, when, how long, how it ended, and what it moved.",
        discussion: """
            What a record was before is another history: qbsyncctl record Invoice 1021 --versions.
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: ConnectorChoice

    @Option(help: ArgumentHelp("How many of each connector.", valueName: "count"))
    var limit = 10

    @Flag(name: .shortAndLong, help: "Everything about each: times, bytes, counts by category.")
    var long = false

    func validate() throws { try Limit.check(limit) }

    func perform(_ session: Session) async throws {
        let lists = try await choice.lists(
            session, "history", query: Limit.query(limit), of: ConversationEntry.self)
        if session.isJSON { return try choice.show(json: lists, session) }
        let entries = lists.flatMap { list in list.entries.map { (connector: list.connector, entry: $0) } }
        guard !entries.isEmpty else { return session.terminal.show(Line("No conversation yet.")) }
        let text = ConversationText(clock: session.clock)
        let width = session.terminal.width
        if long {
            let blocks = entries.map { text.block($0.entry, connector: $0.connector, width: width) }
            session.terminal.show(Array(blocks.joined(separator: [Line()])))
        } else {
            session.terminal.show(text.table(entries, namesConnector: choice.name == nil).lines(width: width))
            session.terminal.note(session.clock.legend)
        }
    }
}

/// How many entries of a list are asked for.
enum Limit {
    static func check(_ limit: Int) throws {
        if !(1...1000).contains(limit) { throw ValidationError("--limit takes 1 to 1000.") }
    }

    static func query(_ limit: Int) -> [(name: String, value: String)] { [("limit", String(limit))] }
}
