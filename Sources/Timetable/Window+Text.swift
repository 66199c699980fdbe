extension Window: CustomStringConvertible {
    /// Reads `22:00-06:00`, `22:00-06:00 Mon-Fri`, or `none`, which is no window at all.
    ///
    /// The days default to all, which `daily` says as well. A dash of any length separates, since people
    /// paste what they have read; `24:00` is the midnight that ends a day.
    package static func parse(_ text: String) throws(WindowError) -> Window? {
        let plain = text.replacingDashes.trimmed
        if plain.lowercased() == "none" { return nil }
        let bounds = plain.prefix { $0.isNumber || $0 == ":" || $0 == "-" || $0 == " " }
        let days = plain.dropFirst(bounds.count)
        let pieces = bounds.split(separator: "-", omittingEmptySubsequences: false)
        guard pieces.count == 2 else { throw .form(text) }
        let start = try secondOfDay(pieces[0].trimmed)
        let end = try secondOfDay(pieces[1].trimmed)
        guard start < WallTime.day else { throw .time(pieces[0].trimmed) }
        return try Window(
            start: start, end: end % WallTime.day, days: days.isEmpty ? .all : Weekdays(parsing: String(days))
        )
    }

    /// `22:00-06:00 Mon-Fri`; reading it gives the same window.
    package var description: String {
        let bounds = "\(WallTime(seconds: start).clock)-\(WallTime(seconds: end).clock)"
        return days == .all ? bounds : "\(bounds) \(days)"
    }

    /// What `parse` reads, for a window that may be none.
    package static func text(of window: Window?) -> String { window?.description ?? "none" }

    private static func secondOfDay(_ text: String) throws(WindowError) -> Int {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60,
            hour < 24 || (hour == 24 && minute == 0)
        else { throw .time(text) }
        return hour * 3600 + minute * 60
    }
}

/// Why a text is no window; the sentence tells the expected form.
package enum WindowError: Error, Equatable, Sendable {
    case form(String)
    case time(String)
    case day(String)
    case sameStartAndEnd

    package var sentence: String {
        let form = "Write it like 22:00-06:00, 22:00-06:00 Mon-Fri, or none."
        switch self {
        case .form(let text):
            return "\"\(text)\" is not a time window. \(form)"
        case .time(let text):
            return "\"\(text)\" is not a time of day between 00:00 and 24:00. \(form)"
        case .day(let text):
            return "\"\(text)\" is not a day of the week. \(form)"
        case .sameStartAndEnd:
            return
                "The window starts and ends at the same time, which could mean all day or never. \(form)"
        }
    }
}

extension String {
    /// With every dash of typography (U+2010 to U+2015) and the minus sign (U+2212) as a plain hyphen.
    fileprivate var replacingDashes: String {
        String(map { ("\u{2010}"..."\u{2015}").contains($0) || $0 == "\u{2212}" ? "-" : $0 })
    }
}
