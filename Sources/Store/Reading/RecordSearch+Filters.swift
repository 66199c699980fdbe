import FoundationEssentials
import QBXML

extension RecordSearch {
    func names(_ builder: inout Builder) -> [String] { nameBounds(&builder).map(\.sql) }

    func modified(_ builder: inout Builder) -> [String] { modifiedBounds(&builder).map(\.sql) }

    func dates(_ builder: inout Builder) -> [String] { dateBounds(&builder).map(\.sql) }

    /// A record that has a number is called by it, so one index serves names and numbers.
    func nameBounds(_ builder: inout Builder) -> [Bound] {
        var bounds: [Bound] = []
        if let name = query.name {
            bounds.append(
                Bound(sql: "name = \(builder.put(name)) COLLATE NOCASE", isLower: true, isExact: true))
        }
        if let number = query.refNumber {
            let value = builder.put(number)
            bounds.append(
                Bound(
                    sql: "name = \(value) COLLATE NOCASE AND ref_number = \(value) COLLATE NOCASE",
                    isLower: true, isExact: true))
        }
        if let prefix = query.namePrefix, !prefix.isEmpty {
            bounds.append(
                Bound(sql: "name COLLATE NOCASE >= \(builder.put(prefix))", isLower: true))
            bounds.append(
                Bound(
                    sql: "name COLLATE NOCASE < \(builder.put(prefix + "\u{10FFFF}"))", isLower: false))
        }
        return bounds
    }

    func modifiedBounds(_ builder: inout Builder) -> [Bound] {
        query.modifiedSince.map { [Bound(sql: "modified_at >= \(builder.put($0))", isLower: true)] } ?? []
    }

    func dateBounds(_ builder: inout Builder) -> [Bound] {
        var bounds: [Bound] = []
        if let from = query.fromDate {
            bounds.append(Bound(sql: "txn_date >= \(builder.put(from))", isLower: true))
        }
        if let to = query.toDate {
            bounds.append(Bound(sql: "txn_date <= \(builder.put(to))", isLower: false))
        }
        return bounds
    }

    /// Whether the text stands in some value. The first look takes the JSON as one text, which is quick but
    /// sees the names of elements too; only where it finds something are the values looked at one by one.
    static func matches(_ text: String, _ builder: inout Builder) -> String {
        let inside = JSON.text(text).bytes.dropFirst().dropLast()
        let raw = builder.put(pattern(String(decoding: inside, as: UTF8.self)))
        let value = builder.put(pattern(text))
        return """
            (json LIKE \(raw) ESCAPE '\\' AND EXISTS (
                SELECT 1 FROM json_tree(record.json) WHERE type = 'text' AND atom LIKE \(value) ESCAPE '\\'))
            """
    }

    private static func pattern(_ text: String) -> String {
        let escaped = text.reduce(into: "") { escaped, character in
            if "%_\\".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        return "%\(escaped)%"
    }

    /// The filters with an index of their own, apart from that of the order.
    static func filters(_ query: RecordQuery) -> [Filter] {
        var filters: [Filter] = []
        if query.entities.count > 0 { filters.append(.entity) }
        if query.isDeleted == true { filters.append(.deleted) }
        if query.isActive == false { filters.append(.inactive) }
        if query.modifiedSince != nil, query.sort.column != .modified { filters.append(.modified) }
        if query.fromDate != nil || query.toDate != nil, query.sort.column != .date { filters.append(.date) }
        if query.namePrefix.map({ !$0.isEmpty }) ?? false, query.sort.column != .name {
            filters.append(.name)
        }
        return filters
    }

    /// Counts what a filter holds, up to one more than is few.
    func probe(_ filter: Filter, kind: String) -> (sql: String, values: [any SQLValue]) {
        var builder = Builder()
        var conditions = ["connector_id = \(builder.put(query.connector))"]
        switch filter {
        case .entity: conditions.append("entity_id IN \(builder.put(list: query.entities))")
        case .modified: conditions += ["kind = \(builder.put(kind))"] + modified(&builder)
        case .date:
            conditions += ["kind = \(builder.put(kind))", "txn_date IS NOT NULL"] + dates(&builder)
        case .name: conditions += ["kind = \(builder.put(kind))"] + names(&builder)
        case .deleted: conditions += ["kind = \(builder.put(kind))", "deleted_at IS NOT NULL"]
        case .inactive: conditions += ["kind = \(builder.put(kind))", "is_active = 0"]
        case .ids: break
        }
        let sql = """
            SELECT count(*) FROM (SELECT 1 FROM record INDEXED BY \(filter.rawValue)
            WHERE \(conditions.joined(separator: " AND ")) LIMIT \(builder.put(Self.narrow + 1)))
            """
        return (sql, builder.values)
    }
}

/// A list of texts as SQLite's `json_each` reads it.
enum JSONList {
    static func text(_ texts: [String]) -> String { String(decoding: JSON.texts(texts).bytes, as: UTF8.self) }
}
