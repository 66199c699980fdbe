import API
import ArgumentParser

struct Activity: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists items that moved, newest first: added, updated, deleted or restored.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: ConnectorChoice

    @Option(help: ArgumentHelp("How many of each connector.", valueName: "count"))
    var limit = 50

    func validate() throws { try Limit.check(limit) }

    func perform(_ session: Session) async throws {
        let lists = try await choice.lists(
            session, "activity", query: Limit.query(limit), of: ActivityEntry.self)
        if session.isJSON { return try choice.show(json: lists, session) }
        let rows = lists.flatMap { list in
            list.entries.map { row($0, connector: list.connector, clock: session.clock) }
        }
        guard !rows.isEmpty else { return session.terminal.show(Line("Nothing has moved yet.")) }
        let columns: [Table.Column] = [
            .init("CONNECTOR"), .init("WHEN"), .init("WHAT"), .init("KIND"), .init("NAME", narrowing: .cut),
            .init("ID"), .init("CONVERSATION", isTrailing: true),
        ]
        session.terminal.show(Table(columns, rows: rows).lines(width: session.terminal.width))
        session.terminal.note(session.clock.legend)
    }

    private func row(_ entry: ActivityEntry, connector: String, clock: LocalClock) -> [Line] {
        let colors: [String: Color] = ["added": .green, "updated": .blue, "deleted": .red]
        return [
            Line(connector, .bold), Line(clock.short(entry.at)),
            Line(entry.operation, colors[entry.operation]), Line(entry.kind), Line(entry.name ?? ""),
            Line(entry.id), Line("\(entry.conversation)"),
        ]
    }
}
