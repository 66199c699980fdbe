package import FoundationEssentials
import Timetable
package import WebConnector

/// What the requests of a connector wait for: the next check-in, or what keeps one from serving them.
///
/// The reasons are those of a login, `status` and `explain`, in their words; only the question is another
/// one, because requests go also where no sync is due.
package struct RequestOutlook: Equatable, Sendable {
    /// Of one whose own time has come.
    package private(set) var sentence: String
    package private(set) var fix: String?
    package private(set) var mover: Actor
    /// There is more to tell than that a check-in is awaited.
    package private(set) var isHeldUp: Bool
    /// When it may be otherwise; nil while only a person, or nobody, can say.
    private var until: Date?
    private let zone: Zone
    private let now: Date

    /// - Parameter restEnd: requests rest until then, after conversations that broke off; nil if they do not.
    package init(_ facts: ConnectorFacts, restEnd: Date?, now: Date) {
        zone = facts.connector.rule.zone
        self.now = now
        (sentence, fix, mover, isHeldUp) = (Self.plain, nil, .nobody, false)
        if facts.open != nil, facts.connector.disabledAt == nil {
            sentence = "It waits for its turn in the conversation that is running."
        } else if let found = Self.keptOut(facts) {
            tell(found, facts.connector.name)
        } else if !waits(facts, restEnd), let found = Self.expected(facts, now) {
            tell(found, facts.connector.name)
        }
    }

    package static let plain = "It waits for the Web Connector."

    /// What is over, and is marked so within a minute.
    package func isOver(_ expiresAt: Date?) -> Bool { expiresAt.map { $0 <= now } ?? false }

    /// Why a request does not go out.
    ///
    /// - Parameter notBefore: its own time.
    package func sentence(notBefore: Date?) -> String {
        guard let time = time(notBefore) else { return sentence }
        return outlasts(notBefore) ? "\(time) \(sentence)" : time
    }

    /// Its own time alone; nil when that has come.
    private func time(_ notBefore: Date?) -> String? {
        guard let notBefore, notBefore > now else { return nil }
        return "It waits for its time, \(zone.time(of: notBefore, seenFrom: now)) (\(zone.identifier))."
    }

    /// Whether the connector will be held up still when a request's own time comes, as far as that is known.
    package func outlasts(_ notBefore: Date?) -> Bool {
        guard isHeldUp, let notBefore, notBefore > now else { return isHeldUp }
        return until.map { $0 > notBefore } ?? true
    }

    // MARK: What holds the connector up

    /// No check-in would be let in.
    private static func keptOut(_ facts: ConnectorFacts) -> HealthFinding? {
        if let disabled = facts.isDisabled() { return disabled }
        let users = facts.users
        if users.allSatisfy({ $0.lockedAt != nil }), let locked = facts.lockedUsers().first { return locked }
        return facts.refusedAtTheDoor() ?? facts.neverCheckedIn()
    }

    /// None comes, or it would meet what the latest has met.
    private static func expected(_ facts: ConnectorFacts, _ now: Date) -> HealthFinding? {
        facts.isQuiet(now: now) ?? facts.isOfWrongFile() ?? facts.isWithoutQuickBooks()
    }

    private mutating func tell(_ finding: HealthFinding, _ name: String) {
        let head = finding.condition == .disabled ? Self.until(name) : Self.plain
        (sentence, fix, mover) = ("\(head) \(finding.sentence)", finding.fix, finding.mover)
        isHeldUp = true
    }

    /// Whether the timetable says no; asked as a login asks it.
    private mutating func waits(_ facts: ConnectorFacts, _ restEnd: Date?) -> Bool {
        let (rule, name) = (facts.connector.rule, facts.connector.name)
        var history = facts.history
        history.hasRequests = restEnd == nil
        let verdict = rule.verdict(
            for: name, now: now, history: history, leases: facts.leases, rivals: facts.rivals)
        guard case .wait(let end, let reason) = verdict else { return false }
        isHeldUp = true
        until = end
        if case .notDue(let next) = reason {
            // A sync that is due before takes them along.
            rest(min(next, restEnd ?? next), facts)
            return true
        }
        sentence = "\(Self.until(name)) \(reason.sentence(in: zone, now: now))"
        fix = reason.fix(connector: name)
        mover = end == nil ? .administrator : .nobody
        return true
    }

    private mutating func rest(_ end: Date, _ facts: ConnectorFacts) {
        until = end
        sentence =
            "\(Self.until(facts.connector.name)) \(RunHistory.retries) conversations in a row broke off, so "
            + "its requests rest until \(zone.time(of: end, seenFrom: now)) (\(zone.identifier))."
        guard let gone = facts.isWithoutQuickBooks() else { return }
        sentence += " The last of them: \(gone.sentence)"
        (fix, mover) = (gone.fix, gone.mover)
    }

    private static func until(_ name: String) -> String { "It waits until \(name) may go:" }
}
