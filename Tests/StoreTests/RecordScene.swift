import FoundationEssentials
import Sync

@testable import Store

/// Records put straight into their table.
struct RecordScene {
    let scene: Scene
    let connector: Connector

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
    }

    struct Entry {
        var kind = "Invoice"
        var id: String
        var name: String?
        var number: String?
        var date: String?
        var entity: String?
        var modified: Date?
        var isActive: Bool?
        var deleted: Date?
        var seen = Scene.noon
        var changed = Scene.noon
        var json: String?
    }

    func put(_ entries: Entry...) throws { try put(entries) }

    func put(_ entries: [Entry]) throws {
        try scene.database.transactNow { transaction in
            for entry in entries {
                try transaction.execute(
                    """
                    INSERT INTO record (connector_id, kind, id, name, ref_number, txn_date, entity_id,
                        modified_at, is_active, deleted_at, first_seen_at, changed_at, digest, json)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 0, ?13)
                    """, connector.id, entry.kind, entry.id, entry.name ?? entry.number, entry.number,
                    entry.date, entry.entity, entry.modified, entry.isActive, entry.deleted, entry.seen,
                    entry.changed, entry.json ?? #"{"TxnID":"\#(entry.id)"}"#)
            }
        }
    }

    func find(_ kinds: String..., with change: (inout RecordQuery) -> Void = { _ in }) throws -> RecordRows {
        var query = RecordQuery(connector: connector.id, kinds: kinds)
        change(&query)
        return try scene.database.readNow { try $0.records(query) }
    }

    /// IDs page by page, as a reader with a cursor meets them.
    func pages(
        _ kinds: String..., limit: Int = 2, with change: (inout RecordQuery) -> Void = { _ in }
    ) throws -> [[String]] {
        var query = RecordQuery(connector: connector.id, kinds: kinds)
        query.limit = limit
        change(&query)
        var pages: [[String]] = []
        repeat {
            let page = try scene.database.readNow { try $0.records(query) }
            pages.append(page.rows.map(\.id))
            query.after = page.next
        } while query.after != nil && pages.count < 1000
        return pages
    }

    /// How SQLite goes about a search, a line a step.
    func plan(_ kinds: String..., with change: (inout RecordQuery) -> Void = { _ in }) throws -> [String] {
        var query = RecordQuery(connector: connector.id, kinds: kinds)
        change(&query)
        return try scene.database.readNow { try $0.plan(of: query) }
    }
}

extension Snapshot {
    func plan(of query: RecordQuery) throws -> [String] {
        try searches(query).flatMap { search -> [String] in
            var lines: [String] = []
            let statement = search.statement
            try visit(("EXPLAIN QUERY PLAN " + statement.sql, statement.values)) { row in
                _ = (row.next(Int.self), row.next(Int.self), row.next(Int.self))
                lines.append(row.next())
                return true
            }
            return lines
        }
    }
}
