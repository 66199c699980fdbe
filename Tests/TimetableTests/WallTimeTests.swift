import Foundation
import Testing
import Timetable

@Suite("Wall time")
struct WallTimeTests {
    @Test("every day from 1900 to 2200 follows the one before, on its own weekday")
    func days() {
        var expected = WallTime(year: 1900, month: 1, day: 1)
        #expect(expected.weekday == .monday)
        for year in 1900...2200 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (month, length) in zip(1..., lengths) {
                for day in 1...length {
                    let wall = WallTime(year: year, month: month, day: day)
                    guard wall == expected, wall.date == (year, month, day) else {
                        Issue.record("\(year)-\(month)-\(day) is \(wall), not \(expected)")
                        return
                    }
                    let tomorrow = wall.adding(seconds: WallTime.day)
                    #expect(tomorrow.weekday.rawValue == (wall.weekday.rawValue + 1) % 7)
                    expected = tomorrow
                }
            }
        }
    }

    @Test(
        "a text is read and written back",
        arguments: [
            "2023-07-01T10:00:00", "1969-12-31T23:59:59", "2000-02-29T00:00:00", "0001-01-01T00:00:00",
        ])
    func roundTrip(text: String) throws {
        #expect(try #require(WallTime(text)).description == text)
    }

    @Test(
        "a date alone is its midnight; an offset or a fraction is passed over",
        arguments: [
            ("2023-07-01", "2023-07-01T00:00:00"), ("2023-07-01T10:00:00-05:00", "2023-07-01T10:00:00"),
            ("2023-07-01T10:00:00.250Z", "2023-07-01T10:00:00"),
        ])
    func lenient(text: String, expected: String) throws {
        #expect(try #require(WallTime(text)).description == expected)
    }

    @Test(
        "what is no time is not read",
        arguments: [
            "", "2023", "2023-02-29", "2023-13-01", "2023-00-10", "2023-01-00", "2023-07-01T",
            "2023-07-01T10",
            "2023-07-01T24:00:00", "2023-07-01T10:60:00", "2023-07-01T10:00:60", "2023-07-01 10:00:00",
            "2023-7-1T10:00:00", "20２3-07-01", "äöü-äö-ü1",
        ])
    func refused(text: String) {
        #expect(WallTime(text) == nil)
    }

    @Test("days and months that run over fall into the next")
    func overflow() {
        #expect(WallTime(year: 2025, month: 1, day: 32) == WallTime(year: 2025, month: 2, day: 1))
        #expect(WallTime(year: 2025, month: 13, day: 1) == WallTime(year: 2026, month: 1, day: 1))
    }

    @Test("the weekday, the clock and the name of a day")
    func names() throws {
        let wall = try #require(WallTime("2025-11-03T04:05:06"))
        #expect(wall.clock == "04:05")
        #expect(wall.dayName == "Mon 3 Nov")
        #expect((wall.hour, wall.minute, wall.second) == (4, 5, 6))
    }
}
