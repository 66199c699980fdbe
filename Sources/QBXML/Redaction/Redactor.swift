/// Takes a company out of a document: what is left are tags, IDs, dates, states and counts, so that one can
/// see what was exchanged but not about whom or how much.
///
///     <CustomerRet><ListID>80000001-1234567890</ListID><Name>[redacted 5-8]</Name>…
///
/// A text is shown only if the catalog calls its element harmless and it has the form that it should have;
/// everything else becomes a mark that tells about how long it was. It reads as it goes and holds nothing but
/// the tag under way. Whatever is no well-formed tag counts as text, so a document that is cut, damaged or
/// none at all comes out as marks.
package struct Redactor: Sendable {
    /// What is done so far; whoever hands it on may empty it.
    package var output: [UInt8] = []

    private enum State {
        case text
        /// Between `<` and `>`.
        case tag(quote: UInt8?)
        /// A comment or CDATA section, by how it ends.
        case section(end: [UInt8])
    }

    private var state = State.text
    /// Of a text only its beginning: a longer one is not shown anyway.
    private var text: [UInt8] = []
    private var length = 0
    private var isBlank = true
    /// What `text` stands directly behind.
    private var opened: String?
    private var tag: [UInt8] = []
    /// A tag with a longer text in it is none. Messages about what failed have some hundred characters.
    private static let longestTag = 16 << 10

    package init() {}

    /// The whole of a document.
    package static func redacted(_ document: [UInt8]) -> [UInt8] {
        var redactor = Redactor()
        redactor.push(document)
        redactor.finish()
        return redactor.output
    }

    /// What stands in place of a text, by its length.
    package static func mark(_ length: Int) -> String {
        if length > 4096 { return "[redacted 4097-]" }
        var upper = 4
        while upper < length { upper *= 2 }
        return "[redacted \(upper == 4 ? 1 : upper / 2 + 1)-\(upper)]"
    }

    package mutating func push(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { take(byte) }
    }

    /// Says that there is nothing more; what is under way is no tag.
    package mutating func finish() {
        if case .text = state { return settleText() }
        loseTag()
        settleText()
    }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .text:
            if byte == UInt8(ascii: "<") { state = .tag(quote: nil) } else { add(byte) }
        case .section(let end):
            tag.append(byte)
            if tag.suffix(end.count).elementsEqual(end) { return loseTag() }
            // Only its end is looked for; what it holds is counted and goes.
            if tag.count >= Self.longestTag {
                count(tag.dropLast(end.count))
                tag = Array(tag.suffix(end.count))
            }
        case .tag(let quote):
            take(byte, inTag: quote)
        }
    }

    private mutating func take(_ byte: UInt8, inTag quote: UInt8?) {
        switch byte {
        case UInt8(ascii: "<"):
            // Never within a tag, quoted or not: what began before was none.
            loseTag()
            state = .tag(quote: nil)
            return
        case UInt8(ascii: ">") where quote == nil: return settleTag()
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            if quote == nil { state = .tag(quote: byte) } else if quote == byte { state = .tag(quote: nil) }
        default: break
        }
        tag.append(byte)
        if tag.count == 3, tag.elementsEqual("!--".utf8) { state = .section(end: Array("-->".utf8)) }
        if tag.count == 8, tag.elementsEqual("![CDATA[".utf8) { state = .section(end: Array("]]>".utf8)) }
        if tag.count > Self.longestTag { loseTag() }
    }

    /// What was taken for a tag is a text.
    private mutating func loseTag() {
        count(tag[...])
        tag = []
        state = .text
    }

    private mutating func count(_ bytes: ArraySlice<UInt8>) {
        isBlank = false
        opened = nil
        length += bytes.count { $0 & 0xC0 != 0x80 } + (bytes.isEmpty ? 1 : 0)
    }

    private mutating func add(_ byte: UInt8) {
        if byte & 0xC0 != 0x80 { length += 1 }
        if !Self.isBlank(byte) { isBlank = false }
        if text.count <= PlainContent.longest { text.append(byte) } else { opened = nil }
    }

    private mutating func settleTag() {
        if tag.first == UInt8(ascii: "?"), tag.last == UInt8(ascii: "?") {
            guard let instruction = TagReading.attributes(ofInstruction: tag.dropFirst().dropLast()) else {
                return loseTag()
            }
            settleText()
            put("<?")
            put(instruction)
            put("?>")
        } else if let reading = TagReading(tag[...]) {
            settleText(before: reading)
            put(reading.kind == .end ? "</" : "<")
            put(reading)
            put(reading.kind == .empty ? "/>" : ">")
            opened = reading.kind == .start ? reading.name : nil
        } else {
            return loseTag()
        }
        tag.removeAll(keepingCapacity: true)
        state = .text
    }

    private mutating func settleText(before next: TagReading? = nil) {
        let isShown =
            isBlank && text.count <= PlainContent.longest
            || opened.map { element in
                next?.kind == .end && next?.name == element
                    && PlainContent.standard.shows(text[...], of: element)
            } ?? false
        if isShown { output += text } else if isBlank { put("\n") } else { put(Self.mark(length)) }
        text.removeAll(keepingCapacity: true)
        (length, isBlank, opened) = (0, true, nil)
    }

    private mutating func put(_ reading: TagReading) {
        let plain = PlainContent.standard
        let isKnown =
            plain.knows(element: reading.name) || ["xml", "qbxml", "qbposxml"].contains(reading.name)
        put(isKnown ? reading.name : "Unknown")
        for (name, value) in reading.attributes {
            put(" \(plain.knows(attribute: name) ? name : "unknown")=\"")
            if plain.shows(value, ofAttribute: name) {
                output += value
            } else if !value.isEmpty {
                // Which elements QuickBooks speaks of says why it refused, and nothing about the books.
                let spoken = name == "statusMessage" ? plain.namesSpoken(in: value) : []
                let length = value.count { $0 & 0xC0 != 0x80 }
                put(([Self.mark(length)] + spoken).joined(separator: " "))
            }
            put("\"")
        }
    }

    private mutating func put(_ text: String) { output += text.utf8 }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
