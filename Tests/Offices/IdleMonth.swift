import FoundationEssentials
import Glibc
import QBXML
import Simulator
import Store
import Sync
import Timetable

/// Companies in which nobody works: their Web Connectors ask every five minutes, and nothing is there but the
/// sync of each second hour, which finds nothing. What grows then, grows for nothing.
package struct IdleMonth {
    /// How it stands at the end of some days.
    package struct Standing {
        package var day: Int
        package var calls: Int
        package var databaseBytes: Int
        package var residentBytes: Int
    }

    private var world: World
    private let start: Date
    /// Conversations are kept so long, in days.
    private let keep: Int
    private static let categories: Set = ["company", "customers", "invoices"]
    private static let beginning = Date(timeIntervalSince1970: 1_772_388_000)

    /// - Parameter path: of a database that is not there yet.
    package init(connectors: Int, keep: Int, path: String, seed: UInt64) throws {
        let start = Self.beginning
        self.start = start
        self.keep = keep
        let server = try SimulatedServer(now: start, path: path)
        guard let zone = Zone(identifier: "America/Chicago"), let office = OfficeZone.named("America/Chicago")
        else { throw Missing.zone }
        let rule = Rule(slot: 0, window: try Window.parse("22:00-06:00"), zone: zone)
        var offices: [Office] = []
        for index in 0..<connectors {
            let connector = try server.make(
                "office-\(index)", rule: rule, path: "C:\\Books\\\(index).QBW", workstation: "PC-\(index)")
            try server.database.transactNow { transaction in
                for category in Category.all where !Self.categories.contains(category.name) {
                    try transaction.editCategory(
                        category.name, of: connector.name, to: CategorySetting(direction: .none),
                        by: Author(name: "idle"), at: start)
                }
            }
            offices.append(
                try Office(
                    connector: connector, seed: seed + UInt64(index),
                    at: start.addingTimeInterval(Double(index * 3)), zone: office))
        }
        world = World(server: server, offices: offices, seed: seed)
    }

    package enum Missing: Error { case zone, memory }

    /// - Parameter tell: at the end of each day.
    package mutating func live(days: Int, tell: (Standing) -> Void) async throws {
        var pruned: Int64 = 0
        for minute in 1...days * 1440 {
            let now = start.addingTimeInterval(Double(minute * 60))
            try world.run(until: now)
            let database = world.server.database
            pruned = try await database.prune(now: now, history: keep * 86_400, after: pruned).next ?? 0
            try await database.careForRequests(now: now)
            if minute.isMultiple(of: 1440) { tell(try standing(day: minute / 1440)) }
        }
    }

    private func standing(day: Int) throws -> Standing {
        let now = world.server.now
        let bytes = try world.server.database.readNow { try $0.gauges(now: now).bytes }
        return Standing(
            day: day, calls: world.server.answered, databaseBytes: bytes,
            residentBytes: try Self.resident())
    }

    /// What this process has in memory, in bytes: the second field of `statm`, in pages.
    private static func resident() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { throw Missing.memory }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
