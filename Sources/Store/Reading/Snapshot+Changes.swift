package import FoundationEssentials

/// A record was added, updated, deleted or restored.
package struct ChangeRow: Equatable, Sendable {
    package var number: Int64
    package var at: Date
    package var conversation: Int64
    package var kind: String
    package var id: String
    package var name: String?
    package var operation: String
    package var editBefore: String?
    package var editAfter: String?
    /// The stored bytes of the record as it is now, if they were asked for and it is there.
    package var json: [UInt8]?
}

package struct ChangeRows: Equatable, Sendable {
    package var rows: [ChangeRow]
    /// Whoever asks after this number next time misses nothing.
    package var next: Int64
    /// Whether more is there already.
    package var hasMore: Bool
}

/// Where a reader of the changes stands.
package enum ChangePosition: Equatable, Sendable {
    case after(Int64)
    /// With the oldest that is kept.
    case oldest
    /// So many lines from the end.
    case last(Int)
}

/// A number after which changes cannot be told.
package enum ChangeGap: Error, Equatable, Sendable {
    /// Some of those after it are kept no longer.
    case pruned(after: Int64, oldest: Int64)
    /// No such number was ever given: the database is another one, or an older copy of this one.
    case ahead(after: Int64, newest: Int64)
    /// It was given in a time that is lost: the database was put back to an older copy.
    case lost(after: Int64, copiedAt: Date, restoredAt: Date)
}

extension Snapshot {
    /// Lines of one connector that are looked at for one page: a kind may be rare.
    private static let looks = 20_000

    /// What happened to a connector's records after a number, oldest first.
    ///
    /// Numbers belong to all connectors together and are given in the order of the commits, so that a reader
    /// who has seen a number has seen all before it. `next` moves on with the changes of others too, so that
    /// a reader of a quiet connector does not fall behind what is kept.
    ///
    /// - Throws: `ChangeGap`.
    package func changes(
        connector: Int64, from position: ChangePosition, kinds: Set<String>? = nil, limit: Int,
        withRecords: Bool = false
    ) throws -> ChangeRows {
        let newest = try newestChange()
        let after = try start(position, connector: connector, kinds: kinds, newest: newest)
        var page = ChangeRows(rows: [], next: after, hasMore: false)
        var looked = 0
        try visitWhile(
            """
            SELECT number, at, conversation, kind, record_id, name, operation, edit_before, edit_after
            FROM activity WHERE connector_id = ?1 AND number > ?2 ORDER BY number
            """, connector, after
        ) { row in
            guard page.rows.count < limit, looked < Self.looks else {
                page.hasMore = true
                return false
            }
            looked += 1
            let change = ChangeRow(&row)
            page.next = change.number
            if kinds?.contains(change.kind) ?? true { page.rows.append(change) }
            return true
        }
        if !page.hasMore { page.next = max(page.next, newest) }
        if withRecords {
            for index in page.rows.indices {
                let (kind, id) = (page.rows[index].kind, page.rows[index].id)
                page.rows[index].json = try record(connector: connector, kind: kind, id: id)?.json
            }
        }
        return page
    }

    /// The number that was given last; 0 if none was.
    package func newestChange() throws -> Int64 {
        try first("SELECT seq FROM sqlite_sequence WHERE name = 'activity'") { $0.next() } ?? 0
    }

    private func start(
        _ position: ChangePosition, connector: Int64, kinds: Set<String>?, newest: Int64
    ) throws -> Int64 {
        switch position {
        case .oldest: return 0
        case .after(let number):
            if let lost = try lostTime(ofChange: number) {
                throw ChangeGap.lost(after: number, copiedAt: lost.copiedAt, restoredAt: lost.restoredAt)
            }
            if number > newest { throw ChangeGap.ahead(after: number, newest: newest) }
            let oldest = try first("SELECT min(number) FROM activity") { $0.next(Int64?.self) } ?? nil
            // Nothing is kept: then nothing was ever there, or all of it is gone.
            let kept = oldest ?? newest + 1
            if number + 1 < kept { throw ChangeGap.pruned(after: number, oldest: kept) }
            return number
        case .last(let count):
            var (left, looked, start) = (count, 0, newest)
            try visitWhile(
                "SELECT number, kind FROM activity WHERE connector_id = ?1 ORDER BY number DESC", connector
            ) { row in
                guard left > 0, looked < Self.looks else { return false }
                looked += 1
                start = row.next() - 1
                if kinds?.contains(row.next()) ?? true { left -= 1 }
                return true
            }
            return start
        }
    }

    /// Rows for as long as `body` returns true.
    private func visitWhile<each Parameter: SQLValue>(
        _ sql: String, _ parameters: repeat each Parameter, body: (inout Row) throws -> Bool
    ) throws {
        let statement = try statement(sql)
        try statement.bind(repeat each parameters)
        try statement.visitRows(body)
    }

    /// The connectors that have changes after a number. It is asked within a commit, so no index may tempt
    /// SQLite to look through all of them.
    func changedConnectors(after number: Int64) throws -> Set<Int64> {
        Set(
            try rows("SELECT DISTINCT connector_id FROM activity NOT INDEXED WHERE number > ?1", number) {
                $0.next()
            })
    }
}

extension ChangeRow {
    fileprivate init(_ row: inout Row) {
        self.init(
            number: row.next(), at: row.next(), conversation: row.next(), kind: row.next(), id: row.next(),
            name: row.next(), operation: row.next(), editBefore: row.next(), editAfter: row.next())
    }
}
