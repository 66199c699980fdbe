import Foundation
import QBXML
import Testing
import XML

@Suite("A time of QuickBooks, corrected")
struct CorrectedTimeTests {
    /// The offsets that a wall time can have, found without arithmetic: all that Foundation confirms.
    private static func offsets(_ zone: String) throws -> (Int) -> [Int] {
        let zone = try #require(TimeZone(identifier: zone))
        return { wall in
            stride(from: -14 * 3600, through: 14 * 3600, by: 900).filter { offset in
                zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(wall - offset))) == offset
            }
        }
    }

    @Test("takes the zone's offset in place of the one that is right in winter only")
    func summerAndWinter() throws {
        let newYork = try Self.offsets("America/New_York")
        let summer = try #require(CorrectedTime("2008-04-29T23:25:41-05:00", offsets: newYork))
        #expect(summer.description == "2008-04-29T23:25:41-04:00")
        #expect(summer.instant == 1_209_525_941)
        #expect(summer.original == "2008-04-29T23:25:41-05:00")
        #expect(summer.basis == .zone && summer.isCertain)
        let winter = try #require(CorrectedTime("2008-02-19T22:02:11-05:00", offsets: newYork))
        #expect(winter.description == "2008-02-19T22:02:11-05:00")
        #expect(winter.instant == 1_203_476_531)
    }

    @Test("asks QuickBooks' seconds in UTC which pass of the repeated hour is meant")
    func repeatedHour() throws {
        let newYork = try Self.offsets("America/New_York")
        let text = "2008-11-02T01:30:00-05:00"
        let first = 1_225_603_800
        func corrected(_ evidence: Int?) -> CorrectedTime? {
            CorrectedTime(text, evidence: evidence, offsets: newYork)
        }
        #expect(corrected(first)?.instant == first)
        #expect(corrected(first + 3600)?.instant == first + 3600)
        #expect(corrected(first + 3600)?.isCertain == true)
        #expect(corrected(first + 3600)?.description == "2008-11-02T01:30:00-05:00")
        // Some seconds between the two are no doubt; a day is another moment.
        #expect(corrected(first + 3620)?.instant == first + 3600)
        for evidence in [nil, first - 86_400 * 3 + 77] {
            #expect(corrected(evidence)?.instant == first)
            #expect(corrected(evidence)?.basis == .earlierOfTwo)
        }
    }

    @Test("believes QuickBooks' seconds when they tell of another zone, and the zone when they tell nothing")
    func otherZone() throws {
        let chicago = try Self.offsets("America/Chicago")
        let told = CorrectedTime("2008-04-29T23:25:41-05:00", evidence: 1_209_525_941, offsets: chicago)
        #expect(told?.instant == 1_209_525_941)
        #expect(told?.basis == .elsewhere)
        // Hours and odd minutes away: another moment.
        let other = CorrectedTime("2008-04-29T23:25:41-05:00", evidence: 1_209_525_441, offsets: chicago)
        #expect(other?.instant == 1_209_525_941 + 3600)
        #expect(other?.basis == .zone)
    }

    @Test("that no clock shows is read by its own offset, else by that of the day before, else not at all")
    func gap() throws {
        let newYork = try Self.offsets("America/New_York")
        let written = CorrectedTime("2008-03-09T02:30:00-05:00", offsets: newYork)
        #expect(written?.instant == 1_205_047_800)
        #expect(written?.basis == .elsewhere)
        let bare = CorrectedTime("2008-03-09T02:30:00", offsets: newYork)
        #expect(bare?.instant == 1_205_047_800)
        #expect(CorrectedTime("2008-03-09T02:30:00", offsets: { _ in [] }) == nil)
        #expect(CorrectedTime("soon", offsets: newYork) == nil)
    }

    @Test(
        "finds seconds in UTC in IDs and EditSequences that have the form",
        arguments: [
            ("80000001-1422671082", 1_422_671_082), ("150000-933272658", 933_272_658), ("4-1", nil),
            ("80000001", nil), ("", nil), ("-", nil), ("1-", nil), ("1--1422671082", 1_422_671_082),
            ("1-+422671082", nil), ("1-9999999999", nil), ("1-99999999999999999999", nil),
        ])
    func evidence(id: String, seconds: Int?) {
        #expect(CorrectedTime.secondsInUTC(ofID: id) == seconds)
    }

    @Test("counts days as the calendar does")
    func days() throws {
        for year in [1, 1600, 1899, 1900, 1970, 1999, 2000, 2024, 2025, 2100, 9999] {
            for month in 1...12 {
                for day in [1, 15, 28] {
                    let text = String(format: "%04d-%02d-%02dT06:07:08", year, month, day)
                    let stamp = try #require(Stamp(text))
                    let date = try Date.ISO8601FormatStyle().parse(text + "Z")
                    // Before 1582 Foundation may count by the Julian calendar.
                    if year > 1582 { #expect(Double(stamp.secondsOnWall) == date.timeIntervalSince1970) }
                }
            }
        }
        let leap = try #require(Stamp("2024-02-29")?.secondsOnWall)
        #expect(Stamp("2024-03-01")?.secondsOnWall == leap + 86_400)
        #expect(Stamp("1970-01-01")?.secondsOnWall == 0)
        #expect(Stamp("0001-01-01")?.secondsOnWall == -62_135_596_800)
    }

    /// Where the computers of the captured answers stood, which their winter offsets tell; the last is in
    /// southern summer time and says so.
    private static let zones = [
        "-05:00": "America/New_York", "-08:00": "America/Los_Angeles", "-07:00": "America/Los_Angeles",
        "-02:00": "America/Sao_Paulo",
    ]

    /// Its times were changed for publication, its numbers were not.
    private static let edited = "rs-CustomerAddRs-qbwc-2.xml"

    @Test(
        "agrees in every captured record with the seconds in its ID and EditSequence",
        .enabled(if: Reference.isHere, Reference.absence))
    func captured() throws {
        var summer = 0
        var winter = 0
        for file in try Reference.samples("rs-") where file.lastPathComponent != Self.edited {
            let response = try Response(decoding: Reference.bytes(file), encoding: .declared)
            for record in response.answers.flatMap(\.records) {
                let inID = CorrectedTime.secondsInUTC(ofID: record.id)
                let inSequence = record.editSequence.flatMap(
                    CorrectedTime.secondsInUTC(ofEditSequence:))
                for (text, told, isCreation) in [
                    (record.timeCreated, inID, true), (record.timeModified, inSequence, false),
                ] {
                    guard let text else { continue }
                    let zone = try #require(Self.zones[String(text.suffix(6))], "\(text)")
                    let rules = try Self.offsets(zone)
                    let time = try #require(
                        isCreation ? record.created(offsets: rules) : record.modified(offsets: rules))
                    #expect(time.basis == .evidence, "\(file.lastPathComponent) \(text)")
                    #expect(time.instant == told, "\(file.lastPathComponent) \(text)")
                    // The zone alone comes to the same, so the correction needs no evidence.
                    let alone = try #require(CorrectedTime(text, offsets: rules))
                    #expect(alone.instant == told, "\(file.lastPathComponent) \(text)")
                    #expect(alone.original == text)
                    if time.description == text { winter += 1 } else { summer += 1 }
                }
            }
        }
        // Both sides of both changes: the offset as written is right in winter and wrong in summer.
        #expect(winter > 15)
        #expect(summer > 5)
    }
}
