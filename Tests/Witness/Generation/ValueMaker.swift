package import QBXML

/// Makes values that a place takes: ordinary ones, the shortest and longest, the smallest and greatest, and
/// none where none is fine.
package struct ValueMaker: Sendable {
    package let catalog: Catalog
    package let scope: Scope
    package var dice: Dice

    package init(catalog: Catalog, scope: Scope, dice: Dice) {
        self.catalog = catalog
        self.scope = scope
        self.dice = dice
    }

    /// How many of a hundred values are empty, where they may be.
    private static let emptiness = 6

    mutating func value(of place: Place) -> String {
        guard let type = place.type else { return "" }
        let mayBeEmpty = ![.enumeration, .int, .guid].contains(type)
        if mayBeEmpty, dice.chance(Self.emptiness) { return "" }
        switch type {
        case .text: return text(limit: place.length.limit(in: nil))
        case .id: return dice.chance(90) ? identifier() : text(limit: 36)
        case .guid: return dice.chance(30) ? "0" : guid()
        case .flag: return dice.pick("true", "false", "1", "0")
        case .int: return bounded(place) ?? int()
        case .date: return date()
        case .time: return time()
        case .interval: return interval()
        case .amount: return bounded(place) ?? decimal(whole: 13, decimals: 2, exactly: true)
        case .price, .quantity, .percent: return bounded(place) ?? decimal(whole: 10, decimals: 5)
        case .float: return bounded(place) ?? float()
        case .enumeration: return word(of: place)
        case .empty: return ""
        }
    }

    // MARK: Texts

    private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789    .,-#/()&<>\"'é€")

    /// - Parameter limit: the most characters; nil for no limit.
    mutating func text(limit: Int?) -> String {
        // The catalog has no lengths for what only the Online Edition had; three characters fit everywhere.
        let limit = limit ?? (scope.hasOnline ? 3 : 5_000)
        // The exact limit often enough, long texts seldom: a document is to stay small.
        let isFull = limit <= 60 ? dice.chance(15) : dice.chance(2)
        return text(length: isFull ? limit : dice.number(in: 1...min(limit, 14)))
    }

    mutating func text(length: Int) -> String {
        String((0..<length).map { _ in Self.letters[dice.below(Self.letters.count)] })
    }

    /// `1F6-1241605561`
    private mutating func identifier() -> String {
        String(dice.number(in: 1...0x8000_FFFF), radix: 16, uppercase: true) + "-"
            + String(dice.number(in: 1_000_000_000...2_000_000_000))
    }

    mutating func guid() -> String {
        let groups = [8, 4, 4, 4, 12].map { length in
            String((0..<length).map { _ in Array("0123456789abcdefABCDEF")[dice.below(22)] })
        }
        return "{" + groups.joined(separator: "-") + "}"
    }

    mutating func word(of place: Place) -> String {
        guard let values = catalog.enumeration(of: place)?.values.filter({ scope.has($0) }) else {
            return text(limit: 12)
        }
        return dice.pick(values)?.name ?? ""
    }

    mutating func word(ofAttribute name: String) -> String {
        let values = catalog.enumeration(ofAttribute: name)?.values.map(\.name) ?? []
        return dice.pick(values) ?? text(limit: 12)
    }

    // MARK: Numbers

    private mutating func sign() -> String { dice.chance(25) ? dice.pick("-", "+") : "" }

    mutating func digits(_ count: Int) -> String {
        String((0..<count).map { _ in Array("0123456789")[dice.below(10)] })
    }

    private mutating func int() -> String {
        dice.chance(10)
            ? dice.pick("0", "2147483647", "-2147483648", "0000000001")
            : sign() + String(dice.below(dice.pick(10, 1_000, 2_000_000_000)))
    }

    private mutating func decimal(whole: Int, decimals: Int, exactly: Bool = false) -> String {
        let before = digits(dice.chance(10) ? whole : dice.number(in: 1...min(4, whole)))
        guard dice.chance(70) else { return sign() + before }
        return sign() + before + "." + digits(exactly ? decimals : dice.number(in: 1...decimals))
    }

    private mutating func float() -> String {
        dice.pick("1", "0.5", "1.0837", "-3.25", "+0", ".5", "7.", "123456789012345678.123456")
    }

    /// A value within the place's bounds, their ends included.
    private mutating func bounded(_ place: Place) -> String? {
        let bounds = catalog.bounds(of: place)
        guard bounds.least != nil || bounds.greatest != nil else { return nil }
        let least = bounds.least.flatMap { Double($0) } ?? -1_000
        let greatest = bounds.greatest.flatMap { Double($0) } ?? max(least, 0) + 1_000
        if dice.chance(30), let end = dice.pick([bounds.least, bounds.greatest].compactMap { $0 }) {
            // `.001` is how the schema writes it; a value has a digit before its point.
            return end.hasPrefix(".") ? "0" + end : end
        }
        let whole = dice.number(in: Int(least.rounded(.up))...Int(greatest.rounded(.down)))
        return String(whole)
    }

    // MARK: Times

    private mutating func date() -> String {
        if dice.chance(10) { return dice.pick("1970-01-01", "2038-01-19", "2024-02-29", "1999-12-31") }
        return "\(dice.number(in: 1970...2037))-\(two(1...12))-\(two(1...28))"
    }

    private mutating func two(_ range: ClosedRange<Int>) -> String {
        let number = dice.number(in: range)
        return (number < 10 ? "0" : "") + String(number)
    }

    private mutating func time() -> String {
        var time = date()
        if dice.chance(10) { time = "2026-1-9" }
        for (mark, range) in [("T", 0...23), (":", 0...59), (":", 0...59)] {
            guard dice.chance(85) else { return time }
            time += mark + two(range)
        }
        return dice.chance(50) ? time : time + dice.pick("-05:00", "+01:00", "-0:30", "+13:45")
    }

    private mutating func interval() -> String {
        let parts = [
            (dice.chance(60), "\(dice.below(100))H"), (dice.chance(60), "\(dice.below(100))M"),
            (dice.chance(60), "\(dice.below(100))S"),
        ].filter(\.0).map(\.1)
        return dice.pick("", "", "-") + "PT" + (parts.isEmpty ? "0S" : parts.joined())
    }
}
