import Testing
import XML

/// Long text is read by us and everything else by libxml2; here libxml2 alone is the witness.
@Suite("Text read in libxml2's place")
struct TextScannerTests {
    private enum Outcome: Equatable {
        case events([Recorder.Event])
        case refused
    }

    private func outcome(_ document: [UInt8], step: Int?, scansText: Bool) -> Outcome {
        do {
            return .events(try events(of: document, step: step, scansText: scansText))
        } catch {
            return .refused
        }
    }

    private func expectAgreement(_ text: [UInt8], _ comment: Comment? = nil) {
        let document = Array("<a>".utf8) + text + Array("<b/>".utf8) + text + Array("</a>".utf8)
        let witness = outcome(document, step: nil, scansText: false)
        for step in [document.count, 1, 2, 3, 5] {
            let ours = outcome(document, step: step, scansText: true)
            #expect(ours == witness, "\(String(decoding: text, as: UTF8.self)) \(text) in steps of \(step)")
        }
    }

    @Test(
        "is the same text",
        arguments: [
            "plain", "&lt;&gt;&amp;&quot;&apos;", "&#65;&#x41;&#233;&#x20AC;&#128512;&#10;&#13;&#9;", "é€😀",
            "a\nb\r\nc\rd\r\r\n\ne\r", "]", "]]", "]]]", "]>", "]]x>", "] ]>", "]]&gt;", "x]", "\t \t",
            "\u{7F}",
            "&#0000000000000000065;", "\u{FFFD}\u{D7FF}\u{E000}\u{10FFFF}", "\u{85}\u{2028}\u{FEFF}", ">",
            "a > b",
            "<!-- > -->x", "<?p > ?>y", "<![CDATA[ > ]]>z", "&amp;lt;&amp;amp;",
        ])
    func same(_ text: String) {
        expectAgreement(Array(text.utf8))
        guard case .events = outcome(Array("<a>\(text)</a>".utf8), step: nil, scansText: true) else {
            Issue.record("it should be read at all")
            return
        }
    }

    @Test(
        "is refused for the same text",
        arguments: [
            "&", "&;", "&lt", "&l t;", "&nbsp;", "&LT;", "&ltx;", "&#;", "&#x;", "&#xG;", "&#-1;", "&#+1;",
            "&#0;",
            "&#8;", "&#xD800;", "&#xFFFE;", "&#x110000;", "&#99999999999;", "& lt;",
            "&averyveryverylongname;",
            "]]>", "]]]>", "x]]>y", "\u{0}", "\u{1}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}", "&#X41;",
            "&lt&gt;",
        ])
    func refused(_ text: String) {
        expectAgreement(Array(text.utf8))
        #expect(outcome(Array("<a>\(text)</a>".utf8), step: nil, scansText: true) == .refused)
    }

    @Test("is refused for the same bytes that are not UTF-8")
    func invalid() {
        let bad: [[UInt8]] = [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x9F, 0xBF],
            [0xE2, 0x82],
            [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBE], [0xEF, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xF0, 0x9F, 0x98],
        ]
        for bytes in bad {
            expectAgreement(Array("x".utf8) + bytes + Array("y".utf8))
            expectAgreement(bytes)
        }
    }

    @Test("is told with the right line when something is wrong after it")
    func lines() {
        let document = Array("<a>\n1 &lt;\r\n2\n3&#10;<b>\n</c></a>".utf8)
        for step in [document.count, 1, 2, 3] {
            guard case .malformed(let line, _) = refusal(document, step: step) else {
                Issue.record("not refused")
                continue
            }
            // The reference makes a line end in the text, not in the document.
            #expect(line == 5)
        }
    }

    @Test("agrees for texts made at random", arguments: 0..<40)
    func random(round: Int) {
        var dice = Dice(seed: UInt64(round) + 5000)
        let parts: [[UInt8]] =
            [
                "a", "xyz ", "&lt;", "&gt;", "&amp;", "&quot;", "&#233;", "&#x20ac;", "é", "€", "😀", "\r",
                "\n",
                "\r\n", "]", "]]", ">", "&", ";", "&#", "<c>", "</c>", "<c/>", "<!-- ", " -->", "<![CDATA[",
                "]]>",
            ].map { Array($0.utf8) } + [[0xC3], [0x00], [0xE2, 0x82]]
        var outcomes: Set<Bool> = []
        for _ in 0..<60 {
            // The rare parts, which spoil nearly every document, come rarely.
            let text = (0..<12).flatMap { _ in
                parts[dice.below(dice.below(4) == 0 ? parts.count : 16)]
            }
            let document = Array("<a>".utf8) + text + Array("</a>".utf8)
            let witness = outcome(document, step: nil, scansText: false)
            let ours = outcome(document, step: 1 + dice.below(document.count), scansText: true)
            #expect(ours == witness, "\(document)")
            outcomes.insert(witness == .refused)
        }
        #expect(outcomes == [true, false])
    }
}
