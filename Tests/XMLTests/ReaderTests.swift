import Testing
import XML

@Suite("The reader")
struct ReaderTests {
    @Test("tells elements, attributes and text in their order")
    func order() throws {
        let events = try events(of: "<?xml version=\"1.0\"?><a x=\"1\"><b xmlns=\"urn:n\">t</b>u<c/></a>")
        #expect(
            events == [
                .start("a", namespace: nil, ["x": "1"]),
                .start("b", namespace: "urn:n", [:]), .text("t"), .end("b"), .text("u"),
                .start("c", namespace: nil, [:]), .end("c"), .end("a"),
            ])
    }

    @Test("unescapes text and attributes alike")
    func unescapes() throws {
        let events = try events(
            of: "<a x=\"&lt;&amp;&gt;&quot;&apos;&#233;&#x20AC;\">&lt;&amp;&gt;&quot;&apos;&#233;&#x20AC;</a>"
        )
        #expect(events.first == .start("a", namespace: nil, ["x": "<&>\"'é€"]))
        #expect(events[1] == .text("<&>\"'é€"))
    }

    @Test("hands text between two tags over in one piece, whatever stands in it")
    func onePiece() throws {
        let recorder = Recorder()
        let text = "a &lt; b <!-- aside --> <![CDATA[<c>]]> &amp; <?note x?>&#100;"
        try read(Array("<a>\(text)</a>".utf8), recorder, step: 3)
        #expect(recorder.pieces.count == 1)
        #expect(recorder.events[1] == .text("a < b  <c> & d"))
    }

    @Test("hands long text over in pieces of its size")
    func longPieces() throws {
        let recorder = Recorder()
        try read(Array("<a>\(String(repeating: "x&lt;", count: Reader.pieceSize))</a>".utf8), recorder)
        #expect(recorder.pieces == [Reader.pieceSize, Reader.pieceSize])
    }

    @Test("says the same wherever the bytes are divided")
    func division() throws {
        let prolog = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n"
        let root = "<a x='ä€😀'>é&#8364;€<b y=\"&amp;amp;\"/>\r\n😀]]&gt;</a>\n"
        let document = Array((prolog + root).utf8)
        let whole = try events(of: document)
        #expect(whole.contains(.text("\n😀]]>")))
        for step in 1...document.count {
            #expect(try events(of: document, step: step) == whole, "in steps of \(step)")
        }
        for cut in 0...document.count {
            let recorder = Recorder()
            let reader = Reader(recorder)
            try reader.push(Array(document[..<cut]))
            try reader.push(Array(document[cut...]))
            try reader.finish()
            #expect(recorder.events == whole, "divided at \(cut)")
        }
    }

    @Test("refuses a document cut off at any byte")
    func truncation() {
        let document = Array(
            "<?xml version=\"1.0\"?><a x=\"1&amp;2\"><!-- c --><b>t&lt;é</b><![CDATA[x]]><?p q?></a>".utf8)
        for length in 0..<document.count {
            #expect(refusal(Array(document[..<length])) != nil, "cut off at \(length)")
        }
        #expect(refusal(document) == nil)
    }

    @Test("calls nothing and white space empty", arguments: ["", " ", "\n\n  \t"])
    func empty(_ document: String) {
        #expect(refusal(document) == .empty)
    }

    @Test("passes text of more than ten million characters", arguments: [false, true])
    func longText(inCDATA: Bool) throws {
        let length = 11_000_000
        var document = Array((inCDATA ? "<a><![CDATA[" : "<a>").utf8)
        document.append(contentsOf: repeatElement(UInt8(ascii: "x"), count: length))
        document.append(contentsOf: (inCDATA ? "]]></a>" : "</a>").utf8)
        let recorder = Recorder(keepsText: false)
        try read(document, recorder)
        #expect(recorder.textBytes == length)
    }

    @Test("stops when the handler throws, and throws the same again")
    func handlerThrows() {
        struct Enough: Error {}
        final class Refuser: EventHandler {
            var starts = 0
            func start(_ name: Name, _ attributes: Attributes) throws {
                starts += 1
                if name.matches("b") { throw Enough() }
            }
            func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
            func end(_ name: Name) {}
        }
        let refuser = Refuser()
        let reader = Reader(refuser)
        #expect(throws: Enough.self) { try reader.push(Array("<a><b/><c/><d/></a>".utf8)) }
        #expect(throws: Enough.self) { try reader.push(Array("<e/>".utf8)) }
        #expect(throws: Enough.self) { try reader.finish() }
        #expect(refuser.starts == 2)
    }

    @Test("gives equal names equal addresses")
    func interning() throws {
        final class Addresses: EventHandler {
            var seen: [UnsafePointer<UInt8>] = []
            func start(_ name: Name, _ attributes: Attributes) { seen.append(name.local) }
            func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
            func end(_ name: Name) {}
        }
        let addresses = Addresses()
        let reader = Reader(addresses)
        try reader.push(Array("<row><cell/><cell/></row>".utf8))
        try reader.finish()
        #expect(addresses.seen[1] == addresses.seen[2])
        #expect(addresses.seen[0] != addresses.seen[1])
    }

    @Test("compares names exactly")
    func names() throws {
        final class Matches: EventHandler {
            var found: [Bool] = []
            func start(_ name: Name, _ attributes: Attributes) {
                found = [
                    name.matches("Body"), name.matches("Bod"), name.matches("Bodys"), name.matches("body"),
                    attributes["id"] == "7", attributes["i"] == nil,
                ]
            }
            func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
            func end(_ name: Name) {}
        }
        let matches = Matches()
        try read(Array("<s:Body xmlns:s=\"urn:s\" s:id=\"7\"/>".utf8), matches)
        #expect(matches.found == [true, false, false, false, true, true])
    }
}
