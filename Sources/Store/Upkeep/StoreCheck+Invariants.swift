import GRDB
import QBXML
import Sync

extension StoreCheck {
    /// Something that qbsyncd relies on, as a query for the rows that break it.
    private struct Invariant {
        /// Counts the rows.
        var sql: String
        /// Behind the number of rows.
        var sentence: String
    }

    /// Triggers, transactions and AUTOINCREMENT keep these; a hand with sqlite3, or a file that was put
    /// together out of two, breaks them.
    private static let invariants = [
        Invariant(
            sql: """
                SELECT count(*) FROM request WHERE blockers <> (
                    SELECT count(*) FROM request_need AS n JOIN request AS p ON p.number = n.needs
                    WHERE n.request = request.number AND p.state <> 'succeeded')
                """,
            sentence: "requests are counted to wait for more or fewer others than they do."),
        Invariant(
            sql: """
                SELECT count(*) FROM request AS q WHERE q.state = 'sent' AND NOT EXISTS (
                    SELECT 1 FROM message_set AS s WHERE s.id = q.set_id AND s.stage <> 'closed')
                """,
            sentence: "requests are said to be sent, and their message set is closed or missing."),
        Invariant(
            sql: """
                SELECT count(*) FROM request AS q JOIN message_set AS s ON s.id = q.set_id
                WHERE s.connector_id <> q.connector_id
                """,
            sentence: "requests travelled in the message set of another connector."),
        Invariant(
            sql: """
                SELECT count(*) FROM request_need AS n JOIN request AS a ON a.number = n.request
                    JOIN request AS b ON b.number = n.needs WHERE a.connector_id <> b.connector_id
                """,
            sentence: "requests wait for one of another connector."),
        Invariant(
            sql: "SELECT count(*) FROM record WHERE NOT json_valid(json)",
            sentence: "records of the mirror hold no JSON."),
        Invariant(
            sql: """
                SELECT count(*) FROM (SELECT connector_id FROM conversation WHERE ended_at IS NULL
                    GROUP BY connector_id HAVING count(*) > 1)
                """,
            sentence: "connectors have more than one conversation under way."),
        Invariant(
            sql: """
                SELECT count(*) FROM (SELECT 1 WHERE (SELECT count(*) FROM connector) > 0
                    AND (SELECT count(*) FROM connector WHERE is_default = 1) <> 1)
                """,
            sentence: "times there is not exactly one default connector."),
        Invariant(
            sql: """
                SELECT count(*) FROM (
                    SELECT 1 WHERE coalesce((SELECT max(number) FROM event), 0)
                        > coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'event'), 0)
                    UNION ALL SELECT 1 WHERE coalesce((SELECT max(number) FROM activity), 0)
                        > coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'activity'), 0)
                    UNION ALL SELECT 1 WHERE coalesce((SELECT max(number) FROM request), 0)
                        > coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'request'), 0))
                """,
            sentence: "tables would give a number a second time."),
        Invariant(
            sql: """
                SELECT count(*) FROM webhook
                WHERE cursor > coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'event'), 0)
                """,
            sentence: "webhooks are past the newest event."),
    ]

    static func broken(_ database: Database) throws -> [String] {
        var sentences = try invariants.compactMap { invariant -> String? in
            let count = try Int.fetchOne(database, sql: invariant.sql) ?? 0
            return count > 0 ? "\(count) \(invariant.sentence)" : nil
        }
        for table in ["watermark", "category_setting"] {
            let names = try String.fetchAll(database, sql: "SELECT DISTINCT category FROM \(table)")
            let unknown = names.filter { Category.named($0) == nil && $0 != Watermark.deletions }.sorted()
            if !unknown.isEmpty {
                sentences.append(
                    "The table \(table) names what is no category: \(unknown.joined(separator: ", ")).")
            }
        }
        return sentences
    }
}
