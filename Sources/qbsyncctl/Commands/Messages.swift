import API
import ArgumentParser

struct Messages: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists what did not sync, with the reason. A message clears itself once the item syncs.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: ConnectorChoice

    func perform(_ session: Session) async throws {
        let lists = try await choice.lists(session, "messages", of: MessageEntry.self)
        if session.isJSON { return try choice.show(json: lists, session) }
        let rows = lists.flatMap { list in
            list.entries.map { row($0, connector: list.connector, clock: session.clock) }
        }
        guard !rows.isEmpty else {
            return session.terminal.show(Line("No messages: nothing is known that did not sync."))
        }
        let columns: [Table.Column] = [
            .init("CONNECTOR"), .init("SINCE"), .init("LAST SEEN"), .init("CATEGORY"),
            .init("ITEM", narrowing: .wrap), .init("WHY", narrowing: .wrap),
        ]
        session.terminal.show(Table(columns, rows: rows).lines(width: session.terminal.width))
        session.terminal.note(session.clock.legend)
    }

    private func row(_ entry: MessageEntry, connector: String, clock: LocalClock) -> [Line] {
        let item = [entry.kind, entry.name, entry.id.map { entry.name == nil ? $0 : "(\($0))" }]
        return [
            Line(connector, .bold), Line(clock.short(entry.since)), Line(clock.short(entry.lastSeenAt)),
            Line(entry.category), Line(item.compactMap { $0 }.joined(separator: " ")), Line(entry.sentence),
        ]
    }
}
