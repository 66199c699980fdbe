import FoundationEssentials
import QBXML
import Sync

/// What waits to be sent, as far as one call needs it.
extension Snapshot {
    /// Whether a check-in has requests to serve: some may go out, or a set is in doubt.
    func hasRequests(connector: Int64, now: Date) throws -> Bool {
        let isOpen = try first(
            "SELECT 1 FROM message_set WHERE connector_id = ?1 AND stage <> 'closed' LIMIT 1", connector
        ) { $0.next(Bool.self) }
        if isOpen ?? false { return true }
        // Refused for its old EditSequence, and to be compared with what is there now.
        let isStale = try first(
            """
            SELECT 1 FROM request AS q INDEXED BY request_stale
            WHERE q.connector_id = ?1 AND q.state = 'queued' AND q.is_stale = 1 AND \(OutboxSQL.mayGo)
            LIMIT 1
            """, connector, now
        ) { $0.next(Bool.self) }
        if isStale ?? false { return true }
        return try first(OutboxSQL.queue(columns: "1", limit: 1), connector, now) { $0.next(Bool.self) }
            ?? false
    }

    /// - Parameter freshID: for the set that the call may form.
    func outboxFacts(connector: Int64, now: Date, freshID: String) throws -> OutboxFacts {
        var facts = OutboxFacts(freshID: freshID)
        facts.set = try openSet(connector: connector)
        if let set = facts.set { try loadStanding(of: set, connector: connector, now: now, into: &facts) }
        for write in facts.set?.writes ?? [] where write.isExamined {
            facts.candidates[write.number] = try candidates(of: write, connector: connector)
        }
        facts.queue = try resolved(
            rows(OutboxSQL.queue(columns: StoredWrite.columns, limit: Self.queueLimit), connector, now) {
                try StoredWrite(&$0)
            }.filter { try awaitsRecord($0) == false })
        if let bundle = facts.queue.first?.bundle {
            // Those behind one that has to wait may use what it defines.
            let ready = try ready(bundle: bundle, now: now)
            facts.queue = try resolved(Array(ready.prefix { try awaitsRecord($0) == false }))
        }
        facts.stale = try stale(connector: connector, now: now)
        guard facts.hasWork else { return facts }
        facts.clockAhead =
            try first("SELECT clock_ahead FROM rhythm WHERE connector_id = ?1", connector) {
                $0.next(Int?.self)
            }.flatMap { $0 } ?? 0
        let last = try first(
            """
            SELECT id, requests, CAST((julianday(closed_at) - julianday(sent_at)) * 86400000 AS INTEGER),
                sends, sends + asks
            FROM message_set WHERE connector_id = ?1 AND closed_at IS NOT NULL AND is_recoverable = 1
                AND sends > 0
            ORDER BY closed_at DESC LIMIT 1
            """, connector
        ) { row in
            (
                id: row.next(String.self), requests: row.next(Int.self), milliseconds: row.next(Int.self),
                sends: row.next(Int.self), goes: row.next(Int.self)
            )
        }
        // A first copy may still be on its way: as long as QuickBooks remembers the set, it does not run it.
        facts.lastClosedID = last.flatMap { $0.sends == 1 ? $0.id : nil }
        // Where a doubt had to be cleared up, the time tells nothing.
        if let last, last.goes == 1 {
            facts.pace = OutboxFacts.Pace(requests: last.requests, seconds: Double(last.milliseconds) / 1000)
        }
        return facts
    }

    /// A batch has a hundred at most.
    private static let queueLimit = 120

    /// Records that may have come of a request: for a change the record itself, for what is new all of its
    /// kind that we first saw after it was sent, also what somebody has deleted since: it was there.
    private func candidates(of write: Write, connector: Int64) throws -> [Candidate] {
        guard let kind = write.subject.kind else { return [] }
        if let id = write.subject.id {
            return try rows(
                """
                SELECT \(Candidate.columns) FROM record AS r
                WHERE r.connector_id = ?1 AND r.kind = ?2 AND r.id = ?3
                """, connector, kind, id
            ) { Candidate(&$0) }
        }
        // As far back as the books were asked, and a day or two for the zone: an index of times leads there.
        if let guid = write.distinctGUID {
            var found = try rows(
                """
                SELECT \(Candidate.columns) FROM record AS r
                WHERE r.connector_id = ?1 AND r.kind = ?2
                    AND r.modified_at >= (SELECT strftime('%Y-%m-%dT%H:%M:%fZ', s.since, '-2 days')
                        FROM message_set AS s JOIN request AS q ON q.set_id = s.id WHERE q.number = ?4)
                    AND r.json ->> '$.ExternalGUID' = ?3 COLLATE NOCASE AND \(OutboxSQL.isNobodys) LIMIT 2
                """, connector, kind, guid, write.number
            ) { Candidate(&$0) }
            if !found.isEmpty,
                try isShared(guid, by: write.number, write.id, kind: kind, connector: connector)
            {
                for place in found.indices { found[place].isShared = true }
            }
            return found
        }
        return try rows(
            """
            SELECT \(Candidate.columns) FROM record AS r
            WHERE r.connector_id = ?1 AND r.kind = ?2
                AND r.first_seen_at >= (SELECT s.formed_at FROM message_set AS s
                    JOIN request AS q ON q.set_id = s.id WHERE q.number = ?3)
                AND \(OutboxSQL.isNobodys)
            ORDER BY r.first_seen_at LIMIT 200
            """, connector, kind, write.number
        ) { Candidate(&$0) }
    }

    /// Whether another request has put the same GUID into what it added, and nobody knows what became of it.
    /// A GUID that was made of the request's own ID is no other's.
    func isShared(
        _ guid: String, by number: Int64, _ id: String, kind: String, connector: Int64
    ) throws -> Bool {
        if Identifier.equal(guid, Write.externalGUID(of: id)) { return false }
        let other = try first(
            """
            SELECT 1 FROM request AS q INDEXED BY request_state
            WHERE q.connector_id = ?1 AND q.state <> 'queued'
                AND q.state IN ('sent', 'outcome unknown', 'failed') AND q.number <> ?2
                AND q.operation = 'Add' AND q.kind = ?3 AND q.external_guid = ?4 COLLATE NOCASE
                -- Of those that failed, what was dropped may have been carried out.
                AND (q.state <> 'failed' OR q.outcome = 'unknown')
            LIMIT 1
            """, connector, number, kind, guid
        ) { $0.next(Bool.self) }
        return other ?? false
    }

    private func stale(connector: Int64, now: Date) throws -> [StaleWrite] {
        try rows(
            """
            SELECT \(StoredWrite.columns), CAST(q.before AS BLOB), CAST(r.json AS BLOB), r.edit_sequence
            FROM request AS q INDEXED BY request_stale LEFT JOIN record AS r
                ON r.connector_id = q.connector_id AND r.kind = q.kind AND r.id = q.record_id
                    AND r.deleted_at IS NULL
            WHERE q.connector_id = ?1 AND q.state = 'queued' AND q.is_stale = 1 AND \(OutboxSQL.mayGo)
            ORDER BY q.priority DESC, q.number LIMIT 20
            """, connector, now
        ) { row in
            let stored = try StoredWrite(&row)
            return StaleWrite(
                write: try resolved([stored])[0], before: row.next(), present: row.next(),
                editSequence: row.next())
        }
    }
}

enum OutboxSQL {
    /// Of `record AS r`, of the connector ?1 and the kind ?2: what another request of ours added is none of
    /// this one's.
    static let isNobodys = """
        NOT EXISTS (SELECT 1 FROM request AS other INDEXED BY request_record
            WHERE other.connector_id = ?1 AND other.kind = ?2 AND other.record_id = r.id
                AND other.operation = 'Add')
        """

    /// What may go out now: its time has come and what it waits for has succeeded.
    static func queue(columns: String, limit: Int) -> String {
        """
        SELECT \(columns) FROM request AS q INDEXED BY request_queue
        WHERE q.connector_id = ?1 AND q.blockers = 0 AND \(isDue)
        ORDER BY q.priority DESC, q.number LIMIT \(limit)
        """
    }

    /// Its time has come, and nothing keeps it back; `?2` is now.
    static let isDue = """
        q.state = 'queued' AND q.is_stale = 0 AND \(mayGo) AND (q.not_before IS NULL OR q.not_before <= ?2
            -- A pause of ours that ends farther away than any is one of before a clock was set back.
            OR (q.attempts > 0 AND q.not_before > \(farthestPause)))
        """

    private static let farthestPause =
        "strftime('%Y-%m-%dT%H:%M:%fZ', ?2, '+\(Int(WritePolicy.longestDelay)) seconds')"

    /// Its time is not over, its source goes on, and its category is written; `?2` is now.
    static let mayGo = """
        (q.expires_at IS NULL OR q.expires_at > ?2)
            AND NOT EXISTS (SELECT 1 FROM stopped_source AS t
                WHERE t.connector_id = q.connector_id AND t.source = q.source)
            AND NOT \(isClosed)
        """

    /// It writes, and its category is not written: `category set --direction read`. The settings of a
    /// connector are few and mostly none, so the kind is looked at last.
    static let isClosed = """
        (q.operation IS NOT NULL AND EXISTS (SELECT 1 FROM category_setting AS g
            WHERE g.connector_id = q.connector_id AND g.direction IN (\(closedDirections))
                AND +g.category = CASE q.kind \(categories) END))
        """

    /// Words of our own, so they may stand in the text.
    private static let closedDirections = CategorySetting.Direction.allCases.filter { !$0.writes }
        .map { "'\($0.rawValue)'" }.joined(separator: ", ")

    private static let categories = Category.all.flatMap { category in
        category.kinds.filter { Category.bringing(kind: $0)?.name == category.name }
            .map { "WHEN '\($0)' THEN '\(category.name)'" }
    }.joined(separator: " ")
}
