import Foundation
import Testing

@testable import Timetable

@Suite("Random histories")
struct RandomHistoryTests {
    @Test("the invariants hold for every rule and every history", arguments: 0..<40)
    func invariants(seed: Int) throws {
        for round in 0..<25 {
            var random = Seed(seed * 1000 + round)
            let rule = try RandomCase.rule(&random)
            let invariants = try Invariants(rule)
            let history = RandomCase.history(&random)
            for _ in 0..<8 {
                let now = RandomCase.instant(&random)
                let found = invariants.broken(
                    at: now, history, leases: RandomCase.leases(&random, now: now),
                    rivals: RandomCase.rivals(&random, now: now),
                    isInWindow: rule.window?.contains(now, in: rule.zone) ?? false)
                if let fault = found.fault {
                    Issue.record("seed \(seed * 1000 + round), \(rule), \(history), \(now): \(fault)")
                    return
                }
            }
        }
    }

    @Test("the reasons are weighed in their order, whatever else is the case", arguments: 0..<40)
    func order(seed: Int) throws {
        for round in 0..<25 {
            var random = Seed(seed * 1000 + round)
            let rule = try RandomCase.rule(&random)
            let history = RandomCase.history(&random)
            let now = RandomCase.instant(&random)
            let leases = RandomCase.leases(&random, now: now)
            let rivals = RandomCase.rivals(&random, now: now)
            let verdict = rule.verdict(
                for: "acme", now: now, history: history, leases: leases, rivals: rivals)
            #expect(
                verdict.reason?.code == firstReason(rule, history, leases, rivals, now),
                "seed \(seed), \(round)")
        }
    }

    /// Each reason asked by itself, the first that applies told: the list of the essay as a second writing of
    /// it.
    private func firstReason(
        _ rule: Rule, _ history: History, _ leases: [Lease], _ rivals: [Rival], _ now: Date
    ) -> String? {
        let isForced = history.forced != nil
        let mayPassNight = history.forced?.duringShutdown == true
        let isNight = rule.window?.contains(now, in: rule.zone) == true
        let lastEnd = rule.window.flatMap { $0.lastEnd(upTo: now.wholeSeconds, in: rule.zone) }
        let isOpened = history.lastForcedStart.map { $0.wholeSeconds >= lastEnd ?? Int.min } ?? false
        let isDue =
            history.lastRunStart.map { rule.point(after: min($0, now).wholeSeconds) <= now.wholeSeconds }
            ?? true
        let since = min(history.waitingSince ?? now, now)
        let isSecond = rivals.contains { $0.waitingSince < since && now < $0.lastContact + 660 }
        let table: [(String, Bool)] = [
            ("paused", history.pause.map { $0.until.map { now < $0 } ?? true } ?? false),
            ("overnight-shutdown", isNight && !mayPassNight),
            ("must-be-forced", !isForced && rule.morning == .manual && !isOpened),
            ("not-due", !isForced && !isDue),
            ("workstation-busy", !leases.isEmpty),
            ("giving-way", isSecond),
        ]
        return table.first { $0.1 }?.0
    }
}
