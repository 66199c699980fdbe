import Simulator
import Testing

@Suite struct SeedTests {
    @Test("a seed gives the published numbers of its generator")
    func reference() {
        // SplitMix64 from 1234567, as in its author's code.
        var seed = Seed(1_234_567)
        #expect(seed.next() == 6_457_827_717_110_365_317)
        #expect(seed.next() == 3_203_168_211_198_807_973)
    }

    @Test("numbers lie in their range and reach both ends")
    func range() {
        var seed = Seed(3)
        let numbers = Set((0..<1_000).map { _ in seed.number(in: -2...5) })
        #expect(numbers == Set(-2...5))
    }

    @Test("a split stream leaves the first one where it was")
    func split() {
        var one = Seed(9)
        var two = Seed(9)
        var stream = one.split("a")
        _ = stream.next()
        #expect(one.next() == two.next())
        var other = Seed(9).split("b")
        var same = Seed(9).split("a")
        _ = same.next()
        #expect(stream == same)
        #expect(other.next() != same.next())
    }
}
