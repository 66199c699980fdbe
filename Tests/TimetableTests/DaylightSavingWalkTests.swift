import Foundation
import Testing

@testable import Timetable

@Suite("Both daylight-saving days, minute by minute")
struct DaylightSavingWalkTests {
    private static let windows = [
        "22:00-06:00", "22:00-06:00 Fri,Sat", "01:30-02:30", "02:15-01:45", "00:00-00:30", "none",
    ]

    @Test(
        "SA-4: at no minute anything starts inside the window, and every wait has its reason and its end",
        arguments: ClockChange.all)
    func walk(change: ClockChange) throws {
        let zone = try Zone.named(change.zone)
        let moment = try utc(change.utc)
        var oracle = try Oracle(zone)
        // For sixteen hours the oracle only gathers what the clock has shown.
        for minute in 0..<(16 * 60) { oracle.advance(to: moment - 26 * 3600 + minute * 60) }
        var days = try Self.windows.map { try Day(window: $0, zone: change.zone, around: moment) }
        for minute in 0..<(20 * 60) {
            let now = moment - 10 * 3600 + minute * 60
            oracle.advance(to: now)
            for index in days.indices {
                if let fault = days[index].fault(at: now, oracle) {
                    Issue.record("\(Self.windows[index]), \(now): \(fault)")
                    return
                }
            }
        }
        #expect(days.allSatisfy { $0.runs > 0 })
    }

    @Test(
        "the night of the change is an hour shorter or longer, and the day's runs are none more or fewer",
        arguments: [("2025-03-08", 7), ("2025-11-01", 9), ("2025-06-10", 8)])
    func nightLength(day: String, hours: Int) throws {
        let rule = try Rule.standard()
        let evening = try rule.zone.at(day + "T22:00:00")
        let morning = try #require(rule.window?.end(after: evening, in: rule.zone))
        #expect(morning.timeIntervalSince(evening) == Double(hours * 3600))
        // Sixteen open hours follow, with eight scheduled times two hours apart.
        let points = (0..<9).reduce(into: [morning.wholeSeconds - 1]) { points, _ in
            points.append(rule.point(after: points[points.count - 1]))
        }
        let nextEvening = try #require(rule.window?.start(after: morning, in: rule.zone)).wholeSeconds
        #expect(points.dropFirst().filter { $0 < nextEvening }.count == 8)
    }

    /// The window told by Foundation's calendar instead of our own arithmetic: the furthest that the clock on
    /// the wall has ever shown, held against the bounds of the nights around it.
    private struct Oracle {
        var calendar: Calendar
        var furthest = WallTime(seconds: Int.min / 2)

        init(_ zone: Zone) throws {
            calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = try #require(TimeZone(identifier: zone.identifier))
        }

        mutating func advance(to now: Date) {
            let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: now)
            let wall = WallTime(
                year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0, hour: parts.hour ?? 0,
                minute: parts.minute ?? 0)
            furthest = max(furthest, wall)
        }

        func isInside(_ window: Window?) -> Bool {
            guard let window else { return false }
            return (-2...1).contains { shift in
                let midnight = (furthest.dayNumber + shift) * WallTime.day
                guard window.days.contains(WallTime(seconds: midnight).weekday) else { return false }
                let end = midnight + window.end + (window.end < window.start ? WallTime.day : 0)
                return (midnight + window.start..<end).contains(furthest.seconds)
            }
        }
    }

    /// One window on one such day, under five histories. Only the first lives on; the others stand still and
    /// are asked again and again.
    private struct Day {
        var window: Window?
        var zone: Zone
        var cases: [Case]
        var runs = 0

        init(window text: String, zone identifier: String, around moment: Date) throws {
            let rule = try Rule.standard(interval: 1800, slot: 3, window: text, zone: identifier)
            let manual = try Rule.standard(
                interval: 1800, slot: 3, window: text, zone: identifier, morning: .manual)
            let begin = moment - 10 * 3600
            let force = Force(at: begin, duringShutdown: false, by: "alice")
            let leave = Force(at: begin, duringShutdown: true, by: "alice")
            let pause = Pause(since: begin, until: moment + 95 * 60, by: "alice")
            window = rule.window
            zone = rule.zone
            cases = try [
                Case(rule, History(lastRunStart: begin - 60)),
                Case(rule, History(lastRunStart: begin, forced: force)),
                Case(rule, History(lastRunStart: begin, forced: leave)), Case(rule, History(pause: pause)),
                Case(manual, History(lastRunStart: begin, lastForcedStart: begin)),
            ]
        }

        mutating func fault(at now: Date, _ oracle: Oracle) -> String? {
            let isInside = oracle.isInside(window)
            if window?.contains(now, in: zone) ?? false != isInside { return "the window is told otherwise" }
            for index in cases.indices {
                let found = cases[index].invariants.broken(
                    at: now, cases[index].history, isInWindow: isInside, last: cases[index].last)
                if let fault = found.fault { return "case \(index): \(fault)" }
                cases[index].last = found.verdict
            }
            if cases[0].last?.isGo == true {
                cases[0].history.lastRunStart = now
                runs += 1
            }
            return nil
        }
    }

    private struct Case {
        var invariants: Invariants
        var history: History
        var last: Verdict?

        init(_ rule: Rule, _ history: History) throws {
            invariants = try Invariants(rule)
            self.history = history
        }
    }
}
