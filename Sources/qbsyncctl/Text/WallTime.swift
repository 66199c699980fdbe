/// A date and a time as a clock on the wall shows them, without saying where the wall is.
struct WallTime: Equatable, Sendable {
    var year: Int
    var month: Int
    var day: Int
    var hour = 0
    var minute = 0
    var second = 0

    /// Days since 1 January 1970, so that two days can be told apart and counted.
    ///
    /// The year is taken to begin in March: the leap day is then its last, and the months' lengths repeat in
    /// fives.
    var dayNumber: Int {
        let shifted = month <= 2 ? year - 1 : year
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let leapDays = shifted / 4 - shifted / 100 + shifted / 400
        // 719,468 days lie between 1 March of the year 0 and 1 January 1970.
        return 365 * shifted + leapDays + dayOfYear - 719_468
    }

    /// Three letters; 1 January 1970 was a Thursday.
    var weekday: String {
        ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][((dayNumber % 7) + 7) % 7]
    }

    var date: String { "\(year)-\(Self.two(month))-\(Self.two(day))" }
    var time: String { "\(Self.two(hour)):\(Self.two(minute))" }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// The time alone today, with the weekday within six days, else with the date: as short as is clear.
    func short(seenAt now: WallTime) -> String {
        switch abs(dayNumber - now.dayNumber) {
        case 0: time
        case 1...6: "\(weekday) \(time)"
        default: "\(date) \(time)"
        }
    }

    /// For places where nothing else says which day is meant.
    var long: String { "\(weekday) \(date) \(time):\(Self.two(second))" }
}
