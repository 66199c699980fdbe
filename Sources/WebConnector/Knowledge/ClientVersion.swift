/// The Web Connector's version: numbers between dots, compared part by part. As a decimal number 2.10 would
/// be less than 2.9.
package struct ClientVersion: Comparable, Hashable, Sendable, CustomStringConvertible {
    /// Without zeros at the end, so that 2.1 equals 2.1.0.0.
    private let parts: [UInt32]
    package let description: String

    /// `33.0.10015.91`; nil if a part is missing or no number.
    package init?(_ text: String) {
        let text = text.trimmed
        var parts: [UInt32] = []
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt32(part) else {
                return nil
            }
            parts.append(number)
        }
        while parts.last == 0 { parts.removeLast() }
        self.parts = parts
        description = text
    }

    package static func == (left: Self, right: Self) -> Bool { left.parts == right.parts }

    package func hash(into hasher: inout Hasher) { hasher.combine(parts) }

    package static func < (left: Self, right: Self) -> Bool {
        left.parts.lexicographicallyPrecedes(right.parts)
    }
}
