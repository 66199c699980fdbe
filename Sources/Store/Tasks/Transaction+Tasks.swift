package import FoundationEssentials
package import Sync

/// One record that a comparison found to differ: a line of the report of `verify`.
package struct Difference: Equatable, Sendable {
    package enum Finding: String, CaseIterable, Sendable {
        case missingHere = "missing here"
        case goneThere = "gone there"
        case different
        /// It was deleted in QuickBooks since the last sync, which no list of deletions tells of its kind:
        /// the mirror had not lost its way.
        case deletedSince = "deleted since"

        /// Whether the mirror was not as it should have been.
        package var isDifference: Bool { self != .deletedSince }
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
        _ kind: MirrorTask.Kind, connector: Connector, by author: Author, at now: Date
    ) throws -> Int64 {
        let number = try ask(kind, connector: connector.id, by: author.name, at: now)
        try audit(author, .askTask, of: number, connector, at: now)
        return number
    }

    func ask(
        _ kind: MirrorTask.Kind, connector: Int64, by author: String, at now: Date
    ) throws -> Int64 {
        let (word, detail) = try TaskNotation.text(kind)
        hasTaskNews = true
        try execute(
            """
            INSERT INTO task (connector_id, kind, detail, state, asked_at, asked_by)
            VALUES (?1, ?2, ?3, 'queued', ?4, ?5)
            """, connector, word, detail, now, author)
        return lastInserted
    }

    /// A stopped task waits until somebody lets it go on.
    ///
    /// - Returns: false if it does not wait and does not run.
    package func stopTask(
        _ number: Int64, connector: Connector, by author: Author, at now: Date
    ) throws -> Bool {
        try execute(
            """
            UPDATE task SET state = 'stopped'
            WHERE number = ?1 AND connector_id = ?2 AND state IN ('queued', 'running')
            """, number, connector.id)
        guard changes > 0 else { return false }
        hasTaskNews = true
        try audit(author, .stopTask, of: number, connector, at: now)
        return true
    }

    /// - Returns: false if it was not stopped.
    package func resumeTask(
        _ number: Int64, connector: Connector, by author: Author, at now: Date
    ) throws -> Bool {
        try execute(
            "UPDATE task SET state = 'queued' WHERE number = ?1 AND connector_id = ?2 AND state = 'stopped'",
            number, connector.id)
        guard changes > 0 else { return false }
        hasTaskNews = true
        try audit(author, .resumeTask, of: number, connector, at: now)
        return true
    }

    private func audit(
        _ author: Author, _ action: AuditAction, of number: Int64, _ connector: Connector, at now: Date
    ) throws {
        let word = try task(number).map { $0.kind.word.rawValue }
        try audit(
            author, action, connector: connector.name, subject: "task \(number)", detail: word, at: now)
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
        hasTaskNews = true
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
        // Of an import of an earlier release what is left now is all that is known.
        let span = task.span ?? ImportSpan(slices)
        let (_, detail) = try TaskNotation.text(.dated(slices.filter { $0 != slice }), span: span)
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
            return (try comparisonSentence(number), nil)
        case .balanceReport(let claimed):
            let report = BalanceReport(ours: try balances(task: number), theirs: claimed)
            return (report.sentence, try TaskNotation.text(report))
        case .coverage: return (try coverageSentence(number), nil)
        case .dated:
            let read = try first("SELECT sum(received) FROM category_run WHERE task = ?1", number) {
                $0.next(Int.self)
            }
            return ("\(read ?? 0) transactions were read.", nil)
        case .report: return (nil, nil)
        }
    }

    private func comparisonSentence(_ number: Int64) throws -> String {
        let found = try rows("SELECT finding FROM task_finding WHERE task = ?1", number) { row in
            try row.word(Difference.Finding.self)
        }
        let count = found.count(where: \.isDifference)
        let differed =
            switch count {
            case 0: "No record differed: the mirror is as QuickBooks is."
            case 1: "1 record differed; it is as QuickBooks has it now."
            default: "\(count) records differed; they are as QuickBooks has them now."
            }
        switch found.count - count {
        case 0: return differed
        case 1: return differed + " 1 was deleted in QuickBooks since the last sync."
        case let deleted: return differed + " \(deleted) were deleted in QuickBooks since the last sync."
        }
    }

    /// "53 are readable, 4 empty, 1 refused."
    private func coverageSentence(_ number: Int64) throws -> String {
        let counts = try rows(
            """
            SELECT c.answer, count(*) FROM coverage AS c JOIN task AS t ON t.connector_id = c.connector_id
            WHERE t.number = ?1 GROUP BY c.answer
            """, number
        ) { row in (try row.word(Coverage.Answer.self), row.next(Int.self)) }
        let parts = Coverage.Answer.allCases.compactMap { answer in
            counts.first { $0.0 == answer }.map { "\($0.1) \(answer.rawValue)" }
        }
        return "Categories: \(parts.joined(separator: ", "))."
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
        guard let read = TaskNotation.read(word, detail) else { throw row.unreadable(detail) }
        self.init(number: number, kind: read.kind, span: read.span)
    }
}
