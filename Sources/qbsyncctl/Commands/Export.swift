import API
import ArgumentParser
import FoundationEssentials
import NIOCore
import NIOHTTP1

struct Export: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes records of the mirror to files, as CSV or as lines of JSON.",
        discussion: """
            In CSV each kind is a file (invoice.csv), and so is each kind of lines in it (invoice_line.csv). \
            In ndjson a record is one line with all that is in it. Deleted records are left out. A file \
            appears when it is whole. Without --directory one kind goes to standard output, without its lines.

            EXAMPLES:
              qbsyncctl export acme --all --format csv --directory books
              qbsyncctl export acme --kind Invoice --kind Customer --format csv --directory books
              qbsyncctl export acme --kind Invoice --format ndjson > invoices.ndjson
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable { case csv, ndjson }

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorName

    @Option(help: "csv or ndjson.")
    var format: Format

    @Option(help: ArgumentHelp("A kind, such as Invoice; may be repeated.", valueName: "kind"))
    var kind: [String] = []

    @Flag(help: "Every kind of which there are records.")
    var all = false

    @Option(
        help: ArgumentHelp(
            "Where the files go; it is made if it is missing, in one that is there.", valueName: "folder"),
        completion: .directory)
    var directory: String?

    @Flag(help: "Deleted records too; the column is_deleted tells them.")
    var deleted = false

    /// As long as the daemon gives it.
    private static let patience = 2 * 3600

    func validate() throws {
        if all == !kind.isEmpty { throw ValidationError("Give --all, or --kind KIND once or more.") }
        if directory == nil, all || kind.count > 1 {
            throw ValidationError("Several kinds are several files: give --directory FOLDER.")
        }
    }

    /// A file that was written, in the words of `--json`.
    private struct Written: Encodable {
        var view: String
        var file: String
        var rows: Int
        var bytes: Int
    }

    func perform(_ session: Session) async throws {
        let views = try await chosen(session)
        guard let directory else {
            guard let view = views.first else { return }
            _ = try await write(view.entry, total: view.count, to: nil, session)
            return
        }
        try OutputFolder.prepare(directory, mode: 0o777)
        var written: [Written] = []
        for view in views {
            let path = directory + "/\(view.entry.name).\(format.rawValue)"
            let file = try await write(view.entry, total: view.count, to: path, session)
            guard file.rows > 0 || view.entry.parent == nil else { continue }
            written.append(file)
            if !session.isJSON {
                session.terminal.show(
                    Line(file.file, .bold)
                        + Line(": \(Quantity.count(file.rows, "row")), \(Quantity.bytes(file.bytes))"))
            }
        }
        if session.isJSON { return try session.terminal.show(json: written) }
        if written.isEmpty { session.terminal.note(Line("There are no records yet.")) }
    }

    /// The views that are wanted, with the number of records where it is known at once.
    private func chosen(_ session: Session) async throws -> [(entry: ViewEntry, count: Int?)] {
        // A query for a connector that does not exist would find nothing, and the export would be green.
        _ = try await session.client.get(connector.path(), as: ConnectorDetail.self)
        let views = try await session.client.get(Path.views, as: [ViewEntry].self)
        let counts = try await RecordCounts(session, connector: connector.name, withDeleted: deleted)
        let kinds = try all ? counts.kinds : kind.map { try Self.kind($0, among: views) }
        return kinds.flatMap { kind in
            views.filter { view in
                let hasLines = format == .csv && directory != nil
                return view.kind == kind && (view.parent == nil || hasLines)
            }.map { ($0, $0.parent == nil ? counts[kind] : nil) }
        }
    }

    /// By its own name or by that of its view, in any case.
    private static func kind(_ name: String, among views: [ViewEntry]) throws -> String {
        let wanted = name.lowercased()
        for view in views where view.parent == nil {
            guard let kind = view.kind else { continue }
            if kind.lowercased() == wanted || view.name == wanted { return kind }
        }
        throw Failure.refused(
            Problem(
                title: "Not Found", status: 404,
                detail: "There is no kind \(name). The list: qbsyncctl sql --list"))
    }

    private func write(
        _ view: ViewEntry, total: Int?, to path: String?, _ session: Session
    ) async throws -> Written {
        let file = try ExportFile(path)
        var progress = ExportProgress(session.terminal)
        defer {
            progress.close()
            file.discard()
        }
        try await session.client.stream(
            .GET, connector.path("export/\(view.name)"),
            query: [("format", format.rawValue), ("deleted", deleted ? "true" : "false")],
            within: Self.patience
        ) { piece in
            try file.write(piece)
            progress.show(view.name, rows: file.lines, of: total, bytes: file.bytes)
        }
        let rows = max(0, file.lines - (format == .csv ? 1 : 0))
        // Lines of which there are none would be a file with nothing but a heading.
        if rows > 0 || view.parent == nil { try file.finish() }
        return Written(view: view.name, file: file.path, rows: rows, bytes: file.bytes)
    }
}
