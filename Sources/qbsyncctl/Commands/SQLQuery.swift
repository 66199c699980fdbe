import API
import ArgumentParser
import FoundationEssentials
import NIOCore
import NIOHTTP1

struct SQLQuery: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "sql",
        abstract: "Asks the mirror in SQL; nothing can be changed with it.",
        discussion: """
            Without sqlite3 on this machine, or without access to the file. Each kind of records is a view \
            (invoice, customer), each kind of lines too (invoice_line). A table shows 1,000 rows; --csv and \
            --json give all. Amounts stand there twice: exact text, and hundredths as a whole number (_minor).

            EXAMPLES:
              qbsyncctl sql "SELECT ref_number, customer_name, subtotal FROM invoice WHERE NOT is_paid"
              qbsyncctl sql --csv - < query.sql > rows.csv
              qbsyncctl sql --list
              qbsyncctl sql --describe invoice_line
            """)

    @OptionGroup var connection: ConnectionOptions

    @Argument(help: ArgumentHelp("The query; - reads it from standard input.", valueName: "query"))
    var query: String?

    @Option(
        help: ArgumentHelp("Read the query from a file.", valueName: "path"),
        completion: .file(extensions: ["sql"]))
    var file: String?

    @Flag(help: "Write CSV (RFC 4180).")
    var csv = false

    @Option(
        help: ArgumentHelp(
            "The most rows; 0 for all. (default: 1000 for a table, else all)", valueName: "count"))
    var limit: Int?

    @Option(
        help: ArgumentHelp("Stop after this (30s, 10m at most). (default: 30s)", valueName: "duration"))
    var timeout: String?

    @Flag(help: "List the views.")
    var list = false

    @Option(help: ArgumentHelp("Show the columns of a view.", valueName: "view"))
    var describe: String?

    private static let longest = 600

    func validate() throws {
        let asked = [query != nil, file != nil, list, describe != nil].filter { $0 }.count
        guard asked == 1 else {
            throw ValidationError("Give one of: a query, --file, --list, --describe.")
        }
        if csv && connection.json { throw ValidationError("Choose one of --csv and --json.") }
        if let limit, limit < 0 { throw ValidationError("--limit is 0 or more, not \(limit)") }
        if let timeout, !(1...Self.longest).contains(Quantity.seconds(timeout) ?? 0) {
            throw ValidationError("--timeout takes 30s or 5m, up to 10m, not \(timeout)")
        }
    }

    func perform(_ session: Session) async throws {
        if list { return try await showViews(session) }
        if let describe { return try await showColumns(of: describe, session) }
        let sql = try text()
        let style: SQLStyle = csv ? .csv : session.isJSON ? .json : .table
        let seconds = timeout.flatMap(Quantity.seconds) ?? 30
        let order = SQLOrder(sql: sql, limit: limit ?? (style == .table ? 1000 : 0), seconds: seconds)
        var output = SQLOutput(style: style, terminal: session.terminal)
        var (lines, end) = (LineSplitter(), SQLEnd?.none)
        try await session.client.stream(
            .POST, Path.sql, body: try Wire.encode(order), within: seconds + Client.patience
        ) { piece in
            try lines.take(piece.readableBytesView) { line in
                switch try SQLLine(line) {
                case .columns(let names): output.show(columns: names)
                case .row(let row): output.show(row: row)
                case .end(let last): end = last
                }
            }
        }
        output.finish()
        guard let end else {
            throw Failure.notUnderstood(place: session.client.destination.place, why: "its answer has no end")
        }
        guard let cut = end.cut else { return }
        if cut == "rows" {
            return session.terminal.note(Line("There are more rows: --limit 0 gives all.", .amber))
        }
        if cut == "time" {
            throw Failure.here(
                "It was stopped after \(seconds) s. Ask for less, or give it more: --timeout 10m")
        }
        throw Failure.here(end.sentence ?? "The query broke off.")
    }

    private func text() throws -> String {
        if let query, query != InputFile.standardInput { return query }
        let bytes = try InputFile.bytes(of: file ?? InputFile.standardInput)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func showViews(_ session: Session) async throws {
        let views = try await session.client.get(Path.views, as: [ViewEntry].self)
        let columns: [Table.Column] = [
            .init("VIEW"), .init("COLUMNS", isTrailing: true), .init("WHAT A ROW IS", narrowing: .cut),
        ]
        let rows = views.map { view in
            [
                Line(view.name, .bold), Line("\(view.columns)"),
                view.isThere
                    ? Line(view.title) : Line("Not made: another table or view has the name.", .amber),
            ]
        }
        try session.show(views, as: Table(columns, rows: rows).lines(width: session.terminal.width))
    }

    private func showColumns(of name: String, _ session: Session) async throws {
        let view = try await session.client.get(
            Path.view(Destination.percentEncoded(name)), as: ViewDetail.self)
        let columns: [Table.Column] = [.init("COLUMN"), .init("FORM"), .init("WHAT IT IS", narrowing: .wrap)]
        let rows = view.columns.map { [Line($0.name, .bold), Line($0.form), Line($0.meaning)] }
        let head = [Line("\(view.name): ", .bold) + Line(view.title), Line()]
        try session.show(view, as: head + Table(columns, rows: rows).lines(width: session.terminal.width))
    }
}
