package import FoundationEssentials
import QBXML
package import Timetable
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
    /// The time of the next check-in, from the last one and the poll interval; nil if none is to be expected.
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
        nextCheckIn = facts.lastContact.map { $0.at.addingTimeInterval(Double(rule.pollSeconds)) }
        if !isResting, facts.open == nil, case .since = rule.due(now: now, history: facts.history) {
            isDue = true
        } else {
            isDue = false
        }
        isOverdue = !isResting && facts.open == nil && rule.isOverdue(now: now, history: facts.history)
    }

    /// Missed check-ins before a connector is called quiet: three polls, and never less than a quarter of an
    /// hour.
    package static func quietSeconds(_ rule: Rule) -> Int { max(900, 3 * rule.pollSeconds) }

    private struct Finding {
        var state: ConnectionState
        var sentence: String
        var fix: String?
        var mover: Actor
        var since: Date?
    }

    /// The first trouble that applies is told; what keeps a sync from starting at all comes first.
    private static func finding(_ facts: ConnectorFacts, now: Date) -> Finding {
        let name = facts.connector.name
        if let at = facts.connector.disabledAt {
            return Finding(
                state: .disabled, sentence: "\(name) is disabled.",
                fix: "qbsyncctl connector enable \(name)", mover: .administrator, since: at)
        }
        if let open = facts.open { return running(open, facts, now: now) }
        if let user = facts.users.first(where: { $0.lockedAt != nil }) {
            return Finding(
                state: .locked, sentence: "\(user.name) is locked after repeated wrong passwords.",
                fix: "First put the password right in the Web Connector (a new one: qbsyncctl password "
                    + "\(user.name)), then: qbsyncctl unlock \(user.name)",
                mover: .administrator, since: user.lockedAt)
        }
        if let refused = refusedAtTheDoor(facts) { return refused }
        guard let contact = facts.lastContact else {
            return Finding(
                state: .notSetUp, sentence: "No Web Connector has ever checked in for \(name).",
                fix: "Download the file with qbsyncctl qwc \(name), add it to the Web Connector on the "
                    + "QuickBooks computer, enter the password there and press Update Selected.",
                mover: .workstation, since: facts.connector.createdAt)
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
        if silence > quietSeconds(facts.connector.rule) {
            // QuickBooks may think that long, or the PC is gone; the silence limit decides in the end.
            text += ", but nothing was heard for \(Span(seconds: silence / 60 * 60).words)"
        }
        return Finding(
            state: .online, sentence: text + ".", fix: nil, mover: .nobody, since: open.conversation.startedAt
        )
    }

    private static func checkedIn(_ contact: Contact, _ facts: ConnectorFacts, now: Date) -> Finding {
        let name = facts.connector.name
        let last = facts.dots.last
        if now.timeIntervalSince(contact.at) > Double(quietSeconds(facts.connector.rule)) {
            return Finding(
                state: .quiet, sentence: "The Web Connector of \(name) has stopped checking in.",
                fix:
                    "On \(facts.connector.workstation ?? "the QuickBooks computer"): is it awake, is the "
                    + "Windows user logged in, is the Web Connector running, and is Auto-Run ticked?",
                mover: .workstation, since: contact.at)
        }
        if let pause = facts.history.pause, pause.isInForce(at: now) {
            return Finding(
                state: .paused,
                sentence: Reason.paused(pause).sentence(in: facts.connector.rule.zone, now: now),
                fix: "qbsyncctl resume \(name)", mover: .administrator, since: pause.since)
        }
        if let last, last.code == "wrong-company-file" {
            return Finding(
                state: .wrongCompanyFile, sentence: last.sentence,
                fix: "Open the right company file, or bind anew: qbsyncctl connector rebind \(name). "
                    + "Then: qbsyncctl sync \(name)", mover: .workstation, since: last.startedAt)
        }
        if let last, last.code == "quickbooks-unavailable" {
            return Finding(
                state: .quickBooksUnavailable, sentence: last.sentence, fix: nil,
                mover: last.hresult.flatMap { HResult($0)?.known?.whoMustAct } ?? .workstation,
                since: last.startedAt)
        }
        return waiting(contact, facts, now: now)
    }

    /// The newest check-in was turned away: that is what a person should know before any timetable.
    private static func refusedAtTheDoor(_ facts: ConnectorFacts) -> Finding? {
        guard let last = facts.dots.last, last.lastCallAt >= facts.lastContact?.at ?? last.lastCallAt else {
            return nil
        }
        switch last.code {
        case "wrong-password":
            return Finding(
                state: .online, sentence: last.sentence,
                fix: "Enter the right password in the Web Connector, or make a new one: "
                    + "qbsyncctl password \(last.user)", mover: .workstation, since: last.startedAt)
        case "another-computer":
            return Finding(
                state: .online, sentence: last.sentence,
                fix: "Untick Auto-Run in the Web Connector on one of the two computers.", mover: .workstation,
                since: last.startedAt)
        default: return nil
        }
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
