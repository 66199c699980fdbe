import API
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import Store

extension ControlRoutes {
    /// What a query gives where nobody says how much.
    static let rowLimit = 1000
    static let timeLimit = 30
    static let longestTime = 600

    /// Rows go out as they come: a line with the columns, one for each row, one that says how it ended.
    func sql(_ request: Request, _ order: Order) async throws -> Response {
        let wish = try await request.body(as: SQLOrder.self)
        let limits = try Self.limits(wish)
        let place = try desk.place()
        let reader = SQLReader(database, limits)
        let columns = try await prepare(wish.sql, reader)
        let heading = SQLRowFormat.json.heading(columns)
        return .stream("application/x-ndjson") { writer in
            try await writer.write(
                ByteBuffer(bytes: Array("{\"columns\":[".utf8) + heading + Array("]}\n".utf8)))
            let end: SQLEnd
            do {
                while let rows = try await reader.rows(.json) {
                    try await writer.write(ByteBuffer(bytes: rows))
                }
                end = Self.end(try await reader.ending(), limits)
            } catch let refusal as SQLRefusal {
                end = SQLEnd(rows: 0, cut: "error", sentence: refusal.sentence)
            }
            try await writer.write(ByteBuffer(bytes: Array(try Wire.encode(end)) + [UInt8(ascii: "\n")]))
            withExtendedLifetime(place) {}
        }
    }

    private static func limits(_ wish: SQLOrder) throws -> SQLLimits {
        var findings: [Problem.Finding] = []
        if let limit = wish.limit, limit < 0 {
            findings.append(
                .init(field: "limit", problem: "\(limit) is less than 0, which stands for all rows."))
        }
        if let seconds = wish.seconds, !(1...longestTime).contains(seconds) {
            findings.append(
                .init(field: "seconds", problem: "\(seconds) is not between 1 and \(longestTime)."))
        }
        guard findings.isEmpty else { throw OrderRefusal.findings(findings) }
        let limit = wish.limit ?? rowLimit
        return SQLLimits(rows: limit == 0 ? nil : limit, time: .seconds(wish.seconds ?? timeLimit))
    }

    private static func end(_ ending: (ending: SQLEnding, rows: Int)?, _ limits: SQLLimits) -> SQLEnd {
        let rows = ending?.rows ?? 0
        switch ending?.ending ?? .complete {
        case .complete: return SQLEnd(rows: rows, cut: nil, sentence: nil)
        case .rowLimit:
            return SQLEnd(
                rows: rows, cut: "rows", sentence: "There are more than \(rows) rows: a limit of 0 gives all."
            )
        case .timeLimit:
            let seconds = limits.time.components.seconds
            return SQLEnd(
                rows: rows, cut: "time",
                sentence:
                    "It was stopped after \(seconds) s. Ask for less, or give it up to \(longestTime) s.")
        }
    }

    /// Compiles, and turns what is wrong into a refusal with the nearest name.
    func prepare(_ sql: String, _ reader: SQLReader) async throws -> [String] {
        do { return try await reader.prepare(sql) } catch let refusal as SQLRefusal {
            throw OrderRefusal.findings([.init(field: "sql", problem: Self.sentence(refusal, of: sql))])
        }
    }

    private static func sentence(_ refusal: SQLRefusal, of sql: String) -> String {
        guard case .wrong(let words) = refusal else { return refusal.sentence }
        let head = words.hasSuffix(".") ? words : "SQLite says: \(words)."
        if words.hasPrefix("no such table: ") {
            let name = String(words.dropFirst("no such table: ".count))
            let hint = OrderRefusal.hint(name, among: MirrorView.all.map(\.name))
            return "\(head)\(hint) The list: qbsyncctl sql --list"
        }
        if words.hasPrefix("no such column: ") {
            let name = words.dropFirst("no such column: ".count).split(separator: ".").last.map(String.init)
            // SQLite does not say in which view it looked: all that the query names may be meant.
            let named = Set(sql.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") })
            let columns = MirrorView.all.filter { named.contains($0.name[...]) }.flatMap(\.columns).map(
                \.name)
            let hint = OrderRefusal.hint(name ?? "", among: columns)
            return "\(head)\(hint) The columns: qbsyncctl sql --describe VIEW"
        }
        return head
    }

    func listViews(_ request: Request, _ order: Order) async throws -> Response {
        let missing = Set(database.viewsInTheWay)
        return try .json(
            MirrorView.all.map { view in
                ViewEntry(
                    name: view.name, title: view.title, kind: view.kind, parent: view.parent,
                    columns: view.columns.count, isThere: !missing.contains(view.name))
            })
    }

    func showView(_ request: Request, _ order: Order) async throws -> Response {
        let view = try Self.view(order.parameter("view"))
        return try .json(
            ViewDetail(
                name: view.name, title: view.title, kind: view.kind, parent: view.parent,
                columns: view.columns.map {
                    .init(name: $0.name, form: $0.form.rawValue, meaning: $0.meaning)
                }))
    }

    /// By its name, or by the kind that it shows.
    static func view(_ name: String) throws -> MirrorView {
        if let view = MirrorView.named(name) { return view }
        if let kind = try? RecordKind.named(name),
            let view = MirrorView.named(kind.name) ?? MirrorView.named(kind.name.lowercased())
        {
            return view
        }
        let names = MirrorView.all.flatMap {
            [$0.name] + ($0.parent == nil ? [$0.kind].compactMap(\.self) : [])
        }
        throw OrderRefusal.notFound(
            "There is no view \(name).\(OrderRefusal.hint(name, among: names)) The list: qbsyncctl sql --list"
        )
    }
}

extension Response {
    /// An answer whose length nobody knows yet. If `body` throws, the connection ends without the last chunk,
    /// so that nobody takes the beginning for the whole.
    static func stream(
        _ type: String, _ body: @escaping @Sendable (inout any ResponseBodyWriter) async throws -> Void
    ) -> Response {
        Response(
            status: .ok, headers: [.contentType: type],
            body: ResponseBody { writer in
                try await body(&writer)
                try await writer.finish(nil)
            })
    }
}
