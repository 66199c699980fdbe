import API
import ArgumentParser

struct Responses: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists answers of QuickBooks that were kept because they could not be processed.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: ConnectorChoice

    func perform(_ session: Session) async throws {
        let lists = try await choice.lists(session, "responses", of: KeptResponse.self)
        if session.isJSON { return try choice.show(json: lists, session) }
        let rows = lists.flatMap { list in
            list.entries.map { row($0, connector: list.connector, clock: session.clock) }
        }
        guard !rows.isEmpty else { return session.terminal.show(Line("None: every answer was processed.")) }
        let columns: [Table.Column] = [
            .init("NUMBER", isTrailing: true), .init("CONNECTOR"), .init("RECEIVED"), .init("CATEGORY"),
            .init("SIZE", isTrailing: true), .init("CONVERSATION", isTrailing: true),
            .init("WHY", narrowing: .wrap),
        ]
        session.terminal.show(Table(columns, rows: rows).lines(width: session.terminal.width))
        session.terminal.note(Line("Try one again: qbsyncctl reprocess NUMBER"))
    }

    private func row(_ entry: KeptResponse, connector: String, clock: LocalClock) -> [Line] {
        [
            Line("\(entry.number)"), Line(connector, .bold), Line(clock.short(entry.receivedAt)),
            Line(entry.category ?? ""), Line(Quantity.bytes(entry.bytes)), Line("\(entry.conversation)"),
            Line(entry.reason),
        ]
    }
}
