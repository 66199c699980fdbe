package import FoundationEssentials
import Sync

/// What the database says for metrics, in one look.
package struct Gauges: Equatable, Sendable {
    package var connectors = 0
    package var openConversations = 0
    /// By state: queued, sent, outcome unknown. Those that are over are counted by `settledRequests`.
    package var requests: [String: Int] = [:]
    package var oldestQueued: Date?
    /// By category: the oldest time at which a connector's mirror was complete.
    package var completeSince: [String: Date] = [:]
    /// Of the file and its log.
    package var bytes = 0

    /// Of the index alone: the rows hold the requests' documents.
    static let settledRequests = """
        SELECT state, count(*) FROM request INDEXED BY request_state
        WHERE state <> 'queued' AND state NOT IN ('sent', 'outcome unknown') GROUP BY state
        """

    /// What waits has an index of its own, and is not in the other one.
    static let liveRequests = """
        SELECT 'queued', count(*) FROM request INDEXED BY request_waiting
            WHERE \(RequestSQL.stands(.queued))
        UNION ALL SELECT 'sent', coalesce(sum((SELECT count(*) FROM request AS q INDEXED BY request_state
            WHERE q.connector_id = c.id AND \(RequestSQL.stands(.sent, of: "q.")))), 0)
            FROM connector AS c
        UNION ALL SELECT 'outcome unknown', coalesce(sum((SELECT count(*) FROM request AS q
            INDEXED BY request_state
            WHERE q.connector_id = c.id AND \(RequestSQL.stands(.unknown, of: "q.")))), 0)
            FROM connector AS c
        """
}

extension Snapshot {
    package func gauges(now: Date) throws -> Gauges {
        var gauges = Gauges()
        gauges.connectors = try first("SELECT count(*) FROM connector") { $0.next() } ?? 0
        gauges.openConversations =
            try first("SELECT count(*) FROM conversation WHERE ended_at IS NULL") { $0.next() } ?? 0
        // By an index, so that it costs as much as there are of them, and not as much as there ever were.
        try visitRows(Gauges.liveRequests) { row in
            let (state, count): (String, Int) = (row.next(), row.next())
            if count > 0 { gauges.requests[state] = count }
        }
        gauges.oldestQueued =
            try first(
                """
                SELECT min(queued_at) FROM request INDEXED BY request_waiting
                WHERE state = 'queued' AND (not_before IS NULL OR not_before <= ?1)
                """, now
            ) { $0.next(Date?.self) } ?? nil
        try visitRows(
            """
            SELECT w.category, min(w.complete_at) FROM watermark AS w
            JOIN connector AS c ON c.id = w.connector_id AND c.disabled_at IS NULL GROUP BY w.category
            """
        ) { row in gauges.completeSince[row.next()] = row.next(Date.self) }
        gauges.bytes =
            try first("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") { $0.next() }
            ?? 0
        return gauges
    }

    /// Requests that are over, by state. It reads an index of all that are kept.
    package func settledRequests() throws -> [String: Int] {
        var counts: [String: Int] = [:]
        try visitRows(Gauges.settledRequests) { row in counts[row.next()] = row.next() }
        return counts
    }

    /// Records that are not deleted, by kind, of all connectors together. It reads an index of all of them.
    package func recordCountsByKind() throws -> [String: Int] {
        var counts: [String: Int] = [:]
        try visitRows(
            "SELECT kind, count(*) FROM record INDEXED BY record_live WHERE deleted_at IS NULL GROUP BY kind"
        ) { row in counts[row.next()] = row.next() }
        return counts
    }
}
