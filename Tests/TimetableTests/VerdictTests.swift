import Foundation
import Testing

@testable import Timetable

@Suite("Verdict")
struct VerdictTests {
    let zone: Zone
    /// Slot 0 with two hours: on the even hours of UTC, so in winter on the even hours of Chicago.
    let rule: Rule

    init() throws {
        zone = try .named("America/Chicago")
        rule = try .standard()
    }

    private func at(_ wall: String) throws -> Date { try zone.at("2025-11-" + wall) }

    private func force(_ at: Date, duringShutdown: Bool = false) -> Force {
        Force(at: at, duringShutdown: duringShutdown, by: "alice")
    }

    @Test("a connector that never ran goes at once, as its first run")
    func first() throws {
        #expect(rule.verdict(try at("04T14:07:00")) == .go(.first))
    }

    @Test("SA-3: a run is due when a scheduled time lies after the last run's start, and not before")
    func scheduled() throws {
        let history = History(lastRunStart: try at("04T14:00:00"), lastRunEnd: try at("04T14:10:00"))
        let waiting = Verdict.wait(
            until: try at("04T16:00:00"), because: .notDue(next: try at("04T16:00:00")))
        #expect(rule.verdict(try at("04T14:05:00"), history) == waiting)
        #expect(rule.verdict(try at("04T15:59:59"), history) == waiting)
        #expect(rule.verdict(try at("04T16:00:00"), history) == .go(.scheduled))
        #expect(rule.verdict(try at("04T16:04:00"), history) == .go(.scheduled))
    }

    @Test("missed runs are caught up once and never piled up")
    func catchUp() throws {
        // Three days without a check-in, then one every five minutes for an hour and a half.
        var history = History(lastRunStart: try at("04T14:00:00"))
        var runs = 0
        for minute in stride(from: 2, to: 92, by: 5) {
            let now = try at("07T14:00:00") + minute * 60
            guard rule.verdict(now, history).isGo else { continue }
            history.lastRunStart = now
            runs += 1
        }
        #expect(runs == 1)
        #expect(rule.verdict(try at("07T16:00:00"), history) == .go(.scheduled))
    }

    @Test("SA-5, CB-19: a forced sync goes at the next check-in, whether due or not")
    func forced() throws {
        let now = try at("04T15:03:00")
        let history = History(lastRunStart: try at("04T15:00:00"), forced: force(now - 10))
        #expect(rule.verdict(now, history) == .go(.forced))
        #expect(rule.verdict(now, History(forced: force(now))) == .go(.forced))
    }

    @Test("SA-4: in the window nothing starts, and the morning starts by itself at the connector's own time")
    func night() throws {
        let history = History(lastRunStart: try at("04T20:00:00"))
        let end = try at("05T06:00:00")
        for wall in ["04T22:00:00", "04T23:59:59", "05T05:59:59"] {
            let verdict = rule.verdict(try at(wall), history)
            #expect(verdict == .wait(until: end, because: .overnightShutdown(until: end, isForced: false)))
        }
        // 22:00 is inside the window, so 06:00 is the next scheduled time of slot 0.
        #expect(rule.verdict(end, history) == .go(.scheduled))
        #expect(rule.verdict(end, History()) == .go(.first))
        let other = try Rule.standard(slot: 1)
        let next = try at("05T07:00:00")
        #expect(
            other.verdict(end, History(lastRunStart: try at("04T21:00:00")))
                == .wait(until: next, because: .notDue(next: next)))
    }

    @Test("waiting for a time beyond the night ends with the window's start, where the reason changes")
    func beforeNight() throws {
        let history = History(lastRunStart: try at("04T20:00:00"))
        let verdict = rule.verdict(try at("04T21:00:00"), history)
        #expect(verdict == .wait(until: try at("04T22:00:00"), because: .notDue(next: try at("05T06:00:00"))))
    }

    @Test("a forced sync inside the window says so and waits, unless it was forced for it")
    func forcedAtNight() throws {
        let now = try at("04T23:00:00")
        let end = try at("05T06:00:00")
        let waiting = rule.verdict(now, History(forced: force(now)))
        #expect(waiting == .wait(until: end, because: .overnightShutdown(until: end, isForced: true)))
        #expect(waiting.reason?.sentence(in: zone, now: now).contains("--during-shutdown") == true)
        #expect(rule.verdict(now, History(forced: force(now, duringShutdown: true))) == .go(.forced))
    }

    @Test("a pause holds up everything, a forced sync too, until it ends or is lifted")
    func paused() throws {
        let now = try at("04T14:00:00")
        let until = try at("04T15:30:00")
        let pause = Pause(since: now - 60, until: until, by: "alice")
        let endless = Pause(since: now - 60, by: "alice")
        for history in [
            History(pause: pause), History(forced: force(now, duringShutdown: true), pause: pause),
        ] {
            #expect(rule.verdict(now, history) == .wait(until: until, because: .paused(pause)))
            #expect(rule.verdict(until - 1, history).isGo == false)
            #expect(rule.verdict(until, history).isGo)
        }
        #expect(rule.verdict(now, History(pause: endless)) == .wait(until: nil, because: .paused(endless)))
    }

    @Test("SA-4: in manual mode a morning waits for a person, and the day goes on by itself")
    func manual() throws {
        let manual = try Rule.standard(morning: .manual)
        var history = History(lastRunStart: try at("04T20:00:00"), lastForcedStart: try at("04T08:10:00"))
        let asked = Verdict.wait(until: nil, because: .mustBeForcedThisMorning)
        #expect(manual.verdict(try at("04T16:00:00"), History()) == asked)
        #expect(manual.verdict(try at("05T06:00:00"), history) == asked)
        #expect(manual.verdict(try at("05T12:00:00"), history) == asked)
        history.forced = force(try at("05T08:00:00"))
        #expect(manual.verdict(try at("05T08:01:00"), history) == .go(.forced))
        history.forced = nil
        history.lastRunStart = try at("05T08:01:00")
        history.lastForcedStart = history.lastRunStart
        #expect(manual.verdict(try at("05T09:59:00"), history).reason == .notDue(next: try at("05T10:00:00")))
        #expect(manual.verdict(try at("05T10:00:00"), history) == .go(.scheduled))
        // The window's end belongs to the day.
        history.lastForcedStart = try at("05T06:00:00")
        #expect(manual.verdict(try at("05T10:00:00"), history) == .go(.scheduled))
        history.lastForcedStart = try at("05T05:59:59")
        #expect(manual.verdict(try at("05T10:00:00"), history) == asked)
        // Without a window there is one morning only.
        let always = try Rule.standard(window: "none", morning: .manual)
        #expect(always.verdict(try at("20T10:00:00"), history) == .go(.scheduled))
        #expect(always.verdict(try at("20T10:00:00"), History()) == asked)
    }

    @Test("SA-4: a night forced with leave does not open the next morning")
    func manualAfterNight() throws {
        let manual = try Rule.standard(morning: .manual)
        let history = History(lastRunStart: try at("04T23:00:00"), lastForcedStart: try at("04T23:00:00"))
        #expect(manual.verdict(try at("05T08:00:00"), history).reason == .mustBeForcedThisMorning)
    }

    @Test("CB-8, PC-2: while another company is updating, a due connector waits and the other is named")
    func busy() throws {
        let now = try at("04T16:03:00")
        let lease = Lease(workstation: "FRONTDESK", connector: "bolt", since: now - 200, lastCall: now - 1)
        let due = History(lastRunStart: try at("04T14:00:00"))
        let verdict = rule.verdict(for: "acme", now: now, history: due, leases: [lease], rivals: [])
        let reason = Reason.workstationBusy(workstation: "FRONTDESK", connector: "bolt")
        #expect(verdict == .wait(until: now + 300, because: reason))
        #expect(reason.isQueueing)
        // Its own conversation is not another company's.
        let own = Lease(workstation: "FRONTDESK", connector: "acme", since: now - 200, lastCall: now - 1)
        #expect(rule.verdict(for: "acme", now: now, history: due, leases: [own], rivals: []).isGo)
    }

    @Test("a connector that is not due never enters the workstation's queue")
    func notQueueing() throws {
        let now = try at("04T15:03:00")
        let lease = Lease(workstation: "FRONTDESK", connector: "bolt", since: now - 200, lastCall: now - 1)
        let history = History(lastRunStart: try at("04T14:00:00"))
        let verdict = rule.verdict(for: "acme", now: now, history: history, leases: [lease], rivals: [])
        #expect(verdict.reason == .notDue(next: try at("04T16:00:00")))
    }

    @Test("the oldest of several leases is named, whatever their order")
    func severalLeases() throws {
        let now = try at("04T16:03:00")
        let leases = ["zinc", "bolt", "dune"].map {
            Lease(workstation: "FRONTDESK", connector: $0, since: now - 200, lastCall: now)
        }
        let reason = Reason.workstationBusy(workstation: "FRONTDESK", connector: "bolt")
        for order in [leases, leases.reversed()] {
            #expect(
                rule.verdict(for: "acme", now: now, history: History(), leases: order, rivals: []).reason
                    == reason)
        }
    }

    @Test("PC-2: a rival that has waited longer goes first, as long as it is alive")
    func givingWay() throws {
        let now = try at("04T16:03:00")
        let rival = Rival(
            connector: "bolt", waitingSince: now - 900, lastContact: now - 100, pollSeconds: 300)
        func verdict(_ history: History, _ rivals: Rival..., at time: Date? = nil) -> Verdict {
            rule.verdict(for: "acme", now: time ?? now, history: history, leases: [], rivals: rivals)
        }
        let way = Verdict.wait(until: now + 300, because: .givingWay(to: "bolt"))
        #expect(verdict(History(), rival) == way)
        #expect(verdict(History(waitingSince: now - 899), rival) == way)
        #expect(verdict(History(waitingSince: now - 901), rival) == .go(.first))
        #expect(verdict(History(forced: force(now)), rival) == way)
        // Two poll intervals and a minute after its last contact nobody waits for it any more.
        let end = rival.lastContact + 660
        #expect(verdict(History(), rival, at: end - 1) == .wait(until: end, because: .givingWay(to: "bolt")))
        #expect(verdict(History(), rival, at: end) == .go(.first))
        // Of two that have waited longer the first in the queue is named.
        let older = Rival(connector: "zinc", waitingSince: now - 1000, lastContact: now, pollSeconds: 300)
        #expect(verdict(History(), rival, older).reason == .givingWay(to: "zinc"))
    }

    @Test("of two that have waited equally long the name decides, so that exactly one goes")
    func ties() throws {
        let now = try at("04T16:03:00")
        func verdict(_ connector: String, against other: String) -> Verdict {
            let rival = Rival(connector: other, waitingSince: now - 60, lastContact: now, pollSeconds: 300)
            let history = History(waitingSince: now - 60)
            return rule.verdict(for: connector, now: now, history: history, leases: [], rivals: [rival])
        }
        #expect(verdict("acme", against: "bolt") == .go(.first))
        #expect(verdict("bolt", against: "acme").reason == .givingWay(to: "acme"))
        #expect(verdict("acme", against: "acme") == .go(.first))
    }

    @Test("a clock that was set back keeps nobody waiting for longer than one interval")
    func clockSetBack() throws {
        let now = try at("04T14:30:00")
        let history = History(lastRunStart: now + 400 * 86_400, waitingSince: now + 86_400)
        #expect(rule.verdict(now, history).reason == .notDue(next: try at("04T16:00:00")))
    }

    @Test("SA-4: a running sync ends at the window's start, unless it was forced for the night")
    func stops() throws {
        #expect(!rule.stopsRunning(now: try at("04T21:59:59"), duringShutdown: false))
        #expect(rule.stopsRunning(now: try at("04T22:00:00"), duringShutdown: false))
        #expect(!rule.stopsRunning(now: try at("04T22:00:00"), duringShutdown: true))
        #expect(
            !(try Rule.standard(window: "none")).stopsRunning(
                now: try at("04T22:00:00"), duringShutdown: false))
    }
}
