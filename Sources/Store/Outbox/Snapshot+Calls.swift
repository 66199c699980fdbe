import FoundationEssentials
package import QBXML
package import Sync

/// What a call that queues requests, or waits for them, must know.
extension Snapshot {
    /// What a call with the same key came to; nil if there was none.
    package func queued(
        key: String, digest: String, connector: Connector
    ) throws -> QueueReceipt? {
        let call = try first(
            "SELECT digest, first, last FROM request_call WHERE connector_id = ?1 AND key = ?2", connector.id,
            key
        ) { row in (digest: row.next(String.self), first: row.next(Int64.self), last: row.next(Int64.self)) }
        guard let call else { return nil }
        guard call.digest == digest else { return .keyClash(first: try requestRow(call.first)) }
        return .repeated(try (call.first...call.last).compactMap { try requestRow($0) })
    }

    /// The QuickBooks that the last conversation met; nothing of it while nobody knows.
    package func knownQuickBooks(connector: Int64) throws -> KnownQuickBooks {
        let found = try first(
            """
            SELECT highest_version, edition, qbxml_version FROM conversation
            WHERE connector_id = ?1 AND highest_version IS NOT NULL ORDER BY number DESC LIMIT 1
            """, connector
        ) { row in
            KnownQuickBooks(
                highest: row.next(String?.self).flatMap { Version($0) },
                edition: row.next(String?.self).flatMap { Edition(rawValue: $0) },
                spoken: row.next(String?.self).flatMap { Version($0) })
        }
        return found ?? KnownQuickBooks()
    }

    /// How many of some requests are on their way: queued or sent.
    package func openRequests(ids: [String]) throws -> Int {
        var count = 0
        for id in ids {
            let isOpen = try first(
                "SELECT state IN ('queued', 'sent') FROM request WHERE id = ?1", id
            ) { $0.next(Bool.self) }
            if isOpen ?? false { count += 1 }
        }
        return count
    }

    /// What failed and nobody dismissed, and what nobody can tell: oldest first.
    package func troubledRequests(connector: Int64, limit: Int) throws -> [RequestRow] {
        try rows(
            """
            \(RequestSQL.rows) WHERE q.connector_id = ?1 AND q.\(RequestSQL.troubled)
            ORDER BY q.number LIMIT ?2
            """, connector, limit
        ) { try RequestRow(&$0) }
    }

    package func troubledRequestCount(connector: Int64) throws -> Int {
        try first(
            "SELECT count(*) FROM request WHERE connector_id = ?1 AND \(RequestSQL.troubled)", connector
        ) { $0.next() } ?? 0
    }
}

/// What is known of the QuickBooks of a connector.
package struct KnownQuickBooks: Equatable, Sendable {
    /// The newest qbXML that it takes.
    package var highest: Version?
    package var edition: Edition?
    /// In which it was spoken with last.
    package var spoken: Version?
}
