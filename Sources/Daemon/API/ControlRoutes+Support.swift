import API
import FoundationEssentials
import Hummingbird
import QBXML
import Store
import Sync
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
                }, fixedSentences: Self.fixedSentences))
    }

    /// Of what QuickBooks says nothing is in them, nor of a company.
    private static let fixedSentences: [String] = {
        let endings: [Ending] = [
            .success, .requests(answered: 0), .requests(answered: 1), .unsuccessful(.disabled),
            .unsuccessful(.connectionLost(during: nil)),
            .unsuccessful(.closedEarly(during: nil)),
        ]
        return endings.map(\.sentence) + RequestRow.plainSentences
            + Status.knownCodes.compactMap { Status(code: $0, message: "").known }.flatMap {
                [$0.meaning, $0.fix]
            }
    }()
}
