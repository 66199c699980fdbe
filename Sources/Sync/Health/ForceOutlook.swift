package import FoundationEssentials
import Timetable

/// What a person who forces a sync is told: it starts with the next check-in, or why not yet (SA-5).
package struct ForceOutlook: Equatable, Sendable {
    package var starts: Bool
    package var sentence: String

    /// - Parameter facts: with the forced sync already among them.
    package init(_ facts: ConnectorFacts, now: Date) {
        let rule = facts.connector.rule
        let verdict = rule.verdict(
            for: facts.connector.name, now: now, history: facts.history, leases: facts.leases,
            rivals: facts.rivals)
        let contact = facts.lastContact?.at
        let isQuiet = contact.map { now.timeIntervalSince($0) > Double(facts.quietSeconds) } ?? true
        switch verdict {
        case .wait(_, let reason):
            starts = false
            sentence = "The sync is asked for, but waits: \(reason.sentence(in: rule.zone, now: now))"
        case .go where facts.open != nil:
            starts = true
            sentence = "A sync is running; another one follows with the check-in after it."
        case .go where isQuiet:
            starts = false
            sentence =
                "The sync is asked for, but no Web Connector has checked in lately: it starts as soon as one "
                + "does. On the QuickBooks computer, press Update Selected."
        case .go:
            starts = true
            sentence =
                "The sync starts with the next check-in. To have it at once, press Update Selected on the "
                + "QuickBooks computer."
        }
    }

    /// Why a force is not even taken: asking again later would be forgotten, so it is refused with the way
    /// out.
    package static func refusal(_ facts: ConnectorFacts, now: Date) -> String? {
        let name = facts.connector.name
        if facts.connector.disabledAt != nil {
            return "\(name) is disabled. To let it sync again: qbsyncctl connector enable \(name)"
        }
        if let pause = facts.history.pause, pause.isInForce(at: now) {
            let sentence = Reason.paused(pause).sentence(in: facts.connector.rule.zone, now: now)
            return "\(sentence) To force a sync, resume first: qbsyncctl resume \(name)"
        }
        return nil
    }
}
