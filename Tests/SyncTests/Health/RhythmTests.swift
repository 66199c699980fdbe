import FoundationEssentials
import Sync
import Testing

@Suite("The rhythm of check-ins")
struct RhythmTests {
    @Test("is what the file asks for until enough was seen, then what is seen")
    func learned() {
        #expect(Rhythm().expectedSeconds(poll: 300) == 300)
        #expect(Rhythm(gaps: [1800, 1801, 1800, 1799, 1800]).expectedSeconds(poll: 300) == 300)
        let steady = Rhythm(gaps: [1800, 1801, 1800, 1799, 1800, 1800])
        #expect(steady.expectedSeconds(poll: 300) == 1800)
        #expect(steady.quietSeconds(poll: 300) == 5400)
        #expect(Rhythm(gaps: Array(repeating: 60, count: 9)).quietSeconds(poll: 300) == 900)
    }

    @Test("is not led astray by a night's sleep or a long sync")
    func outliers() {
        let gaps = [300, 301, 32_000, 300, 299, 5400, 300, 300]
        #expect(Rhythm(gaps: gaps).expectedSeconds(poll: 300) == 300)
        #expect(!Rhythm(gaps: gaps).isByHand(poll: 300))
    }

    @Test("is no rhythm where somebody presses the button now and then")
    func byHand() {
        #expect(Rhythm(gaps: [7000, 86_000, 20_000]).isByHand(poll: 300))
        #expect(Rhythm(gaps: [7000, 86_000, 20_000, 3000, 50_000, 100_000, 9000]).isByHand(poll: 300))
        #expect(!Rhythm(gaps: [7000, 86_000]).isByHand(poll: 300), "two gaps say nothing yet")
        #expect(
            !Rhythm(gaps: Array(repeating: 43_200, count: 8)).isByHand(poll: 300),
            "every twelve hours is a plan")
        #expect(!Rhythm(gaps: [300, 300, 7000, 300]).isByHand(poll: 300))
    }

    @Test("remembers the latest two dozen gaps, and none that a clock set back has made")
    func bounded() {
        var rhythm = Rhythm()
        for gap in [-5, 0] + Array(1...30) { rhythm.note(gap: gap) }
        #expect(rhythm.gaps == Array(7...30))
    }

    @Test("a workstation sleeps where most days were silent at this hour, and not where it is new")
    func sleeping() {
        let noon = SleepPattern.hour(of: .noon)
        // Heard in the mornings only, for a week.
        let mornings = Set((1...7).map { noon - 24 * $0 - 4 })
        #expect(SleepPattern(heard: mornings).sleeps(at: .noon))
        #expect(SleepPattern(heard: mornings).silence(at: .noon) == (7, 7))
        let always = Set((1...7).flatMap { [noon - 24 * $0 - 4, noon - 24 * $0] })
        #expect(!SleepPattern(heard: always).sleeps(at: .noon))
        #expect(!SleepPattern(heard: Set(mornings.sorted().suffix(2))).sleeps(at: .noon))
        #expect(!SleepPattern().sleeps(at: .noon))
    }
}
