import Foundation
import Testing

@testable import qbsyncctl

@Suite("A time that a person types")
struct LocalClockTests {
    private let clock = LocalClock(now: Date(timeIntervalSince1970: 1_795_172_400))

    @Test("is read as it stands in what we say, with weekday, seconds and zone")
    func ours() {
        let date = Date(timeIntervalSince1970: 1_795_172_461)
        #expect(clock.date(clock.long(date)) == date, "\(clock.long(date))")
        #expect(clock.date(clock.wall(date).long) == nil, "which zone would be a guess of a copied line")
        #expect(clock.date("2026-11-20 11:01:01 UTC") == date)
        #expect(clock.date("Fri 2026-11-20 11:01:01 QQQ") == nil)
    }

    @Test("may have seconds, or none", arguments: [("11:01:01", true), ("11:01", true), ("11:01:1", false)])
    func seconds(time: String, isTime: Bool) {
        #expect((clock.date("2026-11-20 \(time)") != nil) == isTime)
        #expect(clock.date("2026-11-20 11:01:60") == nil)
    }
}
