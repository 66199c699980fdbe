import API
import FoundationEssentials
import Hummingbird
import Store
import Systemd
import XML

extension ControlRoutes {
    func support(_ request: Request, _ order: Order) async throws -> Response {
        let outline = try await database.outline()
        return try .json(
            SupportFacts(
                version: Release.version, sqliteVersion: outline.sqliteVersion,
                libxmlVersion: LibraryVersion.text, schema: outline.schema, databaseBytes: outline.bytes,
                walBytes: outline.walBytes,
                tables: outline.tables.map { TableCount(name: $0.name, rows: $0.rows) },
                configuration: live?.current.toml() ?? "",
                plainKinds: MessageID.allCases.filter(MessageID.plain.contains).map {
                    JournalKind(id: $0.rawValue, subject: $0.subject)
                }))
    }
}
