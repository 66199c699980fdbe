import Testing
import XML

@Suite("The reader refuses")
struct ReaderRefusalTests {
    @Test(
        "any document type, whatever it declares",
        arguments: [
            "<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/x.dtd\"><a/>",
            "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
            "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]><a/>",
        ])
    func documentTypes(_ document: String) {
        #expect(refusal(document) == .doctype(line: 1))
        #expect(refusal(document, step: 1) == .doctype(line: 1))
    }

    @Test("a billion laughs before the first")
    func billionLaughs() {
        var document = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">"
        for level in 1...9 {
            let inner = String(repeating: "&lol\(level - 1);", count: 10)
            document += "<!ENTITY lol\(level) \"\(inner)\">"
        }
        document += "]><lolz>&lol9;</lolz>"
        #expect(refusal(document) == .doctype(line: 2))
    }

    @Test("entities that nobody declared", arguments: ["<a>\n&x;</a>", "<a>\n<b y=\"&nbsp;\"/></a>"])
    func entities(_ document: String) {
        #expect(refusal(document) == .entity(line: 2))
    }

    @Test("elements nested too deep, and none less deep")
    func depth() {
        func nested(_ levels: Int) -> String {
            String(repeating: "<a>", count: levels) + String(repeating: "</a>", count: levels)
        }
        #expect(refusal(nested(64)) == nil)
        #expect(refusal(nested(65)) == .tooDeep(limit: 64, line: 1))
        #expect(refusal(nested(100_000)) == .tooDeep(limit: 64, line: 1))
        #expect(refusal(nested(3), ceilings: Ceilings(depth: 2)) == .tooDeep(limit: 2, line: 1))
    }

    @Test("documents with too many bytes")
    func bytes() {
        let document = "<a>0123456789</a>"
        #expect(refusal(document, ceilings: Ceilings(bytes: document.utf8.count)) == nil)
        let short = Ceilings(bytes: document.utf8.count - 1)
        #expect(refusal(document, ceilings: short) == .tooLarge(limit: short.bytes))
        #expect(refusal(document, step: 1, ceilings: short) == .tooLarge(limit: short.bytes))
    }

    @Test("elements with too many attributes")
    func attributes() {
        func wide(_ count: Int) -> String { "<a" + (0..<count).map { " x\($0)=\"\"" }.joined() + "/>" }
        #expect(refusal(wide(128)) == nil)
        #expect(refusal(wide(129)) == .tooManyAttributes(limit: 128, line: 1))
    }

    @Test("elements that declare too many namespaces")
    func namespaces() {
        func declaring(_ count: Int) -> String {
            "<a" + (0..<count).map { " xmlns:n\($0)=\"urn:\($0)\"" }.joined() + "/>"
        }
        #expect(refusal(declaring(16)) == nil)
        #expect(refusal(declaring(17)) == .tooManyAttributes(limit: 128, line: 1))
    }

    @Test("tags and comments without an end", arguments: ["<a x=\"", "<a ", "<a><!-- ", "<a><?p ", "<"])
    func endless(_ beginning: String) {
        let document = Array(beginning.utf8) + [UInt8](repeating: UInt8(ascii: "y"), count: 300_000)
        #expect(refusal(document) == .tagTooLong(limit: 64 << 10, line: 1))
    }

    @Test(
        "what is not well-formed",
        arguments: [
            "x", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>x", "<a x=1/>", "<a x=\"1\" x=\"2\"/>",
            "<a>&</a>",
            "<a>&lt</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#x110000;</a>", "<a>\u{1}</a>", "<a>\0</a>",
            "\0<a/>", "<a>]]></a>", "<a:b/>", "<a><b:c/></a>", "<a b:c=\"\"/>", "<1/>", "<a><!-- -- --></a>",
            "<a>\u{FFFE}</a>", " <?xml version=\"1.0\"?><a/>", "<a><?xml version=\"1.0\"?></a>",
        ])
    func malformed(_ document: String) {
        for step in [document.utf8.count, 1] {
            guard case .malformed = refusal(document, step: step) else {
                Issue.record("\(document) in steps of \(step): \(String(describing: refusal(document)))")
                continue
            }
        }
    }

    @Test("text that is not UTF-8 although it should be", arguments: [1, 2, 3, 100])
    func invalidUTF8(step: Int) {
        let bad: [[UInt8]] = [
            [0x80], [0xC3], [0xC3, 0x28], [0xC0, 0x80], [0xE2, 0x82], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF],
        ]
        for bytes in bad {
            for (before, after) in [("<a>", "</a>"), ("<a x=\"", "\"/>"), ("<a>éé", "é</a>"), ("<", "/>")] {
                let document = Array(before.utf8) + bytes + Array(after.utf8)
                #expect(refusal(document, step: step) != nil, "\(bytes) after \(before)")
            }
        }
    }

    @Test("bytes changed at random, or reads them, but never traps", arguments: 0..<20)
    func mutations(round: Int) {
        var dice = Dice(seed: UInt64(round))
        let documents = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><a x=\"1&amp;2\"><b xmlns:n='urn:n'>&lt;é€</b></a>",
            "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a><!-- c --><![CDATA[x]]><?p q?>&#233;</a>",
            "<s:E xmlns:s=\"urn:s\"><s:B s:e=\"f\"><o xmlns=\"urn:o\">&lt;q&gt;&amp;quot;</o></s:B></s:E>",
        ].map { Array($0.utf8) }
        var outcomes: Set<Bool> = []
        for _ in 0..<200 {
            let document = dice.mutated(documents[dice.below(documents.count)])
            let step = 1 + dice.below(document.count)
            outcomes.insert(refusal(document, step: step) == nil)
        }
        #expect(outcomes == [true, false])
    }
}
