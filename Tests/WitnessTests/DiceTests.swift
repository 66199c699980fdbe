import Testing
import Witness

@Suite("The dice of the witnesses")
struct DiceTests {
    @Test("fall as SplitMix64 says, on every machine")
    func values() {
        var dice = Dice(seed: 0)
        #expect([dice.next(), dice.next()] == [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4])
    }

    @Test("reach both ends of a range and nothing beyond")
    func ranges() {
        var dice = Dice(seed: 1)
        let numbers = (0..<500).map { _ in dice.number(in: 3...5) }
        #expect(Set(numbers) == [3, 4, 5])
        #expect(Set((0..<500).map { _ in dice.below(2) }) == [0, 1])
    }

    @Test("pick nothing from nothing, and shuffle without losing anything")
    func collections() {
        var dice = Dice(seed: 2)
        #expect(dice.pick([Int]()) == nil)
        let shuffled = dice.shuffled(Array(0..<50))
        #expect(shuffled != Array(0..<50))
        #expect(shuffled.sorted() == Array(0..<50))
    }
}
