import API
import FoundationEssentials
import NIOCore
import NIOHTTP1

/// The answer to a query of ours, all of it at once.
enum SQLRows {
    static func rows(_ sql: String, _ session: Session) async throws -> [[SQLCell]] {
        var lines = LineSplitter()
        var rows: [[SQLCell]] = []
        try await session.client.stream(
            .POST, Path.sql, body: try Wire.encode(SQLOrder(sql: sql, limit: 0, seconds: 600)), within: 630
        ) { piece in
            try lines.take(piece.readableBytesView) { line in
                switch try SQLLine(line) {
                case .row(let row): rows.append(row)
                case .end(let end):
                    // Half an answer would be taken for the whole.
                    if end.cut != nil { throw Failure.here(end.sentence ?? "The query was cut off.") }
                case .columns: break
                }
            }
        }
        return rows
    }

    /// A text as it stands in SQL.
    static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}
