import Testing
import Timetable

@Suite("Staggering")
struct StaggerTests {
    @Test("PC-3: the first 4096 connectors with two-hour intervals all have offsets of their own")
    func distinct() {
        let offsets = (0..<4096).map { Stagger.offset(slot: $0, interval: 7200) }
        #expect(Set(offsets).count == 4096)
        #expect(offsets.allSatisfy { (0..<7200).contains($0) })
    }

    @Test(
        "offsets are distinct up to the greatest power of two not above the interval",
        arguments: [
            (300, 256), (3600, 2048), (7200, 4096), (86_400, 65_536),
        ])
    func capacity(interval: Int, slots: Int) {
        #expect(Set((0..<slots).map { Stagger.offset(slot: $0, interval: interval) }).count == slots)
    }

    @Test("beyond that seconds are shared, by as few connectors as can be", arguments: [300, 512, 900, 7200])
    func crowded(interval: Int) {
        var count = [Int](repeating: 0, count: interval)
        for slot in 0..<20_000 {
            count[Stagger.offset(slot: slot, interval: interval)] += 1
            let bound = 2 * (slot + 1) / interval + 1
            #expect(count[Stagger.offset(slot: slot, interval: interval)] <= bound)
        }
    }

    @Test(
        "PC-3: for any number of connectors the widest gap is at most twice the ideal one, to the second",
        arguments: [300, 3600, 7200])
    func even(interval: Int) {
        for slots in 1...300 {
            let offsets = (0..<slots).map { Stagger.offset(slot: $0, interval: interval) }.sorted()
            let around = offsets + [offsets[0] + interval]
            let widest = zip(around.dropFirst(), around).map { $0 - $1 }.max() ?? 0
            // widest <= 2 * interval / slots + 1, without fractions.
            #expect((widest - 1) * slots <= 2 * interval)
        }
    }

    @Test("the sequence is the one of the drawing")
    func sequence() {
        let eighths = (0..<8).map { Stagger.offset(slot: $0, interval: 800) / 100 }
        #expect(eighths == [0, 4, 2, 6, 1, 5, 3, 7])
    }

    @Test("no slot and no interval can trap", arguments: [Int.min, -1, 0, 1, Int(UInt32.max), Int.max])
    func total(number: Int) {
        #expect(Stagger.offset(slot: number, interval: 7200) < 7200)
        #expect(Stagger.offset(slot: 5, interval: number) >= 0)
    }
}
