import API
import Foundation
import Testing

@testable import qbsyncctl

@Suite("Times that a person reads")
struct OneZoneTests {
    fileprivate static func connector(_ name: String, in zone: String) -> ConnectorStatus {
        ConnectorStatus(
            name: name, title: name, isDefault: false, state: "online",
            sentence: "Next sync at 08:10 (\(zone)).", fix: nil, mover: "nobody", since: nil,
            workstation: nil,
            companyFile: nil, timeZone: zone, lastContact: nil, lastContactTold: nil,
            lastSync: Date(timeIntervalSince1970: 1_795_269_900), lastSyncStatus: "Success",
            nextSync: Date(timeIntervalSince1970: 1_795_270_200), nextCheckIn: nil, isOverdue: false,
            isForced: false, messageCount: 0, requests: nil, progress: nil, dots: [], waitsFor: nil,
            waitsSince: nil, conditions: nil)
    }

    fileprivate static func plain(_ lines: [Line]) -> String { lines.map(\.text).joined(separator: "\n") }

    @Test("are of one zone, and it is named: the office's, and the terminal's where offices differ")
    func zones() async {
        // In a process of its own: the C library has one zone.
        await #expect(processExitsWith: .success) {
            setenv("TZ", "Europe/Berlin", 1)
            tzset()
            let clock = LocalClock(now: Date(timeIntervalSince1970: 1_795_270_000))
            let (chicago, kolkata) = ("America/Chicago", "Asia/Kolkata")
            let mixed = Grid(
                connectors: [
                    OneZoneTests.connector("acme", in: chicago), OneZoneTests.connector("bravo", in: kolkata),
                ],
                clock: clock)
            guard OneZoneTests.plain(mixed.lines(width: nil)).contains("Times: Europe/Berlin") else {
                exit(2)
            }
            let same = Grid(
                connectors: ["acme", "bravo"].map { OneZoneTests.connector($0, in: chicago) }, clock: clock)
            let text = OneZoneTests.plain(same.lines(width: nil))
            guard text.contains("Times: America/Chicago"), text.contains("08:10") else { exit(3) }
            let other = OneZoneTests.plain(
                Explanation(connector: OneZoneTests.connector("bravo", in: kolkata), clock: clock).lines(
                    width: nil))
            guard other.contains("Asia/Kolkata, as are all times here"), other.contains("19:40, in 3 min")
            else { exit(4) }
            // A name that would lead out of the folder of zones changes nothing.
            LocalClock.moveWall(to: "/etc/passwd")
            guard LocalClock.zoneName == kolkata else { exit(5) }
        }
    }
}
