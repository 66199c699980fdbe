import FoundationEssentials
import GRDB

/// The database by its outside: how much there is, and never what.
package struct DatabaseOutline: Equatable, Sendable {
    package var sqliteVersion: String
    package var schema: Int
    package var bytes: Int
    package var walBytes: Int
    package var tables: [Table]

    package struct Table: Equatable, Sendable {
        package var name: String
        package var rows: Int
    }
}

extension SyncDatabase {
    package func outline() async throws -> DatabaseOutline {
        let path = writer.path
        return try await read { snapshot in
            let names: [String] = try snapshot.rows(
                """
                SELECT name FROM sqlite_schema
                WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
                """
            ) { $0.next() }
            let tables = try names.map { name in
                let rows: Int? = try snapshot.first("SELECT count(*) FROM \"\(name)\"") { $0.next() }
                return DatabaseOutline.Table(name: name, rows: rows ?? 0)
            }
            return DatabaseOutline(
                sqliteVersion: try snapshot.first("SELECT sqlite_version()") { $0.next() } ?? "",
                schema: try Migrations.schema(of: snapshot.database), bytes: Self.size(path),
                walBytes: Self.size(path + "-wal"), tables: tables)
        }
    }

    private static func size(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.size] as? Int ?? 0
    }
}
