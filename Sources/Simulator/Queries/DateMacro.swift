/// Words for stretches of days, such as `LastMonthToDate`, as QuickBooks counts them from today. Weeks begin
/// on Sunday, and the fiscal year is the calendar's.
enum DateMacro {
    /// Nil for a word that is none.
    static func range(_ word: String, from today: CivilDay) -> Query.DayRange? {
        switch word {
        case "Today": return Query.DayRange(from: today, to: today)
        case "Yesterday": return Query.DayRange(from: today.adding(days: -1), to: today.adding(days: -1))
        case "NextFourWeeks":
            let start = week(of: today).adding(days: 7)
            return Query.DayRange(from: start, to: start.adding(days: 27))
        default: break
        }
        let isToDate = word.hasSuffix("ToDate")
        let stem = (isToDate ? String(word.dropLast("ToDate".count)) : word)
            .replacing("Fiscal", with: "").replacing("Calendar", with: "")
        let (steps, unit): (Int, Substring) =
            stem.hasPrefix("This")
            ? (0, stem.dropFirst(4))
            : stem.hasPrefix("Last") ? (-1, stem.dropFirst(4)) : (1, stem.dropFirst(4))
        guard stem.hasPrefix("This") || stem.hasPrefix("Last") || stem.hasPrefix("Next") else { return nil }
        if unit == "Week" {
            let start = week(of: today).adding(days: steps * 7)
            return Query.DayRange(
                from: start, to: isToDate ? today.adding(days: steps * 7) : start.adding(days: 6))
        }
        guard let months = ["Month": 1, "Quarter": 3, "Year": 12][String(unit)] else { return nil }
        let first = CivilDay(
            year: today.year, month: (today.month - 1) / months * months + 1, day: 1
        ).adding(months: steps * months)
        let last = first.adding(months: months).adding(days: -1)
        return Query.DayRange(from: first, to: isToDate ? today.adding(months: steps * months) : last)
    }

    private static func week(of day: CivilDay) -> CivilDay { day.adding(days: -day.weekday) }
}
