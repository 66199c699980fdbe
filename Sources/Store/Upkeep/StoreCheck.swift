import Dispatch
package import FoundationEssentials
import GRDB
import Glibc

/// What a check of a database file found, one thing at a time.
package struct StoreFinding: Equatable, Sendable {
    package enum Check: String, CaseIterable, Sendable {
        /// SQLite's own look at each page and each index.
        case integrity
        /// Rows that refer to rows which are not there.
        case references
        /// Tables, indexes and triggers as this version makes them.
        case schema
        /// What qbsyncd relies on and no constraint can say.
        case invariants
    }

    package var check: Check
    package var sentence: String
}

/// A database file, read from its first page to its last.
package struct StoreCheck: Equatable, Sendable {
    package var path: String
    package var bytes: Int
    /// 0 for a database without any.
    package var schema: Int
    /// As of when the copy is; nil for the database itself.
    package var copiedAt: Date?
    package var findings: [StoreFinding]

    /// Lines of each check that are told.
    static let limit = 20
}

extension SyncDatabase {
    /// Reads the whole file beside everything else, compares each index with its table, follows each
    /// reference, and holds the rows against what qbsyncd relies on.
    ///
    /// - Parameter file: a copy; nil for the database itself.
    /// - Throws: `StoreError`, where the file is none of ours or cannot be opened.
    package func check(file: String? = nil) async throws -> StoreCheck {
        // Minutes of work, for a large file: not on one of the few threads that serve everybody.
        try await withCheckedThrowingContinuation { continuation in
            Self.checks.async { continuation.resume(with: Result { try checkNow(file: file) }) }
        }
    }

    private static let checks = DispatchQueue(label: "qbsyncd.checks")

    private func checkNow(file: String?) throws -> StoreCheck {
        let file = file.flatMap { FileOwner.isSame($0, path: writer.path) ? nil : $0 }
        // Of its own, because the other connections would show what they have in memory.
        let path = file ?? writer.path
        let expected = try Self.schemaOfThisVersion()
        do {
            if file == nil, writer is DatabaseQueue {
                return try writer.read { try StoreCheck($0, path: path, expected: expected) }
            }
            if let file { try StoreError.refuseUnreadable(file) }
            var configuration = Configuration()
            configuration.label = "qbsyncd.check"
            configuration.readonly = true
            let alone = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? alone.close() }
            return try alone.read { try StoreCheck($0, path: path, expected: expected) }
        } catch let error as DatabaseError {
            let error = StoreError(error)
            // That it cannot be read to its end is what the check was to find out.
            guard error.isDamage else { throw error }
            return StoreCheck(damaged: path, error)
        }
    }

    static func schemaOfThisVersion() throws -> [String: String] {
        try blank.get().read { try StoreCheck.schemaObjects($0) }
    }
}

extension StoreCheck {
    /// SQLite gave up in the midst of it.
    fileprivate init(damaged path: String, _ error: StoreError) {
        guard case .failed(let code, let message, _) = error else { preconditionFailure("it is damage") }
        var status = stat()
        self.init(
            path: path, bytes: stat(path, &status) == 0 ? Int(status.st_size) : 0, schema: 0, copiedAt: nil,
            findings: [
                StoreFinding(
                    check: .integrity, sentence: "SQLite cannot read it: \(message) (code \(code)).")
            ])
    }

    init(_ database: Database, path: String, expected: [String: String]) throws {
        guard try Int64.fetchOne(database, sql: "PRAGMA application_id") == Migrations.applicationID else {
            throw StoreError.notOurs(path: path)
        }
        if try Migrations.all.hasBeenSuperseded(database) { throw StoreError.newer(path: path, copy: nil) }
        let schema = try Migrations.schema(of: database)
        // In pages: what stands in the log still is part of it.
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        let pageBytes = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
        var findings = try Self.unreadable(database, limit: Self.limit).map {
            StoreFinding(check: .integrity, sentence: $0)
        }
        findings += try Self.orphans(database, limit: Self.limit).map {
            StoreFinding(check: .references, sentence: $0)
        }
        findings += try Self.structure(database, expected: expected)
        self.init(
            path: path, bytes: pages * pageBytes, schema: schema, copiedAt: try CopyMark.read(database),
            findings: findings)
    }

    /// Schema and invariants. An older schema has not what the newest relies on; it is brought up to date at
    /// its first start.
    static func structure(
        _ database: Database, expected: [String: String]
    ) throws -> [StoreFinding] {
        guard try Migrations.schema(of: database) == Migrations.newest else { return [] }
        let deviations = try deviations(database, from: expected)
        // Where tables are missing there is nothing to ask.
        guard deviations.isEmpty else {
            return deviations.map { StoreFinding(check: .schema, sentence: $0) }
        }
        return try broken(database).map { StoreFinding(check: .invariants, sentence: $0) }
    }

    /// Integrity and references, for copies.
    static func damage(_ database: Database, limit: Int) throws -> [String] {
        try unreadable(database, limit: limit) + orphans(database, limit: limit)
    }

    private static func unreadable(_ database: Database, limit: Int) throws -> [String] {
        let lines = try String.fetchAll(database, sql: "PRAGMA integrity_check(\(limit))")
        return lines == ["ok"] ? [] : lines
    }

    private static func orphans(_ database: Database, limit: Int) throws -> [String] {
        var counts: [String: Int] = [:]
        let rows = try GRDB.Row.fetchCursor(database, sql: "PRAGMA foreign_key_check")
        while let row = try rows.next() {
            let (table, parent) = (row["table"] as String? ?? "?", row["parent"] as String? ?? "?")
            counts["in \(table) refer to rows of \(parent) that are not there", default: 0] += 1
        }
        return counts.sorted { $0.key < $1.key }.prefix(limit).map { "\($0.value) rows \($0.key)." }
    }

    // MARK: The schema

    /// Tables, indexes and triggers with their texts. Views are made anew at each start.
    static func schemaObjects(_ database: Database) throws -> [String: String] {
        let rows = try GRDB.Row.fetchAll(
            database,
            sql: """
                SELECT type || ' ' || name AS object, coalesce(sql, '') AS sql FROM sqlite_schema
                WHERE type IN ('table', 'index', 'trigger') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                """)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["object"], $0["sql"]) })
    }

    /// What somebody else adds to the file is left alone; it does no harm.
    private static func deviations(
        _ database: Database, from expected: [String: String]
    ) throws -> [String] {
        let present = try schemaObjects(database)
        return expected.sorted { $0.key < $1.key }.compactMap { object, sql in
            switch present[object] {
            case nil: "The \(object) is missing."
            case sql?: nil
            case _?: "The \(object) is not as qbsyncd makes it."
            }
        }
    }
}
