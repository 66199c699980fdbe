import Foundation
import Testing

@testable import Timetable

@Suite("Window")
struct WindowTests {
    @Test(
        "a text is read and written in its canonical form",
        arguments: [
            ("22:00-06:00", "22:00-06:00"), ("22:00–06:00", "22:00-06:00"), (" 22:00 - 6:00 ", "22:00-06:00"),
            ("22:00-06:00 Mon-Fri", "22:00-06:00 Mon-Fri"), ("22:00-06:00 daily", "22:00-06:00"),
            ("22:00-06:00 mon–fri", "22:00-06:00 Mon-Fri"),
            ("12:00-13:00 Saturday, sunday", "12:00-13:00 Sat,Sun"),
            ("22:00-06:00 Fri-Mon", "22:00-06:00 Mon,Fri-Sun"),
            ("22:00-06:00 Sun,Mon,Mon", "22:00-06:00 Mon,Sun"),
            ("18:00-24:00", "18:00-00:00"), ("00:00-06:00 Mon-Sun", "00:00-06:00"), ("none", "none"),
            ("None", "none"),
        ])
    func read(text: String, canonical: String) throws {
        let window = try Window.parse(text)
        #expect(Window.text(of: window) == canonical)
        #expect(try Window.parse(canonical) == window)
    }

    @Test(
        "anything else is refused as what it is",
        arguments: [
            ("", WindowError.form("")), ("22:00", .form("22:00")), ("22-06", .time("22")),
            ("nightly", .form("nightly")),
            ("25:00-06:00", .time("25:00")), ("22:00-06:60", .time("06:60")), ("22:0-06:00", .time("22:0")),
            ("24:00-06:00", .time("24:00")), ("22:00-24:01", .time("24:01")),
            ("22:00-06:00-07:00", .form("22:00-06:00-07:00")),
            ("-22:00-06:00", .form("-22:00-06:00")), ("022:00-06:00", .time("022:00")),
            ("٢٢:00-06:00", .time("٢٢:00")),
            ("22:00-06:00 Mon-Fry", .day("Mon-Fry")), ("22:00-06:00 Mon,,Fri", .day("")),
            ("22:00-06:00 Mon-Wed-Fri", .day("Mon-Wed-Fri")), ("22:00-22:00", .sameStartAndEnd),
            ("00:00-24:00", .sameStartAndEnd), ("22:00-06:00 none", .day("none")),
        ])
    func refused(text: String, error: WindowError) {
        #expect(throws: error) { try Window.parse(text) }
    }

    @Test(
        "every refusal tells the expected form",
        arguments: [
            WindowError.form("x"), .time("x"), .day("x"), .sameStartAndEnd,
        ])
    func sentences(error: WindowError) {
        #expect(error.sentence.hasSuffix("Write it like 22:00-06:00, 22:00-06:00 Mon-Fri, or none."))
    }

    @Test("bounds outside the day and a window on no day are refused")
    func bounds() {
        #expect(throws: WindowError.time("-1 s")) { try Window(start: -1, end: 60) }
        #expect(throws: WindowError.time("86400 s")) { try Window(start: 60, end: 86_400) }
        #expect(throws: WindowError.day("")) { try Window(start: 60, end: 120, days: Weekdays([])) }
    }

    @Test(
        "the days are those on which the night begins",
        arguments: [
            // Friday 7 November 2025 is the last night of the week; its window ends on Saturday.
            ("2025-11-07T21:59:59", false), ("2025-11-07T22:00:00", true), ("2025-11-08T05:59:59", true),
            ("2025-11-08T06:00:00", false), ("2025-11-08T23:00:00", false), ("2025-11-09T23:00:00", false),
            ("2025-11-10T03:00:00", false), ("2025-11-10T22:00:00", true),
        ])
    func weekdays(wall: String, isInside: Bool) throws {
        let window = try #require(try Window.parse("22:00-06:00 Mon-Fri"))
        let zone = try Zone.named("America/Chicago")
        #expect(window.contains(try zone.at(wall), in: zone) == isInside)
    }

    @Test(
        "a window within one day does not reach into the next",
        arguments: [
            ("2025-11-08T11:59:59", false), ("2025-11-08T12:00:00", true), ("2025-11-08T12:59:59", true),
            ("2025-11-08T13:00:00", false), ("2025-11-09T12:30:00", true), ("2025-11-10T12:30:00", false),
        ])
    func byDay(wall: String, isInside: Bool) throws {
        let window = try #require(try Window.parse("12:00-13:00 Sat,Sun"))
        let zone = try Zone.named("Europe/Berlin")
        #expect(window.contains(try zone.at(wall), in: zone) == isInside)
    }

    struct Night: Sendable {
        var zone: String
        var window: String
        /// UTC; the window is looked for from here on.
        var from: String
        var start: String
        var end: String
    }

    @Test(
        "on both daylight-saving days the bounds lie where the clock on the wall puts them",
        arguments: [
            // Forward: 23 hours of a day, seven of the night.
            Night(
                zone: "America/Chicago", window: "22:00-06:00", from: "2025-03-08T18:00:00",
                start: "2025-03-09T04:00:00", end: "2025-03-09T11:00:00"),
            // Back: nine of the night.
            Night(
                zone: "America/Chicago", window: "22:00-06:00", from: "2025-11-01T18:00:00",
                start: "2025-11-02T03:00:00", end: "2025-11-02T12:00:00"),
            // Both bounds in the gap: there is no such night that day, so the next one is found.
            Night(
                zone: "America/Chicago", window: "02:10-02:50", from: "2025-03-08T18:00:00",
                start: "2025-03-10T07:10:00", end: "2025-03-10T07:50:00"),
            // One bound in the gap.
            Night(
                zone: "America/Chicago", window: "02:30-05:00", from: "2025-03-08T18:00:00",
                start: "2025-03-09T08:00:00", end: "2025-03-09T10:00:00"),
            Night(
                zone: "America/Chicago", window: "22:00-02:30", from: "2025-03-08T18:00:00",
                start: "2025-03-09T04:00:00", end: "2025-03-09T08:00:00"),
            // A bound in the hour that comes twice is its first pass.
            Night(
                zone: "Europe/Berlin", window: "22:00-02:30", from: "2025-10-25T12:00:00",
                start: "2025-10-25T20:00:00", end: "2025-10-26T00:30:00"),
            Night(
                zone: "Europe/Berlin", window: "02:30-05:00", from: "2025-10-25T12:00:00",
                start: "2025-10-26T00:30:00", end: "2025-10-26T04:00:00"),
            // Half an hour back on Lord Howe Island: eight and a half hours.
            Night(
                zone: "Australia/Lord_Howe", window: "22:00-06:00", from: "2025-04-05T00:00:00",
                start: "2025-04-05T11:00:00", end: "2025-04-05T19:30:00"),
            // The 30th of December 2011 was left out in Samoa: the night of the 29th ended as the 31st began,
            // and the night that would have started on the 30th was its early morning; together they are one
            // night of eight hours.
            Night(
                zone: "Pacific/Apia", window: "22:00-06:00", from: "2011-12-30T00:00:00",
                start: "2011-12-30T08:00:00", end: "2011-12-30T16:00:00"),
        ])
    func nights(night: Night) throws {
        let zone = try Zone.named(night.zone)
        let window = try #require(try Window.parse(night.window))
        let start = try #require(window.start(after: try utc(night.from), in: zone))
        #expect(start == (try utc(night.start)))
        #expect(window.end(after: start, in: zone) == (try utc(night.end)))
        #expect(window.end(after: start - 1, in: zone) == nil)
        #expect(
            window.lastEnd(upTo: try utc(night.end).wholeSeconds, in: zone)
                == (try utc(night.end)).wholeSeconds)
    }
}
