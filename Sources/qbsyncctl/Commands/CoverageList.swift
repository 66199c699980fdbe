import API
import ArgumentParser

struct CoverageList: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Shows what QuickBooks lets the sync read of each category, since when, and why not more.",
        discussion: """
            Each category is probed after pairing, once a week, and by qbsyncctl probe. SINCE is when it \
            first answered so without a break, BEFORE what it answered until then.
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: ConnectorChoice

    func perform(_ session: Session) async throws {
        let lists = try await choice.lists(session, "coverage", of: CoverageEntry.self)
        if session.isJSON { return try choice.show(json: lists, session) }
        let isSingle = choice.name != nil
        let rows = lists.flatMap { list in list.entries.map { row($0, list.connector, session.clock) } }
        guard !rows.isEmpty else { return session.terminal.show(Grid.empty) }
        let columns: [Table.Column] = [
            .init("CONNECTOR"), .init("CATEGORY"), .init("ANSWER"), .init("SINCE"), .init("BEFORE"),
            .init("ASKED"), .init("WHY", narrowing: .wrap),
        ]
        let table = Table(
            isSingle ? Array(columns.dropFirst()) : columns,
            rows: isSingle ? rows.map { Array($0.dropFirst()) } : rows)
        session.terminal.show(table.lines(width: session.terminal.width))
        session.terminal.note(session.clock.legend)
    }

    private func before(_ entry: CoverageEntry, _ clock: LocalClock) -> String {
        guard let previous = entry.previous else { return "" }
        return previous + (entry.previousSince.map { " since \(clock.short($0))" } ?? "")
    }

    private func row(_ entry: CoverageEntry, _ connector: String, _ clock: LocalClock) -> [Line] {
        let colors: [String: Color] = [
            "readable": .green, "refused": .red, "withheld": .amber, "not in this edition": .grey,
            "unknown": .grey,
        ]
        return [
            Line(connector, .bold), Line(entry.title),
            Line(entry.answer, entry.isLost ? .red : colors[entry.answer]),
            Line(entry.since.map(clock.short) ?? ""), Line(before(entry, clock)),
            Line(entry.probedAt.map(clock.short) ?? ""), Line(entry.sentence ?? ""),
        ]
    }
}
