import API
import ArgumentParser
import FoundationEssentials
import NIOCore
import NIOHTTP1
import QBXML

struct Export: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes records of the mirror to files, as CSV or as lines of JSON.",
        discussion: """
            In CSV each kind is a file (invoice.csv), and so is each kind of lines in it (invoice_line.csv). \
            In ndjson a record is one line with all that is in it. Deleted records are left out. A file \
            appears when it is whole. Without --directory one kind goes to standard output, without its lines.

            Of what there is no longer anything, a file that is there is emptied to its heading. Files of an \
            earlier export that this one does not write are left and named. Kinds that the mirror does not \
            have completely are named too, on standard error; --json has both (complete, doubts, left_over). \
            The exit code stays 0.

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

    @Option(
        help: ArgumentHelp(
            "A kind or category, such as Invoice or Items; may be repeated.", valueName: "kind")
    )
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

    func perform(_ session: Session) async throws {
        // A query for a connector that does not exist would find nothing, and the export would be green.
        let freshness = ExportFreshness(
            try await session.client.get(connector.path("freshness"), as: [FreshnessEntry].self))
        let all = try await session.client.get(Path.views, as: [ViewEntry].self)
        let named = try kind.flatMap { try Self.kinds($0, among: all) }
        // Before anything is asked that takes long.
        if let directory { try OutputFolder.prepare(directory, mode: 0o777) }
        let present = directory.map { Self.files(in: $0, of: all) } ?? []
        let views = try await chosen(named, among: all, present, session)
        if directory == nil, views.count > 1 {
            let kinds = views.map(\.entry.name).joined(separator: ", ")
            throw Failure.here("These are several files (\(kinds)): give --directory FOLDER.")
        }
        let doubts = freshness.doubts(of: self.all ? nil : views.compactMap(\.entry.kind))
        var report = ExportReport(complete: doubts.isEmpty, doubts: doubts)
        if views.isEmpty { session.terminal.note(Line("There are no records yet.")) }
        for view in views {
            let name = "\(view.entry.name).\(format.rawValue)"
            let file = try await write(
                view, to: directory.map { "\($0)/\(name)" }, isPresent: present.contains(name),
                freshness[view.entry.kind], session)
            guard let file else { continue }
            report.files.append(file)
            if directory != nil, !session.isJSON { session.terminal.show(Self.line(file)) }
        }
        if let directory {
            let written = Set(report.files.map(\.file))
            report.leftOver = present.sorted().map { "\(directory)/\($0)" }.filter { !written.contains($0) }
        }
        if !session.isJSON { return session.terminal.note(report.notes()) }
        // On standard output stands the kind itself, where there is no folder.
        if directory == nil {
            try session.terminal.note(json: report)
        } else {
            try session.terminal.show(json: report)
        }
    }

    private static func line(_ file: ExportReport.File) -> Line {
        Line(file.file, .bold)
            + Line(": \(Quantity.count(file.rows, "row")), \(Quantity.bytes(file.bytes))")
    }

    /// The names of the files that an export of whatever kinds has left in a folder.
    private static func files(in directory: String, of views: [ViewEntry]) -> Set<String> {
        let names = Set(views.flatMap { view in Format.allCases.map { "\(view.name).\($0.rawValue)" } })
        return names.intersection((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [])
    }

    private typealias Chosen = (entry: ViewEntry, count: Int?)

    /// The views that are wanted, with the number of records where it is known at once.
    private func chosen(
        _ named: [String], among views: [ViewEntry], _ present: Set<String>, _ session: Session
    ) async throws -> [Chosen] {
        let counts = try await RecordCounts(session, connector: connector.name, withDeleted: deleted)
        // A kind of which there is nothing any more must not go on standing in the folder.
        let emptied = views.filter { view in
            view.parent == nil && present.contains("\(view.name).\(format.rawValue)")
                && view.kind.map { !counts.kinds.contains($0) } ?? false
        }.compactMap(\.kind)
        let kinds = all ? counts.kinds + emptied : named
        return kinds.flatMap { kind in
            views.filter { view in
                let hasLines = format == .csv && directory != nil
                return view.kind == kind && (view.parent == nil || hasLines)
            }.map { ($0, $0.parent == nil ? counts[kind] : nil) }
        }
    }

    /// By its own name, by that of its view, or as its category is called, in any case.
    private static func kinds(_ name: String, among views: [ViewEntry]) throws -> [String] {
        let wanted = name.lowercased()
        let known = views.filter { $0.parent == nil && $0.kind != nil }
        if let kind = known.first(where: { $0.kind?.lowercased() == wanted || $0.name == wanted })?.kind {
            return [kind]
        }
        if let category = QBXML.Category.called(name) { return category.kinds }
        let near = Spelling.nearest(
            to: name, among: known.compactMap(\.kind) + QBXML.Category.all.map(\.title), count: 3)
        let hint = near.isEmpty ? "" : " Did you mean \(near.joined(separator: ", or "))?"
        throw Failure.refused(
            Problem(
                title: "Not Found", status: 404,
                detail: "There is no kind \(name).\(hint) The list: qbsyncctl sql --list"))
    }

    /// - Parameter isPresent: whether an earlier export has left such a file.
    /// - Returns: nil for lines of which there are none.
    private func write(
        _ chosen: Chosen, to path: String?, isPresent: Bool, _ freshness: FreshnessEntry?, _ session: Session
    ) async throws -> ExportReport.File? {
        let (view, total) = chosen
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
        // Lines of which there are none would be a file with nothing but a heading; but one that is there
        // would be taken for what there is.
        guard rows > 0 || view.parent == nil || isPresent else { return nil }
        try file.finish()
        return ExportReport.File(
            view: view.name, file: file.path, rows: rows, bytes: file.bytes,
            complete: freshness?.complete ?? true, asOf: freshness?.completeAt)
    }
}
