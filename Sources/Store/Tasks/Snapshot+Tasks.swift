package import FoundationEssentials
import QBXML
package import Sync

/// How a task stands.
package enum TaskState: String, CaseIterable, Sendable {
    case queued, running, stopped, done, failed

    package var isOver: Bool { self == .done || self == .failed }
}

/// A task as people see it: what was asked for, how far it is, what it came to.
package struct TaskRow: Equatable, Sendable {
    package var task: MirrorTask
    package var state: TaskState
    package var askedAt: Date
    package var askedBy: String
    package var startedAt: Date?
    package var endedAt: Date?
    /// Steps that are done, and all; nil before the first conversation.
    package var done: Int?
    package var steps: Int?
    /// Records that its steps have read so far.
    package var received: Int
    /// Of the step at work: what QuickBooks says is left of it.
    package var remaining: Int?
    /// The category of the step at work; nil while none runs.
    package var category: String?
    /// What a comparison found, be it records or balances.
    package var differences: Int
    package var sentence: String?
}

extension Snapshot {
    /// The tasks of a connector, newest first.
    ///
    /// - Parameters:
    ///   - words: only these kinds; nil for all.
    ///   - before: smaller numbers only, to page on.
    package func tasks(
        connector: Int64, words: Set<MirrorTask.Word>? = nil, before: Int64 = .max, limit: Int
    ) throws -> [TaskRow] {
        let numbers = try rows(
            "SELECT number, kind FROM task WHERE connector_id = ?1 AND number < ?2 ORDER BY number DESC",
            connector, before
        ) { row in (number: row.next(Int64.self), word: try row.word(MirrorTask.Word.self)) }
        let wanted = numbers.filter { words?.contains($0.word) ?? true }.prefix(limit)
        return try wanted.compactMap { try taskRow($0.number, connector: connector) }
    }

    /// - Returns: nil if the connector has no such task.
    package func taskRow(_ number: Int64, connector: Int64) throws -> TaskRow? {
        guard let task = try task(number) else { return nil }
        let row = try first(
            """
            SELECT state, asked_at, asked_by, started_at, ended_at, done, steps,
                (SELECT coalesce(sum(received), 0) FROM category_run WHERE task = number),
                (SELECT count(*) FROM task_finding WHERE task = number AND finding <> ?3)
                    + iif(kind = 'balance-report' AND result IS NOT NULL,
                        (SELECT count(*) FROM json_each(task.result, '$.lines')
                            WHERE value ->> 'verdict' IN ('differs', 'not in QuickBooks')), 0), sentence
            FROM task WHERE number = ?1 AND connector_id = ?2
            """, number, connector, Difference.Finding.deletedSince.rawValue
        ) { row in
            TaskRow(
                task: task, state: try row.word(), askedAt: row.next(), askedBy: row.next(),
                startedAt: row.next(), endedAt: row.next(), done: row.next(), steps: row.next(),
                received: row.next(), differences: row.next(), sentence: row.next())
        }
        guard var row else { return nil }
        let step = try first(
            """
            SELECT r.category, r.remaining FROM category_run AS r
            JOIN conversation AS v ON v.number = r.conversation
            WHERE r.task = ?1 AND r.state = 'running' AND v.ended_at IS NULL
            """, number
        ) { row in (row.next(String.self), row.next(Int?.self)) }
        (row.category, row.remaining) = (step?.0, step?.1)
        return row
    }

    /// What a task came to, as JSON: a balance report or a report of QuickBooks.
    package func taskResult(_ number: Int64) throws -> [UInt8]? {
        try first("SELECT result FROM task WHERE number = ?1", number) { row in
            row.next(String?.self).map { Array($0.utf8) }
        } ?? nil
    }

    /// - Returns: nil for what is no balance report, or not done yet.
    package func balanceReport(_ number: Int64) throws -> BalanceReport? {
        guard case .balanceReport? = try task(number)?.kind, let result = try taskResult(number) else {
            return nil
        }
        return try TaskNotation.read(BalanceReport.self, result)
    }

    /// How many records a comparison found.
    package func findings(task: Int64) throws -> Int {
        try first("SELECT count(*) FROM task_finding WHERE task = ?1", task) { $0.next() } ?? 0
    }

    /// What a comparison found, by kind and ID.
    ///
    /// - Parameter after: the last kind and ID of the page before.
    package func differences(
        task: Int64, after: (kind: String, id: String) = ("", ""), limit: Int
    ) throws -> [Difference] {
        try rows(
            """
            SELECT task, kind, id, name, finding, edit_here, edit_there FROM task_finding
            WHERE task = ?1 AND (kind, id) > (?2, ?3) ORDER BY kind, id LIMIT ?4
            """, task, after.kind, after.id, limit
        ) { row in
            Difference(
                task: row.next(), kind: row.next(), id: row.next(), name: row.next(),
                finding: try row.word(), editHere: row.next(), editThere: row.next())
        }
    }

    /// Why a sync of the connector does not read a category, by its name; those that are read are not here.
    package func unread(connector: Int64) throws -> [String: String] {
        let settings = try categorySettings(connector: connector)
        let coverage = try coverage(connector: connector)
        var reasons: [String: String] = [:]
        for category in Category.all {
            reasons[category.name] = category.unread(
                by: settings[category.name], coverage[category.name])
        }
        return reasons
    }
}
