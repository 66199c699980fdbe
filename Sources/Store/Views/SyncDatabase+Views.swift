import GRDB

extension SyncDatabase {
    /// Makes the views of this version, and drops those that an earlier version made otherwise. Nothing is
    /// written when all are as they should be, and what somebody else made is left alone.
    ///
    /// - Returns: the views of ours that are not there because somebody else's table or view has the name.
    static func refreshViews(_ writer: any DatabaseWriter) throws -> [String] {
        try writer.writeWithoutTransaction { database in
            let stored = try StoredObject.all(in: database)
            let wanted = Dictionary(
                MirrorView.all.map { ($0.name, $0.sql) }, uniquingKeysWith: { one, _ in one })
            let stale = stored.filter { $0.isOurView && wanted[$0.name] != $0.sql }.map(\.name)
            let taken = Set(stored.map { $0.name.lowercased() }).subtracting(stale)
            let missing = MirrorView.all.filter { !taken.contains($0.name) }
            if !stale.isEmpty || !missing.isEmpty {
                try database.inTransaction(.immediate) {
                    for name in stale { try database.execute(sql: "DROP VIEW \(name)") }
                    for view in missing { try database.execute(sql: view.sql) }
                    try tellSizes(database)
                    return .commit
                }
            }
            let foreign = stored.filter { !$0.isOurView }.map { $0.name.lowercased() }
            return MirrorView.all.map(\.name).filter { foreign.contains($0) }
        }
    }

    /// Tells SQLite's planner what a mirror is like, unless somebody has measured it (ANALYZE): a million
    /// records, few connectors, some fifty kinds. Without it SQLite takes a kind for ten records, and walks
    /// through one where it should look one up.
    private static func tellSizes(_ database: Database) throws {
        // Makes the table, and measures nothing.
        try database.execute(sql: "ANALYZE sqlite_schema")
        guard try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'record'") == 0
        else { return }
        try database.execute(
            sql: """
                INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
                    ('connector', 'sqlite_autoindex_connector_1', '5 1'),
                    ('record', 'sqlite_autoindex_record_1', '1000000 200000 20000 1'),
                    ('record', 'record_name', '1000000 200000 20000 2 1'),
                    ('record', 'record_live', '1000000 200000 20000'),
                    ('record', 'record_modified', '1000000 200000 20000 2 1'),
                    ('record', 'record_date', '500000 100000 25000 50 1'),
                    ('record', 'record_entity', '500000 100000 20')
                """)
        // Takes them in at once; other connections do when they look at the schema next.
        try database.execute(sql: "ANALYZE sqlite_schema")
    }

    /// Before the schema changes: SQLite refuses to rename or drop what a view speaks of, and a new table may
    /// want the name of an old view.
    static func dropViews(_ writer: any DatabaseWriter) throws {
        try writer.writeWithoutTransaction { database in
            let ours = try StoredObject.all(in: database).filter(\.isMarked)
            guard !ours.isEmpty else { return }
            try database.inTransaction(.immediate) {
                for view in ours { try database.execute(sql: "DROP VIEW \(view.name)") }
                return .commit
            }
        }
    }
}

/// What has a name in the schema.
private struct StoredObject {
    let type: String
    let name: String
    let sql: String

    static func all(in database: Database) throws -> [StoredObject] {
        let sql = "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE type <> 'trigger'"
        return try GRDB.Row.fetchAll(database, sql: sql).map {
            StoredObject(type: $0[0], name: $0[1], sql: $0[2])
        }
    }

    var isMarked: Bool { type == "view" && sql.contains(MirrorView.mark) }
    var isOurView: Bool { isMarked || type == "view" && MirrorView.unmarked.contains(name) }
}
