import FoundationEssentials
import QBXML
import Sync

/// Requests that wait for one that is over without success.
package struct StuckGroup: Equatable, Sendable {
    package var parent: RequestRow
    /// The oldest of those that wait for it.
    package var first: RequestRow
    package var count: Int
}

extension Snapshot {
    /// Why a request does not go out by itself: of those that it waits for, that these wait for, and so on,
    /// the ones that are over without success or of unknown outcome.
    ///
    /// - Parameter reach: no more are looked at; the nearest come first.
    package func hindrances(of number: Int64, reach: Int = 10_000) throws -> [RequestRow] {
        try rows(
            """
            WITH RECURSIVE front (number) AS (
                SELECT needs FROM request_need WHERE request = ?1
                UNION
                SELECT n.needs FROM front JOIN request AS p ON p.number = front.number
                    JOIN request_need AS n ON n.request = front.number
                WHERE p.state = 'queued' LIMIT ?2)
            \(RequestSQL.rows) WHERE q.number IN (SELECT number FROM front) AND q.\(RequestSQL.lost)
            ORDER BY q.number DESC LIMIT 20
            """, number, reach
        ) { try RequestRow(&$0) }
    }

    /// By what they wait for, the oldest first.
    package func stuckRequests(connector: Int64, limit: Int) throws -> [StuckGroup] {
        let groups = try rows(
            """
            SELECT p.number, min(n.request), count(*) \(StuckSQL.pairs)
            GROUP BY p.number ORDER BY p.number LIMIT ?2
            """, connector, limit
        ) { row in (parent: row.next(Int64.self), first: row.next(Int64.self), count: row.next(Int.self)) }
        return try groups.compactMap { group in
            guard let parent = try requestRow(group.parent), let first = try requestRow(group.first) else {
                return nil
            }
            return StuckGroup(parent: parent, first: first, count: group.count)
        }
    }

    /// All of a connector in short; nil if there are none.
    func stuck(connector: Int64) throws -> StuckRequests? {
        let found = try first(
            """
            SELECT count(DISTINCT n.request), count(DISTINCT p.number), min(p.number),
                min(max(coalesce(p.settled_at, p.queued_at), child.queued_at))
            \(StuckSQL.pairs)
            """, connector
        ) { row in
            (
                count: row.next(Int.self), parents: row.next(Int.self), first: row.next(Int64?.self),
                since: row.next(Date?.self)
            )
        }
        guard let found, let since = found.since, let parent = try found.first.flatMap({ try requestRow($0) })
        else { return nil }
        return StuckRequests(
            count: found.count, parents: found.parents, behind: "\(parent.title) \(parent.id)",
            state: parent.state, since: since)
    }
}

private enum StuckSQL {
    /// From what is over to those that wait for it: most that is over has nobody behind it. What is of
    /// unknown outcome is told by itself.
    static let pairs = """
        FROM request AS p INDEXED BY request_state
            CROSS JOIN request_need AS n INDEXED BY request_need_back
            CROSS JOIN request AS child
        WHERE p.connector_id = ?1 AND p.state <> 'queued' AND p.state IN ('failed', 'cancelled', 'expired')
            AND n.needs = p.number AND child.number = n.request AND child.state = 'queued'
        """
}
