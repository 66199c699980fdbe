/// The only randomness in this room, always passed in: the same seed gives the same company, byte for byte.
///
/// The generator is SplitMix64 (Steele, Lea, Flood 2014): one word of state, no bad seeds, and streams that
/// are split off by name do not disturb each other, so that one more customer does not change every invoice.
package struct Seed: Equatable, Hashable, Sendable {
    private var state: UInt64

    package init(_ value: UInt64) {
        state = value
    }

    /// Where the stream stands, to be kept and taken up again.
    var stateText: String { String(state, radix: 16) }

    init?(stateText: String) {
        guard let state = UInt64(stateText, radix: 16) else { return nil }
        self.init(state)
    }

    /// The next 64 random bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number in `range`, both ends included. An empty range cannot be written in Swift.
    package mutating func number(in range: ClosedRange<Int>) -> Int {
        let width = UInt64(range.upperBound - range.lowerBound) &+ 1
        guard width != 0 else { return Int(truncatingIfNeeded: next()) }
        // The high word of a 128-bit product: no division, and a bias below one in 2^40 for the ranges used
        // here.
        return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
    }

    /// True in `percent` of 100 cases.
    package mutating func chance(_ percent: Int) -> Bool {
        number(in: 1...100) <= percent
    }

    /// One of `choices`, which must not be empty.
    package mutating func pick<T>(_ choices: [T]) -> T {
        precondition(!choices.isEmpty, "a seed picks from something")
        return choices[number(in: 0...(choices.count - 1))]
    }

    /// A stream of its own for the part of the work called `name`; this stream does not move.
    package func split(_ name: String) -> Seed {
        // FNV-1a: stable across machines and runs, unlike `Hasher`.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var stream = Seed(state ^ hash)
        return Seed(stream.next())
    }

    /// A GUID in braces, in the lower case that QuickBooks uses for iterators.
    package mutating func guid() -> String {
        let words = (next(), next())
        var digits = Self.hexadecimal(words.0, digits: 16) + Self.hexadecimal(words.1, digits: 16)
        for (count, offset) in [8, 12, 16, 20].enumerated() {
            digits.insert("-", at: digits.index(digits.startIndex, offsetBy: offset + count))
        }
        return "{" + digits + "}"
    }

    private static func hexadecimal(_ word: UInt64, digits: Int) -> String {
        let text = String(word, radix: 16)
        return String(repeating: "0", count: digits - text.count) + text
    }
}
