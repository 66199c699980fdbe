package import FoundationEssentials
import Sync

/// What is not kept for ever.
package enum Retention {
    /// The ten dots stay however old they are.
    package static let dots = 10
    /// Conversations per connector, however young they are: one that is forced every five minutes for days
    /// must not fill the disk.
    package static let conversations = 1000
    /// Activity: a year, and the month in which somebody asks about last year's month.
    package static let activityDays = 400
    /// Wrong passwords count for a quarter of an hour; a month of them helps to see who tried.
    package static let failureDays = 30
    /// Connectors that are looked through in one step.
    static let connectorsPerStep = 100
}

extension SyncDatabase {
    /// Takes away what is too old, in a step that is small enough to run beside conversations.
    ///
    /// The newest conversation of a connector and the newest line of activity always stay, so that no number
    /// is ever given twice.
    ///
    /// - Parameters:
    ///   - history: seconds for which ended conversations are kept.
    ///   - limit: rows of each kind that one step may delete.
    ///   - connector: where the last step ended; 0 to begin.
    /// - Returns: rows that were deleted, and where the next step begins; nil when all has been looked
    ///   through.
    package func prune(
        now: Date, history: Int, limit: Int = 500, after connector: Int64 = 0
    ) async throws -> (deleted: Int, next: Int64?) {
        let expired = try await read { snapshot in
            try snapshot.expired(now: now, history: history, limit: limit, after: connector)
        }
        guard !expired.isEmpty else { return (0, expired.next) }
        let (deleted, files) = try await transact { transaction in
            // Their rows go with the conversation.
            let files = try transaction.spooledNames(of: expired.conversations)
            return (try transaction.delete(expired), files)
        }
        for file in files { spool?.remove(file) }
        return (deleted, deleted >= limit ? connector : expired.next)
    }
}

/// What a look through the database found to be too old.
struct Expired: Sendable {
    var conversations: [Int64]
    /// Lines of activity up to this number.
    var activity: Int64?
    var failuresBefore: Date?
    /// Rows of earlier versions that ended before their connector's history reaches back.
    var versions: [Int64] = []
    var next: Int64?

    var isEmpty: Bool {
        conversations.isEmpty && activity == nil && failuresBefore == nil && versions.isEmpty
    }
}

extension Snapshot {
    func expired(now: Date, history: Int, limit: Int, after connector: Int64) throws -> Expired {
        let before = now.addingTimeInterval(-Double(history))
        let connectors: [Int64] = try rows(
            "SELECT id FROM connector WHERE id > ?1 ORDER BY id LIMIT ?2", connector,
            Retention.connectorsPerStep
        ) { $0.next() }
        var conversations: [Int64] = []
        for connector in connectors where conversations.count < limit {
            conversations += try rows(
                """
                SELECT number FROM conversation
                WHERE connector_id = ?1 AND ended_at IS NOT NULL AND (
                    number <= (
                        SELECT number FROM conversation WHERE connector_id = ?1
                        ORDER BY number DESC LIMIT 1 OFFSET ?2)
                    OR last_call_at < ?3 AND number <= (
                        SELECT number FROM conversation WHERE connector_id = ?1
                        ORDER BY number DESC LIMIT 1 OFFSET ?4))
                ORDER BY number LIMIT ?5
                """, connector, Retention.conversations, before, Retention.dots,
                limit - conversations.count
            ) { $0.next() }
        }
        return Expired(
            conversations: conversations,
            activity: try expiredActivity(
                before: now.addingTimeInterval(-Double(Retention.activityDays) * 86_400), limit: limit),
            failuresBefore: try expiredFailures(
                before: now.addingTimeInterval(-Double(Retention.failureDays) * 86_400)),
            versions: try expiredVersions(connectors, now: now, limit: limit),
            next: connectors.count == Retention.connectorsPerStep ? connectors.last : nil)
    }

    /// Lines are numbered in the order of their times, so the oldest are the first.
    private func expiredActivity(before: Date, limit: Int) throws -> Int64? {
        try first(
            """
            SELECT max(number) FROM (SELECT number, at FROM activity ORDER BY number LIMIT ?1)
            WHERE at < ?2 AND number < (SELECT max(number) FROM activity)
            """, limit, before
        ) { $0.next(Int64?.self) } ?? nil
    }

    private func expiredVersions(_ connectors: [Int64], now: Date, limit: Int) throws -> [Int64] {
        var versions: [Int64] = []
        for connector in connectors where versions.count < limit {
            guard case .days(let days) = try historyKept(connector: connector) else { continue }
            versions += try rows(
                "SELECT rowid FROM record_version WHERE connector_id = ?1 AND valid_until < ?2 LIMIT ?3",
                connector, now.addingTimeInterval(-Double(days) * 86_400), limit - versions.count
            ) { $0.next() }
        }
        return versions
    }

    private func expiredFailures(before: Date) throws -> Date? {
        try first("SELECT 1 FROM login_failure WHERE at < ?1 LIMIT 1", before) { _ in before }
    }
}

extension Transaction {
    /// - Returns: how many conversations and lines of activity went.
    fileprivate func delete(_ expired: Expired) throws -> Int {
        var deleted = 0
        for number in expired.conversations {
            try execute("DELETE FROM conversation WHERE number = ?1", number)
            deleted += changes
        }
        if let activity = expired.activity {
            try execute("DELETE FROM activity WHERE number <= ?1", activity)
            deleted += changes
        }
        for row in expired.versions {
            try execute("DELETE FROM record_version WHERE rowid = ?1", row)
            deleted += changes
        }
        if let before = expired.failuresBefore {
            try execute("DELETE FROM login_failure WHERE at < ?1", before)
        }
        return deleted
    }
}
