/// A price, a quantity or a percentage: a decimal with five places, in whole units of 0.00001. Never a binary
/// fraction.
struct Scaled: Equatable {
    static let one = 100_000

    var units: Int

    /// Nil for what is no such number.
    init?(_ text: String) {
        var digits = text[...]
        let isNegative = digits.first == "-"
        if isNegative || digits.first == "+" { digits = digits.dropFirst() }
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, whole.utf8.count <= 13, !digits.isEmpty, digits != "." else {
            return nil
        }
        var units = 0
        for byte in whole.utf8 {
            guard (48...57).contains(byte) else { return nil }
            units = units * 10 + Int(byte) - 48
        }
        let decimals = parts.count > 1 ? Array(parts[1].utf8.prefix(5)) : []
        for index in 0..<5 {
            let byte = index < decimals.count ? decimals[index] : 48
            guard (48...57).contains(byte) else { return nil }
            units = units * 10 + Int(byte) - 48
        }
        self.units = isNegative ? -units : units
    }

    init(units: Int) { self.units = units }

    /// As QuickBooks writes prices: two decimals, or more where there are more.
    var text: String {
        let size = units.magnitude
        var decimals = String(size % UInt(Self.one))
        decimals = String(repeating: "0", count: 5 - decimals.count) + decimals
        while decimals.count > 2, decimals.last == "0" { decimals.removeLast() }
        return "\(units < 0 ? "-" : "")\(size / UInt(Self.one)).\(decimals)"
    }

    /// As QuickBooks writes quantities: without needless zeros.
    var quantityText: String {
        var text = text
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }

    /// Price times quantity, in money.
    static func * (one: Scaled, other: Scaled) -> Money {
        let product = Int128(one.units) * Int128(other.units)
        return Money(minorUnits: rounded(product, by: 100_000_000))
    }

    func times(_ other: Scaled) -> Scaled {
        Scaled(units: Self.rounded(Int128(units) * Int128(other.units), by: Int128(Self.one)))
    }

    /// The price of one when so many cost so much; nil for none.
    init?(_ amount: Money, dividedBy quantity: Scaled) {
        guard quantity.units != 0 else { return nil }
        let scaled = Int128(amount.minorUnits) * 1_000 * Int128(Self.one)
        units = Self.rounded(scaled, by: Int128(quantity.units))
    }

    /// A percentage of an amount.
    func percent(of amount: Money) -> Money {
        Money(
            minorUnits: Self.rounded(Int128(amount.minorUnits) * Int128(units), by: Int128(Self.one) * 100))
    }

    /// Rounded half away from zero.
    private static func rounded(_ value: Int128, by divisor: Int128) -> Int {
        let divisor = divisor < 0 ? (-value, -divisor) : (value, divisor)
        let half = divisor.1 / 2
        let result = (divisor.0 + (divisor.0 < 0 ? -half : half)) / divisor.1
        return Int(clamping: result)
    }
}
