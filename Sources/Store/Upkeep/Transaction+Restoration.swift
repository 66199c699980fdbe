/*
 What a database does that was put back to a copy of itself: once, at its first start, in one transaction.

     copy made            stopped, put back       first start
     ───┼──────────────────────┼─────────────────────┼────────
        |<──── is lost ───────>|

 In the time that is lost requests were sent, records were read and numbers were given, and the copy knows
 nothing of it. The books do, and so do those who read our events. So:

   - A write that had not ended for good in the copy may have been sent since, or sent again. Its outcome is
     unknown. It is not sent before QuickBooks' records were looked through for it: `Conversation+Restored`
     takes the same way as for a write whose answer was lost.
   - A conversation that was open in the copy ended in that time, and whatever its client says under its
     ticket belongs to another course of things: it ends here as lost. What it had found out about a set of
     requests whose answer did not come is found out anew.
   - Numbers of changes and events go on at the moment of the restore in microseconds, which no lost time can
     have reached, not even that of an earlier restore of the same copy: a reader who is ahead of the copy
     misses nothing, and never meets two things under one number.
   - No message-set ID needs care: it is 128 random bits, so none that is made from now on is one of the lost
     time. QuickBooks would otherwise take a new set for one that it has run. IDs of requests, tickets and
     webhooks are made alike.
   - Records that were changed since are read because the copy's watermarks are as old as its records; a day
     is taken off them for clocks that are wrong. What was made and deleted in between, and whatever else a
     watermark cannot show, is found by a comparison of all IDs (`verify`), which is asked for here.
   - Whoever reads events, the journal and `status` is told.
*/

package import FoundationEssentials
package import Sync

/// A database that was put back, as it is noted in it.
package struct Restoration: Equatable, Sendable {
    package var number: Int64
    package var restoredAt: Date
    /// As of when the copy was.
    package var copiedAt: Date
    /// Requests that waited or were under way in the copy, and may have been sent since.
    package var requests: Int
}

extension SyncDatabase {
    /// Recognises a copy in the database's place, and does what follows from it: to be called before the
    /// first call is answered.
    ///
    /// - Parameter tell: hears what the journal is to be told of the copy's conversations.
    /// - Returns: nil for a database that was not put back.
    package func settleRestoration(
        at now: Date, tell: ([Event]) -> Void = { _ in }
    ) throws -> Restoration? {
        guard try readNow({ try $0.copiedAt() }) != nil else { return nil }
        let (settled, ended) = try transactNow { transaction -> (Restoration?, [Event]) in
            guard let copiedAt = try transaction.copiedAt() else { return (nil, []) }
            let (made, ended) = try transaction.settleRestoration(copiedAt: copiedAt, at: now)
            return (made, ended)
        }
        tell(ended)
        return settled
    }
}

extension Snapshot {
    /// The latest time that the database was put back, with the requests that are still in doubt for any.
    package func restoration() throws -> (latest: Restoration, inDoubt: Int)? {
        let latest = try first(
            "SELECT number, restored_at, copied_at, requests FROM restoration ORDER BY number DESC LIMIT 1"
        ) { row in
            Restoration(
                number: row.next(), restoredAt: row.next(), copiedAt: row.next(), requests: row.next())
        }
        return try latest.map { ($0, try doubtfulRequests()) }
    }

    fileprivate func doubtfulRequests() throws -> Int {
        try first(
            """
            SELECT count(*) FROM request INDEXED BY request_doubtful
            WHERE doubtful_since IS NOT NULL AND state IN ('queued', 'sent')
            """
        ) { $0.next() } ?? 0
    }

    /// The time that was lost, if a number of a change was given in it.
    func lostTime(ofChange number: Int64) throws -> Restoration? {
        try first(
            """
            SELECT number, restored_at, copied_at, requests FROM restoration
            WHERE last_change < ?1 AND ?1 < next_change ORDER BY number DESC LIMIT 1
            """, number
        ) { row in
            Restoration(
                number: row.next(), restoredAt: row.next(), copiedAt: row.next(), requests: row.next())
        }
    }
}

extension Transaction {
    fileprivate func settleRestoration(
        copiedAt: Date, at now: Date
    ) throws -> (Restoration, ended: [Event]) {
        let lastChange = try newestChange()
        let lastEvent = try newestEvent()
        let changes = try startBehindLostNumbers("activity", last: lastChange, at: now)
        let events = try startBehindLostNumbers("event", last: lastEvent, at: now)
        // What is told from here on has numbers that were never given.
        let ended = try endConversations(at: now)
        try doubtWrites(copiedAt: copiedAt)
        for (connector, _) in try connectorsToTell() { try doubtAnew(connector: connector) }
        let requests = try doubtfulRequests()
        try execute(
            """
            INSERT INTO restoration (restored_at, copied_at, requests, last_change, next_change, last_event,
                next_event)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """, now, copiedAt, requests, lastChange, changes, lastEvent, events)
        let made = Restoration(
            number: lastInserted, restoredAt: now, copiedAt: copiedAt, requests: requests)
        try stepBackWatermarks()
        for (connector, isRead) in try connectorsToTell() {
            try event(.databaseRestored, restoration: made, connector: connector, at: now)
            if isRead { _ = try ask(.verify([]), connector: connector, by: "restore", at: now) }
        }
        let restorer = try RestoreNote.read(database)
        try RestoreNote.remove(from: database)
        let way = restorer.map { "put in place at \($0.at)" } ?? "put in place by other means than qbsyncctl"
        try audit(
            restorer?.author ?? Author(name: "qbsyncd"), .restore, subject: "restoration \(made.number)",
            detail: "copy of \(Timestamp.text(copiedAt)), \(way)", at: now)
        // The database itself again.
        try execute("PRAGMA user_version = 0")
        return (made, ended)
    }

    private func endConversations(at now: Date) throws -> [Event] {
        var events: [Event] = []
        for running in try runningSyncs() {
            let lost = Exchange.giveUp(
                running.open, connector: running.connector, path: running.path, now: now)
            try apply(lost.changes)
            events += lost.events
        }
        return events
    }

    /// Should the clock have gone back: numbers of one time between two restores.
    private static let numbers: Int64 = 1_000_000_000

    /// - Returns: the number behind which the table goes on; below 2^53, so that readers of JSON keep it.
    private func startBehindLostNumbers(_ table: String, last: Int64, at now: Date) throws -> Int64 {
        let moment = Int64(max(0, now.timeIntervalSince1970)) * 1_000_000
        let next = max(moment, last + Self.numbers)
        try execute("UPDATE sqlite_sequence SET seq = ?2 WHERE name = ?1", table, next)
        if self.changes == 0 {
            try execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)", table, next)
        }
        return next
    }

    /// Also those that had failed or were cancelled: somebody may have sent them again since, and would now
    /// do so a second time. What succeeded stays so. A question changes nothing, and is just asked.
    private func doubtWrites(copiedAt: Date) throws {
        try execute(
            """
            UPDATE request SET doubtful_since = min(coalesce(doubtful_since, ?1), ?1),
                -- What a look told of an earlier set says nothing of the time that is lost.
                is_examined = 0, blindness = NULL
            WHERE operation IS NOT NULL AND state <> 'succeeded'
            """, copiedAt)
        try execute(
            """
            UPDATE request SET outcome = 'unknown', sentence = ?1
            WHERE operation IS NOT NULL AND state = 'queued'
            """,
            "It may have been sent before the database was put back to an older copy: QuickBooks' records "
                + "are looked through before it is sent.")
    }

    private func stepBackWatermarks() throws {
        try execute(
            """
            UPDATE watermark SET high_water = strftime('%Y-%m-%dT%H:%M:%S', high_water, '-1 day')
            WHERE strftime('%Y-%m-%dT%H:%M:%S', high_water, '-1 day') IS NOT NULL
            """)
    }

    /// All, and whether anything of them was ever read. One that is disabled is compared once it syncs again.
    private func connectorsToTell() throws -> [(connector: Int64, isRead: Bool)] {
        try rows(
            """
            SELECT c.id, EXISTS (SELECT 1 FROM watermark AS w
                WHERE w.connector_id = c.id AND w.complete_at IS NOT NULL)
            FROM connector AS c ORDER BY c.id
            """
        ) { ($0.next(), $0.next()) }
    }

    private func event(
        _ kind: EventKind, restoration: Restoration, connector: Int64, at: Date
    ) throws {
        hasTaskNews = true
        let sentence =
            "The database was put back to a copy of \(Timestamp.text(restoration.copiedAt)). What came "
            + "between is lost here: compare what you have read or queued since."
        try execute(
            """
            INSERT INTO event (at, connector_id, kind, subject, sentence) VALUES (?1, ?2, ?3, ?4, ?5)
            """, at, connector, kind.rawValue, "restoration_\(restoration.number)", sentence)
    }
}
