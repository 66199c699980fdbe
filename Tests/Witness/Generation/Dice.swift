/// Random numbers that are the same for the same seed on every machine: SplitMix64 (Steele, Lea, Flood 2014).
///
/// They are always passed in, so that a failure can be had again by its seed.
package struct Dice: Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 up to `limit`, which must be positive, without it.
    package mutating func below(_ limit: Int) -> Int {
        // The high word of the product: no division, and no bias that matters for limits this small.
        Int(next().multipliedFullWidth(by: UInt64(limit)).high)
    }

    package mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True in `percent` of a hundred cases.
    package mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// One of the choices; nil if there is none.
    package mutating func pick<Choices: RandomAccessCollection>(_ choices: Choices) -> Choices.Element? {
        guard !choices.isEmpty else { return nil }
        return choices[choices.index(choices.startIndex, offsetBy: below(choices.count))]
    }

    /// One of the choices, the first of which is written apart so that there always is one.
    package mutating func pick<Choice>(_ first: Choice, _ others: Choice...) -> Choice {
        let index = below(others.count + 1)
        return index == 0 ? first : others[index - 1]
    }

    package mutating func shuffled<Member>(_ members: [Member]) -> [Member] {
        var members = members
        for index in members.indices.dropFirst().reversed() { members.swapAt(index, below(index + 1)) }
        return members
    }
}
