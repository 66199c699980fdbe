/// A decimal number as text, compared and rewritten digit by digit: money never goes through binary floats.
struct DecimalText: Comparable {
    private var isNegative: Bool
    /// Without leading zeros.
    private var whole: [UInt8]
    /// Without zeros at the end.
    private var decimals: [UInt8]

    /// Reads `-12.50` and JSON's `1.25e2`; the caller has checked that it is a number.
    ///
    /// - Returns: nil for one so great or small that no type of qbXML comes near.
    init?(_ text: ArraySlice<UInt8>) {
        isNegative = text.first == UInt8(ascii: "-")
        let exponentMark = text.firstIndex { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
        let mantissa = text[..<(exponentMark ?? text.endIndex)]
        let point = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? mantissa.endIndex
        var digits = mantissa.filter { Byte.digits.contains($0) }
        // How many of the digits stand before the point.
        var whole = mantissa[..<point].count { Byte.digits.contains($0) }
        if let exponentMark, digits.contains(where: { $0 != Self.zero }) {
            let exponent = Int(String(decoding: text[(exponentMark + 1)...], as: UTF8.self))
            guard let exponent, exponent.magnitude <= Self.greatestExponent else { return nil }
            whole += exponent
        }
        if whole < 0 {
            digits = Array(repeating: Self.zero, count: -whole) + digits
            whole = 0
        } else if whole > digits.count {
            digits += Array(repeating: Self.zero, count: whole - digits.count)
        }
        self.whole = Array(digits[..<whole].drop { $0 == Self.zero })
        decimals = Array(digits[whole...])
        while decimals.last == Self.zero { decimals.removeLast() }
    }

    private static let zero = UInt8(ascii: "0")
    /// Far beyond the 13 digits of an amount, also for those who write many zeros and take them back.
    private static let greatestExponent = 1_000

    private var isZero: Bool { whole.isEmpty && decimals.isEmpty }

    /// A JSON number in the form of a type of qbXML; nil if it does not fit without rounding.
    static func exact(_ text: ArraySlice<UInt8>, for type: ValueType) -> [UInt8]? {
        guard let number = DecimalText(text) else { return nil }
        var written: [UInt8] = number.isNegative && !number.isZero ? [UInt8(ascii: "-")] : []
        written += number.whole.isEmpty ? [zero] : number.whole
        var decimals = number.decimals
        // An amount has two decimals or none.
        if type == .amount, decimals.count == 1 { decimals.append(zero) }
        if !decimals.isEmpty { written += [UInt8(ascii: ".")] + decimals }
        guard case .right = type.verdict(on: written[...]) else { return nil }
        return written
    }

    static func == (one: DecimalText, other: DecimalText) -> Bool { !(one < other) && !(other < one) }

    static func < (one: DecimalText, other: DecimalText) -> Bool {
        let negative = (one.isNegative && !one.isZero, other.isNegative && !other.isZero)
        if negative.0 != negative.1 { return negative.0 }
        return negative.0 ? isLess(other, one) : isLess(one, other)
    }

    private static func isLess(_ one: DecimalText, _ other: DecimalText) -> Bool {
        if one.whole.count != other.whole.count { return one.whole.count < other.whole.count }
        if one.whole != other.whole { return one.whole.lexicographicallyPrecedes(other.whole) }
        return one.decimals.lexicographicallyPrecedes(other.decimals)
    }
}
