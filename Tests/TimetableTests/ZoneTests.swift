import Foundation
import Testing

@testable import Timetable

@Suite("Zone")
struct ZoneTests {
    @Test("the wall clock before and after a change shows the jump", arguments: ClockChange.all)
    func jumps(change: ClockChange) throws {
        let zone = try Zone.named(change.zone)
        let moment = try utc(change.utc)
        let before = zone.wallTime(of: moment - 1)
        let after = zone.wallTime(of: moment)
        #expect(after.seconds - before.seconds == 1 + change.jump)
    }

    @Test(
        "the way back finds the first instant at or past a wall time, on every minute around a change",
        arguments: ClockChange.all)
    func reaching(change: ClockChange) throws {
        let zone = try Zone.named(change.zone)
        let moment = try utc(change.utc).wholeSeconds
        let firstWall = zone.wallTime(at: moment - 30 * 3600)
        // An oracle without any arithmetic of its own: walk the seconds of interest and see what the clock
        // shows.
        for minute in 0..<(60 * 3600 / 60) {
            let wall = firstWall.adding(seconds: minute * 60)
            let found = zone.second(reaching: wall)
            if zone.wallTime(at: found) < wall {
                Issue.record("\(wall) is not reached at \(found)")
            }
            let earlier = stride(from: found - 60, to: found - 26 * 3600, by: -600)
            if zone.wallTime(at: found - 1) >= wall
                || earlier.contains(where: { zone.wallTime(at: $0) >= wall })
            {
                Issue.record("\(wall) was reached before \(found)")
            }
        }
    }

    @Test(
        "the offsets of a wall time are those at which the clock really shows it", arguments: ClockChange.all)
    func offsets(change: ClockChange) throws {
        let zone = try Zone.named(change.zone)
        let moment = try utc(change.utc).wholeSeconds
        let firstWall = zone.wallTime(at: moment - 30 * 3600)
        for minute in 0..<(60 * 60) {
            let wall = firstWall.adding(seconds: minute * 60)
            // All offsets of the world are tried, the greatest and so the earliest moment first.
            let shown = stride(from: 14 * 3600, through: -12 * 3600, by: -900).filter {
                zone.offset(at: wall.seconds - $0) == $0
            }
            if zone.offsets(onWall: wall.seconds) != shown {
                Issue.record("\(wall): \(zone.offsets(onWall: wall.seconds)) in place of \(shown)")
            }
        }
    }

    @Test("the furthest wall time is the greatest that was ever shown", arguments: ClockChange.all)
    func furthest(change: ClockChange) throws {
        let zone = try Zone.named(change.zone)
        let moment = try utc(change.utc).wholeSeconds
        var greatest = zone.wallTime(at: moment - 30 * 3600 - 1)
        for second in stride(from: moment - 30 * 3600, to: moment + 30 * 3600, by: 60) {
            greatest = max(greatest, zone.wallTime(at: second - 1), zone.wallTime(at: second))
            #expect(zone.furthestWallTime(at: second) == greatest)
        }
    }

    @Test("a time in the gap is the moment of the change, a time that comes twice its first pass")
    func bounds() throws {
        let chicago = try Zone.named("America/Chicago")
        #expect(try chicago.at("2025-03-09T02:30:00") == utc("2025-03-09T08:00:00"))
        #expect(try chicago.at("2025-11-02T01:30:00") == utc("2025-11-02T06:30:00"))
        let apia = try Zone.named("Pacific/Apia")
        #expect(try apia.at("2011-12-30T22:00:00") == utc("2011-12-30T10:00:00"))
    }

    @Test(
        "a watermark from the repeated hour or the hour after it reaches back further",
        arguments: [
            ("America/Chicago", "2025-11-02T00:59:59", 0), ("America/Chicago", "2025-11-02T01:00:00", 3600),
            ("America/Chicago", "2025-11-02T01:59:59", 3600),
            ("America/Chicago", "2025-11-02T02:30:00", 3600),
            ("America/Chicago", "2025-11-02T03:00:00", 0), ("America/Chicago", "2025-03-09T02:30:00", 0),
            ("America/Chicago", "2025-07-01T01:30:00", 0),
            ("Australia/Lord_Howe", "2025-04-06T01:30:00", 1800),
            ("Australia/Lord_Howe", "2025-04-06T01:29:59", 0), ("Europe/London", "2025-10-26T01:10:00", 3600),
            ("America/St_Johns", "2010-11-06T23:30:00", 3600), ("Asia/Kolkata", "2025-11-02T01:30:00", 0),
            ("America/Chicago", "2025-11-02", 0), ("America/Chicago", "yesterday", 0),
        ])
    func overlap(zone: String, wallTime: String, seconds: Int) throws {
        #expect(try Zone.named(zone).overlapSeconds(wallTime: wallTime) == seconds)
    }

    @Test(
        "names are known by their exact spelling, and a fixed offset is no zone",
        arguments: [
            ("America/Chicago", true), ("UTC", true), ("Etc/UTC", true), ("US/Central", true),
            ("Europe/Kyiv", true),
            ("america/chicago", false), ("GMT+5", false), ("GMT-0600", false), ("", false),
            ("Mars/Phobos", false),
            ("America/Chicago ", false), ("+02:00", false),
        ])
    func names(identifier: String, isKnown: Bool) {
        #expect((Zone(identifier: identifier) != nil) == isKnown)
        #expect(Zone(identifier: identifier)?.identifier == (isKnown ? identifier : nil))
    }

    @Test(
        "a misspelt zone brings its nearest name",
        arguments: [
            ("america/chicago", "America/Chicago"), ("America/Chigaco", "America/Chicago"), ("utc", "UTC"),
            ("Europe/Berlni", "Europe/Berlin"),
        ])
    func nearest(identifier: String, expected: String) {
        #expect(Zone.nearest(to: identifier) == expected)
    }

    @Test("nothing is near to nonsense")
    func nothingNear() {
        #expect(Zone.nearest(to: "xyzzyplugh") == nil)
        #expect(Zone.nearest(to: String(repeating: "x", count: 1000)) == nil)
    }

    @Test(
        "a time is said with its day only when the clock alone would mislead",
        arguments: [
            ("2025-11-03T08:10:00", "2025-11-03T14:10:00", "14:10"),
            ("2025-11-03T22:30:00", "2025-11-04T06:00:00", "06:00"),
            ("2025-11-03T08:10:00", "2025-11-04T08:09:59", "08:09"),
            ("2025-11-03T08:10:00", "2025-11-04T08:10:00", "Tue 4 Nov 08:10"),
            ("2025-11-03T08:10:00", "2025-11-03T07:00:00", "07:00"),
            ("2025-11-03T08:10:00", "2025-11-02T23:00:00", "Sun 2 Nov 23:00"),
            ("2025-12-30T08:10:00", "2026-01-05T08:00:00", "Mon 5 Jan 2026 08:00"),
        ])
    func said(now: String, instant: String, expected: String) throws {
        let zone = try Zone.named("America/Chicago")
        #expect(try zone.time(of: zone.at(instant), seenFrom: zone.at(now)) == expected)
    }

    @Test(
        "in the hour that comes twice it is said which of the two is meant",
        arguments: [
            ("2025-11-02T05:30:00", "00:30"), ("2025-11-02T06:30:00", "01:30 (before the clocks go back)"),
            ("2025-11-02T07:30:00", "01:30 (after the clocks go back)"), ("2025-11-02T08:00:00", "02:00"),
        ])
    func twice(instant: String, expected: String) throws {
        let zone = try Zone.named("America/Chicago")
        #expect(try zone.time(of: utc(instant), seenFrom: utc("2025-11-02T03:00:00")) == expected)
    }

    @Test(
        "dates at the ends of time do not trap",
        arguments: [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: .infinity)])
    func extremes(date: Date) throws {
        let rule = try Rule.standard()
        let history = History(lastRunStart: date, waitingSince: date)
        #expect(rule.verdict(date, history) == rule.verdict(date, history))
        #expect(!rule.zone.time(of: date, seenFrom: date).isEmpty)
        _ = rule.overdueSince(now: date, history: history)
        _ = rule.nextSync(after: date, history: history)
    }
}
