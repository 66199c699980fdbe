import Testing
import XML

@Suite("The reader and encodings")
struct ReaderEncodingTests {
    @Test("reads encodings that a document declares", arguments: ["ISO-8859-1", "windows-1252", "latin1"])
    func declared(_ encoding: String) throws {
        let document =
            Array("<?xml version=\"1.0\" encoding=\"\(encoding)\"?><a>".utf8) + [0xE9] + Array("</a>".utf8)
        #expect(try events(of: document)[1] == .text("é"))
        #expect(try events(of: document, step: 1)[1] == .text("é"))
    }

    @Test("reads UTF-16 with a byte order mark, in both orders", arguments: [false, true])
    func wide(bigEndian: Bool) throws {
        let units = Array("\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-16\"?><a>é😀</a>".utf16)
        let document = units.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return bigEndian ? bytes.reversed() : bytes
        }
        #expect(try events(of: document)[1] == .text("é😀"))
        #expect(try events(of: document, step: 7)[1] == .text("é😀"))
    }

    @Test("passes over a byte order mark of UTF-8")
    func mark() throws {
        #expect(try events(of: [0xEF, 0xBB, 0xBF] + Array("<a>é</a>".utf8))[1] == .text("é"))
    }

    @Test("refuses an encoding that nobody knows")
    func unknown() {
        let document = "<?xml version=\"1.0\" encoding=\"klingon-1\"?><a/>"
        guard case .malformed = refusal(document) else {
            Issue.record("\(String(describing: refusal(document)))")
            return
        }
    }

    @Test("refuses UTF-16 that stops within a character")
    func cutUTF16() {
        let units = Array("\u{FEFF}<a>é</a>".utf16)
        let document = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(refusal(document) == nil)
        for length in 1..<document.count {
            #expect(refusal(Array(document[..<length])) != nil, "cut off at \(length)")
        }
    }

    @Test("can be told that text from within another document is UTF-8 whatever it declares")
    func overridden() throws {
        let document = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>é</a>".utf8)
        #expect(try events(of: document)[1] == .text("Ã©"))
        #expect(try events(of: document, encoding: .utf8)[1] == .text("é"))
        let wide = Array("<?xml version=\"1.0\" encoding=\"utf-16\"?><a>é</a>".utf8)
        #expect(try events(of: wide, encoding: .utf8)[1] == .text("é"))
    }
}
