import Foundation
import Testing

@testable import QBXML

@Suite("The table of transliteration")
struct TransliterationTableTests {
    private let sections = Notation(TransliterationTable.notation).sections

    private func entries(_ isWanted: (String) -> Bool) -> [(key: String, reading: String)] {
        sections.filter { isWanted($0.name) }.flatMap(TransliterationTable.entries)
    }

    @Test("is read whole, each entry as the characters and readings that it lists")
    func whole() {
        let names = [
            "latin", "greek", "greek-pairs", "cyrillic", "punctuation", "full-width", "currencies", "symbols",
            "numbers", "fractions", "superscripts", "subscripts", "marks",
        ]
        #expect(sections.map(\.name) == names)
        for section in sections {
            for entry in section.entries {
                #expect(!entry.words.isEmpty, "\(section.name) \(entry.key)")
                #expect(entry.words.allSatisfy { !$0.contains(":") }, "\(section.name) \(entry.key)")
            }
        }
        let table = TransliterationTable.standard
        #expect(table.readings["！"] == "!" && table.readings["～"] == "~" && table.readings["Ａ"] == "A")
        #expect(table.readings["\u{2003}"] == " " && table.readings["\u{202F}"] == "\u{A0}")
        #expect(table.readings["\u{200B}"] == "" && table.readings["ь"] == "")
        #expect(entries { _ in true }.allSatisfy { !$0.key.contains("U+") && !$0.reading.contains("U+") })
    }

    @Test("has only readings that Windows-1252 holds")
    func readings() {
        for (key, reading) in entries({ _ in true }) {
            #expect(reading.unicodeScalars.allSatisfy(Repertoire.holds), "\(key) as \(reading)")
            let bytes = reading.data(using: .windowsCP1252)
            #expect(bytes != nil, "\(key) as \(reading)")
        }
    }

    @Test("has no character twice, not even in an equivalent form")
    func duplicates() {
        var seen: Set<String> = []
        for (key, _) in entries({ $0 != "marks" }) {
            #expect(seen.insert(key).inserted, "\(key)")
        }
        #expect(seen.count > 1300)
    }

    @Test("has no character that Windows-1252 holds, but the soft hyphen and three superscripts")
    func needless() {
        let held = entries { _ in true }.map(\.key).filter { $0.unicodeScalars.allSatisfy(Repertoire.holds) }
        #expect(Set(held) == ["\u{AD}", "¹", "²", "³"])
        #expect(
            entries { $0 != "superscripts" }.allSatisfy {
                Repertoire.compositions[$0.key] == nil || $0.key == "\u{AD}"
            })
    }

    @Test("has no key that is longer than what is looked up")
    func keys() {
        for (key, _) in entries({ $0 != "greek-pairs" }) {
            #expect(
                key.decomposedStringWithCanonicalMapping.unicodeScalars.count
                    <= TransliterationTable.longestKey)
            #expect(key.count == 1, "\(key)")
        }
    }

    @Test(
        "has every letter of its blocks",
        arguments: [
            0x100...0x17F, 0x1E00...0x1E9E, 0x1EA0...0x1EFF, 0x3AC...0x3CE, 0x400...0x45F, 0xFB00...0xFB06,
        ] as [ClosedRange<UInt32>])
    func complete(block: ClosedRange<UInt32>) {
        for scalar in block.compactMap(Unicode.Scalar.init) where !Repertoire.holds(scalar) {
            let reading = TransliterationTable.standard.readings[String(scalar)]
            #expect(reading != nil, "\(scalar)")
        }
    }

    @Test("reads a marked Latin letter as Unicode's own decomposition without its marks")
    func decompositions() {
        for (key, reading) in entries({ $0 == "latin" }) {
            let apart = key.decomposedStringWithCanonicalMapping.unicodeScalars
            guard apart.count > 1, let letter = apart.first else { continue }
            let unmarked = String(letter)
            #expect(reading == TransliterationTable.standard.readings[unmarked] ?? unmarked, "\(key)")
        }
    }

    @Test("reads capitals as the capitals of what it reads small letters as")
    func capitals() {
        var count = 0
        for (key, reading) in entries({ ["latin", "greek", "cyrillic"].contains($0) })
        where key.lowercased() != key {
            guard let small = TransliterationTable.standard.readings[key.lowercased()] else { continue }
            count += 1
            #expect(reading.lowercased() == small, "\(key)")
            #expect(reading == "" || reading.first?.isUppercase == true, "\(key)")
        }
        #expect(count > 400)
    }
}
