import API
import FoundationEssentials
import NIOCore
import NIOHTTP1

/// How many records of each kind a connector has in the mirror.
struct RecordCounts {
    /// In the order of the alphabet.
    private(set) var kinds: [String] = []
    private var counts: [String: Int] = [:]

    init(_ session: Session, connector: String, withDeleted: Bool) async throws {
        let name = connector.replacing("'", with: "''")
        let sql = """
            SELECT kind, count(*) FROM mirror WHERE connector = '\(name)'
            \(withDeleted ? "" : "AND deleted_at IS NULL") GROUP BY kind ORDER BY kind
            """
        var lines = LineSplitter()
        var rows: [[SQLCell]] = []
        try await session.client.stream(
            .POST, Path.sql, body: try Wire.encode(SQLOrder(sql: sql, limit: 0, seconds: 600)), within: 630
        ) { piece in
            try lines.take(piece.readableBytesView) { line in
                if case .row(let row) = try SQLLine(line) { rows.append(row) }
            }
        }
        for row in rows where row.count == 2 {
            guard let kind = row[0].text, let count = Int(row[1].json) else { continue }
            kinds.append(kind)
            counts[kind] = count
        }
    }

    subscript(kind: String) -> Int? { counts[kind] ?? 0 }
}
