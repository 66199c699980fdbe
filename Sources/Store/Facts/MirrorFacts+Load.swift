import FoundationEssentials
import QBXML
package import Sync

/// What the mirror holds, as far as the step at work needs it.
extension Snapshot {
    func mirrorFacts(connector: Int64, conversation: Int64, agenda: Agenda) throws -> MirrorFacts {
        guard let index = agenda.currentIndex else { return MirrorFacts() }
        let step = agenda.steps[index]
        var facts = MirrorFacts(settings: try categorySettings(connector: connector))
        switch step.purpose {
        case .counts:
            facts.stored = try stored(step.members, connector, facts.settings)
            facts.marks = try watermarks(connector: connector)
        case .coverage:
            facts.stored = try stored(step.members, connector, [:])
            facts.coverage = try coverage(connector: connector)
        case .read:
            facts.stored = try stored(
                Category.named(step.category)?.modified == Category.Modified.none ? [step.category] : [],
                connector, facts.settings)
            facts.coverage = try coverage(connector: connector)
        case .compare:
            facts.stored = try stored([step.category], connector, facts.settings)
        case .fetch:
            facts.wanted = try wanted(conversation, step.category)
        case .writes, .forecast, .balances, .deletions, .dated, .report: break
        }
        try loadTasks(of: agenda, connector: connector, into: &facts)
        return facts
    }

    private func loadTasks(of agenda: Agenda, connector: Int64, into facts: inout MirrorFacts) throws {
        let left = agenda.remaining.filter { $0.task != nil }
        guard !left.isEmpty else { return }
        facts.stopped = Set(
            try rows("SELECT number FROM task WHERE connector_id = ?1 AND state = 'stopped'", connector) {
                $0.next(Int64.self)
            })
        for step in left where step.purpose == .report {
            guard let number = step.task, case .report(let document, _)? = try task(number)?.kind else {
                continue
            }
            facts.reports[number] = document
        }
    }

    private func wanted(_ conversation: Int64, _ category: String) throws -> [String] {
        try rows(
            """
            SELECT DISTINCT id FROM wanted WHERE conversation = ?1 AND category = ?2 ORDER BY id LIMIT ?3
            """, conversation, category, MirrorFacts.wantedAtOnce
        ) { $0.next() }
    }

    /// Records that are not deleted, by category. Where a category is mirrored from a day on, QuickBooks'
    /// count is asked from that day, and so is ours.
    func stored(
        _ categories: [String], _ connector: Int64, _ settings: [String: CategorySetting]
    ) throws -> [String: Int] {
        var stored: [String: Int] = [:]
        for category in categories {
            let since = settings[category]?.fromDate
            for kind in Category.named(category)?.kinds ?? [] {
                stored[category, default: 0] += try count(kind, connector, since: since)
            }
        }
        return stored
    }

    private func count(_ kind: String, _ connector: Int64, since: String?) throws -> Int {
        guard let since else {
            return try first(
                "SELECT count(*) FROM record WHERE connector_id = ?1 AND kind = ?2 AND deleted_at IS NULL",
                connector, kind
            ) { $0.next() } ?? 0
        }
        return try first(
            """
            SELECT count(*) FROM record
            WHERE connector_id = ?1 AND kind = ?2 AND deleted_at IS NULL AND time_modified >= ?3
            """, connector, kind, since
        ) { $0.next() } ?? 0
    }

    /// What was set for the categories of a connector, by their names; those without a row have the standard.
    package func categorySettings(connector: Int64) throws -> [String: CategorySetting] {
        var settings: [String: CategorySetting] = [:]
        try visitRows(
            """
            SELECT category, direction, cadence, page_size, from_date FROM category_setting
            WHERE connector_id = ?1
            """, connector
        ) { row in
            let category: String = row.next()
            let direction: CategorySetting.Direction = try row.word()
            let text: String = row.next()
            guard let cadence = CategorySetting.Cadence(text) else { throw row.unreadable(text) }
            settings[category] = CategorySetting(
                direction: direction, cadence: cadence, pageSize: row.next(), fromDate: row.next())
        }
        return settings
    }

    func coverage(connector: Int64) throws -> [String: Coverage] {
        var coverage: [String: Coverage] = [:]
        try visitRows(
            "SELECT category, answer, code, sentence, was_readable_at FROM coverage WHERE connector_id = ?1",
            connector
        ) { row in
            let category: String = row.next()
            coverage[category] = Coverage(
                answer: try row.word(), code: row.next(), sentence: row.next(), wasReadableAt: row.next())
        }
        return coverage
    }

    /// When QuickBooks last answered a probe. What the version does not have is known without asking, and is
    /// written when the question goes out: it is no answer.
    func probedAt(connector: Int64) throws -> Date? {
        try first(
            "SELECT max(probed_at) FROM coverage WHERE connector_id = ?1 AND answer <> 'not in this edition'",
            connector
        ) { $0.next(Date?.self) } ?? nil
    }

    /// Categories that were being read when the latest conversation broke off.
    func interrupted(connector: Int64) throws -> Set<String> {
        Set(
            try rows(
                """
                SELECT category FROM category_run WHERE state = 'running' AND purpose = 'read'
                    AND conversation = (SELECT max(number) FROM conversation
                        WHERE connector_id = ?1 AND is_refusal = 0)
                """, connector
            ) { $0.next(String.self) })
    }
}
