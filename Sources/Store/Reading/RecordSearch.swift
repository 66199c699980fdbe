import FoundationEssentials

/*
 How a query over the records becomes SQL.

 Each kind is a SELECT of its own, walked along an index in the order that is wanted; several kinds are merged
 by SQLite as they come (`MERGE (UNION ALL)`), so a page costs its own length whatever the size of the mirror:

     sort       index             then              a page behind a cursor begins at
     id         primary key       connector, kind   id > ?
     name       record_name       … , name          name >= ? and, among equals, id > ?
     modified   record_modified   … , modified_at   (modified_at, id) > (?, ?)
     date       record_date       … , txn_date      (txn_date, id) > (?, ?)

 A filter on the column that is sorted by bounds the walk. Other filters either narrow, which means that their
 own index gives the few records that are then sorted, or are looked at on the way. IDs, a whole name and a
 number always narrow. A range or an entity narrows if it holds few records, which a probe of its index
 tells; if it holds many, the walk meets enough of them soon. `INDEXED BY` says which, so that no statistics,
 and no lack of them, can make SQLite walk another way. What is deleted or inactive has an index, what is
 there and active has none: nearly all records are, so the walk meets them at once. A text has none either: it
 may stand anywhere.

 Only places are found here, without the records: those are read by their rowids afterwards, so that sorting
 never carries JSON.
*/
struct RecordSearch {
    /// A filter of so many records or fewer narrows: sorting them takes a few milliseconds. A filter of more
    /// is met by the walk at least every two hundredth time in a mirror of a million.
    static let narrow = 5_000

    let query: RecordQuery
    /// Which of the parts that the order by the column has.
    let segment: Segment
    /// The filter whose index is used, if it is not the order's.
    let filter: Filter?

    /// Records without a value in the column of the order stand together, before the others, as SQLite sorts.
    enum Segment { case absent, present }

    enum Filter: String, CaseIterable {
        case ids = "sqlite_autoindex_record_1"
        case name = "record_name"
        case modified = "record_modified"
        case date = "record_date"
        case entity = "record_entity"
        case deleted = "record_deleted"
        case inactive = "record_inactive"
    }

    /// The statement, with its values in the order of its parameters.
    var statement: (sql: String, values: [any SQLValue]) {
        var builder = Builder()
        let parts = query.kinds.map { select($0, &builder) }
        let turn = query.sort.isDescending ? " DESC" : ""
        let collation = query.sort.column == .name ? " COLLATE NOCASE" : ""
        let text = parts.joined(separator: "\nUNION ALL\n")
        let first = query.sort.column == .id ? "" : "key\(collation)\(turn), "
        let order = "ORDER BY \(first)id\(turn), kind\(turn) LIMIT \(builder.put(limit))"
        return ("\(text)\n\(order)", builder.values)
    }

    /// Rows that are looked at for one page. A text may be rare: then the page is short, and the next one
    /// goes on where this one stopped looking.
    var limit: Int { query.text == nil ? query.limit + 1 : Self.looks }

    static let looks = 20_000

    private func select(_ kind: String, _ builder: inout Builder) -> String {
        let column = query.sort.column.sql
        let key = query.sort.column == .name ? "name COLLATE NOCASE" : column
        let matches = query.text.map { Self.matches($0, &builder) } ?? "1"
        let index = filter?.rawValue ?? query.sort.column.index
        return """
            SELECT \(key) AS key, id, kind, rowid AS place, \(matches) AS matches
            FROM record INDEXED BY \(index)
            WHERE \(conditions(kind, &builder).joined(separator: " AND "))
            """
    }

    private func conditions(_ kind: String, _ builder: inout Builder) -> [String] {
        var conditions = [
            "connector_id = \(builder.put(query.connector))", "kind = \(builder.put(kind))",
        ]
        conditions += order(kind, &builder)
        if query.sort.column != .name { conditions += names(&builder) }
        if query.sort.column != .modified { conditions += modified(&builder) }
        if query.sort.column != .date { conditions += dates(&builder) }
        if !query.ids.isEmpty { conditions.append("id IN \(builder.put(list: query.ids))") }
        if !query.entities.isEmpty {
            conditions.append("entity_id IN \(builder.put(list: query.entities))")
        }
        if let isActive = query.isActive { conditions.append("is_active = \(isActive ? 1 : 0)") }
        if let isDeleted = query.isDeleted {
            conditions.append("deleted_at IS \(isDeleted ? "NOT NULL" : "NULL")")
        }
        return conditions
    }

    /// What bounds the walk in the column of the order. A cursor stands within the filter's bounds, so it
    /// takes the place of the one that it moves away from: SQLite uses one bound a side.
    private func order(_ kind: String, _ builder: inout Builder) -> [String] {
        let sort = query.sort
        let more = sort.isDescending ? "<" : ">"
        let place = query.after.flatMap { place -> RecordPlace? in
            // The other segment lies before or behind the cursor as a whole.
            sort.column == .id || (place.key == nil) == (segment == .absent) ? place : nil
        }
        // Among records of one ID those of later kinds are still to come.
        let isBehind = place.map { sort.isDescending ? kind < $0.kind : kind > $0.kind } ?? false
        let idMore = isBehind ? more + "=" : more
        if sort.column == .id { return place.map { ["id \(idMore) \(builder.put($0.id))"] } ?? [] }
        let column = sort.column.sql
        if segment == .absent {
            return ["\(column) IS NULL"] + (place.map { ["id \(idMore) \(builder.put($0.id))"] } ?? [])
        }
        var bounds = filterBounds(&builder)
        if let place, let key = place.key {
            bounds.removeAll { $0.isLower == !sort.isDescending && !$0.isExact }
            let (key, id) = (builder.put(key), builder.put(place.id))
            // SQLite compares rows along an index only if it has the columns' own collation.
            let name = "name COLLATE NOCASE"
            bounds.append(
                Bound(
                    sql: sort.column == .name
                        ? "\(name) \(more)= \(key) AND (\(name) \(more) \(key) OR id \(idMore) \(id))"
                        : "(\(column), id) \(idMore) (\(key), \(id))",
                    isLower: !sort.isDescending))
        }
        return ["\(column) IS NOT NULL"] + bounds.map(\.sql)
    }

    private func filterBounds(_ builder: inout Builder) -> [Bound] {
        switch query.sort.column {
        case .id: []
        case .name: nameBounds(&builder)
        case .modified: modifiedBounds(&builder)
        case .date: dateBounds(&builder)
        }
    }
}

/// One end of a range.
struct Bound {
    var sql: String
    var isLower: Bool
    var isExact = false
}

/// Gathers values under numbered parameters.
struct Builder {
    private(set) var values: [any SQLValue] = []

    mutating func put(_ value: any SQLValue) -> String {
        values.append(value)
        return "?\(values.count)"
    }

    /// One parameter, however many there are.
    mutating func put(list: [String]) -> String {
        "(SELECT value FROM json_each(\(put(JSONList.text(list)))))"
    }
}

extension RecordQuery.Column {
    var sql: String {
        switch self {
        case .id: "NULL"
        case .name: "name"
        case .modified: "modified_at"
        case .date: "txn_date"
        }
    }

    var index: String {
        switch self {
        case .id: "sqlite_autoindex_record_1"
        case .name: "record_name"
        case .modified: "record_modified"
        case .date: "record_date"
        }
    }

    /// Whether a record may be without. What has no date is in no order by date.
    var mayBeAbsent: Bool { self == .name || self == .modified }
}
