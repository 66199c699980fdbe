import Foundation
import Testing

@testable import Timetable

@Suite("Due and overdue")
struct DueTests {
    let zone: Zone
    let rule: Rule

    init() throws {
        zone = try .named("America/Chicago")
        rule = try .standard()
    }

    private func at(_ wall: String) throws -> Date { try zone.at("2025-11-" + wall) }

    @Test("a run is due from its scheduled time on, without any check-in")
    func due() throws {
        let history = History(lastRunStart: try at("04T14:00:00"))
        let point = try at("04T16:00:00")
        #expect(rule.due(now: point - 1, history: history) == .at(point))
        #expect(rule.due(now: point, history: history) == .since(point))
        #expect(rule.due(now: point + 3000, history: history) == .since(point))
        #expect(rule.nextSync(after: point - 1, history: history) == point)
        #expect(rule.nextSync(after: point + 60, history: history) == point + 60)
    }

    @Test("a connector that never ran is due since it exists")
    func never() throws {
        let made = try at("04T14:03:00")
        #expect(rule.due(now: made + 60, history: History(createdAt: made)) == .since(made))
        #expect(rule.due(now: made, history: History()) == .since(made))
        let night = try at("04T23:00:00")
        #expect(rule.due(now: night, history: History(createdAt: night)) == .at(try at("05T06:00:00")))
    }

    @Test("CB-19: a forced sync is due since it was asked for, and in the window at its end")
    func forced() throws {
        let asked = try at("04T15:03:00")
        var history = History(
            lastRunStart: try at("04T14:00:00"), forced: Force(at: asked, duringShutdown: false, by: "alice"))
        #expect(rule.due(now: asked + 30, history: history) == .since(asked))
        let night = try at("04T23:00:00")
        history.lastRunStart = try at("04T21:00:00")
        history.forced = Force(at: night, duringShutdown: false, by: "alice")
        #expect(rule.due(now: night, history: history) == .at(try at("05T06:00:00")))
        history.forced = Force(at: night, duringShutdown: true, by: "alice")
        #expect(rule.due(now: night, history: history) == .since(night))
    }

    @Test("only a person can make a paused connector or a manual morning due")
    func person() throws {
        let now = try at("05T08:00:00")
        var history = History(lastRunStart: try at("04T20:00:00"), lastForcedStart: try at("04T07:00:00"))
        let manual = try Rule.standard(morning: .manual)
        #expect(manual.due(now: now, history: history) == .never)
        #expect(manual.nextSync(after: now, history: history) == nil)
        // In the evening before, the next sync is one that a person will have to force.
        #expect(manual.due(now: try at("04T21:00:00"), history: history) == .never)
        history.pause = Pause(since: now, by: "alice")
        #expect(rule.due(now: now, history: history) == .never)
        #expect(!rule.isOverdue(now: now + 86_400, history: history))
        history.pause = Pause(since: now, until: now + 7200, by: "alice")
        #expect(rule.due(now: now, history: history) == .at(now + 7200))
        // A pause that ends at night leads to the morning.
        history.pause = Pause(since: now, until: try at("05T23:00:00"), by: "alice")
        #expect(rule.due(now: now, history: history) == .at(try at("06T06:00:00")))
    }

    @Test("the next sync of a run missed before the night is at the window's end")
    func missedBeforeNight() throws {
        let history = History(lastRunStart: try at("04T18:00:00"))
        let night = try at("04T23:00:00")
        #expect(rule.due(now: night, history: history) == .since(try at("04T20:00:00")))
        #expect(rule.nextSync(after: night, history: history) == (try at("05T06:00:00")))
        let manual = try Rule.standard(morning: .manual)
        var forced = history
        forced.lastForcedStart = try at("04T07:00:00")
        #expect(manual.nextSync(after: night, history: forced) == nil)
    }

    @Test(
        "a run is late after a quarter of an hour, or two polls if that is more",
        arguments: [(300, 900), (600, 1200)])
    func grace(poll: Int, grace: Int) throws {
        let rule = try Rule.standard(poll: poll)
        let history = History(lastRunStart: try at("04T14:00:00"))
        let late = try at("04T16:00:00") + grace
        #expect(!rule.isOverdue(now: late - 1, history: history))
        #expect(rule.isOverdue(now: late, history: history))
        #expect(rule.overdueSince(now: late + 5000, history: history) == late)
    }

    @Test(
        "time inside the window is not counted, on no night of the year",
        arguments: [
            "2025-11-04", "2025-11-01", "2025-03-08",
        ])
    func nightNotCounted(day: String) throws {
        let start = try zone.at(day + "T22:00:00")
        let rule = try Rule.standard(interval: 300, slot: 0)
        let end = try #require(rule.window?.end(after: start, in: zone))
        let history = History(lastRunStart: start - 600)
        // Due since 21:55: five minutes before the night, ten after it.
        #expect(rule.due(now: start, history: history) == .since(start - 300))
        #expect(!rule.isOverdue(now: end, history: history))
        #expect(!rule.isOverdue(now: end + 599, history: history))
        #expect(rule.overdueSince(now: end + 3600, history: history) == end + 600)
    }

    @Test("once late it stays late through the night")
    func staysLate() throws {
        let history = History(lastRunStart: try at("04T18:00:00"))
        let late = try at("04T20:15:00")
        for wall in ["04T21:00:00", "04T23:00:00", "05T03:00:00", "05T09:00:00", "09T09:00:00"] {
            #expect(rule.overdueSince(now: try at(wall), history: history) == late)
        }
    }

    @Test("PC-2: a connector that queues for its workstation is late only after a whole interval")
    func queueing() throws {
        let point = try at("04T10:00:00")
        let history = History(lastRunStart: point - 7200, waitingSince: point + 120)
        #expect(!rule.isOverdue(now: point + 7319, history: history))
        #expect(rule.overdueSince(now: point + 7320, history: history) == point + 7320)
    }

    @Test("the time of a pause is not held against anyone once it is over")
    func afterPause() throws {
        let point = try at("04T16:00:00")
        let pause = Pause(since: point - 60, until: point + 3600, by: "alice")
        let history = History(lastRunStart: point - 7200, pause: pause)
        #expect(rule.due(now: point + 3600, history: history) == .since(point + 3600))
        #expect(!rule.isOverdue(now: point + 3600 + 899, history: history))
        #expect(rule.isOverdue(now: point + 3600 + 900, history: history))
    }

    @Test("what is due and allowed goes, and what goes is due", arguments: 0..<200)
    func agreement(seed: Int) throws {
        var random = Seed(seed)
        let rule = try RandomCase.rule(&random)
        let history = RandomCase.history(&random)
        for _ in 0..<20 {
            let now = RandomCase.instant(&random)
            let verdict = rule.verdict(now, history)
            let isDue = rule.nextSync(after: now, history: history) == now
            #expect(verdict.isGo == isDue, "seed \(seed): \(verdict) at \(now)")
            if verdict.until == nil, verdict.reason != nil {
                #expect(rule.due(now: now, history: history) == .never, "seed \(seed)")
            }
        }
    }
}
