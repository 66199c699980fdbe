import FoundationEssentials
import GRDB

/// A database that a newer version has taken over, and the copy of it that was made before.
package struct SchemaUpgrade: Equatable, Sendable {
    /// Numbers of the schema, as the copy's name has them.
    package var from: Int
    package var to: Int
    package var copy: Backup
}

extension SyncDatabase {
    /// Copies the database before it is migrated, beside itself and named with its old schema: this is the
    /// way back to the version before, which refuses a newer database.
    ///
    ///     qbsyncd.sqlite
    ///     qbsyncd.sqlite.schema-3
    ///
    /// - Throws: when there is no copy, for want of space for example; nothing is migrated then.
    static func copyBeforeUpgrade(
        _ writer: any DatabaseWriter, to newest: Int, at now: Date
    ) throws -> SchemaUpgrade {
        let from = try writer.read { try Migrations.schema(of: $0) }
        let path = freePath(copyPath(database: writer.path, schema: from))
        let made = try writer.read { source in try copy(source, to: path, at: now, progress: { _, _ in }) }
        return SchemaUpgrade(from: from, to: newest, copy: made)
    }

    static func copyPath(database: String, schema: Int) -> String { "\(database).schema-\(schema)" }

    /// A file that is there already is kept: nobody knows which of them somebody counts on.
    static func freePath(_ path: String) -> String {
        guard FileManager.default.fileExists(atPath: path) else { return path }
        let another = (2...).lazy.map { "\(path).\($0)" }
        return another.first { !FileManager.default.fileExists(atPath: $0) } ?? path
    }
}
