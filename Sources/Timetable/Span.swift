/// A length of time as people write it into a configuration or a command: always with its unit.
///
///     2h    90m    5min    300s    1d    1h30m    2 hours
package struct Span: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var seconds: Int

    package init(seconds: Int) {
        self.seconds = seconds
    }

    /// A year and a day: nothing here is set for longer, and no sum of seconds can overflow.
    package static let longest = 366 * 86_400

    package static func < (one: Span, other: Span) -> Bool { one.seconds < other.seconds }

    /// Reads numbers with units, the greater unit first. Zero is a span; what it would mean is for the
    /// setting to refuse.
    package init(parsing text: String) throws(SpanError) {
        var rest = Substring(text.trimmed)
        guard !rest.isEmpty else { throw .empty }
        var total = 0
        var previous: Unit?
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isWholeNumber }
            guard !digits.isEmpty else { throw .noNumber(text) }
            rest = rest.dropFirst(digits.count).drop { $0 == " " }
            let name = rest.prefix { !($0.isASCII && $0.isWholeNumber) && $0 != " " }
            rest = rest.dropFirst(name.count).drop { $0 == " " }
            guard !name.isEmpty else { throw .noUnit(String(digits)) }
            guard let unit = Unit(name: name.lowercased()) else { throw .unknownUnit(String(name)) }
            if let previous, previous.rawValue <= unit.rawValue { throw .order(text) }
            previous = unit
            // A number too long for Int is too long for a span as well.
            guard let count = Int(digits), count <= Self.longest else { throw .tooLong(text) }
            total += count * unit.rawValue
            guard total <= Self.longest else { throw .tooLong(text) }
        }
        seconds = total
    }

    /// In the greatest unit that divides it: `2h`, `90m`, `5m`, `300s` as `5m`. Reading it gives the same
    /// span.
    package var description: String {
        let unit = largestUnit
        return "\(seconds / unit.rawValue)\(unit.letter)"
    }

    /// For a sentence: `2 hours`, `1 minute`.
    package var words: String {
        let unit = largestUnit
        let count = seconds / unit.rawValue
        return "\(count) \(unit)\(count == 1 ? "" : "s")"
    }

    private var largestUnit: Unit {
        guard seconds != 0 else { return .second }
        return Unit.allCases.first { seconds % $0.rawValue == 0 } ?? .second
    }

    private enum Unit: Int, CaseIterable {
        case day = 86_400
        case hour = 3600
        case minute = 60
        case second = 1

        init?(name: String) {
            switch name {
            case "d", "day", "days": self = .day
            case "h", "hr", "hour", "hours": self = .hour
            case "m", "min", "mins", "minute", "minutes": self = .minute
            case "s", "sec", "secs", "second", "seconds": self = .second
            default: return nil
            }
        }

        var letter: String {
            switch self {
            case .day: "d"
            case .hour: "h"
            case .minute: "m"
            case .second: "s"
            }
        }
    }
}

/// Why a text is no span; the sentence tells the expected form.
package enum SpanError: Error, Equatable, Sendable {
    case empty
    case noNumber(String)
    case noUnit(String)
    case unknownUnit(String)
    /// "30m1h": a smaller or the same unit came first, which is more often a slip than a wish.
    case order(String)
    case tooLong(String)

    package var sentence: String {
        let form = "Write a number with its unit, like 2h, 90m, 300s or 1d."
        switch self {
        case .empty: return "The duration is empty. \(form)"
        case .noNumber(let text): return "\"\(text)\" is not a duration. \(form)"
        case .noUnit(let number): return "\"\(number)\" has no unit. \(form)"
        case .unknownUnit(let unit): return "\"\(unit)\" is not a unit of time. \(form)"
        case .order(let text): return "\"\(text)\" does not go from the greater unit to the smaller. \(form)"
        case .tooLong(let text): return "\"\(text)\" is longer than a year. \(form)"
        }
    }
}
