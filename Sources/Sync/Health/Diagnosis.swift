package import FoundationEssentials
import QBXML
import Timetable
package import WebConnector

/// State of a connection, as `status` shows it.
package enum ConnectionState: String, CaseIterable, Sendable {
    case notSetUp = "not set up"
    case online = "online"
    case quickBooksUnavailable = "QuickBooks unavailable"
    case wrongCompanyFile = "wrong company file"
    case quiet = "quiet"
    case paused = "paused"
    case disabled = "disabled"
    case locked = "locked"
}

/// Why nothing is happening, or what is, in words for a person: cause, fix, and whose move it is (rule 8).
package struct Diagnosis: Equatable, Sendable {
    package var state: ConnectionState
    package var sentence: String
    package var fix: String?
    package var mover: Actor
    /// Since when it is so, where that is known.
    package var since: Date?
    package var nextSync: Date?
    /// What the timetable alone says, whatever else is wrong, and since when it holds the connector up; nil
    /// while a sync runs or the connector is disabled.
    package var waitsFor: String?
    package var waitsSince: Date?
    /// From the last check-in and the gap that is usual; nil if none is to be expected.
    package var nextCheckIn: Date?
    /// A sync is due and waits for a check-in only.
    package var isDue: Bool
    package var isOverdue: Bool

    package init(_ facts: ConnectorFacts, now: Date) {
        let finding = Self.finding(facts, now: now)
        state = finding.state
        sentence = finding.sentence
        fix = finding.fix
        mover = finding.mover
        since = finding.since
        let rule = facts.connector.rule
        let isResting = state == .disabled || state == .paused || state == .notSetUp
        nextSync = isResting ? nil : rule.nextSync(after: now, history: facts.history)
        let gap = facts.rhythm.expectedSeconds(poll: rule.pollSeconds)
        nextCheckIn = facts.lastContact.map { $0.at.addingTimeInterval(Double(gap)) }
        (waitsFor, waitsSince) = Self.wait(facts, now: now)
        if !isResting, facts.open == nil, case .since = rule.due(now: now, history: facts.history) {
            isDue = true
        } else {
            isDue = false
        }
        isOverdue = !isResting && facts.open == nil && rule.isOverdue(now: now, history: facts.history)
    }

    private static func wait(_ facts: ConnectorFacts, now: Date) -> (String?, Date?) {
        guard facts.open == nil, facts.connector.disabledAt == nil else { return (nil, nil) }
        let rule = facts.connector.rule
        let verdict = rule.verdict(
            for: facts.connector.name, now: now, history: facts.history, leases: facts.leases,
            rivals: facts.rivals)
        if case .wait(_, let reason) = verdict {
            let since: Date? =
                switch reason {
                case .paused(let pause): pause.since
                case .workstationBusy, .givingWay: facts.history.waitingSince
                default: facts.history.lastRunEnd ?? facts.history.lastRunStart
                }
            return (reason.sentence(in: rule.zone, now: now), since)
        }
        var since: Date?
        if case .since(let due) = rule.due(now: now, history: facts.history) { since = due }
        return ("A check-in of the Web Connector: a sync is due and starts with it.", since)
    }

    private struct Finding {
        var state: ConnectionState
        var sentence: String
        var fix: String?
        var mover: Actor
        var since: Date?

        init(
            state: ConnectionState, sentence: String, fix: String? = nil, mover: Actor, since: Date? = nil
        ) {
            self.state = state
            self.sentence = sentence
            self.fix = fix
            self.mover = mover
            self.since = since
        }

        init(_ state: ConnectionState, _ finding: HealthFinding) {
            self.init(
                state: state, sentence: finding.sentence, fix: finding.fix, mover: finding.mover,
                since: finding.since)
        }
    }

    /// The first trouble that applies is told; what keeps a sync from starting at all comes first.
    private static func finding(_ facts: ConnectorFacts, now: Date) -> Finding {
        if let disabled = facts.isDisabled() { return Finding(.disabled, disabled) }
        if let open = facts.open { return running(open, facts, now: now) }
        if let locked = facts.lockedUsers().first { return Finding(.locked, locked) }
        if let refused = facts.refusedAtTheDoor() { return Finding(.online, refused) }
        guard let contact = facts.lastContact else {
            return facts.neverCheckedIn().map { Finding(.notSetUp, $0) }
                ?? Finding(state: .notSetUp, sentence: "", mover: .workstation)
        }
        return checkedIn(contact, facts, now: now)
    }

    private static func running(
        _ open: OpenConversation, _ facts: ConnectorFacts, now: Date
    ) -> Finding {
        let step = open.agenda.currentIndex.map { open.agenda.steps[$0] }
        if let until = open.conversation.heldUntil {
            let end = facts.connector.rule.zone.wallTime(of: until)
            return Finding(
                state: .online,
                sentence: "All is exchanged; the conversation is held open for requests until "
                    + "\(end.clock) at the latest.",
                fix: nil, mover: .nobody, since: open.conversation.startedAt)
        }
        var text = "A sync is running"
        if let step {
            let title = Category.title(of: step.category).lowercased()
            let total = step.remaining.map { step.received + $0 }
            let progress = total.map { " \(step.received) of \($0)" } ?? ""
            text += ": \(title)\(progress)"
            if open.conversation.stop != nil { text += ", then it stops" }
            if let forecast = open.agenda.forecast(startedAt: open.conversation.startedAt, now: now) {
                text += "; \(forecast.words)"
            }
        }
        let silence = Int(now.timeIntervalSince(open.conversation.lastCallAt))
        if silence > facts.quietSeconds {
            // QuickBooks may think that long, or the PC is gone; the silence limit decides in the end.
            text += ", but nothing was heard for \(Span(seconds: silence / 60 * 60).words)"
        }
        return Finding(
            state: .online, sentence: text + ".", fix: nil, mover: .nobody, since: open.conversation.startedAt
        )
    }

    private static func checkedIn(_ contact: Contact, _ facts: ConnectorFacts, now: Date) -> Finding {
        if let quiet = facts.isQuiet(now: now) { return Finding(.quiet, quiet) }
        if let paused = facts.isPaused(now: now) { return Finding(.paused, paused) }
        if let wrong = facts.isOfWrongFile() { return Finding(.wrongCompanyFile, wrong) }
        if let gone = facts.isWithoutQuickBooks() { return Finding(.quickBooksUnavailable, gone) }
        return waiting(contact, facts, now: now)
    }

    /// Nothing is wrong with the connection: the timetable says what it waits for.
    private static func waiting(_ contact: Contact, _ facts: ConnectorFacts, now: Date) -> Finding {
        let rule = facts.connector.rule
        let verdict = rule.verdict(
            for: facts.connector.name, now: now, history: facts.history, leases: facts.leases,
            rivals: facts.rivals)
        switch verdict {
        case .go:
            return Finding(
                state: .online, sentence: "A sync is due and starts with the next check-in.", fix: nil,
                mover: .nobody, since: contact.at)
        case .wait(let until, let reason):
            let waits = reason.sentence(in: rule.zone, now: now)
            if let last = facts.dots.last, last.state == .errors || last.state == .configuration {
                // Nothing hinders the next sync, but it would meet the same trouble.
                return Finding(
                    state: .online, sentence: "\(last.sentence) \(waits)",
                    fix: "qbsyncctl messages \(facts.connector.name)", mover: .administrator,
                    since: last.startedAt)
            }
            return Finding(
                state: .online, sentence: waits,
                fix: reason.fix(connector: facts.connector.name),
                mover: until == nil ? .administrator : .nobody, since: contact.at)
        }
    }
}
