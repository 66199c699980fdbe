/// What is written for characters that Windows-1252 lacks. Its keys find canonically equivalent text too, as
/// Swift compares it.
struct TransliterationTable {
    /// Readings that are the same wherever the character stands.
    let readings: [String: String]
    let fractions: [String: String]
    let superscripts: [String: String]
    /// Two small Greek letters with a reading of their own.
    let pairs: [String: String]
    /// Dropped after a letter.
    let marks: Set<String>

    /// In Unicode scalars: a Greek vowel with its three marks. Nothing longer is looked up, because hashing
    /// sorts the marks, and hostile text has a million of them on one letter.
    static let longestKey = 4

    static let standard = TransliterationTable(Notation(notation))

    init(_ notation: Notation) {
        let apart: Set = ["fractions", "superscripts", "greek-pairs", "marks"]
        func gather(_ isWanted: (String) -> Bool) -> [String: String] {
            let entries = notation.sections.filter { isWanted($0.name) }.flatMap(Self.entries)
            return Dictionary(entries.map { ($0.key, $0.reading) }, uniquingKeysWith: { first, _ in first })
        }
        readings = gather { !apart.contains($0) }
        fractions = gather { $0 == "fractions" }
        superscripts = gather { $0 == "superscripts" }
        pairs = gather { $0 == "greek-pairs" }
        marks = Set(gather { $0 == "marks" }.keys)
    }

    func fraction(_ character: Character) -> String? { Self.find(character, in: fractions) }

    func superscript(_ character: Character) -> String? { Self.find(character, in: superscripts) }

    func pair(_ first: Character, _ second: Character) -> String? {
        guard Self.isShort(first), Self.isShort(second) else { return nil }
        return pairs[first.lowercased() + second.lowercased()]
    }

    private static func find(_ character: Character, in readings: [String: String]) -> String? {
        isShort(character) ? readings[String(character)] : nil
    }

    private static func isShort(_ character: Character) -> Bool {
        character.unicodeScalars.count <= longestKey
    }

    /// What a section says, one character or pair after the other.
    static func entries(of section: Notation.Section) -> [(key: String, reading: String)] {
        section.entries.flatMap { entry -> [(key: String, reading: String)] in
            let readings = numbered(entry.key[...]) ?? [entry.key]
            let isPairs = section.name == "greek-pairs"
            let keys = entry.words.flatMap { word in
                numbered(word) ?? (isPairs ? [String(word)] : word.map { String($0) })
            }
            return keys.indices.map { (keys[$0], readings[readings.count == keys.count ? $0 : 0]) }
        }
    }

    /// The characters of `U+2010` or `U+2010-2011`, nil if the word is written otherwise.
    private static func numbered(_ word: Substring) -> [String]? {
        guard word.hasPrefix("U+") else { return nil }
        let bounds = word.dropFirst(2).split(separator: "-").compactMap { UInt32($0, radix: 16) }
        guard let first = bounds.first, let last = bounds.last, first <= last else { return nil }
        return (first...last).compactMap(Unicode.Scalar.init).map { String($0) }
    }
}
