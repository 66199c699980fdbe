/// What a clock on the wall shows, without saying where: a date of the Gregorian calendar and a time of day.
///
///     2023-07-01T10:00:00
///
/// Foundation's calendar takes tens of microseconds for what is a dozen whole-number steps here, and a
/// verdict asks often.
package struct WallTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00 on the same wall; wall time has no leap seconds and no gaps.
    package var seconds: Int

    package init(seconds: Int) {
        self.seconds = seconds
    }

    /// Days and months beyond their ends run over into the next, so that `day: 32` is a day of the next
    /// month.
    package init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        let days = Self.days(year: year, month: month, day: day)
        seconds = days * Self.day + hour * 3600 + minute * 60 + second
    }

    package static let day = 86_400

    package static func < (one: WallTime, other: WallTime) -> Bool { one.seconds < other.seconds }

    package func adding(seconds more: Int) -> WallTime { WallTime(seconds: seconds + more) }

    /// Days since 1970-01-01.
    package var dayNumber: Int { seconds.floored(by: Self.day) }
    /// 0..<86,400
    package var secondOfDay: Int { seconds - dayNumber * Self.day }
    package var hour: Int { secondOfDay / 3600 }
    package var minute: Int { secondOfDay / 60 % 60 }
    package var second: Int { secondOfDay % 60 }
    /// 1970-01-01 was a Thursday.
    package var weekday: Weekday { Weekday(dayNumber: dayNumber) }

    /// Year, month (1...12) and day of the month (1...31).
    ///
    /// Years are counted from March so that the leap day is the last of its year; 400 years have 146,097
    /// days.
    package var date: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468  // days from 0000-03-01 to 1970-01-01
        let era = shifted.floored(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        // Months from March have 31 30 31 30 31 31 30 31 30 31 31 days: 153 in every five.
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func days(year: Int, month: Int, day: Int) -> Int {
        let months = year * 12 + month - 1 - 2  // months since March of the year 0
        let fromMarch = months.floored(by: 12)
        let monthFromMarch = months - fromMarch * 12
        let era = fromMarch.floored(by: 400)
        let yearOfEra = fromMarch - era * 400
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension WallTime {
    /// Reads `2023-07-01T10:00:00`, or a date alone, which means its midnight. What follows the seconds (a
    /// fraction, an offset) is passed over: QuickBooks' offset is wrong in summer and its wall time right.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for index in range {
                guard (48...57).contains(bytes[index]) else { return nil }
                value = value * 10 + Int(bytes[index] - 48)
            }
            return value
        }
        guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(0..<4), let month = number(5..<7), let day = number(8..<10)
        else { return nil }
        self.init(year: year, month: month, day: day)
        // A day that does not exist would have run over into another.
        guard date == (year, month, day) else { return nil }
        if bytes.count == 10 { return }
        guard bytes.count >= 19, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), let hour = number(11..<13), let minute = number(14..<16),
            let second = number(17..<19), hour < 24, minute < 60, second < 60
        else { return nil }
        seconds += hour * 3600 + minute * 60 + second
    }

    /// `2023-07-01T10:00:00`
    package var description: String {
        let (year, month, day) = date
        let name = "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
        return "\(name)T\(clock):\(second.padded(to: 2))"
    }

    /// `14:10`
    package var clock: String { "\(hour.padded(to: 2)):\(minute.padded(to: 2))" }

    /// `Mon 3 Nov`
    package var dayName: String {
        let (_, month, day) = date
        return "\(weekday.name) \(day) \(Self.months[month - 1])"
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension Int {
    /// Division that rounds towards minus infinity, so that times before 1970 fall into the right day as
    /// well.
    func floored(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self < quotient * divisor ? quotient - 1 : quotient
    }

    func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}
