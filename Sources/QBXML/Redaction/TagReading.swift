/// What stands between `<` and `>`, if it is a tag at all.
struct TagReading {
    enum Kind {
        case start, end, empty
    }

    var kind: Kind
    var name: String
    var attributes: [(name: String, value: ArraySlice<UInt8>)] = []

    /// - Returns: nil for anything that is no tag of XML, by the letter.
    init?(_ text: ArraySlice<UInt8>) {
        var cursor = Cursor(rest: text)
        kind = cursor.take(UInt8(ascii: "/")) ? .end : .start
        guard let name = cursor.name() else { return nil }
        self.name = name
        while true {
            let hadBlank = cursor.skipBlanks()
            if cursor.rest.isEmpty { return }
            if kind == .start, cursor.take(UInt8(ascii: "/")) {
                kind = .empty
                guard cursor.rest.isEmpty else { return nil }
                return
            }
            guard kind == .start, hadBlank, let attribute = cursor.attribute() else { return nil }
            attributes.append(attribute)
        }
    }

    /// The attributes of `?xml version="1.0"?`, without the marks around it.
    static func attributes(ofInstruction text: ArraySlice<UInt8>) -> TagReading? {
        guard let tag = TagReading(text), tag.kind == .start else { return nil }
        return ["xml", "qbxml", "qbposxml"].contains(tag.name) ? tag : nil
    }

    private struct Cursor {
        var rest: ArraySlice<UInt8>
        private static let longestName = 64

        mutating func take(_ byte: UInt8) -> Bool {
            guard rest.first == byte else { return false }
            rest = rest.dropFirst()
            return true
        }

        mutating func skipBlanks() -> Bool {
            let before = rest.count
            rest = rest.drop { Redactor.isBlank($0) }
            return rest.count < before
        }

        mutating func name() -> String? {
            let name = rest.prefix { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
                    UInt8(ascii: "."), UInt8(ascii: ":"):
                    true
                default: false
                }
            }
            guard let first = name.first, !(0x2D...0x3A).contains(first), name.count <= Self.longestName
            else { return nil }
            rest = rest.dropFirst(name.count)
            return String(decoding: name, as: UTF8.self)
        }

        mutating func attribute() -> (name: String, value: ArraySlice<UInt8>)? {
            guard let name = name() else { return nil }
            _ = skipBlanks()
            guard take(UInt8(ascii: "=")) else { return nil }
            _ = skipBlanks()
            guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
                return nil
            }
            rest = rest.dropFirst()
            let value = rest.prefix { $0 != quote }
            rest = rest.dropFirst(value.count)
            return take(quote) ? (name, value) : nil
        }
    }
}
