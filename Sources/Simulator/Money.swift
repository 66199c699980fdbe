/// An amount of the company's own currency in whole minor units (cents). Never a binary fraction.
///
/// ```xml
/// <Balance>-197.02</Balance>
/// ```
package struct Money: Hashable, Comparable, Sendable {
    package var minorUnits: Int

    package static let zero = Money(minorUnits: 0)

    package init(minorUnits: Int) {
        self.minorUnits = minorUnits
    }

    /// Reads AMTTYPE and PRICETYPE: an optional sign, digits, and up to five decimals of which two are kept,
    /// rounded half away from zero. Anything else is nil.
    package init?(_ text: String) {
        guard text.utf8.count <= 20 else { return nil }
        var units = 0
        var digits = 0
        // Nil before the point, then the number of decimals.
        var decimals: Int?
        var isNegative = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0: isNegative = true
            case UInt8(ascii: "+") where index == 0: break
            case UInt8(ascii: ".") where decimals == nil: decimals = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Int(byte) - 48
                switch decimals {
                case nil, 0?, 1?: units = units * 10 + digit
                case 2?: units += digit >= 5 ? 1 : 0
                default: break
                }
                digits += 1
                if let count = decimals { decimals = count + 1 }
            default: return nil
            }
        }
        // 13 digits before the point and 5 after it are the type's limits, and keep the number within 64
        // bits.
        let count = decimals ?? 0
        guard digits > 0, digits - count <= 13, count <= 5 else { return nil }
        for _ in min(count, 2)..<2 { units *= 10 }
        minorUnits = isNegative ? -units : units
    }

    /// As QuickBooks writes it: always two decimals, no separators.
    package var text: String {
        let size = minorUnits.magnitude
        let cents = size % 100
        return "\(minorUnits < 0 ? "-" : "")\(size / 100).\(cents < 10 ? "0" : "")\(cents)"
    }

    package static func < (one: Money, other: Money) -> Bool { one.minorUnits < other.minorUnits }
    package static func + (one: Money, other: Money) -> Money {
        Money(minorUnits: one.minorUnits + other.minorUnits)
    }
    package static func - (one: Money, other: Money) -> Money {
        Money(minorUnits: one.minorUnits - other.minorUnits)
    }
    package static prefix func - (one: Money) -> Money { Money(minorUnits: -one.minorUnits) }
    package static func += (one: inout Money, other: Money) { one = one + other }
    package static func * (one: Money, quantity: Int) -> Money {
        Money(minorUnits: one.minorUnits * quantity)
    }

    /// A share in hundredths of a percent (6.25 % is 625), rounded half away from zero as QuickBooks rounds
    /// tax.
    package func share(hundredthsOfPercent rate: Int) -> Money {
        let product = minorUnits * rate
        return Money(minorUnits: (product + (product < 0 ? -5_000 : 5_000)) / 10_000)
    }
}
