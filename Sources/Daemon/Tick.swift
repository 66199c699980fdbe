import FoundationEssentials
import ServiceLifecycle
import Store
import Sync
import Systemd
import Timetable
import Logging

/// Once a minute: closes conversations whose client fell silent, tells of syncs that are due and of
/// conditions that begin or end, keeps systemd's status line current, and prunes old history. It starts
/// nothing: only a check-in can.
struct Tick: Service {
    let database: SyncDatabase
    let journal: Journal
    let live: LiveConfiguration
    let watch: InstallationWatch
    let meters: Meters
    let certificates: CertificateHolder?
    /// Before it, no status is told to systemd: it would be told over.
    let ready: Announcement<Void>
    let now: @Sendable () -> Date

    func run() async throws {
        let start = ContinuousClock.now
        // The first call may come before the first minute's check.
        look(machine: .zero)
        await cancelWhenGracefulShutdown {
            // It never comes where the start is broken off; then there is nothing to look at.
            guard (try? await ready.value()) != nil else { return }
            var told: Set<String> = []
            var ear = JournalWatch()
            var pruned: Int64 = 0
            var witness = AuditWitness()
            while !Task.isCancelled {
                look(machine: ContinuousClock.now - start)
                ear.look(watch, journal, now: now())
                do {
                    told = try await once(told)
                    // One small step a minute, so that no call ever waits for a long one.
                    let keep = live.current.conversation.keepHistory.seconds
                    pruned = try await database.prune(now: now(), history: keep, after: pruned).next ?? 0
                    try await database.careForRequests(now: now())
                    try await database.careForWebhooks(now: now())
                    let exchanges = live.current.exchanges
                    try await database.pruneExchanges(
                        now: now(),
                        ExchangeLimits(seconds: exchanges.keep.seconds, bytes: exchanges.limit.bytes))
                    try await witness.tell(database, journal, now: now())
                    try database.logIsMoved()
                    watch.databaseWorks()
                } catch {
                    let sentence = (error as? StoreError)?.sentence ?? "\(error)"
                    watch.databaseFailed(sentence, at: now())
                    journal.service(.error, "The minute's check failed: \(sentence)", .storeFault)
                }
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }

    private func look(machine: Duration) {
        let files = live.current.listen.certificateFiles
        let certificate = certificates.flatMap { holder in
            files.map {
                CertificateTerm(
                    path: $0.certificate, expiry: Date(timeIntervalSince1970: Double(holder.expiry)))
            }
        }
        watch.look(
            database: live.current.store.database, certificate: certificate, files: .ofThisProcess(),
            now: now(), machine: machine)
    }

    /// - Parameter before: connectors of which the journal knows that a sync is due, so that it is told once
    ///   and not every minute.
    private func once(_ before: Set<String>) async throws -> Set<String> {
        let now = now()
        let limit = live.current.conversation.silenceLimit.seconds
        let keep = Double(live.current.conversation.keepHistory.seconds)
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
        meters.count(lost: events)
        watch.knows(try await database.read { try $0.restoration() })
        let installation = watch.facts
        let health = try await database.read { try $0.connectorHealth(now: now) }
        let findings = Examination(health, installation, now: now).findings
        let news = try await database.transact { transaction in
            try transaction.pruneConditions(endedBefore: now.addingTimeInterval(-keep))
            return try transaction.settleConditions(findings, at: now)
        }
        for finding in news.began { journal.began(finding) }
        for row in news.ended { journal.ended(row) }
        let facts = health.map(\.facts)
        let told = tell(facts, before, now: now)
        let running = facts.filter { $0.open != nil }.count
        let late = findings.filter { $0.condition == .syncOverdue }.count
        Notification.status(Self.status(connectors: facts.count, running: running, overdue: late)).send()
        return told
    }

    private func tell(_ facts: [ConnectorFacts], _ before: Set<String>, now: Date) -> Set<String> {
        var told: Set<String> = []
        for facts in facts where facts.open == nil {
            let diagnosis = Diagnosis(facts, now: now)
            guard diagnosis.isDue else { continue }
            let name = facts.connector.name
            told.insert(name)
            if !before.contains(name), diagnosis.state != .quiet { journal.due(connector: name) }
        }
        return told
    }

    static func status(connectors: Int, running: Int, overdue: Int) -> String {
        let plural = connectors == 1 ? "connector" : "connectors"
        let late = overdue == 0 ? "" : ", \(overdue) overdue"
        return "\(connectors) \(plural), \(running) syncing\(late)"
    }
}
