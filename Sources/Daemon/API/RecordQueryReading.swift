import API
import FoundationEssentials
import Hummingbird
import Store

/// The filters of records, read from an address.
struct RecordQueryReading {
    static let parameters = [
        "id", "name", "name_starts_with", "ref_number", "modified_since", "from_date", "to_date", "entity",
        "active", "deleted", "text", "sort", "limit", "cursor", "fields",
    ]

    private var reading: QueryReading
    private let kind: RecordKind

    init(_ request: Request, _ kind: RecordKind, known: [String] = parameters) {
        reading = QueryReading(request, known: known)
        self.kind = kind
    }

    func end() throws { try reading.end() }

    /// The most IDs that are looked up at once.
    private static let idLimit = 1000

    /// All but the connector, the entity and the cursor, for which the mirror is asked.
    mutating func query() -> RecordQuery {
        var query = RecordQuery(connector: 0, kinds: kind.kinds)
        query.ids = reading.texts("id")
        if query.ids.count > Self.idLimit { reading.refuse("id", "At most \(Self.idLimit) at once.") }
        query.name = reading.word("name")
        query.namePrefix = reading.word("name_starts_with")
        query.refNumber = needing("RefNumber", "ref_number") { $0.word("ref_number") }
        query.modifiedSince = reading.time("modified_since")
        query.fromDate = needing("TxnDate", "from_date") { $0.day("from_date") }
        query.toDate = needing("TxnDate", "to_date") { $0.day("to_date") }
        if let from = query.fromDate, let to = query.toDate, from > to {
            reading.refuse("to_date", "\(to) lies before \(from).")
        }
        query.isActive = needing("IsActive", "active") { $0.either("active", otherwise: nil) }
        query.isDeleted = reading.either("deleted", otherwise: false)
        query.text = reading.word("text")
        query.sort = sort(query)
        query.limit = limit
        return query
    }

    /// A filter for an element that the kind does not have would find nothing, and say nothing.
    private mutating func needing<Value>(
        _ element: String, _ parameter: String, _ read: (inout QueryReading) -> Value?
    ) -> Value? {
        let value = read(&reading)
        if value != nil, !kind.has(element) {
            reading.refuse(parameter, "\(kind.name) has no \(element).")
        }
        return value
    }

    /// Without a word about it, the order in which the filter finds.
    private mutating func sort(_ query: RecordQuery) -> RecordQuery.Sort {
        guard let text = reading.text("sort") else {
            if query.modifiedSince != nil { return .init(.modified) }
            if query.fromDate != nil || query.toDate != nil { return .init(.date) }
            if query.namePrefix != nil { return .init(.name) }
            return .init(.id)
        }
        let isDescending = text.hasPrefix("-")
        guard let column = RecordQuery.Column(rawValue: isDescending ? String(text.dropFirst()) : text) else {
            let known = RecordQuery.Column.allCases.map(\.rawValue).joined(separator: ", ")
            reading.refuse("sort", "\"\(text)\" is none of \(known), with - before it for the other way.")
            return .init(.id)
        }
        if column == .date, !kind.has("TxnDate") {
            reading.refuse("sort", "\(kind.name) has no TxnDate.")
        }
        return .init(column, isDescending: isDescending)
    }

    var limit: Int { mutating get { reading.integer("limit", in: 1...1000).map(Int.init) ?? 100 } }

    var entity: String? { mutating get { reading.word("entity") } }

    var cursor: String? { mutating get { reading.word("cursor") } }

    /// The moment that is asked about.
    mutating func moment(at now: Date) -> Date? {
        let moment = reading.time("at")
        if let problem = moment.flatMap({ AskedMoment.refusal($0, at: now) }) {
            reading.refuse("at", problem)
        }
        return moment
    }

    /// Where a page of versions begins.
    var versionCursor: Date? {
        mutating get {
            guard let text = reading.word("cursor") else { return nil }
            if text == VersionCursor.present { return .distantFuture }
            let date = Timestamp.date(text)
            if date == nil {
                reading.refuse(
                    "cursor", "This is no cursor of ours. Take the one of the last page, as it is.")
            }
            return date
        }
    }

    var fields: FieldSelection? {
        mutating get {
            let paths = reading.list("fields").map { $0.split(separator: ".").map(String.init) }
            for path in paths {
                if let problem = kind.problem(ofField: path) { reading.refuse("fields", problem) }
            }
            return paths.isEmpty ? nil : FieldSelection(paths)
        }
    }
}

/// Cursors of versions are the times at which they ended.
enum VersionCursor {
    /// Behind the present state.
    static let present = "present"
}
