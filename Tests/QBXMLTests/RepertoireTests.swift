import Foundation
import QBXML
import Testing

@Suite("The characters that a company file can hold")
struct RepertoireTests {
    /// What Foundation makes of the bytes of Windows-1252, without the five that it leaves undefined and the
    /// control characters but tab and line ends.
    private static let windows1252: Set<Unicode.Scalar> = {
        let controls = Set(0x00...0x1F as ClosedRange<UInt8>).subtracting([0x09, 0x0A, 0x0D])
        let bytes = Set(0x00...0xFF as ClosedRange<UInt8>).subtracting(controls)
            .subtracting([0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D])
        return Set(
            bytes.compactMap { byte in
                String(bytes: [byte], encoding: .windowsCP1252)?.unicodeScalars.first
            })
    }()

    @Test("are those of Windows-1252, and of all Unicode no others")
    func windows1252() {
        #expect(Self.windows1252.count == 221)
        let held = (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
            .filter(Repertoire.holds)
        #expect(Set(held) == Self.windows1252)
    }

    @Test("pass in a text, whatever stands around them")
    func good() {
        let all = String(String.UnicodeScalarView(Self.windows1252.sorted()))
        #expect(foreign(in: all) == [])
        #expect(Repertoire.firstForeign(in: Array("Jalapeño – 5 € “naïve”\r\n\t".utf8)[...]) == nil)
        #expect(Repertoire.firstForeign(in: []) == nil)
        #expect(Repertoire.firstForeign(in: UnsafeBufferPointer(start: nil, count: 0)) == nil)
    }

    @Test(
        "have neighbours that are refused for what they are",
        arguments: [
            ("\u{0}", .control), ("\u{8}", .control), ("\u{B}", .control), ("\u{1F}", .control),
            ("\u{7F}", .control), ("\u{80}", .control), ("\u{85}", .control), ("\u{9F}", .control),
            ("\u{100}", .outsideWindows1252), ("Ł", .outsideWindows1252), ("ʻ", .outsideWindows1252),
            ("\u{301}", .outsideWindows1252), ("\u{200B}", .outsideWindows1252), ("я", .outsideWindows1252),
            ("\u{FEFF}", .outsideWindows1252), ("\u{FFFD}", .outsideWindows1252),
            ("\u{E000}", .outsideWindows1252), ("\u{1FFFE}", .outsideWindows1252),
            ("漢", .outsideWindows1252), ("😀", .outsideWindows1252), ("\u{10FFFF}", .outsideWindows1252),
            ("\u{FFFE}", .notAllowedInXML), ("\u{FFFF}", .notAllowedInXML),
        ] as [(Unicode.Scalar, Foreign.Reason)])
    func neighbours(scalar: Unicode.Scalar, reason: Foreign.Reason) {
        #expect(foreign(in: "ab\(scalar)c") == [Foreign(scalar, at: 3, because: reason)])
    }

    @Test("are counted as characters and not as bytes on the way to a foreign one")
    func positions() {
        // Every distance from the beginning of a word of eight bytes, in letters of one, two and three bytes.
        for letter in ["a", "é", "€", "aé", "€aa"] {
            for count in 0..<20 {
                let before = String(repeating: letter, count: count)
                let position = before.unicodeScalars.count + 1
                let text = "\(before)\u{7}\(before)ł漢"
                #expect(
                    foreign(in: text) == [
                        Foreign("\u{7}", at: position, because: .control),
                        Foreign("ł", at: 2 * position, because: .outsideWindows1252),
                        Foreign("漢", at: 2 * position + 1, because: .outsideWindows1252),
                    ], "\(count) of \(letter)")
            }
        }
    }

    @Test("are told from each wrong byte at each place of a long run of ASCII")
    func everyByteEverywhere() {
        let plain = [UInt8](repeating: UInt8(ascii: "x"), count: 26)
        for place in plain.indices {
            for byte in 0x00...0xFF as ClosedRange<UInt8> {
                var text = plain
                text[place] = byte
                #expect(Repertoire.allForeign(in: text[...], limit: 9) == slowly(text), "\(byte) at \(place)")
            }
        }
    }

    @Test("are told from what is not UTF-8, which counts as one character as far as it could have been one")
    func malformed() {
        func places(_ bytes: [UInt8]) -> [Int] {
            let found = Repertoire.allForeign(in: bytes[...], limit: 99)
            #expect(found.allSatisfy { $0.scalar == nil && $0.reason == .notAllowedInXML })
            return found.map(\.position)
        }
        #expect(places([0x61, 0xE9, 0x62]) == [2])
        #expect(places([0xC0, 0x80]) == [1, 2], "a longer form than needed")
        #expect(places([0xE0, 0x80, 0x80]) == [1, 2, 3], "a longer form than needed")
        #expect(places([0xED, 0xA0, 0x80]) == [1, 2, 3], "half a surrogate pair")
        #expect(places([0xF4, 0x90, 0x80, 0x80]) == [1, 2, 3, 4], "beyond U+10FFFF")
        #expect(places([0xE2, 0x82, 0x61, 0xF0, 0x9F, 0x98]) == [1, 3], "cut off")
    }

    @Test("are found in random bytes as a slow and obvious reader finds them")
    func randomBytes() {
        var numbers = SeededNumbers(seed: 1252)
        let pieces: [[UInt8]] = [
            Array("eight plain letters".utf8), Array("é€Ÿ".utf8), Array("ł漢😀\u{FFFE}\u{85}\n".utf8), [0xC3],
            [0xE2, 0x82],
            [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xFF], [0x00], [0x7F],
        ]
        for round in 0..<4000 {
            var text: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<8, using: &numbers) {
                if Bool.random(using: &numbers) {
                    text += pieces.randomElement(using: &numbers) ?? []
                } else {
                    text.append(UInt8.random(in: 0...0xFF, using: &numbers))
                }
            }
            let slowly = slowly(text)
            #expect(Repertoire.allForeign(in: text[...], limit: .max) == slowly, "round \(round): \(text)")
            #expect(Repertoire.firstForeign(in: text[...]) == slowly.first)
        }
    }

    @Test("are found in a slice of bytes, and in every beginning of a text")
    func slicesAndTruncations() {
        let text = Array("Łódź, 5 € – 漢字 😀 plain plain plain \u{85}".utf8)
        for end in text.indices {
            #expect(
                Repertoire.allForeign(in: text[..<end], limit: 99) == slowly(Array(text[..<end])), "\(end)")
            #expect(
                Repertoire.allForeign(in: text[end...], limit: 99) == slowly(Array(text[end...])), "\(end)")
        }
    }

    @Test("are reported up to the number that the caller can use")
    func limit() {
        let text = Array(String(repeating: "漢", count: 100).utf8)
        #expect(Repertoire.allForeign(in: text[...], limit: 3).map(\.position) == [1, 2, 3])
        #expect(Repertoire.allForeign(in: text[...], limit: 0) == [])
    }

    @Test("are missed in a sentence that shows the character, or names what cannot be shown")
    func sentences() {
        func sentence(_ text: String) -> String? { foreign(in: text).first?.sentence }
        #expect(
            sentence("żł") == """
                "ż" (U+017C) at position 1 is not in Windows-1252, so QuickBooks would keep a question mark \
                in its place.
                """)
        #expect(sentence("ab\u{200B}")?.hasPrefix("ZERO WIDTH SPACE (U+200B) at position 3 is not") == true)
        #expect(sentence("e\u{301}")?.hasPrefix("COMBINING ACUTE ACCENT (U+0301) at position 2") == true)
        #expect(sentence("😀")?.hasPrefix("\"😀\" (U+1F600)") == true)
        #expect(
            sentence("\u{7}")
                == """
                The control character U+0007 at position 1 is not text; of these only tabs and line ends \
                are allowed.
                """)
        #expect(sentence("\u{FFFF}") == "U+FFFF at position 1 is not a character of XML.")
        let broken = Repertoire.firstForeign(in: [0x61, 0xFF])
        #expect(broken?.sentence == "The bytes at position 2 are not UTF-8.")
    }

    private func foreign(in text: String) -> [Foreign] {
        Repertoire.allForeign(in: Array(text.utf8)[...], limit: 1000)
    }

    /// The same by Swift's parser of UTF-8 and Foundation's table, one scalar after the other.
    private func slowly(_ text: [UInt8]) -> [Foreign] {
        var found: [Foreign] = []
        var parser = Unicode.UTF8.ForwardParser()
        var bytes = text.makeIterator()
        var position = 0
        while true {
            position += 1
            switch parser.parseScalar(from: &bytes) {
            case .emptyInput: return found
            case .error: found.append(Foreign(nil, at: position, because: .notAllowedInXML))
            case .valid(let encoded):
                let scalar = Unicode.UTF8.decode(encoded)
                guard !Self.windows1252.contains(scalar) else { continue }
                let isNoCharacter = [0xFFFE, 0xFFFF].contains(scalar.value)
                let reason: Foreign.Reason =
                    scalar.properties.generalCategory == .control
                    ? .control
                    : isNoCharacter ? .notAllowedInXML : .outsideWindows1252
                found.append(Foreign(scalar, at: position, because: reason))
            }
        }
    }
}
