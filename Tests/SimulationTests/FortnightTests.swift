import Foundation
import Offices
import QBXML
import Simulator
import Store
import Sync
import Testing
import Timetable
import WebConnector

/// Five companies on two workstations through a fortnight with a daylight-saving change, on a clock that the
/// test drives.
@Suite("A simulated fortnight")
struct FortnightTests {
    /// Chicago: clocks go forward on 2026-03-08 and back on 2026-11-01.
    static let beginnings = [
        Date(timeIntervalSince1970: 1_772_388_000),  // 2026-03-01 12:00 in Chicago
        Date(timeIntervalSince1970: 1_792_947_600),  // 2026-10-25 12:00 in Chicago
    ]

    /// `make sim SEED=42` runs the same worlds from another seed; a failure prints the one that it came from.
    private static var seed: UInt64 {
        ProcessInfo.processInfo.environment["QBSYNC_SEED"].flatMap { UInt64($0) } ?? 2026
    }

    private func world(from start: Date, seed: UInt64) throws -> World {
        let server = try SimulatedServer(now: start)
        let zone = try #require(Zone(identifier: "America/Chicago"))
        let office = try #require(OfficeZone.named("America/Chicago"))
        let window = try Window.parse("22:00-06:00")
        var offices: [Office] = []
        for (index, name) in ["acme", "borealis", "cormorant", "dunlin", "egret"].enumerated() {
            let rule = Rule(slot: 0, window: window, zone: zone)
            let connector = try server.make(
                name, rule: rule, path: "C:\\Books\\\(name).QBW",
                workstation: index < 3 ? "FRONTDESK" : "BACKROOM")
            try leave(Self.families, of: connector, on: server)
            offices.append(
                try Office(
                    connector: connector, seed: seed + UInt64(index),
                    at: start.addingTimeInterval(Double(index * 37)), zone: office))
        }
        return World(server: server, offices: offices, seed: seed)
    }

    /// What is read here; all other categories are switched off, so that a fortnight takes seconds. The whole
    /// of them is what office weeks are for.
    private static let families: Set = [
        "company", "preferences", "accounts", "classes", "terms", "payment-methods", "items", "customers",
        "vendors", "employees", "invoices", "received-payments",
    ]

    private func leave(_ names: Set<String>, of connector: Connector, on server: SimulatedServer) throws {
        let now = server.now
        try server.database.transactNow { transaction in
            for category in Category.all where !names.contains(category.name) {
                try transaction.editCategory(
                    category.name, of: connector.name, to: CategorySetting(direction: .none),
                    by: Author(name: "test"), at: now)
            }
        }
    }

    @Test("across a daylight-saving change no rule of the timetable is ever broken", arguments: beginnings)
    func fortnight(start: Date) throws {
        let seed = Self.seed
        var world = try world(from: start, seed: seed)
        var forcedAt = 0
        try world.run(until: start.addingTimeInterval(14 * 86_400), killChance: 0) { world in
            // Somebody forces a sync now and then, at any hour of day and night.
            forcedAt += 1
            if forcedAt.isMultiple(of: 977) {
                let name = world.offices[forcedAt % world.offices.count].connector.name
                let now = world.server.now
                _ = try world.server.database.transactNow {
                    try $0.force(name, duringShutdown: false, by: Author(name: "kim"), at: now)
                }
            }
            // And somebody works in QuickBooks.
            if forcedAt.isMultiple(of: 311) {
                let index = forcedAt % world.offices.count
                let (path, now) = (world.offices[index].path, world.server.now)
                world.offices[index].workstation.withCompanyFile(at: path) { file in
                    _ = file.live(OfficeDay(), at: now, seed: Seed(UInt64(forcedAt)))
                }
            }
            try Checkers.oneConversationPerWorkstation(world.server)
        }
        try Checkers.timetable(world, seed: seed)
        try settle(&world)
        for office in world.offices { try Checkers.mirrorEqualsCompany(world.server, office, seed: seed) }
    }

    @Test("a Web Connector that vanishes at any call loses nothing: the mirror ends equal to the books")
    func vanishing() throws {
        for seed in Self.seed...Self.seed + 1 {
            var world = try world(from: Self.beginnings[0], seed: seed)
            var minute = 0
            try world.run(until: Self.beginnings[0].addingTimeInterval(86_400), killChance: 2) { world in
                minute += 1
                if minute.isMultiple(of: 173) {
                    let index = minute % world.offices.count
                    let (path, now) = (world.offices[index].path, world.server.now)
                    world.offices[index].workstation.withCompanyFile(at: path) { file in
                        _ = file.live(OfficeDay(), at: now, seed: Seed(UInt64(minute) + seed))
                    }
                }
                try Checkers.oneConversationPerWorkstation(world.server)
            }
            try settle(&world)
            for office in world.offices { try Checkers.mirrorEqualsCompany(world.server, office, seed: seed) }
        }
    }

    @Test("the same seed gives the same fortnight, event by event")
    func deterministic() throws {
        func events() throws -> [Event] {
            var world = try world(from: Self.beginnings[0], seed: 5)
            try world.run(until: Self.beginnings[0].addingTimeInterval(43_200), killChance: 3)
            return world.server.events
        }
        #expect(try events() == events())
    }

    /// Everybody is forced once more and comes to the end undisturbed.
    private func settle(_ world: inout World) throws {
        for office in world.offices {
            let now = world.server.now
            _ = try world.server.database.transactNow {
                try $0.force(office.connector.name, duringShutdown: true, by: Author(name: "kim"), at: now)
            }
        }
        try world.run(until: world.server.now.addingTimeInterval(4 * 3600))
    }
}
