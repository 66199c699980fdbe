/// A DATETIMETYPE value as it was written in a request or in an answer.
///
/// `2025-07-01`, `2025-07-01T10:00`, `2025-07-01T10:00:00-05:00`; neither `Z` nor fractions are allowed.
struct WrittenTime: Equatable {
    var wall: OfficeTime
    /// Seconds east of UTC, when the text has an offset.
    var offset: Int?
    /// False for a day alone: it means its first second in a From filter and its last one in a To filter.
    var hasClock: Bool

    init?(_ text: String) {
        guard let (day, clock) = Self.split(text) else { return nil }
        hasClock = clock != nil
        guard let clock else {
            wall = OfficeTime(day)
            return
        }
        var time = clock
        if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            let parts = clock[clock.index(after: sign)...].split(
                separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let hours = Self.number(parts[0], 0...14),
                let minutes = Self.number(parts[1], 0...59)
            else { return nil }
            offset = (hours * 3_600 + minutes * 60) * (clock[sign] == "-" ? -1 : 1)
            time = clock[..<sign]
        }
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), let hour = Self.number(parts[0], 0...23),
            let minute = parts.count > 1 ? Self.number(parts[1], 0...59) : 0,
            let second = parts.count > 2 ? Self.number(parts[2], 0...59) : 0,
            // The pattern of the type allows an offset only after a complete time.
            offset == nil || parts.count == 3
        else { return nil }
        wall = OfficeTime(day, hour: hour, minute: minute, second: second)
    }

    private static func split(_ text: String) -> (CivilDay, Substring?)? {
        guard let separator = text.firstIndex(of: "T") else { return CivilDay(text).map { ($0, nil) } }
        guard let day = CivilDay(text[..<separator]) else { return nil }
        return (day, text[text.index(after: separator)...])
    }

    private static func number(_ digits: Substring, _ range: ClosedRange<Int>) -> Int? {
        guard (1...2).contains(digits.utf8.count), digits.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }),
            let value = Int(digits), range.contains(value)
        else { return nil }
        return value
    }
}
