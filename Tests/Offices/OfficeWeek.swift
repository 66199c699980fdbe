import FoundationEssentials
import QBXML
import Simulator
import Store
import Sync
import Timetable

/*
 A week of one office, all of it decided by a number: people work in QuickBooks at all hours of the day, add,
 edit, void, delete, merge and rename; the Web Connector vanishes at any exchange; the night ends syncs; the
 QuickBooks user is restricted for a while, loudly or silently; and some weeks hold a daylight-saving day.

 At the end the mirror must equal the company file, record by record, or say which category it knows to be
 incomplete, and why. And of each moment that was taken down it must say what it held then.
*/
package struct OfficeWeek {
    package let seed: UInt64
    private(set) var world: World
    private let connector: Connector
    private var past: KeptPast

    /// Sundays before a change of the clocks in Chicago, and an ordinary one.
    private static let beginnings = [1_772_949_600.0, 1_793_512_800.0, 1_781_503_200.0]
    package static let days = 5

    package init(seed: UInt64) throws {
        self.seed = seed
        var dice = Seed(seed)
        let start = Date(timeIntervalSince1970: Self.beginnings[dice.number(in: 0...2)] - 86_400)
        let server = try SimulatedServer(now: start)
        guard let zone = Zone(identifier: "America/Chicago"), let office = OfficeZone.named("America/Chicago")
        else { throw WeekError.noZone }
        let rule = Rule(
            intervalSeconds: dice.number(in: 2...6) * 3600, slot: 0,
            window: try Window.parse("22:00-06:00"), zone: zone)
        connector = try server.make(
            "acme", rule: rule, path: #"C:\Books\Acme.QBW"#, workstation: "FRONTDESK",
            pageSize: dice.number(in: 3...40))
        past = KeptPast(connector)
        var draft = connector.draft
        draft.history = .forever
        _ = try server.database.transactNow { [connector, draft] in
            try $0.edit(connector.name, to: draft, by: Author(name: "kim"), at: start)
        }
        let desk = try Office(connector: connector, seed: seed, at: start, zone: office)
        world = World(server: server, offices: [desk], seed: seed)
    }

    /// - Returns: what is wrong at the end, a sentence each; nothing if all is as it must be.
    package mutating func live() throws -> [String] {
        var dice = Seed(seed &+ 1)
        let start = world.server.now
        let end = start.addingTimeInterval(Double(Self.days) * 86_400)
        let path = connector.binding.path ?? ""
        let killChance = dice.number(in: 0...2)
        var nextWork = start
        var restricted: Set<String> = []
        try world.run(until: end, killChance: killChance) { world in
            guard world.server.now >= nextWork else { return }
            nextWork = world.server.now.addingTimeInterval(Double(dice.number(in: 900...14_400)))
            let now = world.server.now
            try past.note(world.server.database, at: now)
            let day = OfficeDay.busy(Seed(UInt64(dice.number(in: 0...Int.max))))
            let work = Seed(UInt64(dice.number(in: 0...Int.max)))
            let restriction = dice.number(in: 0...9)
            let kind = dice.pick(["Employee", "Invoice", "Account", "Customer", "Vendor"])
            world.offices[0].workstation.withCompanyFile(at: path) { file in
                _ = file.live(day, at: now, seed: work)
                switch restriction {
                case 0:
                    file.restrictions[kind] =
                        [.hidden, .refused, .withheld][Int(now.timeIntervalSince1970) % 3]
                    restricted.insert(kind)
                case 1...4:
                    file.restrictions = [:]
                    restricted = []
                default: break
                }
            }
        }
        return try settle()
    }

    /// Rows of a query, values joined with `|`: for whoever looks for the reason.
    package func ask(_ sql: String) throws -> [String] {
        try world.server.database.readNow { try $0.query(sql, limit: 1000) }.rows.map { row in
            row.map { $0 ?? "NULL" }.joined(separator: "|")
        }
    }

    /// Nobody works any more, and everybody is forced until the end is reached undisturbed.
    private mutating func settle() throws -> [String] {
        for _ in 0..<2 {
            let now = world.server.now
            _ = try world.server.database.transactNow {
                try $0.force(connector.name, duringShutdown: true, by: Author(name: "kim"), at: now)
            }
            try world.run(until: world.server.now.addingTimeInterval(4 * 3600))
        }
        guard let company = world.offices[0].company else { return ["the company file is gone"] }
        return try MirrorComparison(world.server.database, connector, company).findings()
            + past.findings(world.server.database)
    }
}

package enum WeekError: Error {
    case noZone
}
