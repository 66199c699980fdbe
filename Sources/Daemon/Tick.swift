import FoundationEssentials
import ServiceLifecycle
import Store
import Sync
import Systemd
import Timetable
import Logging

/// Once a minute: closes conversations whose client fell silent, tells of syncs that are due or overdue,
/// keeps systemd's status line current, and prunes old history. It starts nothing: only a check-in can.
struct Tick: Service {
    let database: SyncDatabase
    let journal: Journal
    let live: LiveConfiguration
    let now: @Sendable () -> Date

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var told: [String: Told] = [:]
            var pruned: Int64 = 0
            while !Task.isCancelled {
                do {
                    told = try await once(told)
                    // One small step a minute, so that no call ever waits for a long one.
                    let keep = live.current.conversation.keepHistory.seconds
                    pruned = try await database.prune(now: now(), history: keep, after: pruned).next ?? 0
                    try await database.careForRequests(now: now())
                    try await database.careForWebhooks(now: now())
                } catch {
                    journal.service(.error, "The minute's check failed: \(error)", .storeFault)
                }
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }

    /// What the journal was told about a connector, so that it is told once and not every minute.
    private enum Told: Equatable {
        case due, overdue, quiet
    }

    private func once(_ before: [String: Told]) async throws -> [String: Told] {
        let now = now()
        let limit = live.current.conversation.silenceLimit.seconds
        let events = try await database.transact { transaction in
            var events: [Event] = []
            for running in try transaction.runningSyncs()
            where running.open.conversation.isAbandoned(at: now, limit: limit) {
                let lost = Exchange.giveUp(
                    running.open, connector: running.connector, path: running.path, now: now)
                try transaction.apply(lost.changes)
                events += lost.events
            }
            return events
        }
        journal.record(events)
        let facts = try await database.read { try $0.connectorFacts() }
        let told = tell(facts, before, now: now)
        let running = facts.filter { $0.open != nil }.count
        let late = told.values.filter { $0 == .overdue }.count
        Notification.status(Self.status(connectors: facts.count, running: running, overdue: late)).send()
        return told
    }

    private func tell(_ facts: [ConnectorFacts], _ before: [String: Told], now: Date) -> [String: Told] {
        var told: [String: Told] = [:]
        for facts in facts where facts.open == nil {
            let diagnosis = Diagnosis(facts, now: now)
            let name = facts.connector.name
            if diagnosis.state == .quiet {
                told[name] = .quiet
                if before[name] != .quiet { journal.overdue(connector: name, sentence: diagnosis.sentence) }
            } else if diagnosis.isOverdue {
                told[name] = .overdue
                if before[name] != .overdue {
                    journal.overdue(connector: name, sentence: "a sync is overdue. \(diagnosis.sentence)")
                }
            } else if diagnosis.isDue {
                told[name] = .due
                if before[name] == nil { journal.due(connector: name) }
            }
        }
        return told
    }

    static func status(connectors: Int, running: Int, overdue: Int) -> String {
        let plural = connectors == 1 ? "connector" : "connectors"
        let late = overdue == 0 ? "" : ", \(overdue) overdue"
        return "\(connectors) \(plural), \(running) syncing\(late)"
    }
}
