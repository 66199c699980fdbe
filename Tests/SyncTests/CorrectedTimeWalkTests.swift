import FoundationEssentials
import QBXML
import Sync
import Testing
import Timetable

@Suite("QuickBooks' times around a change of the clocks")
struct CorrectedTimeWalkTests {
    /// A day around a change, in UTC, and what QuickBooks writes behind each time there: the offset of
    /// standard time, in minutes.
    struct Change: CustomTestStringConvertible, Sendable {
        var zone: String
        /// The second of the change.
        var instant: Int
        var standardOffset: Int
        /// Minutes by which the clocks are put forward.
        var jump: Int

        var testDescription: String { "\(zone) \(instant)" }
    }

    static let changes = [
        // 9 March and 2 November 2008, of which year the captured answers are.
        Change(zone: "America/New_York", instant: 1_205_046_000, standardOffset: -300, jump: 60),
        Change(zone: "America/New_York", instant: 1_225_605_600, standardOffset: -300, jump: -60),
        // 14 March and 7 November 2010.
        Change(zone: "America/Los_Angeles", instant: 1_268_560_800, standardOffset: -480, jump: 60),
        Change(zone: "America/Los_Angeles", instant: 1_289_120_400, standardOffset: -480, jump: -60),
        // 30 March and 26 October 2025.
        Change(zone: "Europe/London", instant: 1_743_296_400, standardOffset: 0, jump: 60),
        Change(zone: "Europe/London", instant: 1_761_440_400, standardOffset: 0, jump: -60),
        // The southern summer begins in October: 4 October and 5 April 2025.
        Change(zone: "Australia/Sydney", instant: 1_759_593_600, standardOffset: 600, jump: 60),
        Change(zone: "Australia/Sydney", instant: 1_743_868_800, standardOffset: 600, jump: -60),
        // 18 October 2014 and 21 February 2015.
        Change(zone: "America/Sao_Paulo", instant: 1_413_687_600, standardOffset: -180, jump: 60),
        Change(zone: "America/Sao_Paulo", instant: 1_424_570_400, standardOffset: -180, jump: -60),
        // Half an hour only.
        Change(zone: "Australia/Lord_Howe", instant: 1_759_591_800, standardOffset: 630, jump: 30),
        Change(zone: "Australia/Lord_Howe", instant: 1_743_865_200, standardOffset: 630, jump: -30),
        // None at all, and a quarter of an hour.
        Change(zone: "Asia/Kathmandu", instant: 1_743_296_400, standardOffset: 345, jump: 0),
    ]

    private func text(_ wall: WallTime, _ change: Change) -> String {
        let size = change.standardOffset.magnitude
        let sign = change.standardOffset < 0 ? "-" : "+"
        let hours = size / 60
        let minutes = size % 60
        return "\(wall)\(sign)\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
    }

    private func record(_ wall: WallTime, _ change: Change, instant: Int?) -> Record {
        Record(
            kind: "Customer", id: instant.map { "80000001-\($0)" } ?? "1",
            editSequence: instant.map(String.init),
            timeCreated: text(wall, change), timeModified: text(wall, change), json: [])
    }

    @Test("are corrected to the right instant at every minute", arguments: changes)
    func everyMinute(change: Change) throws {
        let zone = try #require(Zone(identifier: change.zone))
        var ambiguous = 0
        for minute in -36 * 60..<36 * 60 {
            let instant = change.instant + minute * 60
            let wall = zone.wallTime(of: Date(timeIntervalSince1970: Double(instant)))
            let told = record(wall, change, instant: instant)
            let silent = record(wall, change, instant: nil)
            let modified = try #require(told.modified(in: zone))
            #expect(modified.instant == instant && modified.basis == .evidence, "\(wall)")
            #expect(modified.original == told.timeModified)
            #expect(told.created(in: zone) == modified, "\(wall)")
            let guessed = try #require(silent.modified(in: zone))
            if guessed.basis == .earlierOfTwo {
                ambiguous += 1
                // It is the first pass, and the second one is a jump later.
                let passes = [instant, instant + change.jump * 60]
                #expect(passes.contains(guessed.instant), "\(wall)")
                #expect(guessed.instant < change.instant && !guessed.isCertain, "\(wall)")
            } else {
                #expect(guessed.instant == instant && guessed.basis == .zone, "\(wall)")
            }
            #expect(silent.created(in: zone) == guessed)
        }
        // Each pass of the repeated time is in doubt.
        #expect(ambiguous == 2 * max(0, -change.jump))
    }

    @Test("that the clocks left out are read by QuickBooks' seconds, else as written", arguments: changes)
    func gap(change: Change) throws {
        guard change.jump > 0 else { return }
        let zone = try #require(Zone(identifier: change.zone))
        let first = zone.wallTime(of: Date(timeIntervalSince1970: Double(change.instant - 60)))
        for minute in 1...change.jump {
            let wall = first.adding(seconds: minute * 60)
            // A computer that stays at standard time all the year shows it at this instant.
            let instant = change.instant - 60 + minute * 60
            for told in [instant, nil] {
                let modified = try #require(record(wall, change, instant: told).modified(in: zone))
                #expect(modified.instant == instant && modified.basis == .elsewhere, "\(wall)")
                #expect(!modified.isCertain)
            }
        }
    }
}
