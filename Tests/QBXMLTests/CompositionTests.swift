import Foundation
import QBXML
import Testing

@Suite("Composing")
struct CompositionTests {
    private func composed(_ text: String) -> String? {
        Repertoire.composed(Array(text.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("writes what Foundation decomposed with the characters of Windows-1252 again")
    func allLetters() throws {
        var count = 0
        for scalar in (0x20...0x2122 as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
        where Repertoire.holds(scalar) {
            let letter = String(scalar)
            let apart = letter.decomposedStringWithCanonicalMapping
            guard apart.unicodeScalars.count > 1 else { continue }
            count += 1
            let text = try #require(composed("(\(apart))"))
            #expect(text.unicodeScalars.elementsEqual("(\(letter))".unicodeScalars))
        }
        #expect(count == 58, "53 of Latin-1, with Š š Ž ž Ÿ")
    }

    @Test("knows characters that are equivalent by themselves")
    func singletons() {
        #expect(composed("20 \u{212B}")?.unicodeScalars.elementsEqual("20 Å".unicodeScalars) == true)
        #expect(composed("300 \u{212A}")?.unicodeScalars.elementsEqual("300 K".unicodeScalars) == true)
        #expect(composed("\u{37E}")?.unicodeScalars.elementsEqual(";".unicodeScalars) == true)
    }

    @Test("leaves alone what is no character of Windows-1252, even beside one that is")
    func foreign() {
        #expect(composed("z\u{301}") == nil, "ź is not in Windows-1252")
        #expect(composed("ł 漢 😀") == nil)
        #expect(composed("e\u{301}\u{323}") == nil)
        let mixed = composed("z\u{301}e\u{301}\r\n")
        #expect(mixed?.unicodeScalars.elementsEqual("z\u{301}é\r\n".unicodeScalars) == true)
    }

    @Test("has nothing to do for good text, nor for what is not UTF-8")
    func nothing() {
        #expect(composed("") == nil)
        #expect(composed("Jalapeño") == nil)
        #expect(Repertoire.composed([0x65, 0xCC, 0x81, 0xFF]) == nil)
    }
}
