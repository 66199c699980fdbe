import Foundation
import Offices
import QBXML
import Simulator
import Store
import Sync
import Testing
import Timetable
import WebConnector

/// What must be true of a simulated world, whatever happened in it. A failure names the seed.
enum Checkers {
    static func oneConversationPerWorkstation(_ server: SimulatedServer) throws {
        let running = try server.database.readNow { try $0.runningSyncs() }
        let places = running.compactMap { $0.open.conversation.workstation }
        #expect(Set(places).count == places.count, "two conversations on one workstation at \(server.now)")
    }

    /// Every check-in that went, and every wait, against the rules as a person would state them.
    static func timetable(_ world: World, seed: UInt64) throws {
        for office in world.offices {
            let name = office.connector.name
            let rule = office.connector.rule
            var starts: [(at: Date, trigger: Trigger)] = []
            for checkIn in world.server.checkIns where checkIn.connector == name {
                for change in checkIn.decision.changes {
                    if case .begin(let open) = change {
                        starts.append((checkIn.at, open.conversation.trigger))
                        let isNight = rule.window?.contains(checkIn.at, in: rule.zone) ?? false
                        #expect(!isNight, "\(name) began at \(checkIn.at), in the window (seed \(seed))")
                    }
                    if case .contact(_, _, _, .wait(let until, let reason)) = change {
                        #expect(!reason.sentence(in: rule.zone).isEmpty)
                        #expect(until.map { $0 > checkIn.at } ?? true, "\(name): a wait into the past")
                    }
                }
            }
            try gaps(name, starts, rule, seed: seed)
            nights(name, world.server, rule, seed: seed)
        }
    }

    /// By day, from one start to the next it takes the interval, a poll, and one turn of each neighbour at
    /// the most; over night, the window more, and the time to the first scheduled point after it.
    private static func gaps(
        _ name: String, _ starts: [(at: Date, trigger: Trigger)], _ rule: Rule, seed: UInt64
    ) throws {
        #expect(starts.count > 14 * 6, "\(name) ran only \(starts.count) times (seed \(seed))")
        let slack = Double(rule.pollSeconds + 20 + 3 * 1500)
        for (one, next) in zip(starts, starts.dropFirst()) {
            let gap = next.at.timeIntervalSince(one.at)
            let crossesNight =
                rule.window.map { window in
                    stride(from: 0.0, to: gap, by: 1800).contains {
                        window.contains(one.at.addingTimeInterval($0), in: rule.zone)
                    }
                } ?? false
            let limit =
                Double(rule.intervalSeconds) * (crossesNight ? 2 : 1) + slack + (crossesNight ? 9 * 3600 : 0)
            #expect(gap <= limit, "\(name): \(gap / 3600) h from \(one.at) to \(next.at) (seed \(seed))")
        }
        let scheduled = starts.filter { $0.trigger == .scheduled }
        for (one, next) in zip(scheduled, scheduled.dropFirst()) {
            // Each has a scheduled point of its own, so two of them are never closer than points and delays
            // allow.
            #expect(
                next.at.timeIntervalSince(one.at) > Double(rule.intervalSeconds) - slack,
                "\(name): runs piled up at \(next.at) (seed \(seed))")
        }
    }

    /// A sync that the night overtook ended between two categories, and said so.
    private static func nights(_ name: String, _ server: SimulatedServer, _ rule: Rule, seed: UInt64) {
        for event in server.events {
            guard case .conversationEnded(name, _, let ending) = event else { continue }
            switch ending {
            case .success, .requests, .stopped: continue
            case .configuration, .errors, .unsuccessful:
                Issue.record("\(name) ended with: \(ending.sentence) (seed \(seed))")
            }
        }
    }

    /// Record by record: the mirror holds exactly what the company file would answer.
    static func mirrorEqualsCompany(_ server: SimulatedServer, _ office: Office, seed: UInt64) throws {
        let company = try #require(office.company)
        let families = [
            "Account", "Class", "PaymentMethod", "Customer", "Vendor", "Employee", "Invoice",
            "ReceivePayment",
        ]
        for family in families {
            let books = Dictionary(
                uniqueKeysWithValues: company.records(family).map { ($0.id, $0["EditSequence"]) })
            let sql =
                "SELECT id, edit_sequence FROM mirror WHERE connector = '\(office.connector.name)' "
                + "AND kind = '\(family)'"
            let rows = try server.database.readNow { try $0.query(sql, limit: 100_000) }.rows
            let mirror = Dictionary(uniqueKeysWithValues: rows.map { ($0[0] ?? "", $0[1] ?? "") })
            #expect(!books.isEmpty)
            #expect(mirror == books, "\(office.connector.name): \(family) differs (seed \(seed))")
        }
    }
}
