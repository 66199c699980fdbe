import Foundation
import Testing

@testable import Timetable

@Suite("Fairness")
struct FairnessTests {
    @Test(
        "PC-2, PC-3: five companies share two workstations fairly for a fortnight, clock change and all",
        arguments: ["2025-03-02", "2025-10-26"], 0..<4)
    func fortnight(day: String, seed: Int) throws {
        let zone = try Zone.named("America/Chicago")
        var office = try Office(
            connectors: [
                ("acme", "FRONTDESK"), ("bolt", "FRONTDESK"), ("cork", "FRONTDESK"), ("dune", "BACKROOM"),
                ("echo", "BACKROOM"),
            ],
            window: "22:00-06:00", longestSync: 1500, seed: seed)
        let begin = try zone.at(day + "T12:00:00")
        try office.live(from: begin, seconds: 14 * 86_400)
        #expect(office.faults == [])
        // At most two others go before, each comes within a poll and stays for its sync; then the own next
        // check-in.
        let bound = 2 * (300 + 1500) + 300
        for (name, waits) in office.waits {
            #expect(waits.allSatisfy { $0 <= bound }, "seed \(seed): \(name) waited \(waits.max() ?? 0) s")
            // Eight runs on each of fourteen days; the first and the last day are halves.
            let runs = office.runs[name, default: 0]
            #expect((13 * 8...15 * 8 + 1).contains(runs), "seed \(seed): \(name) ran \(runs) times")
        }
        #expect(office.waits.values.contains { !$0.isEmpty })
    }

    @Test(
        "PC-2: when everyone wants the workstation all the time, everyone gets the same share of it",
        arguments: 0..<4)
    func crowd(seed: Int) throws {
        let names = ["acme", "bolt", "cork", "dune", "echo"]
        var office = try Office(
            connectors: names.map { ($0, "FRONTDESK") }, interval: 300, window: "none", longestSync: 1200,
            seed: seed)
        try office.live(from: try utc("2025-06-01T00:00:00"), seconds: 4 * 86_400)
        #expect(office.faults == [])
        let bound = 4 * (300 + 1200) + 300
        for (name, waits) in office.waits {
            #expect(waits.allSatisfy { $0 <= bound }, "seed \(seed): \(name) waited \(waits.max() ?? 0) s")
        }
        let runs = names.map { office.runs[$0, default: 0] }
        #expect((runs.max() ?? 0) - (runs.min() ?? 0) <= 1, "seed \(seed): \(runs)")
        #expect((runs.min() ?? 0) > 80)
    }

    @Test("a computer that was switched off while it waited holds up the others for two polls, once")
    func dead() throws {
        var office = try Office(
            connectors: [("acme", "FRONTDESK"), ("bolt", "FRONTDESK"), ("cork", "FRONTDESK")], interval: 300,
            window: "none", longestSync: 1200, seed: 1)
        var now = try utc("2025-06-01T00:00:00")
        let evening = now + 86_400
        while !office.isQueueing("bolt"), now < evening {
            try office.live(from: now, seconds: 60)
            now = now + 60
        }
        try #require(office.isQueueing("bolt"))
        office.switchOff("bolt")
        office.waits = [:]
        office.runs = [:]
        try office.live(from: now, seconds: 86_400)
        #expect(office.faults == [])
        let silence = 2 * 300 + Rival.margin
        for name in ["acme", "cork"] {
            let waits = office.waits[name, default: []]
            #expect(waits.allSatisfy { $0 <= 2 * (300 + 1200) + 300 + silence })
            #expect(waits.dropFirst(2).allSatisfy { $0 <= 300 + 1200 + 300 })
            #expect(office.runs[name, default: 0] > 20)
        }
        #expect(office.runs["bolt"] == nil)
    }
}
