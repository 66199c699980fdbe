package import FoundationEssentials
package import Sync

/// An item was added or updated (SA-9).
package struct ActivityRow: Equatable, Sendable {
    package var number: Int64
    package var at: Date
    package var conversation: Int64
    package var kind: String
    package var id: String
    package var name: String?
    /// Never `unchanged`.
    package var operation: IngestVerdict
}

/// An item, or a whole category, that did not sync, and why (SA-10).
package struct MessageRow: Equatable, Sendable {
    package var category: String
    /// Nil for a message about the category.
    package var kind: String?
    package var id: String?
    package var name: String?
    package var sentence: String
    package var since: Date
    package var lastSeenAt: Date
}

extension Snapshot {
    /// What happened lately, newest first.
    ///
    /// - Parameter before: lines with smaller numbers only, to page on.
    package func activity(connector: Int64, before: Int64 = .max, limit: Int) throws -> [ActivityRow] {
        try rows(
            """
            SELECT number, at, conversation, kind, record_id, name, operation FROM activity
            WHERE connector_id = ?1 AND number < ?2 ORDER BY number DESC LIMIT ?3
            """, connector, before, limit
        ) { try ActivityRow(&$0) }
    }

    /// What has happened since a line that was seen, oldest first.
    package func activity(connector: Int64, after: Int64, limit: Int) throws -> [ActivityRow] {
        try rows(
            """
            SELECT number, at, conversation, kind, record_id, name, operation FROM activity
            WHERE connector_id = ?1 AND number > ?2 ORDER BY number LIMIT ?3
            """, connector, after, limit
        ) { try ActivityRow(&$0) }
    }

    /// The messages that stand, those of whole categories first within their category.
    package func messages(connector: Int64) throws -> [MessageRow] {
        try rows(
            """
            SELECT category, kind, record_id, name, sentence, since, last_seen_at FROM message
            WHERE connector_id = ?1 ORDER BY category, subject
            """, connector
        ) { row in
            MessageRow(
                category: row.next(), kind: row.next(), id: row.next(), name: row.next(),
                sentence: row.next(),
                since: row.next(), lastSeenAt: row.next())
        }
    }
}

extension ActivityRow {
    fileprivate init(_ row: inout Row) throws {
        self.init(
            number: row.next(), at: row.next(), conversation: row.next(), kind: row.next(), id: row.next(),
            name: row.next(), operation: try row.word())
    }
}
