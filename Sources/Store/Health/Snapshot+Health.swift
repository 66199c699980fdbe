package import FoundationEssentials
import QBXML
package import Sync

extension Snapshot {
    /// Everything that conditions are made from, for all connectors or for one.
    package func connectorHealth(named name: String? = nil, now: Date) throws -> [ConnectorHealth] {
        let facts = try connectorFacts(named: name)
        guard let first = facts.first else { return [] }
        let scope = name == nil ? Scope.all : Scope(first.connector.id)
        let queues = try queueLengths(scope, now: now)
        let unknown = try unknownRequests(scope)
        let lost = try lostCategories(scope)
        let failing = try failingCategories(scope)
        let notes = try rhythmNotes(scope)
        return try facts.map { facts in
            let id = facts.connector.id
            var versions = notes[id]?.versions ?? ClientVersions()
            // Only a request that waits can need more than there is.
            if queues[id] != nil { try needs(of: id, &versions) }
            var health = ConnectorHealth(
                facts: facts, queue: queues[id], unknown: unknown[id], lost: lost[id] ?? [],
                failing: failing[id] ?? [], versions: versions, clock: notes[id]?.clock,
                heard: facts.isSilent(at: now) ? try sleepPattern(connector: id) : SleepPattern())
            health.stopped = try stoppedSources(connector: id)
            // Only what waits can be stuck.
            if queues[id] != nil { health.stuck = try stuck(connector: id) }
            return health
        }
    }

    private func queueLengths(_ scope: Scope, now: Date) throws -> [Int64: QueueLength] {
        var queues: [Int64: QueueLength] = [:]
        try visitRows(
            """
            SELECT connector_id, count(*), min(queued_at) FROM request INDEXED BY request_waiting
            WHERE state = 'queued' AND connector_id BETWEEN ?1 AND ?2
                AND (not_before IS NULL OR not_before <= ?3)
            GROUP BY connector_id
            """, scope.from, scope.to, now
        ) { row in
            queues[row.next()] = QueueLength(count: row.next(), oldest: row.next(), arrived: 0, left: 0)
        }
        let dayAgo = now.addingTimeInterval(-86_400)
        // What came and went in a day may be hundreds of thousands: counted only where something waits long.
        for (id, queue) in queues where now.timeIntervalSince(queue.oldest) > QueueLength.leastPatience {
            queues[id]?.arrived =
                try first(
                    """
                    SELECT count(*) FROM request INDEXED BY request_list
                    WHERE connector_id = ?1 AND number > coalesce((
                        SELECT number FROM request INDEXED BY request_list
                        WHERE connector_id = ?1 AND queued_at <= ?2 ORDER BY number DESC LIMIT 1), 0)
                    """, id, dayAgo
                ) { $0.next() } ?? 0
            queues[id]?.left =
                try first(
                    """
                    SELECT count(*) FROM request INDEXED BY request_settled
                    WHERE connector_id = ?1 AND settled_at > ?2
                    """, id, dayAgo
                ) { $0.next() } ?? 0
        }
        return queues
    }

    private func unknownRequests(_ scope: Scope) throws -> [Int64: UnknownRequests] {
        var unknown: [Int64: UnknownRequests] = [:]
        try visitRows(
            """
            SELECT connector_id, count(*), min(coalesce(sent_at, queued_at)) FROM request
                INDEXED BY request_trouble
            WHERE connector_id BETWEEN ?1 AND ?2 AND \(RequestSQL.troubled) AND state = 'outcome unknown'
            GROUP BY connector_id
            """, scope.from, scope.to
        ) { row in unknown[row.next()] = UnknownRequests(count: row.next(), since: row.next()) }
        return unknown
    }

    private func lostCategories(_ scope: Scope) throws -> [Int64: [TroubledCategory]] {
        try categories(
            """
            SELECT connector_id, category, since, probed_at, coalesce(sentence, '')
            FROM coverage INDEXED BY coverage_lost
            WHERE connector_id BETWEEN ?1 AND ?2 AND was_readable_at IS NOT NULL
                AND answer IN ('refused', 'withheld')
            ORDER BY connector_id, category
            """, scope)
    }

    private func failingCategories(_ scope: Scope) throws -> [Int64: [TroubledCategory]] {
        try categories(
            """
            SELECT connector_id, category, since, last_seen_at, sentence
            FROM message INDEXED BY message_category
            WHERE connector_id BETWEEN ?1 AND ?2 AND subject = '' ORDER BY connector_id, category
            """, scope)
    }

    private func categories(_ sql: String, _ scope: Scope) throws -> [Int64: [TroubledCategory]] {
        var categories: [Int64: [TroubledCategory]] = [:]
        try visitRows(sql, scope.from, scope.to) { row in
            let connector: Int64 = row.next()
            categories[connector, default: []].append(
                TroubledCategory(
                    category: row.next(), since: row.next(), lastSeen: row.next(), sentence: row.next()))
        }
        return categories
    }

    private func rhythmNotes(
        _ scope: Scope
    ) throws -> [Int64: (versions: ClientVersions, clock: ClockReading?)] {
        var notes: [Int64: (versions: ClientVersions, clock: ClockReading?)] = [:]
        try visitRows(
            """
            SELECT connector_id, client_version, client_seen_at, clock_ahead, clock_seen_at, clock_since
            FROM rhythm WHERE connector_id BETWEEN ?1 AND ?2
            """, scope.from, scope.to
        ) { row in
            let connector: Int64 = row.next()
            let versions = ClientVersions(webConnector: row.next(), webConnectorSeen: row.next())
            let ahead: Int? = row.next()
            let seen: Date? = row.next()
            let since: Date? = row.next()
            var clock: ClockReading?
            if let ahead, let seen { clock = ClockReading(ahead: ahead, seenAt: seen, since: since) }
            notes[connector] = (versions, clock)
        }
        return notes
    }

    private func needs(of connector: Int64, _ versions: inout ClientVersions) throws {
        versions.quickBooks =
            try first(
                """
                SELECT highest_version FROM conversation
                WHERE connector_id = ?1 AND is_refusal = 0 AND highest_version IS NOT NULL
                ORDER BY number DESC LIMIT 1
                """, connector
            ) { $0.next(String?.self) } ?? nil
        var newest: (version: Version, since: Date)?
        try visitRows(
            """
            SELECT needs_version, min(queued_at) FROM request INDEXED BY request_waiting
            WHERE state = 'queued' AND connector_id = ?1 GROUP BY needs_version
            """, connector
        ) { row in
            let text: String = row.next()
            let since: Date = row.next()
            guard let version = Version(text) else { return }
            if let known = newest, known.version >= version { return }
            newest = (version, since)
        }
        versions.needed = newest.map { "\($0.version)" }
        versions.neededSince = newest?.since
    }

    private func sleepPattern(connector: Int64) throws -> SleepPattern {
        SleepPattern(
            heard: Set(
                try rows("SELECT hour FROM contact_hour WHERE connector_id = ?1", connector) {
                    $0.next(Int.self)
                }))
    }

    /// How often each connector's Web Connector checks in.
    func rhythms(_ scope: Scope) throws -> [Int64: Rhythm] {
        var rhythms: [Int64: Rhythm] = [:]
        try visitRows(
            "SELECT connector_id, gaps FROM rhythm WHERE connector_id BETWEEN ?1 AND ?2", scope.from, scope.to
        ) { row in rhythms[row.next()] = Rhythm(text: row.next()) }
        return rhythms
    }
}

extension ConnectorFacts {
    fileprivate func isSilent(at now: Date) -> Bool {
        lastContact.map { now.timeIntervalSince($0.at) > Double(quietSeconds) } ?? false
    }
}
