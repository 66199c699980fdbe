extension WallTime {
    /// Reads `14:30`, `2026-11-21`, `2026-11-21 14:30` or `2026-11-21 14:30:59` (a `T` may stand for the
    /// blank).
    ///
    /// A time alone means the next such time.
    init?(_ text: String, after now: WallTime) {
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" }).map(String.init)
        guard (1...2).contains(parts.count), let first = parts.first else { return nil }
        if parts.count == 1, let time = Self.time(first) {
            self = WallTime(
                year: now.year, month: now.month, day: now.day, hour: time.hour, minute: time.minute)
            let isPast = (hour, minute) <= (now.hour, now.minute)
            // The 32nd and its like are set right by whoever turns the wall time into an instant.
            if isPast { day += 1 }
            return
        }
        guard let date = Self.date(first) else { return nil }
        self = date
        guard parts.count == 2 else { return }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        guard let time = Self.time(clock.prefix(2).joined(separator: ":")), clock.count <= 3 else {
            return nil
        }
        hour = time.hour
        minute = time.minute
        guard clock.count == 3 else { return }
        guard let seconds = Self.numbers(String(clock[2]), ":"), clock[2].count == 2, seconds[0] < 60
        else { return nil }
        second = seconds[0]
    }

    private static func time(_ text: String) -> (hour: Int, minute: Int)? {
        guard let numbers = numbers(text, ":"), numbers.count == 2, (0...23).contains(numbers[0]),
            (0...59).contains(numbers[1])
        else { return nil }
        return (numbers[0], numbers[1])
    }

    private static func date(_ text: String) -> WallTime? {
        guard let numbers = numbers(text, "-"), numbers.count == 3, (1970...9999).contains(numbers[0]),
            (1...12).contains(numbers[1]), (1...31).contains(numbers[2])
        else { return nil }
        let first = WallTime(year: numbers[0], month: numbers[1], day: 1)
        let next = WallTime(
            year: numbers[1] == 12 ? numbers[0] + 1 : numbers[0], month: numbers[1] % 12 + 1, day: 1)
        guard numbers[2] <= next.dayNumber - first.dayNumber else { return nil }
        return WallTime(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    private static func numbers(_ text: String, _ separator: Character) -> [Int]? {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
        }
        return numbers.count == parts.count ? numbers : nil
    }
}
