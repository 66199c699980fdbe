import API
import ArgumentParser
import FoundationEssentials

struct Changes: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists what happened to the records, oldest first; --follow goes on with what comes.",
        discussion: """
            Each change has a number. A program that keeps the last one it has seen misses nothing: it goes \
            on with --after NUMBER. With --follow --json each change is a line.
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorOrDefault

    @Option(help: ArgumentHelp("After this number. (default: the last ones)", valueName: "number"))
    var after: Int64?

    @Option(help: ArgumentHelp("How many.", valueName: "count"))
    var limit = 50

    @Option(help: ArgumentHelp("Only these kinds, with commas: Invoice,Customer.", valueName: "list"))
    var kind: String?

    @Flag(name: .shortAndLong, help: "Go on until Ctrl-C.")
    var follow = false

    func validate() throws {
        try Limit.check(limit)
        if let after, after < 0 { throw ValidationError("--after takes 0 or a number of a change.") }
    }

    /// Seconds that the daemon is asked to wait: less than the patience of the client.
    private static let wait = 25

    func perform(_ session: Session) async throws {
        let path = try await connector.path(session, "changes")
        let start = after.map { (name: "after", value: String($0)) } ?? ("last", String(limit))
        let chosen = kind.map { [(name: "kind", value: $0)] } ?? []
        let page = try await session.client.get(
            path, query: Limit.query(limit) + [start] + chosen, as: ChangePage.self)
        if !follow { return try show(page, session) }
        try write(page, session)
        var next = page.next
        var isAbsent = false
        while true {
            do {
                let query =
                    [("after", String(next)), ("wait", String(Self.wait)), ("limit", "1000")] + chosen
                let page = try await session.client.get(path, query: query, as: ChangePage.self)
                try write(page, session)
                next = page.next
                isAbsent = false
            } catch let failure as Failure where failure.exitCode == Outcome.unreachable {
                // A daemon that is being upgraded comes back, and nothing was missed meanwhile.
                if !isAbsent { session.terminal.note(failure.lines) }
                isAbsent = true
                try await Task.sleep(for: .seconds(2))
            }
        }
    }

    private func show(_ page: ChangePage, _ session: Session) throws {
        if session.isJSON { return try session.terminal.show(json: page) }
        guard !page.changes.isEmpty else { return session.terminal.show(Line("Nothing has changed.")) }
        let columns: [Table.Column] = [
            .init("NUMBER", isTrailing: true), .init("WHEN"), .init("WHAT"), .init("KIND"),
            .init("NAME", narrowing: .cut), .init("ID"), .init("EDIT"),
        ]
        let rows = page.changes.map { row($0, session.clock) }
        session.terminal.show(Table(columns, rows: rows).lines(width: session.terminal.width))
        session.terminal.note(session.clock.legend)
        if page.hasMore {
            session.terminal.note(Line("There are more: qbsyncctl changes --after \(page.next)", .grey))
        }
    }

    /// As they come, without a heading.
    private func write(_ page: ChangePage, _ session: Session) throws {
        for change in page.changes {
            if session.isJSON {
                try session.terminal.show(json: change)
            } else {
                let cells = row(change, session.clock)
                session.terminal.show(
                    cells.dropFirst().reduce(cells[0].padded(to: 8, trailing: true)) { line, cell in
                        cell.width == 0 ? line : line + Line("  ") + cell
                    })
            }
        }
    }

    private func row(_ change: ChangeEntry, _ clock: LocalClock) -> [Line] {
        let colors: [String: Color] = ["added": .green, "updated": .blue, "deleted": .red]
        let edit = change.editBefore == change.editAfter ? change.editAfter : nil
        let edits = [change.editBefore, change.editAfter].compactMap { $0 }.joined(separator: " -> ")
        return [
            Line("\(change.number)"), Line(clock.short(change.at)),
            Line(change.operation, colors[change.operation]), Line(change.kind), Line(change.name ?? ""),
            Line(change.id), Line(edit ?? edits, .grey),
        ]
    }
}
