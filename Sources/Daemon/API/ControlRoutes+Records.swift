import API
import FoundationEssentials
import HTTPTypes
import Hummingbird
import QBXML
import Store
import Sync

extension ControlRoutes {
    /// One page of records of a kind, or of a group of kinds.
    func records(_ request: Request, _ order: Order) async throws -> Response {
        let kind = try RecordKind.named(order.parameter("kind"))
        var reading = RecordQueryReading(request, kind)
        let wish = reading.query()
        let (entity, cursor, fields) = (reading.entity, reading.cursor, reading.fields)
        try reading.end()
        let page = try await read(order) { snapshot, connector -> FoundPage in
            var query = wish
            query.connector = connector
            if let entity {
                query.entities = try snapshot.entities(connector: connector, entity)
                if query.entities.isEmpty { throw OrderRefusal.unknownEntity(entity) }
            }
            if let cursor { query.after = try OrderRefusal.place(cursor, of: query) }
            return try FoundPage(query, in: snapshot)
        }
        if request.wantsLines {
            return .lines(page.rows.rows, fields, next: page.cursor)
        }
        return .page(page, kind: kind.name, fields)
    }

    /// One record, as it is or as it was at some time.
    func record(_ request: Request, _ order: Order) async throws -> Response {
        let kind = try RecordKind.named(order.parameter("kind"))
        let id = try order.parameter("id")
        var reading = RecordQueryReading(request, kind, known: ["at", "fields"])
        let fields = reading.fields
        let at = reading.moment(at: order.now)
        try reading.end()
        return try await read(order) { snapshot, connector in
            guard let row = try snapshot.record(id, kind, connector: connector) else {
                throw OrderRefusal.unknownRecord(id, kind)
            }
            let completeness = try Completeness(kinds: [row.kind], of: connector, in: snapshot)
            guard let at else { return .record(row, completeness, fields) }
            // The times that we tell have whole seconds; what happened within one is part of it.
            let end = at.addingTimeInterval(0.999)
            let history = try snapshot.historyKept(connector: connector)
            let past = try snapshot.record(connector: connector, kind: row.kind, id: id, at: end)
            return try .past(past, of: row, at: at, history: history, completeness, fields)
        }
    }

    /// What a record is and was, newest first.
    func versions(_ request: Request, _ order: Order) async throws -> Response {
        let kind = try RecordKind.named(order.parameter("kind"))
        let id = try order.parameter("id")
        var reading = RecordQueryReading(request, kind, known: ["limit", "cursor", "fields"])
        let fields = reading.fields
        let limit = reading.limit
        let before = reading.versionCursor
        try reading.end()
        return try await read(order) { snapshot, connector in
            guard let row = try snapshot.record(id, kind, connector: connector) else {
                throw OrderRefusal.unknownRecord(id, kind)
            }
            let present = before == nil ? [RecordVersion(row)] : []
            let earlier = try snapshot.versions(
                connector: connector, kind: row.kind, id: id, before: before,
                limit: limit - present.count + 1)
            let versions = present + earlier
            let history = try snapshot.historyKept(connector: connector)
            var head: JSON = [
                "kind": .text(row.kind), "id": .text(id), "history": .text(history.description),
            ]
            if versions.count > limit {
                head.put("next", versions[limit - 1].validUntil.map(Timestamp.text) ?? VersionCursor.present)
            }
            var writing = RecordWriting()
            writing.open(head)
            writing.list("versions", Array(versions.prefix(limit))) { $0.version($1, fields) }
            writing.close()
            return .json(writing.bytes)
        }
    }

    /// The number of a connector, or the refusal that names the nearest one there is.
    func connector(_ order: Order) async throws -> Int64 { try await read(order) { $1 } }

    /// Reads about a connector, in the transaction that looks its name up: what is asked most must not go to
    /// the database twice.
    func read<Value: Sendable>(
        _ order: Order, _ body: @escaping @Sendable (Snapshot, Int64) throws -> Value
    ) async throws -> Value {
        let name = try order.parameter("connector")
        let value = try await database.read { snapshot -> Value? in
            guard let number = try snapshot.connectorNumber(named: name) else { return nil }
            return try body(snapshot, number)
        }
        if let value { return value }
        // The refusal that names the nearest one there is.
        let number = try await facts(of: name, now: order.now).connector.id
        return try await database.read { try body($0, number) }
    }
}

/// A page with what belongs to its head.
struct FoundPage: Sendable {
    /// Beyond this many, counting would take longer than reading the page.
    private static let countable = 10_000

    let rows: RecordRows
    let completeness: Completeness
    let count: Int?
    let cursor: String?

    init(_ query: RecordQuery, in snapshot: Snapshot) throws {
        rows = try snapshot.records(query)
        completeness = try Completeness(kinds: query.kinds, of: query.connector, in: snapshot)
        cursor = rows.next.map { RecordCursor.text($0, of: query) }
        if query.after == nil, cursor == nil {
            count = rows.rows.count
        } else {
            count =
                query.isPlain
                ? try snapshot.recordCount(
                    connector: query.connector, kinds: query.kinds, upTo: Self.countable) : nil
        }
    }
}

extension RecordQuery {
    /// Whether it asks for all that are there.
    fileprivate var isPlain: Bool {
        var plain = RecordQuery(connector: connector, kinds: kinds)
        // Dates are in no order that would leave a record out: all of such a kind have one.
        plain.sort = sort
        plain.limit = limit
        plain.after = after
        return self == plain
    }
}

extension Snapshot {
    /// A record of a kind; of a group, the one that has the ID.
    fileprivate func record(_ id: String, _ kind: RecordKind, connector: Int64) throws -> RecordRow? {
        for kind in kind.kinds {
            if let row = try record(connector: connector, kind: kind, id: id) { return row }
        }
        return nil
    }
}

extension OrderRefusal {
    static func unknownEntity(_ name: String) -> OrderRefusal {
        .findings([
            .init(
                field: "entity",
                problem: "The mirror has no customer, vendor, employee or other name \"\(name)\". "
                    + "Give a full name (Parent:Job) or a ListID.")
        ])
    }

    static func unknownRecord(_ id: String, _ kind: RecordKind) -> OrderRefusal {
        .notFound(
            "The mirror has no \(kind.name) with the ID \(id). By name or number: GET "
                + "…/records/\(kind.name)?name=… or ?ref_number=…")
    }

    static func place(_ cursor: String, of query: RecordQuery) throws -> RecordPlace {
        do throws(RecordCursor.Refusal) { return try RecordCursor.place(cursor, of: query) } catch {
            let problem =
                switch error {
                case .unreadable: "This is no cursor of ours. Take the one of the last page, as it is."
                case .anotherQuery:
                    "This cursor belongs to another question: kind, filters and sort must stay as they were."
                }
            throw OrderRefusal.findings([.init(field: "cursor", problem: problem)])
        }
    }
}
