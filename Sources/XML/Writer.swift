/// Writes XML and is the one place that decides how text is escaped.
///
/// `&`, `<` and `>` become references and quotes stay raw, as the Web Connector's own writer does it; in
/// attributes the double quote and white space other than a blank become references too. A character that XML
/// 1.0 does not know at all (control characters, lone surrogates, invalid UTF-8) becomes a question mark: it
/// must neither end a conversation nor vanish without a trace.
package struct Writer: Sendable {
    package private(set) var bytes: [UInt8]
    /// Whether characters above 127 become decimal references. QuickBooks refuses raw ones in requests.
    package let asciiOnly: Bool

    package init(asciiOnly: Bool = false, reserving capacity: Int = 1024) {
        self.asciiOnly = asciiOnly
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    package var string: String { String(decoding: bytes, as: UTF8.self) }

    /// `<?xml version="1.0" encoding="utf-8"?>`, or without an encoding.
    package mutating func declaration(encoding: String? = "utf-8") {
        raw("<?xml version=\"1.0\"")
        if let encoding { attribute("encoding", encoding) }
        raw("?>")
    }

    package mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        tag(name, attributes)
        raw(">")
    }

    /// For attributes that are known only when they are there.
    package mutating func open(_ name: String, attributes: [(name: String, value: String)]) {
        raw("<")
        raw(name)
        for (name, value) in attributes { attribute(name, value) }
        raw(">")
    }

    /// `<name>` from a name that is at hand as UTF-8.
    package mutating func open(_ name: ArraySlice<UInt8>) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: name)
        bytes.append(UInt8(ascii: ">"))
    }

    package mutating func close(_ name: ArraySlice<UInt8>) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(UInt8(ascii: "/"))
        bytes.append(contentsOf: name)
        bytes.append(UInt8(ascii: ">"))
    }

    package mutating func close(_ name: String) {
        raw("</")
        raw(name)
        raw(">")
    }

    /// `<name />`
    package mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        tag(name, attributes)
        raw(" />")
    }

    /// `<name>text</name>`
    package mutating func leaf(
        _ name: String, _ text: String, _ attributes: KeyValuePairs<String, String> = [:]
    ) {
        open(name, attributes)
        self.text(text)
        close(name)
    }

    package mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { escape($0, inAttribute: false) }
    }

    /// Text that is at hand as UTF-8.
    package mutating func text(_ text: [UInt8]) {
        text.withUnsafeBufferPointer { escape($0, inAttribute: false) }
    }

    package mutating func text(_ text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { escape($0, inAttribute: false) }
    }

    /// Markup as it is: the caller vouches for it.
    package mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    package mutating func raw(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

    private mutating func tag(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        raw("<")
        raw(name)
        for (name, value) in attributes { attribute(name, value) }
    }

    private mutating func attribute(_ name: String, _ value: String) {
        raw(" ")
        raw(name)
        raw("=\"")
        var value = value
        value.withUTF8 { escape($0, inAttribute: true) }
        raw("\"")
    }

    /// Copies runs that need no escape in one go; they are nearly everything.
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, inAttribute: Bool) {
        var run = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte > 0x3E && byte < 0x7F || byte == 0x20 {
                index += 1
                continue
            }
            var length = 1
            guard let replacement = replacement(text, index, inAttribute: inAttribute, length: &length) else {
                index += length
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run..<index]))
            raw(replacement)
            index += length
            run = index
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run...]))
    }

    /// What must stand in place of the character at `index`, nil if it may stay; `length` is set to its
    /// bytes.
    private func replacement(
        _ text: UnsafeBufferPointer<UInt8>, _ index: Int, inAttribute: Bool, length: inout Int
    ) -> String? {
        switch text[index] {
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case UInt8(ascii: "\""): return inAttribute ? "&quot;" : nil
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"): return inAttribute ? "&#\(text[index]);" : nil
        case UInt8(ascii: "\r"): return "&#13;"  // A raw one would be read as a line feed.
        case 0..<0x20: return "?"
        case 0x20..<0x80: return nil
        default:
            guard let scalar = UnicodeScalar(validIn: text, at: index, length: &length) else { return "?" }
            // U+FFFE and U+FFFF are no characters of XML.
            if scalar.value == 0xFFFE || scalar.value == 0xFFFF { return "?" }
            return asciiOnly ? "&#\(scalar.value);" : nil
        }
    }
}

extension UnicodeScalar {
    /// The character above 127 that begins at `index`, with its length in bytes; nil with length 1 if the
    /// bytes there are not one: cut off, overlong, a surrogate or above U+10FFFF.
    fileprivate init?(validIn text: UnsafeBufferPointer<UInt8>, at index: Int, length: inout Int) {
        let first = UInt32(text[index])
        let (count, lowest): (Int, UInt32)
        switch first {
        case 0xC2...0xDF: (count, lowest) = (2, 0x80)
        case 0xE0...0xEF: (count, lowest) = (3, 0x800)
        case 0xF0...0xF4: (count, lowest) = (4, 0x10000)
        default: return nil
        }
        guard index + count <= text.count else { return nil }
        var value = first & (0x7F >> UInt32(count))
        for offset in 1..<count {
            let next = text[index + offset]
            guard next & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(next & 0x3F)
        }
        guard value >= lowest, let scalar = UnicodeScalar(value) else { return nil }
        length = count
        self = scalar
    }
}
