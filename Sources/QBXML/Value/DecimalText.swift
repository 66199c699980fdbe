/// A decimal number as text, compared and rewritten digit by digit: money never goes through binary floats.
struct DecimalText: Comparable {
    private var isNegative: Bool
    /// Without leading zeros.
    private var whole: [UInt8]
    /// Without zeros at the end.
    private var decimals: [UInt8]

    /// Reads `-12.50` and JSON's `1.25e2`; digits only, as the caller has checked.
    init(_ text: ArraySlice<UInt8>) {
        isNegative = text.first == UInt8(ascii: "-")
        let exponentMark = text.firstIndex { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
        let mantissa = text[..<(exponentMark ?? text.endIndex)]
        let point = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? mantissa.endIndex
        whole = mantissa[..<point].filter { Byte.digits.contains($0) }
        decimals = mantissa[point...].filter { Byte.digits.contains($0) }
        if let exponentMark {
            let exponent = String(decoding: text[(exponentMark + 1)...], as: UTF8.self)
            shift(by: Int(exponent).map { max(-Self.greatestShift, min(Self.greatestShift, $0)) } ?? 0)
        }
        whole = Array(whole.drop { $0 == Self.zero })
        while decimals.last == Self.zero { decimals.removeLast() }
    }

    private static let zero = UInt8(ascii: "0")
    /// Farther than any type reaches, near enough to cost nothing.
    private static let greatestShift = 40

    private mutating func shift(by places: Int) {
        for _ in 0..<max(0, places) { whole.append(decimals.isEmpty ? Self.zero : decimals.removeFirst()) }
        for _ in 0..<max(0, -places) { decimals.insert(whole.popLast() ?? Self.zero, at: 0) }
    }

    private var isZero: Bool { whole.isEmpty && decimals.isEmpty }

    /// A JSON number in the form of a type of qbXML; nil if it does not fit without rounding.
    static func exact(_ text: ArraySlice<UInt8>, for type: ValueType) -> [UInt8]? {
        let number = DecimalText(text)
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
