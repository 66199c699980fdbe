import Foundation
import Simulator
import Testing

@Suite struct CalendarTests {
    @Test(
        "days of the calendar are the right ones, leap years included",
        arguments: [
            ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2024-02-29", 19_782, 4),
            ("2025-12-31", 20_453, 3), ("1969-12-31", -1, 3),
        ])
    func days(text: String, number: Int, weekday: Int) throws {
        let day = try #require(CivilDay(text))
        #expect(day.number == number)
        #expect(day.weekday == weekday)
        #expect(CivilDay(number: number).text == text)
    }

    @Test(
        "what is no day is refused",
        arguments: ["2025-02-29", "2025-13-01", "2025-1", "25-01-01", "2025-00-10", ""])
    func noDays(text: String) {
        #expect(CivilDay(text) == nil)
    }

    @Test("every day and back over forty years")
    func allDays() {
        for number in 10_000..<25_000 {
            let day = CivilDay(number: number)
            #expect(CivilDay(year: day.year, month: day.month, day: day.day) == day)
        }
    }

    @Test(
        "our rules for daylight saving agree with the zone database on every hour of two years",
        arguments: OfficeZone.all)
    func zones(zone: OfficeZone) throws {
        let reference = try #require(TimeZone(identifier: zone.identifier))
        func agrees(_ second: Int) -> Bool {
            zone.offset(at: second)
                == reference.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
        }
        var changes = 0
        var last = 0
        // 2024-01-01 on, with the second before each change.
        for moment in stride(from: 1_704_067_200, to: 1_704_067_200 + 2 * 366 * 86_400, by: 3_600) {
            let offset = zone.offset(at: moment)
            if moment > 1_704_067_200, offset != last {
                changes += 1
                #expect(agrees(moment - 1))
            }
            last = offset
            guard agrees(moment) else {
                Issue.record("\(zone.identifier) at \(moment)")
                return
            }
        }
        #expect(changes == (zone.daylight == .none ? 0 : 4))
    }

    @Test("a wall's time is found again, except in the hour that never comes")
    func moments() throws {
        let zone = OfficeZone.newYork
        for day in ["2025-01-15", "2025-07-15", "2025-03-09", "2025-11-02"] {
            for hour in 3..<24 {
                let wall = OfficeTime(try #require(CivilDay(day)), hour: hour, minute: 20)
                #expect(zone.wall(at: zone.moment(of: wall)) == wall)
            }
        }
        let missing = OfficeTime(try #require(CivilDay("2025-03-09")), hour: 2, minute: 30)
        #expect(zone.wall(at: zone.moment(of: missing)).text == "2025-03-09T03:30:00")
        let twice = OfficeTime(try #require(CivilDay("2025-11-02")), hour: 1, minute: 30)
        #expect(zone.moment(of: twice) == 1_762_061_400)
    }
}
