package import FoundationEssentials

extension Retention {
    /// Settled requests and message sets: a year, and the month after it.
    package static let requestDays = 400
    /// Events: conversations have two each, so a year of them would be most of the file.
    package static let eventDays = 90
}

extension SyncDatabase {
    /// The minute's care of requests: those whose time is over expire, and what was settled long ago goes, in
    /// a step that is small enough to run beside conversations.
    ///
    /// - Parameter limit: rows of each kind that one step takes.
    /// - Returns: rows that were deleted; as many as `limit` or more if there are more.
    @discardableResult
    package func careForRequests(now: Date, limit: Int = 500) async throws -> Int {
        let before = now.addingTimeInterval(-Double(Retention.requestDays) * 86_400)
        let (expired, old) = try await read { snapshot in
            var old = try snapshot.oldRequests(before, limit: limit)
            let then = now.addingTimeInterval(-Double(Retention.eventDays) * 86_400)
            old.events = try snapshot.oldEvents(then, limit: limit)
            return (try snapshot.hasExpiredRequests(now: now), old)
        }
        guard expired || !old.isEmpty else { return 0 }
        // A call of thousands expires at once; each step is a commit of its own.
        var more = expired
        while more {
            try await transact { try $0.expireRequests(now: now) }
            more = try await read { try $0.hasExpiredRequests(now: now) }
        }
        return old.isEmpty ? 0 : try await transact { try $0.forget(old) }
    }
}

/// What was settled so long ago that nobody asks for it any more.
struct OldRequests: Sendable {
    var requests: [Int64] = []
    var sets: [String] = []
    /// Events up to this number.
    var events: Int64?

    var isEmpty: Bool { requests.isEmpty && sets.isEmpty && events == nil }
}

extension Snapshot {
    fileprivate func hasExpiredRequests(now: Date) throws -> Bool {
        try first(
            """
            SELECT 1 FROM request INDEXED BY request_expiry
            WHERE state = 'queued' AND expires_at IS NOT NULL AND expires_at <= ?1 LIMIT 1
            """, now
        ) { $0.next(Bool.self) } ?? false
    }

    /// One that another still waits for stays: without it the other would go out.
    fileprivate func oldRequests(_ before: Date, limit: Int) throws -> OldRequests {
        let requests: [Int64] = try rows(
            """
            SELECT q.number FROM request AS q INDEXED BY request_settled
            WHERE q.settled_at < ?1 AND NOT EXISTS (
                SELECT 1 FROM request_need AS n JOIN request AS child ON child.number = n.request
                WHERE n.needs = q.number AND child.settled_at IS NULL)
            ORDER BY q.settled_at LIMIT ?2
            """, before, limit
        ) { $0.next() }
        let sets: [String] = try rows(
            """
            SELECT s.id FROM message_set AS s
            WHERE s.closed_at < ?1 AND s.closed_at < (
                    SELECT max(t.closed_at) FROM message_set AS t WHERE t.connector_id = s.connector_id)
                AND NOT EXISTS (SELECT 1 FROM request AS q WHERE q.set_id = s.id)
            LIMIT ?2
            """, before, limit
        ) { $0.next() }
        return OldRequests(requests: requests, sets: sets)
    }

    fileprivate func oldEvents(_ before: Date, limit: Int) throws -> Int64? {
        // Numbered in the order of their times, so the oldest are the first. The newest always stays, so that
        // no number is ever given twice.
        try first(
            """
            SELECT max(number) FROM (SELECT number, at FROM event ORDER BY number LIMIT ?1)
            WHERE at < ?2 AND number < (SELECT max(number) FROM event)
            """, limit, before
        ) { $0.next(Int64?.self) } ?? nil
    }
}

extension Transaction {
    fileprivate func forget(_ old: OldRequests) throws -> Int {
        var deleted = 0
        for number in old.requests {
            // The key of a call is kept as long as any of its requests.
            try execute("DELETE FROM request WHERE number = ?1", number)
            deleted += changes
            try execute(
                """
                DELETE FROM request_call
                WHERE last = (SELECT min(last) FROM request_call WHERE last >= ?1) AND first <= ?1
                    AND NOT EXISTS (SELECT 1 FROM request AS q WHERE q.number BETWEEN first AND last)
                """, number)
        }
        for set in old.sets {
            try execute("DELETE FROM message_set WHERE id = ?1", set)
            deleted += changes
        }
        if let events = old.events {
            try execute("DELETE FROM event WHERE number <= ?1", events)
            deleted += changes
        }
        return deleted
    }
}
