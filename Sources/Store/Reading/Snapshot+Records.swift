import FoundationEssentials
import GRDB

extension Snapshot {
    /// One page of records.
    package func records(_ query: RecordQuery) throws -> RecordRows {
        var query = query
        query.limit = max(1, query.limit)
        var found: [FoundRecord] = []
        var last: RecordPlace?
        var isCutOff = false
        for search in try searches(query) {
            var looked = 0
            try visit(search.statement) { row in
                let record = FoundRecord(&row)
                looked += 1
                guard record.matches else {
                    last = record.place
                    return true
                }
                guard found.count < query.limit else {
                    isCutOff = true
                    return false
                }
                found.append(record)
                last = record.place
                return true
            }
            if query.text != nil, looked == search.limit { isCutOff = true }
            if isCutOff { break }
        }
        let rows = try found.compactMap { try record(at: $0.rowid) }
        return RecordRows(rows: rows, next: isCutOff ? last : nil)
    }

    /// A record, also a deleted one.
    package func record(connector: Int64, kind: String, id: String) throws -> RecordRow? {
        try first(
            """
            SELECT \(RecordRow.columns) FROM record
            WHERE connector_id = ?1 AND kind = ?2 AND id = ?3
            """, connector, kind, id
        ) { RecordRow(&$0) }
    }

    /// How many records of the kinds there are that are not deleted; nil where counting them would take
    /// long.
    package func recordCount(connector: Int64, kinds: [String], upTo limit: Int) throws -> Int? {
        var count = 0
        for kind in kinds {
            count +=
                try first(
                    """
                    SELECT count(*) FROM (SELECT 1 FROM record INDEXED BY record_live
                        WHERE connector_id = ?1 AND kind = ?2 AND deleted_at IS NULL LIMIT ?3)
                    """, connector, kind, limit + 1
                ) { $0.next(Int.self) } ?? 0
            if count > limit { return nil }
        }
        return count
    }

    /// ListIDs of the customers, vendors, employees and other names that are called so, or have this ID.
    package func entities(connector: Int64, _ nameOrID: String) throws -> [String] {
        try rows(
            """
            SELECT id FROM record INDEXED BY record_name
            WHERE connector_id = ?1 AND kind IN ('Customer', 'Vendor', 'Employee', 'OtherName')
                AND name = ?2 COLLATE NOCASE
            UNION
            SELECT id FROM record INDEXED BY sqlite_autoindex_record_1
            WHERE connector_id = ?1 AND kind IN ('Customer', 'Vendor', 'Employee', 'OtherName') AND id = ?2
            """, connector, nameOrID
        ) { $0.next() }
    }

    private func record(at rowid: Int64) throws -> RecordRow? {
        try first("SELECT \(RecordRow.columns) FROM record WHERE rowid = ?1", rowid) { RecordRow(&$0) }
    }

    /// The statements that a page may need, one after the other.
    func searches(_ query: RecordQuery) throws -> [RecordSearch] {
        let filter = try narrowingFilter(query)
        return Self.segments(query).map { RecordSearch(query: query, segment: $0, filter: filter) }
    }

    private static func segments(_ query: RecordQuery) -> [RecordSearch.Segment] {
        let column = query.sort.column
        let isBound =
            (column == .modified && query.modifiedSince != nil)
            || (column == .name
                && (query.name != nil || query.refNumber != nil || !(query.namePrefix ?? "").isEmpty))
        guard column.mayBeAbsent, !isBound else { return [.present] }
        let all: [RecordSearch.Segment] =
            query.sort.isDescending ? [.present, .absent] : [.absent, .present]
        guard let after = query.after else { return all }
        // What lies before the cursor was given already.
        return after.key == nil
            ? (query.sort.isDescending ? [.absent] : all) : (query.sort.isDescending ? all : [.present])
    }

    private func narrowingFilter(_ query: RecordQuery) throws -> RecordSearch.Filter? {
        if !query.ids.isEmpty { return .ids }
        if query.name != nil || query.refNumber != nil { return .name }
        let search = RecordSearch(query: query, segment: .present, filter: nil)
        for filter in RecordSearch.filters(query) {
            // The index of entities holds all kinds.
            let kinds = filter == .entity ? Array(query.kinds.prefix(1)) : query.kinds
            var count = 0
            for kind in kinds where count <= RecordSearch.narrow {
                try visit(search.probe(filter, kind: kind)) { row in
                    count += row.next(Int.self)
                    return true
                }
            }
            if count <= RecordSearch.narrow { return filter }
        }
        return nil
    }

    /// Compiled for this once: there are more forms of a search than a cache should hold.
    func visit(
        _ search: (sql: String, values: [any SQLValue]), body: (inout Row) throws -> Bool
    ) throws {
        guard let connection = database.sqliteConnection else { return }
        let compiled = try StoreError.translating { try database.makeStatement(sql: search.sql) }
        try withExtendedLifetime(compiled) {
            let statement = Statement(pointer: compiled.sqliteStatement, connection: connection)
            for (index, value) in search.values.enumerated() {
                try statement.check(value.bind(to: statement.pointer, at: Int32(index + 1)))
            }
            try statement.visitRows(body)
        }
    }
}

/// A record that was found, before it is read.
private struct FoundRecord {
    let place: RecordPlace
    let rowid: Int64
    let matches: Bool

    init(_ row: inout Row) {
        place = RecordPlace(key: row.next(), id: row.next(), kind: row.next())
        rowid = row.next()
        matches = row.next()
    }
}

extension RecordRow {
    /// Of `record`, in the order in which `init` reads them.
    static let columns = """
        kind, id, name, ref_number, txn_date, edit_sequence, time_modified, modified_at, first_seen_at,
        changed_at, is_active, deleted_at, deletion, json
        """

    init(_ row: inout Row) {
        self.init(
            kind: row.next(), id: row.next(), name: row.next(), refNumber: row.next(), date: row.next(),
            editSequence: row.next(), timeModified: row.next(), modifiedAt: row.next(),
            firstSeenAt: row.next(), changedAt: row.next(), isActive: row.next(), deletedAt: row.next(),
            deletion: row.next(), json: row.next())
    }
}
