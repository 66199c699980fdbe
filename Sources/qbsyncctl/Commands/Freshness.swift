import API
import ArgumentParser

struct Freshness: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows up to when each category of the mirror is complete, and when it is read next.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: ConnectorChoice

    @Flag(help: "Only what is not complete.")
    var incomplete = false

    func perform(_ session: Session) async throws {
        let all = try await choice.lists(session, "freshness", of: FreshnessEntry.self)
        let lists = all.map { list in
            (connector: list.connector, entries: list.entries.filter { !incomplete || !$0.complete })
        }
        if session.isJSON { return try choice.show(json: lists, session) }
        let isSingle = choice.name != nil
        let rows = lists.flatMap { list in list.entries.map { row($0, list.connector, session.clock) } }
        guard !rows.isEmpty else {
            return session.terminal.show(
                all.isEmpty ? Grid.empty : [Line("Everything is complete.", .green)])
        }
        let columns: [Table.Column] = [
            .init("CONNECTOR"), .init("CATEGORY"), .init("COMPLETE"), .init("HERE", isTrailing: true),
            .init("THERE", isTrailing: true), .init("WATERMARK"), .init("NEXT"),
            .init("WHY NOT", narrowing: .wrap),
        ]
        let table = Table(
            isSingle ? Array(columns.dropFirst()) : columns,
            rows: isSingle ? rows.map { Array($0.dropFirst()) } : rows)
        session.terminal.show(table.lines(width: session.terminal.width))
        session.terminal.note(
            session.clock.legend + Line(" The watermark is by the clock of the company's computer.", .grey))
    }

    private func row(_ entry: FreshnessEntry, _ connector: String, _ clock: LocalClock) -> [Line] {
        // A request or a read after the count brings what was not counted: only a doubt is a difference.
        let differs = !entry.complete && entry.expected.map { $0 != entry.count } ?? false
        let time = entry.completeAt.map(clock.short)
        return [
            Line(connector, .bold), Line(entry.title),
            entry.complete
                ? Line(time ?? "", .green) : Line(time.map { "not since \($0)" } ?? "never", .amber),
            Line("\(entry.count)", differs ? .amber : nil), Line(entry.expected.map { "\($0)" } ?? ""),
            Line(entry.watermark?.replacing("T", with: " ") ?? ""),
            Line(entry.nextDue.map(clock.short) ?? ""), Line(entry.doubt ?? ""),
        ]
    }
}
