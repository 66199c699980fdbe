extension ValueType {
    /// What a value of the type looks like, for people.
    package var title: String {
        switch self {
        case .text: "text"
        case .id: "an ID of at most 36 characters, as QuickBooks gave it"
        case .guid: "0, or a GUID in braces like {6B063959-81B0-4622-85D6-F548C8CCB517}"
        case .flag: "true or false"
        case .int: "a whole number"
        case .date: "a date like 2026-11-27"
        case .time: "a time like 2026-11-27T14:30:00 or 2026-11-27T14:30:00-05:00"
        case .interval: "a length of time like PT1H30M0S"
        case .amount: "an amount with two decimals or none, like 1250.00"
        case .price: "a price with at most five decimals, like 12.50"
        case .quantity: "a quantity with at most five decimals, like 2.5"
        case .percent: "a percentage with at most five decimals and no percent sign, like 7.5"
        case .float: "a decimal number, like 1.0837"
        case .enumeration: "one of the words of its list"
        case .empty: "nothing"
        }
    }

    /// Why it must not be empty; nil where an empty element is fine (it leaves the field blank).
    var objectionToNothing: String? {
        switch self {
        case .enumeration: "needs one of its words"
        case .int: "needs a number"
        case .guid: "needs a GUID"
        default: nil
        }
    }

    enum Verdict {
        case right
        /// It has not the form of its type.
        case wrong
        /// It has the form, but there is no such day or time.
        case impossible
        /// A day before 1970 or after 2038-01-19, which filters do not take.
        case remote
    }

    /// By the patterns of the schema. White space is not forgiven: QuickBooks takes text as it is.
    func verdict(on text: ArraySlice<UInt8>) -> Verdict {
        var scanner = ValueScanner(text)
        switch self {
        case .text, .id, .enumeration, .empty: return .right
        case .flag:
            return ["true", "false", "1", "0"].contains { $0.utf8.elementsEqual(text) } ? .right : .wrong
        case .int: return scanner.isDecimal(whole: 1...10, decimals: 0...0) ? .right : .wrong
        case .amount: return scanner.isDecimal(whole: 1...13, decimals: 2...2) ? .right : .wrong
        case .price, .quantity, .percent:
            return scanner.isDecimal(whole: 1...10, decimals: 1...5) ? .right : .wrong
        case .float: return scanner.isFloat() ? .right : .wrong
        case .guid: return scanner.isGUID() ? .right : .wrong
        case .interval: return scanner.isInterval() ? .right : .wrong
        case .date: return scanner.date()
        case .time: return scanner.time()
        }
    }
}

/// Walks over the bytes of a value.
private struct ValueScanner {
    private let text: ArraySlice<UInt8>
    private var index: Int

    init(_ text: ArraySlice<UInt8>) {
        self.text = text
        index = text.startIndex
    }

    private var isAtEnd: Bool { index == text.endIndex }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard !isAtEnd, text[index] == byte else { return false }
        index += 1
        return true
    }

    /// Digits at the place, as many as there are.
    private mutating func digits() -> Int {
        let start = index
        while !isAtEnd, Byte.digits.contains(text[index]) { index += 1 }
        return index - start
    }

    private mutating func number(_ count: ClosedRange<Int>) -> Int? {
        let start = index
        guard count.contains(digits()) else { return nil }
        return text[start..<index].reduce(0) { $0 * 10 + Int($1 - Byte.digits.lowerBound) }
    }

    private mutating func sign() {
        if !take(UInt8(ascii: "-")) { _ = take(UInt8(ascii: "+")) }
    }

    /// `12`, `-12.50`: with the point there must be decimals.
    mutating func isDecimal(whole: ClosedRange<Int>, decimals: ClosedRange<Int>) -> Bool {
        sign()
        guard whole.contains(digits()) else { return false }
        if take(UInt8(ascii: ".")), !decimals.contains(digits()) || decimals.upperBound == 0 { return false }
        return isAtEnd
    }

    /// A decimal number of any length: `1`, `1.`, `.5`.
    mutating func isFloat() -> Bool {
        sign()
        let whole = digits()
        let decimals = take(UInt8(ascii: ".")) ? digits() : 0
        return whole + decimals > 0 && isAtEnd
    }

    /// `0` or `{8-4-4-4-12}`.
    mutating func isGUID() -> Bool {
        if text.elementsEqual("0".utf8) { return true }
        guard take(UInt8(ascii: "{")) else { return false }
        for (part, length) in [8, 4, 4, 4, 12].enumerated() {
            if part > 0, !take(UInt8(ascii: "-")) { return false }
            for _ in 0..<length {
                guard !isAtEnd, Character(Unicode.Scalar(text[index])).isHexDigit else { return false }
                index += 1
            }
        }
        return take(UInt8(ascii: "}")) && isAtEnd
    }

    /// `PT1H30M0S` or `-PT5M`, each part once and at least one of them. The schema's pattern would let a plus
    /// pass, but the type below it, `xsd:duration`, does not.
    mutating func isInterval() -> Bool {
        _ = take(UInt8(ascii: "-"))
        guard take(UInt8(ascii: "P")), take(UInt8(ascii: "T")) else { return false }
        var parts = 0
        for unit in "HMS".utf8 {
            let start = index
            if digits() > 0, take(unit) { parts += 1 } else { index = start }
        }
        return parts > 0 && isAtEnd
    }

    /// `2026-11-27`
    mutating func date() -> ValueType.Verdict {
        guard let year = number(4...4), take(UInt8(ascii: "-")), let month = number(2...2),
            take(UInt8(ascii: "-")), let day = number(2...2), isAtEnd
        else { return .wrong }
        guard (1...12).contains(month), (1...Stamp.days(month, year)).contains(day) else { return .wrong }
        return Self.isNear(year, month, day) ? .right : .remote
    }

    /// `2026-11-27`, with `T14`, `:30`, `:00` and `-05:00` behind it as far as one likes.
    mutating func time() -> ValueType.Verdict {
        guard let year = number(4...4), take(UInt8(ascii: "-")), let month = number(1...2),
            take(UInt8(ascii: "-")), let day = number(1...2)
        else { return .wrong }
        var clock = [0, 0, 0]
        if take(UInt8(ascii: "T")) {
            for place in clock.indices {
                guard let part = number(1...2) else { return .wrong }
                clock[place] = part
                if place < 2, !take(UInt8(ascii: ":")) { break }
                if place == 2, !isAtEnd {
                    guard take(UInt8(ascii: "+")) || take(UInt8(ascii: "-")), number(1...2) != nil,
                        take(UInt8(ascii: ":")), number(1...2) != nil
                    else { return .wrong }
                }
            }
        }
        guard isAtEnd else { return .wrong }
        let isPossible =
            (1...12).contains(month) && day >= 1 && day <= Stamp.days(month, year) && clock[0] < 24
            && clock[1] < 60 && clock[2] < 60
        guard isPossible else { return .impossible }
        return Self.isNear(year, month, day) ? .right : .remote
    }

    private static func isNear(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        (1970, 1, 1) <= (year, month, day) && (year, month, day) <= (2038, 1, 19)
    }
}
