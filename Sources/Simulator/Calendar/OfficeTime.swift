/// What the clock on the office wall shows: a day and a time of day, without an offset.
///
/// QuickBooks' filters compare such times, and so does this room: the offset that QuickBooks writes beside
/// them is wrong by an hour in summer (see `OfficeZone`).
package struct OfficeTime: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00 on this wall.
    package var seconds: Int

    package init(seconds: Int) {
        self.seconds = seconds
    }

    package init(_ day: CivilDay, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        seconds = day.number * 86_400 + hour * 3_600 + minute * 60 + second
    }

    package var day: CivilDay {
        CivilDay(number: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    }

    /// `2025-07-01T10:00:00`
    package var text: String {
        let today = day
        let rest = seconds - today.number * 86_400
        let minutes = rest / 60
        let clock = "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60)):\(twoDigits(rest % 60))"
        return "\(today.text)T\(clock)"
    }

    package static func < (one: OfficeTime, other: OfficeTime) -> Bool { one.seconds < other.seconds }
}
