import Foundation

@testable import Timetable

/// Rules and histories drawn at random around the clock changes of 2025; the same for the same seed.
enum RandomCase {
    private static let zones = [
        "America/Chicago", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns",
        "Asia/Kolkata", "Pacific/Apia", "Europe/London", "America/Havana", "UTC",
    ]
    private static let windows = [
        "none", "22:00-06:00", "22:00-06:00 Mon-Fri", "00:00-05:00", "01:30-02:30", "02:30-01:45",
        "12:00-13:00 Sat,Sun",
        "06:00-22:00", "20:00-08:00 Sun", "23:59-00:01",
    ]
    /// 2025, whole year.
    private static let year = 1_735_689_600..<1_767_225_600
    /// The weeks of the changes in Europe and America.
    private static let changes = [1_741_219_200, 1_743_120_000, 1_761_264_000, 1_761_868_800]

    static func instant(_ random: inout Seed) -> Date {
        if random.chance(70), let around = changes.randomElement(using: &random) {
            return Date(wholeSeconds: around + Int.random(in: 0..<7 * 86_400, using: &random))
        }
        return Date(wholeSeconds: Int.random(in: year, using: &random))
    }

    static func rule(_ random: inout Seed) throws -> Rule {
        let intervals = [300, 900, 3600, 7200, 14_400, 86_400, 604_800]
        return try .standard(
            interval: intervals.randomElement(using: &random) ?? 7200,
            slot: Int.random(in: 0..<2000, using: &random),
            window: windows.randomElement(using: &random) ?? "none",
            zone: zones.randomElement(using: &random) ?? "UTC",
            morning: random.chance(20) ? .manual : .automatic,
            poll: [60, 300, 900].randomElement(using: &random) ?? 300)
    }

    static func history(_ random: inout Seed) -> History {
        let start = instant(&random)
        var history = History()
        if random.chance(85) {
            history.lastRunStart = start
            history.lastRunEnd = random.chance(80) ? start + 900 : nil
        }
        if random.chance(50) { history.lastForcedStart = start - Int.random(in: 0..<200_000, using: &random) }
        if random.chance(20) {
            history.forced = Force(at: instant(&random), duringShutdown: random.chance(40), by: "alice")
        }
        if random.chance(20) { history.waitingSince = instant(&random) }
        if random.chance(20) {
            let since = instant(&random)
            let length = Int.random(in: 1..<300_000, using: &random)
            history.pause = Pause(since: since, until: random.chance(80) ? since + length : nil, by: "alice")
        }
        return history
    }

    static func leases(_ random: inout Seed, now: Date) -> [Lease] {
        guard random.chance(30) else { return [] }
        return [Lease(workstation: "FRONTDESK", connector: "bolt", since: now - 600, lastCall: now - 1)]
    }

    static func rivals(_ random: inout Seed, now: Date) -> [Rival] {
        (0..<Int.random(in: 0...3, using: &random)).map { index in
            Rival(
                connector: "rival\(index)", waitingSince: now - Int.random(in: 0..<3000, using: &random),
                lastContact: now - Int.random(in: 0..<3000, using: &random), pollSeconds: 300)
        }
    }
}
