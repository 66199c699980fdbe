/// A day of the Gregorian calendar without a clock or a zone.
///
/// ```xml
/// <TxnDate>2025-03-14</TxnDate>
/// ```
package struct CivilDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    package var number: Int

    package init(number: Int) {
        self.number = number
    }

    /// The arithmetic is that of Howard Hinnant's "chrono-compatible low-level date algorithms": years begin
    /// in March, so that the leap day is the last one.
    package init(year: Int, month: Int, day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads `2025-03-14`; also one-digit months and days, which DATETYPE's pattern allows. Nil for no such
    /// day.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, (1...2).contains(parts[1].utf8.count),
            (1...2).contains(parts[2].utf8.count), let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), (1...12).contains(month), day >= 1
        else { return nil }
        self.init(year: year, month: month, day: day)
        // The 31st of a shorter month would have become a day of the next one.
        guard parts[1].first != "+", parts[2].first != "+", self.month == month else { return nil }
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package var year: Int { civil.year }
    package var month: Int { civil.month }
    package var day: Int { civil.day }

    /// 0 is Sunday, 6 Saturday.
    package var weekday: Int {
        // 1970-01-01 was a Thursday.
        let shifted = (number + 4) % 7
        return shifted < 0 ? shifted + 7 : shifted
    }

    package var text: String {
        let parts = civil
        return "\(parts.year)-\(twoDigits(parts.month))-\(twoDigits(parts.day))"
    }

    package func adding(days: Int) -> CivilDay { CivilDay(number: number + days) }

    /// The same day of an earlier or later month, or that month's last day where it is shorter.
    package func adding(months: Int) -> CivilDay {
        let parts = civil
        let total = parts.year * 12 + parts.month - 1 + months
        let year = total >= 0 ? total / 12 : (total - 11) / 12
        let month = total - year * 12 + 1
        let next = month == 12 ? (year + 1, 1) : (year, month + 1)
        let last = CivilDay(year: next.0, month: next.1, day: 1).number - 1
        return CivilDay(number: min(CivilDay(year: year, month: month, day: 1).number + parts.day - 1, last))
    }

    package static func < (one: CivilDay, other: CivilDay) -> Bool { one.number < other.number }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
