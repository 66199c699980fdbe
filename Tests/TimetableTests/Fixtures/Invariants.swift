import Foundation
import Testing

@testable import Timetable

/// What must hold of every verdict, whatever the case.
struct Invariants {
    var rule: Rule
    /// The same rule made anew from its texts, as after a restart.
    var restarted: Rule

    init(_ rule: Rule) throws {
        self.rule = rule
        restarted = Rule(
            intervalSeconds: rule.intervalSeconds, slot: rule.slot,
            window: try Window.parse(Window.text(of: rule.window)),
            zone: try .named(rule.zone.identifier), morning: rule.morning, pollSeconds: rule.pollSeconds)
    }

    /// - Parameters:
    ///   - isInWindow: told by another way than the rule's own.
    ///   - last: the verdict of the check before, for the same history; an equal one has had its restart and
    ///     its `until` checked.
    /// - Returns: what is broken, in words; nil when all holds.
    func broken(
        at now: Date, _ history: History, leases: [Lease] = [], rivals: [Rival] = [], isInWindow: Bool,
        last: Verdict? = nil
    ) -> (verdict: Verdict, fault: String?) {
        func decide(_ rule: Rule, _ time: Date) -> Verdict {
            rule.verdict(for: "acme", now: time, history: history, leases: leases, rivals: rivals)
        }
        let verdict = decide(rule, now)
        if verdict != last, decide(restarted, now) != verdict {
            return (verdict, "another answer after a restart")
        }
        switch verdict {
        case .go(let trigger):
            if isInWindow, history.forced?.duringShutdown != true {
                return (verdict, "a start inside the window")
            }
            if history.pause?.isInForce(at: now) == true { return (verdict, "a start in a pause") }
            if (trigger == .forced) != (history.forced != nil) { return (verdict, "the wrong trigger") }
            if !leases.isEmpty { return (verdict, "two conversations on one workstation") }
        case .wait(let until, let reason):
            if case .overnightShutdown = reason, !isInWindow {
                return (verdict, "shut down outside the window")
            }
            if reason.sentence(in: rule.zone, now: now).isEmpty {
                return (verdict, "a wait without a sentence")
            }
            guard let until else {
                let needsPerson = reason == .mustBeForcedThisMorning || reason.code == "paused"
                return (verdict, needsPerson ? nil : "waits for ever: \(reason)")
            }
            if until <= now { return (verdict, "waits until the past: \(reason)") }
            // The two reasons of the workstation name the next chance; the others the moment of change.
            guard verdict != last, !reason.isQueueing else { return (verdict, nil) }
            if decide(rule, until - 1) != verdict { return (verdict, "changed before \(until): \(reason)") }
            if decide(rule, until) == verdict { return (verdict, "still the same at \(until): \(reason)") }
        }
        return (verdict, nil)
    }
}
