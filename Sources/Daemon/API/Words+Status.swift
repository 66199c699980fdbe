import API
import FoundationEssentials
import QBXML
import Sync
import Timetable
import WebConnector

/// Facts of the store, said in the words of the API: the status grid and `explain`.
extension ConnectorStatus {
    /// - Parameters:
    ///   - requests: how many stand where; they are told in the grid.
    ///   - stuck: how many requests others are stuck behind; each is a message.
    ///   - findings: what is wrong with it, the gravest first.
    init(
        _ facts: ConnectorFacts, requests: [Write.State: Int] = [:], stuck: Int = 0,
        findings: [HealthFinding] = [],
        now: Date
    ) {
        let diagnosis = Diagnosis(facts, now: now)
        let connector = facts.connector
        self.init(
            name: connector.name, title: connector.title, isDefault: connector.isDefault,
            state: diagnosis.state.rawValue, sentence: diagnosis.sentence, fix: diagnosis.fix,
            mover: diagnosis.mover.rawValue, since: diagnosis.since, workstation: connector.workstation,
            companyFile: connector.binding.path, timeZone: connector.rule.zone.identifier,
            lastContact: facts.lastContact?.at, lastContactTold: facts.lastContact?.told,
            lastSync: facts.latestSync?.startedAt, lastSyncStatus: Self.lastStatus(facts),
            nextSync: diagnosis.nextSync, nextCheckIn: diagnosis.nextCheckIn, isOverdue: diagnosis.isOverdue,
            isForced: facts.history.forced != nil && ForceOutlook(facts, now: now).starts,
            messageCount: facts.messageCount + (requests[.failed] ?? 0) + (requests[.unknown] ?? 0) + stuck,
            requests: RequestCounts(requests), progress: Progress(facts, now: now),
            dots: facts.dots.map(Dot.init), waitsFor: diagnosis.waitsFor, waitsSince: diagnosis.waitsSince,
            conditions: findings.isEmpty ? nil : findings.map(ConditionEntry.init))
    }

    /// *Ready* when nothing has ever run (SA-1); on a connection that has run it never appears again (SA-2).
    /// What went for requests alone is a dot, but no sync; who was turned away at the door would have synced.
    private static func lastStatus(_ facts: ConnectorFacts) -> String {
        let last = facts.dots.last { $0.trigger != .requests } ?? facts.latestSync
        guard let last else { return "Ready" }
        return last.state == .inProgress ? "In progress" : last.sentence
    }
}

extension Dot {
    init(_ row: ConversationRow) {
        self.init(
            number: row.number, state: row.state.rawValue, letter: String(row.state.letter),
            color: row.state.color, sentence: row.sentence, at: row.startedAt)
    }
}

extension Progress {
    init?(_ facts: ConnectorFacts, now: Date) {
        guard let open = facts.open,
            let row = facts.dots.last(where: { $0.ticket == open.conversation.ticket })
        else { return nil }
        let step = open.agenda.currentIndex.map { open.agenda.steps[$0] }
        let title = step.map { Category.title(of: $0.category).lowercased() }
        let forecast = open.agenda.forecast(startedAt: open.conversation.startedAt, now: now)
        self.init(
            conversation: row.number, category: title, received: step?.received ?? 0,
            total: step.flatMap { step in step.remaining.map { step.received + $0 } },
            percent: open.conversation.percent, startedAt: open.conversation.startedAt,
            stopsAfter: open.conversation.stop == nil ? nil : title, records: forecast?.done,
            recordsExpected: forecast?.expected, secondsLeft: forecast?.secondsLeft,
            heldUntil: open.conversation.heldUntil)
    }
}

extension ConversationEntry {
    init(_ row: ConversationRow) {
        self.init(
            number: row.number, state: row.state.rawValue, letter: String(row.state.letter),
            color: row.state.color, reason: row.code, sentence: row.sentence, trigger: row.trigger.rawValue,
            user: row.user, address: row.address, startedAt: row.startedAt, lastCallAt: row.lastCallAt,
            endedAt: row.endedAt, repeats: row.repeats, bytesReceived: row.bytesReceived,
            bytesSent: row.bytesSent,
            categories: row.counts.map { counts in
                CategoryEntry(
                    category: counts.category, step: counts.purpose.rawValue, resumed: counts.isResumed,
                    state: counts.state.rawValue, added: counts.counts.added,
                    updated: counts.counts.updated, unchanged: counts.counts.unchanged,
                    failed: counts.counts.failed, deleted: counts.counts.deleted, trouble: counts.trouble)
            })
    }
}
