extension JSONReader {
    /// A string's range: of the input itself, or behind it where something had to be unescaped.
    mutating func text() throws(DraftError) -> (start: Int32, end: Int32) {
        index += 1
        let start = index
        while index < input.count {
            switch input[index] {
            case Byte.quote:
                index += 1
                return (Int32(start), Int32(index - 1))
            case Byte.backslash:
                return try escapedText(from: start)
            case 0..<Byte.space:
                throw error("a control character stands in a text; write it as \\u00\(hex(input[index]))")
            default:
                index += 1
            }
        }
        throw error("a text has no end")
    }

    private mutating func escapedText(from start: Int) throws(DraftError) -> (start: Int32, end: Int32) {
        unescaped.removeAll(keepingCapacity: true)
        unescaped.append(contentsOf: input[start..<index])
        while index < input.count {
            let byte = input[index]
            switch byte {
            case Byte.quote:
                index += 1
                return draft.store(unescaped)
            case Byte.backslash:
                try escape()
            case 0..<Byte.space:
                throw error("a control character stands in a text; write it as \\u00\(hex(byte))")
            default:
                unescaped.append(byte)
                index += 1
            }
        }
        throw error("a text has no end")
    }

    private mutating func escape() throws(DraftError) {
        index += 1
        guard index < input.count else { throw error("a text has no end") }
        let letter = input[index]
        index += 1
        switch letter {
        case Byte.quote, Byte.backslash, UInt8(ascii: "/"): unescaped.append(letter)
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"):
            var unit = try fourDigits()
            if (0xD800..<0xDC00).contains(unit), take(Byte.backslash), take(UInt8(ascii: "u")) {
                let low = try fourDigits()
                guard (0xDC00..<0xE000).contains(low) else { throw error("half a character is missing") }
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(unit) else { throw error("half a character is missing") }
            unescaped.append(contentsOf: String(Character(scalar)).utf8)
        default:
            index -= 1
            throw error("there is no escape of that letter")
        }
    }

    private mutating func fourDigits() throws(DraftError) -> UInt32 {
        let digits = String(decoding: input[index..<min(index + 4, input.count)], as: UTF8.self)
        guard digits.utf8.count == 4, digits.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt32(digits, radix: 16)
        else { throw error("\\u needs four hexadecimal digits") }
        index += 4
        return value
    }
}

extension JSONReader {
    /// `"#text": "…"`, and `"$from": "req_…"` of a value that an earlier request gives.
    mutating func takeText(of name: String, _ node: Int32) throws(DraftError) -> Bool {
        switch name {
        case "#text":
            guard draft.text(node).isEmpty else { throw error("\"#text\" is given twice") }
            draft.setText(try text(), of: node)
        case DraftLink.from:
            guard draft.sources[node] == nil else { throw error("\"\(DraftLink.from)\" is given twice") }
            let start = index
            let name = try text()
            draft.sources[node] = .init(name: string(name), place: start..<index)
        default: return false
        }
        return true
    }
}
