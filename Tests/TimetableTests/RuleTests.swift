import Foundation
import Testing

@testable import Timetable

@Suite("Rule")
struct RuleTests {
    @Test("a rule keeps its numbers within bounds, and the doors hear about all that are not")
    func bounds() throws {
        let rule = Rule(intervalSeconds: 1, slot: -3, window: nil, zone: .utc, pollSeconds: 1)
        #expect((rule.intervalSeconds, rule.slot, rule.pollSeconds) == (300, 0, 60))
        #expect(Rule.findings(intervalSeconds: 7200, pollSeconds: 300).isEmpty)
        #expect(Rule.findings(intervalSeconds: 300, pollSeconds: 300).isEmpty)
        let both = Rule.findings(intervalSeconds: 299, pollSeconds: 59)
        #expect(both == [.interval(seconds: 299), .poll(seconds: 59)])
        #expect(both.map(\.field) == ["interval", "poll"])
        #expect(both.first?.sentence == "The interval is 299s, but it must be between 5m and 7d.")
        let slow = Rule.findings(intervalSeconds: 300, pollSeconds: 600)
        #expect(slow == [.pollLongerThanInterval(pollSeconds: 600, intervalSeconds: 300)])
        #expect(slow.first?.field == "poll")
    }

    /// All scheduled times between two instants.
    private func points(_ rule: Rule, from: Date, to: Date) -> [Int] {
        var points: [Int] = []
        var cursor = from.wholeSeconds
        while true {
            cursor = rule.point(after: cursor)
            if cursor > to.wholeSeconds { return points }
            points.append(cursor)
        }
    }

    @Test(
        "SA-3: without a window the scheduled times are one interval apart, across any change of the clocks",
        arguments: ClockChange.all)
    func regular(change: ClockChange) throws {
        let rule = try Rule.standard(slot: 5, window: "none", zone: change.zone)
        let moment = try utc(change.utc)
        let all = points(rule, from: moment - 2 * 86_400, to: moment + 2 * 86_400)
        #expect(all.count == 48)
        #expect(zip(all.dropFirst(), all).allSatisfy { $0 - $1 == 7200 })
        #expect(all.allSatisfy { $0 % 7200 == rule.offsetSeconds })
    }

    @Test("no scheduled time lies inside the window, and all others are there", arguments: ClockChange.all)
    func outside(change: ClockChange) throws {
        let rule = try Rule.standard(interval: 1800, slot: 3, zone: change.zone)
        let open = try Rule.standard(interval: 1800, slot: 3, window: "none", zone: change.zone)
        let moment = try utc(change.utc)
        let all = points(open, from: moment - 2 * 86_400, to: moment + 2 * 86_400)
        let window = try #require(rule.window)
        let expected = all.filter { !window.contains(Date(wholeSeconds: $0), in: rule.zone) }
        #expect(points(rule, from: moment - 2 * 86_400, to: moment + 2 * 86_400) == expected)
        #expect(expected.count < all.count)
    }

    @Test("PC-3: a morning begins staggered: forty connectors have forty different first times")
    func morning() throws {
        let zone = try Zone.named("America/Chicago")
        let night = try zone.at("2025-11-04T23:00:00").wholeSeconds
        let end = try zone.at("2025-11-05T06:00:00").wholeSeconds
        let first = try (0..<40).map { try Rule.standard(slot: $0).point(after: night) }
        #expect(Set(first).count == 40)
        #expect(first.allSatisfy { (end..<end + 7200).contains($0) })
    }

    @Test(
        "an interval longer than the open day keeps all its turns: those of the night move to the morning",
        arguments: [86_400, 172_800, 604_800], ["22:00-06:00", "01:00-05:00", "06:00-22:00"])
    func long(interval: Int, text: String) throws {
        let days = 84
        let from = try utc("2025-01-01T00:00:00")
        for slot in 0..<48 {
            let rule = try Rule.standard(interval: interval, slot: slot, window: text)
            let all = points(rule, from: from, to: from + days * 86_400)
            #expect(abs(all.count - days * 86_400 / interval) <= 1)
            let isInside = { rule.window?.contains(Date(wholeSeconds: $0), in: rule.zone) ?? false }
            #expect(!all.contains(where: isInside))
        }
    }

    @Test("turns that moved to the morning are staggered there")
    func longStaggered() throws {
        // 03:00 to 05:00 in Chicago on a winter's day, all inside the window.
        let zone = try Zone.named("America/Chicago")
        let slots = (0..<1024).filter {
            (32_400..<39_600).contains(Stagger.offset(slot: $0, interval: 86_400))
        }
        let night = try zone.at("2025-01-14T22:30:00").wholeSeconds
        let end = try zone.at("2025-01-15T06:00:00").wholeSeconds
        let first = try slots.map { try Rule.standard(interval: 86_400, slot: $0).point(after: night) }
        #expect(first.count > 80)
        #expect(Set(first).count == first.count)
        #expect(first.allSatisfy { (end..<end + 7200).contains($0) })
        // Between the lost time and the moment it moved to, that moment is still the next.
        let later = try slots.map { try Rule.standard(interval: 86_400, slot: $0).point(after: end - 1) }
        #expect(later == first)
    }

    @Test(
        "an interval no longer than the open day has a turn on every day",
        arguments: [300, 7200, 43_200, 57_600])
    func everyDay(interval: Int) throws {
        for slot in 0..<32 {
            let rule = try Rule.standard(interval: interval, slot: slot)
            var morning = try rule.zone.at("2025-01-01T06:00:00").wholeSeconds
            for _ in 0..<365 {
                let evening = try #require(rule.window?.start(after: morning, in: rule.zone))
                let point = rule.point(after: morning - 1)
                #expect(point < evening)
                morning = try #require(rule.window?.end(holding: evening, in: rule.zone))
            }
        }
    }

    @Test("PC-3: adding connectors never moves the scheduled times of the others")
    func stable() throws {
        let now = try utc("2025-11-04T18:00:00").wholeSeconds
        let few = try (0..<5).map { try Rule.standard(slot: $0).point(after: now) }
        let many = try (0..<500).map { try Rule.standard(slot: $0).point(after: now) }
        #expect(Array(many.prefix(5)) == few)
    }
}
