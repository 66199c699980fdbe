/// Damages bytes: as a wire, a careless program and a malicious one would.
package struct Damage: Sendable {
    var dice: Dice
    /// More bytes than this no input has.
    private static let largest = 200_000

    package init(dice: Dice) { self.dice = dice }

    /// One to eight changes.
    ///
    /// - Parameter other: an input of the same kind, to take pieces from.
    package mutating func damaged(_ bytes: [UInt8], with other: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...dice.below(dice.pick(1, 2, 8)) { change(&bytes, other) }
        return Array(bytes.prefix(Self.largest))
    }

    private mutating func change(_ bytes: inout [UInt8], _ other: [UInt8]) {
        switch dice.below(14) {
        case 0: flip(&bytes)
        case 1: replace(&bytes)
        case 2: bytes.removeSubrange(stretch(of: bytes))
        case 3: insert(Array(bytes[stretch(of: bytes)]), &bytes)
        case 4: bytes = Array(bytes.prefix(place(in: bytes)))
        case 5: insert(Self.token(&dice), &bytes)
        case 6: splice(&bytes, other)
        case 7: insert(Array(other[stretch(of: other)]), &bytes)
        case 8: removePart(&bytes)
        case 9: doublePart(&bytes)
        case 10: swapParts(&bytes)
        case 11: lengthenNumber(&bytes)
        case 12: dice.chance(10) ? nest(&bytes) : flip(&bytes)
        default: dice.chance(10) ? repeatPart(&bytes) : replace(&bytes)
        }
    }

    // MARK: Bytes

    private mutating func place(in bytes: [UInt8]) -> Int { dice.below(bytes.count + 1) }

    private mutating func stretch(of bytes: [UInt8]) -> Range<Int> {
        let start = place(in: bytes)
        return start..<min(bytes.count, start + dice.below(dice.pick(2, 20, 300)))
    }

    private mutating func flip(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        bytes[dice.below(bytes.count)] ^= 1 << UInt8(dice.below(8))
    }

    private static let telling =
        Array("<>&;\"'/=![]{}:,-?#$@x0. \t\n\r\0\\]".utf8) + [0x7F, 0xC3, 0xE2, 0xFF]

    private mutating func replace(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        bytes[dice.below(bytes.count)] = dice.pick(Self.telling) ?? 0
    }

    private mutating func insert(_ piece: [UInt8], _ bytes: inout [UInt8]) {
        bytes.insert(contentsOf: piece, at: dice.chance(70) ? boundary(of: bytes) : place(in: bytes))
    }

    /// The beginning of one input with the end of another.
    private mutating func splice(_ bytes: inout [UInt8], _ other: [UInt8]) {
        bytes = Array(bytes[..<boundary(of: bytes)] + other[boundary(of: other)...])
    }

    private mutating func lengthenNumber(_ bytes: inout [UInt8]) {
        let start = place(in: bytes)
        guard let digit = bytes[start...].firstIndex(where: { (0x30...0x39).contains($0) }) else { return }
        let digits = Array(repeating: UInt8(ascii: "9"), count: dice.pick(1, 5, 20, 400))
        bytes.insert(contentsOf: dice.chance(20) ? Array("e-".utf8) + digits : digits, at: digit)
    }

    // MARK: Structure

    private static let boundaries = Set("<>{}[],".utf8)

    /// A place in front of a sign that divides; found by walking on from a random one.
    private mutating func boundary(of bytes: [UInt8]) -> Int {
        let start = place(in: bytes)
        return bytes[start...].firstIndex { Self.boundaries.contains($0) } ?? bytes.count
    }

    /// From one such place to another not far behind it: a tag, a value, some members.
    private mutating func part(of bytes: [UInt8]) -> Range<Int> {
        let start = boundary(of: bytes)
        var end = start
        for _ in 0...dice.below(6) where end < bytes.count {
            end = bytes[(end + 1)...].firstIndex { Self.boundaries.contains($0) } ?? bytes.count
        }
        return start..<end
    }

    private mutating func removePart(_ bytes: inout [UInt8]) { bytes.removeSubrange(part(of: bytes)) }

    private mutating func doublePart(_ bytes: inout [UInt8]) {
        let part = part(of: bytes)
        bytes.insert(
            contentsOf: Array(bytes[part]), at: dice.chance(50) ? part.upperBound : boundary(of: bytes))
    }

    private mutating func swapParts(_ bytes: inout [UInt8]) {
        let (one, other) = (part(of: bytes), part(of: bytes))
        guard one.upperBound <= other.lowerBound else { return }
        let piece = Array(bytes[one])
        bytes.replaceSubrange(other, with: piece + bytes[other])
        bytes.removeSubrange(one)
    }

    private mutating func repeatPart(_ bytes: inout [UInt8]) {
        let part = Array(bytes[part(of: bytes)])
        guard !part.isEmpty else { return }
        let count = min(dice.pick(10, 1_000, 20_000), Self.largest / part.count)
        insert(Array(repeatElement(part, count: count).joined()), &bytes)
    }

    private mutating func nest(_ bytes: inout [UInt8]) {
        let piece = dice.pick(
            "{\"a\":", "[", "<a>", "<DataExt>", "{\"CustomerRef\":[", " a=\"1\"", "&lt;", "<![CDATA[")
        let count = dice.pick(10, 60, 300, 5_000)
        insert(Array(String(repeating: piece, count: count).utf8), &bytes)
    }

    // MARK: Tokens

    private static func token(_ dice: inout Dice) -> [UInt8] {
        dice.chance(30) ? dice.pick(broken) ?? [] : Array((dice.pick(tokens) ?? "").utf8)
    }

    private static let tokens = [
        "\"$order\": [\"Memo\"],", "\"$order\": [],", "\"#text\": \"x\",", "\"@useMacro\": \"TxnID:A\",",
        "null",
        "true", "1e999", "-0", "0.5", "1E-400", "\"\"", "{}", "[]", "[[]]", "\\ud800", "\\udfff\\ud83d",
        "\\u0000", "\\u00e9", "\\\"", "\"requests\":", "\"onError\": 1", "\"characters\": \"transliterate\",",
        "\"confirm\": [\"unlisted-lines\"],", "\"InvoiceAdd\": {}", "<![CDATA[x]]>", "<![CDATA[", "]]>",
        "<!--",
        "<!-- x -->", "&#0;", "&#xD800;", "&#65;", "&#xE9;", "&#1114112;", "&amp;", "&bad;", "<?pi x?>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "<?xml version=\"1.0\" encoding=\"windows-1252\"?>",
        "<?qbxml version=\"99.0\"?>", " xmlns=\"a\"", " xmlns:a=\"b\"", "a:",
        "<!DOCTYPE a [<!ENTITY b \"c\">]>",
        "<Memo/>", "<ListID>", "</ListID>", "<TxnLineID>-1</TxnLineID>", " defMacro=\"TxnID:A\"",
        " iterator=\"Start\"", "<ErrorRecovery>", "<InvoiceRet>", "</InvoiceRet>", "%", "é", "€", "Łódź", "ß",
        "ﬃ",
        "e\u{301}", "\u{FEFF}", "\u{AD}", "😀", "👨‍👩‍👧", "Ж", "ﷺ", "中", "\u{FFFE}", "\u{85}",
    ]

    private static let broken: [[UInt8]] = [
        [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xEF, 0xBB, 0xBF],
        [0xFF, 0xFE],
        [0x80], [0x00], [0xEF, 0xBF, 0xBF],
    ]
}
