/// The time zone of the office computer, with QuickBooks' own way of writing times in it.
///
/// QuickBooks writes the wall's time and beside it the offset of *standard* time, all the year round. A
/// record made at 10:00 New York daylight time says `2025-07-01T10:00:00-05:00`, which is an hour off; its
/// EditSequence and the number in its ListID are right (Unix seconds, UTC). Real captures of a whole year
/// show it, and this room does the same.
///
/// The zones are rules, not names from a database, because this room may not read files: enough for the
/// offices in which QuickBooks Desktop is sold.
package struct OfficeZone: Hashable, Sendable {
    package enum Daylight: String, Hashable, Sendable {
        case none
        /// Second Sunday of March to the first of November, at 2:00 of the wall.
        case unitedStates
        /// Last Sunday of March to the last of October, at 1:00 UTC.
        case europe
    }

    /// The IANA identifier by which people name it.
    package let identifier: String
    /// Seconds east of UTC in winter.
    package let standardOffset: Int
    package let daylight: Daylight

    package static let all: [OfficeZone] = [
        OfficeZone(identifier: "America/New_York", standardOffset: -5 * 3_600, daylight: .unitedStates),
        OfficeZone(identifier: "America/Chicago", standardOffset: -6 * 3_600, daylight: .unitedStates),
        OfficeZone(identifier: "America/Denver", standardOffset: -7 * 3_600, daylight: .unitedStates),
        OfficeZone(identifier: "America/Phoenix", standardOffset: -7 * 3_600, daylight: .none),
        OfficeZone(identifier: "America/Los_Angeles", standardOffset: -8 * 3_600, daylight: .unitedStates),
        OfficeZone(identifier: "America/Anchorage", standardOffset: -9 * 3_600, daylight: .unitedStates),
        OfficeZone(identifier: "Pacific/Honolulu", standardOffset: -10 * 3_600, daylight: .none),
        OfficeZone(identifier: "America/Toronto", standardOffset: -5 * 3_600, daylight: .unitedStates),
        OfficeZone(identifier: "Europe/London", standardOffset: 0, daylight: .europe),
        OfficeZone(identifier: "UTC", standardOffset: 0, daylight: .none),
    ]

    package static let newYork = all[0]

    package static func named(_ identifier: String) -> OfficeZone? {
        all.first { $0.identifier == identifier }
    }

    /// Seconds east of UTC at a moment given in Unix seconds.
    package func offset(at unixSeconds: Int) -> Int {
        isDaylight(at: unixSeconds) ? standardOffset + 3_600 : standardOffset
    }

    package func wall(at unixSeconds: Int) -> OfficeTime {
        OfficeTime(seconds: unixSeconds + offset(at: unixSeconds))
    }

    /// The moment at which the wall shows `wall`. In the hour that comes twice it is the first of the two; in
    /// the hour that never comes it is an hour later on the wall.
    package func moment(of wall: OfficeTime) -> Int {
        let early = wall.seconds - (standardOffset + 3_600)
        if daylight != .none, self.wall(at: early) == wall { return early }
        return wall.seconds - standardOffset
    }

    /// As QuickBooks writes it: wall time with the standard offset.
    package func stamp(at unixSeconds: Int) -> String {
        wall(at: unixSeconds).text + offsetText
    }

    /// What a filter in a request means on this wall: without an offset it is already that.
    func wall(of written: WrittenTime) -> OfficeTime {
        guard let offset = written.offset else { return written.wall }
        return wall(at: written.wall.seconds - offset)
    }

    private var offsetText: String {
        let size = standardOffset.magnitude
        let sign = standardOffset < 0 ? "-" : "+"
        return "\(sign)\(twoDigits(Int(size / 3_600))):\(twoDigits(Int(size % 3_600 / 60)))"
    }

    private func isDaylight(at unixSeconds: Int) -> Bool {
        let standardWall = OfficeTime(seconds: unixSeconds + standardOffset)
        let year = standardWall.day.year
        switch daylight {
        case .none:
            return false
        case .unitedStates:
            let begins = OfficeTime(Self.sunday(year, month: 3, notBefore: 8), hour: 2)
            // It ends at 2:00 of daylight time, which is 1:00 of standard time.
            let ends = OfficeTime(Self.sunday(year, month: 11, notBefore: 1), hour: 1)
            return standardWall >= begins && standardWall < ends
        case .europe:
            let utc = OfficeTime(seconds: unixSeconds)
            let begins = OfficeTime(Self.sunday(year, month: 3, notBefore: 25), hour: 1)
            let ends = OfficeTime(Self.sunday(year, month: 10, notBefore: 25), hour: 1)
            return utc >= begins && utc < ends
        }
    }

    /// The first Sunday of the month on or after the day `notBefore`.
    private static func sunday(_ year: Int, month: Int, notBefore: Int) -> CivilDay {
        let day = CivilDay(year: year, month: month, day: notBefore)
        return day.adding(days: (7 - day.weekday) % 7)
    }
}
