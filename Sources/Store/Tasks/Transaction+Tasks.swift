package import FoundationEssentials
package import Sync

/// One record that a comparison found to differ: a line of the report of `verify`.
package struct Difference: Equatable, Sendable {
    package enum Finding: String, CaseIterable, Sendable {
        case missingHere = "missing here"
        case goneThere = "gone there"
        case different
    }

    package var task: Int64
    package var kind: String
    package var id: String
    package var name: String?
    package var finding: Finding
    package var editHere: String?
    package var editThere: String?
}

extension Transaction {
    /// Puts a task where the next conversation takes it up.
    ///
    /// - Returns: its number.
    package func ask(
        _ kind: MirrorTask.Kind, connector: Int64, by author: String, at now: Date
    ) throws -> Int64 {
        let (word, detail) = try TaskNotation.text(kind)
        try execute(
            """
            INSERT INTO task (connector_id, kind, detail, state, asked_at, asked_by)
            VALUES (?1, ?2, ?3, 'queued', ?4, ?5)
            """, connector, word, detail, now, author)
        return lastInserted
    }

    /// A stopped task waits until somebody lets it go on.
    ///
    /// - Returns: false if it was over already, or is not of this connector.
    package func stopTask(_ number: Int64, connector: Int64) throws -> Bool {
        try execute(
            """
            UPDATE task SET state = 'stopped'
            WHERE number = ?1 AND connector_id = ?2 AND state IN ('queued', 'running')
            """, number, connector)
        return changes > 0
    }

    package func resumeTask(_ number: Int64, connector: Int64) throws -> Bool {
        try execute(
            "UPDATE task SET state = 'queued' WHERE number = ?1 AND connector_id = ?2 AND state = 'stopped'",
            number, connector)
        return changes > 0
    }

    func find(_ difference: Difference) throws {
        try execute(
            """
            INSERT OR REPLACE INTO task_finding (task, kind, id, name, finding, edit_here, edit_there)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """, difference.task, difference.kind, difference.id, difference.name,
            difference.finding.rawValue, difference.editHere, difference.editThere)
    }

    func applyTask(_ change: Change) throws {
        switch change {
        case .beginTask(let number, let steps, let at):
            try execute(
                """
                UPDATE task SET state = 'running', started_at = coalesce(started_at, ?3), done = 0, steps = ?2
                WHERE number = ?1 AND state IN ('queued', 'running')
                """, number, steps, at)
        case .progressTask(let number, let done, let steps):
            try execute("UPDATE task SET done = ?2, steps = ?3 WHERE number = ?1", number, done, steps)
        case .sliceDone(let number, let slice):
            try sliceDone(number, slice)
        case .endTask(let number, let end, let at):
            try endTask(number, end, at: at)
        default: preconditionFailure("only changes of tasks come here")
        }
    }

    private func sliceDone(_ number: Int64, _ slice: ImportSlice) throws {
        guard let task = try task(number), case .dated(let slices) = task.kind else { return }
        let (_, detail) = try TaskNotation.text(.dated(slices.filter { $0 != slice }))
        try execute("UPDATE task SET detail = ?2 WHERE number = ?1", number, detail)
    }

    private func endTask(_ number: Int64, _ end: TaskEnd, at: Date) throws {
        var (state, sentence, result): (String, String?, String?) = ("done", nil, nil)
        switch end {
        case .done: (sentence, result) = try outcome(number)
        case .answered(let json): result = String(decoding: json, as: UTF8.self)
        case .failed(let why): (state, sentence) = ("failed", why)
        }
        try execute(
            "UPDATE task SET state = ?2, ended_at = ?3, sentence = ?4, result = ?5 WHERE number = ?1", number,
            state, at, sentence, result)
    }

    /// What a task that is done came to.
    private func outcome(_ number: Int64) throws -> (sentence: String?, result: String?) {
        guard let task = try task(number) else { return (nil, nil) }
        switch task.kind {
        case .verify:
            let count = try first("SELECT count(*) FROM task_finding WHERE task = ?1", number) {
                $0.next(Int.self)
            }
            return ("\(count ?? 0) records differed; they are as QuickBooks has them now.", nil)
        case .balanceReport(let claimed):
            let report = BalanceReport(ours: try balances(task: number), theirs: claimed)
            return (report.sentence, try TaskNotation.text(report))
        case .coverage, .dated, .report: return (nil, nil)
        }
    }

    private func balances(task number: Int64) throws -> [CustomerBalance] {
        try rows(
            """
            SELECT r.id, r.name, coalesce(r.is_active, 1), r.json ->> '$.Balance',
                r.json ->> '$.TotalBalance'
            FROM record AS r JOIN task AS t ON t.connector_id = r.connector_id
            WHERE t.number = ?1 AND r.kind = 'Customer' AND r.deleted_at IS NULL
            ORDER BY r.name COLLATE NOCASE, r.id
            """, number
        ) { row in
            CustomerBalance(
                id: row.next(), name: row.next(), isActive: row.next(), balance: row.next(),
                totalBalance: row.next())
        }
    }
}

extension Snapshot {
    /// The tasks that the next conversation takes up, oldest first.
    func openTasks(connector: Int64) throws -> [MirrorTask] {
        try rows(
            """
            SELECT number, kind, detail FROM task
            WHERE connector_id = ?1 AND state IN ('queued', 'running') ORDER BY number
            """, connector
        ) { try MirrorTask(&$0) }
    }

    func task(_ number: Int64) throws -> MirrorTask? {
        try first("SELECT number, kind, detail FROM task WHERE number = ?1", number) { try MirrorTask(&$0) }
    }
}

extension MirrorTask {
    fileprivate init(_ row: inout Row) throws {
        let number: Int64 = row.next()
        let word: String = row.next()
        let detail: String = row.next()
        guard let kind = TaskNotation.read(word, detail) else { throw row.unreadable(detail) }
        self.init(number: number, kind: kind)
    }
}
