import Testing
import XML

@Suite("The writer")
struct WriterTests {
    @Test("escapes text as the Web Connector does: quotes stay raw")
    func text() {
        var writer = Writer()
        writer.leaf("a", "1 < 2 > 0 & \"x\" 'y'\tz\n")
        #expect(writer.string == "<a>1 &lt; 2 &gt; 0 &amp; \"x\" 'y'\tz\n</a>")
    }

    @Test("escapes what would not survive in an attribute")
    func attributes() throws {
        var writer = Writer()
        writer.empty("a", ["x": "<\"&'>\t\n\r é"])
        #expect(writer.string == "<a x=\"&lt;&quot;&amp;'&gt;&#9;&#10;&#13; é\" />")
        #expect(try Element(parsing: writer.bytes).attribute("x") == "<\"&'>\t\n\r é")
    }

    @Test("writes decimal references above 127 when only ASCII may be written")
    func ascii() throws {
        var writer = Writer(asciiOnly: true)
        writer.leaf("a", "é€😀z", ["x": "ü"])
        #expect(writer.string == "<a x=\"&#252;\">&#233;&#8364;&#128512;z</a>")
        #expect(try Element(parsing: writer.bytes).text == "é€😀z")
    }

    @Test("puts a question mark where XML has no character")
    func impossible() throws {
        var writer = Writer()
        writer.leaf("a", "x\u{0}\u{1F}\u{FFFE}\u{FFFF}\u{FFFD}y")
        #expect(try Element(parsing: writer.bytes).text == "x????\u{FFFD}y")
    }

    @Test("keeps a carriage return, which a raw one would not survive")
    func carriageReturn() throws {
        var writer = Writer()
        writer.leaf("a", "x\r\ny")
        #expect(try Element(parsing: writer.bytes).text == "x\r\ny")
    }

    @Test("repairs bytes that are not UTF-8, and only those")
    func repairs() throws {
        let bad: [([UInt8], String)] = [
            ([0x61, 0x80, 0x62], "a?b"), ([0xC3], "?"), ([0xC3, 0x28], "?("), ([0xC0, 0x80], "??"),
            ([0xE2, 0x82], "??"), ([0xED, 0xA0, 0x80], "???"), ([0xF4, 0x90, 0x80, 0x80], "????"),
            ([0xF0, 0x9F, 0x98, 0x80], "😀"), ([0xC3, 0xA9], "é"), ([0xE2, 0x82, 0xAC], "€"), ([0xFF], "?"),
        ]
        for (bytes, expected) in bad {
            var writer = Writer()
            writer.open("a")
            writer.text(bytes)
            writer.close("a")
            #expect(writer.string == "<a>\(expected)</a>")
        }
    }

    @Test("begins with a declaration at the first byte")
    func declaration() {
        var writer = Writer()
        writer.declaration()
        writer.empty("a")
        #expect(writer.string == "<?xml version=\"1.0\" encoding=\"utf-8\"?><a />")
        var plain = Writer()
        plain.declaration(encoding: nil)
        #expect(plain.string == "<?xml version=\"1.0\"?>")
    }

    @Test("writes nothing that the reader does not give back, for any text", arguments: 0..<20)
    func roundTrip(round: Int) throws {
        var dice = Dice(seed: UInt64(round) + 1000)
        let alphabet = Array("ab &<>\"'\t\n\ré€😀\u{301}]]>\u{7F}\u{85}\u{2028}")
        for asciiOnly in [false, true] {
            let text = String((0..<200).map { _ in alphabet[dice.below(alphabet.count)] })
            var writer = Writer(asciiOnly: asciiOnly)
            writer.leaf("a", text, ["x": text])
            let element = try Element(parsing: writer.bytes)
            #expect(element.text == text)
            #expect(element.attribute("x") == text)
            #expect(writer.bytes.allSatisfy { $0 < 0x80 } || !asciiOnly)
        }
    }
}
