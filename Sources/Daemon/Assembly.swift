package import FoundationEssentials
import Hummingbird
package import Logging
import NIOPosix
import ServiceLifecycle
import Store
import Sync
package import Systemd
import UnixSignals

/// The whole life of the daemon: the journal first, so that everything after it can say what is wrong.
///
/// - Throws: `DaemonFailure`, once the journal has the reason.
package func runDaemon(
    _ loaded: LoadedConfiguration, reloading: @escaping @Sendable () -> LoadedConfiguration
) async throws {
    let sink = LogSink.found()
    let level = loaded.configuration.log.level
    LoggingSystem.bootstrap { _ in JournalLogHandler(sink: sink, level: level) }
    let logger = Logger(label: "qbsyncd")
    for finding in loaded.findings {
        logger.event(finding.severity == .error ? .error : .warning, "\(finding)", .configurationAmiss)
    }
    guard loaded.isUsable else {
        logger.event(
            .critical, "qbsyncd does not start. This repeats the check: qbsyncd --check-config",
            .configurationAmiss)
        throw DaemonFailure.configuration
    }
    do {
        try await Assembly(
            loaded, reloading: reloading, inherited: InheritedSocket.all(), logger: logger
        ).run()
    } catch {
        let failure = DaemonFailure(error)
        logger.event(.critical, "qbsyncd stops: \(failure.sentence)", .daemonFailed)
        throw failure
    }
}

/// Why the daemon could not start or go on.
package enum DaemonFailure: Error {
    /// The settings cannot be used.
    case configuration
    /// A person has to do something about the database's file first.
    case database(String)
    case other(String)

    init(_ error: any Error) {
        switch error as? StoreError {
        case let error? where error.isDamage: self = .database(error.sentence)
        case let error?:
            switch error {
            case .newer, .notOurs: self = .database(error.sentence)
            default: self = .other(error.sentence)
            }
        case nil: self = .other("\(error)")
        }
    }

    var sentence: String {
        switch self {
        case .configuration: "The settings cannot be used."
        case .database(let sentence), .other(let sentence): sentence
        }
    }
}

/// Puts the daemon together and runs it until it is told to stop.
///
///     configuration ─ store ─┬─ web listener (SOAP) ────────┐
///                            ├─ control listener (socket) ──┤
///                            ├─ API and metrics (if set) ───┼─ ready … SIGTERM: answers what is in flight
///                            ├─ tick, once a minute ────────┤
///                            ├─ webhook sender ─────────────┤
///                            ├─ preflight, once a day ──────┤
///                            ├─ watchdog ───────────────────┤
///                            └─ reload, at SIGHUP ──────────┘
package struct Assembly: Sendable {
    private let live: LiveConfiguration
    private let certificates: CertificateHolder?
    private let tokens: TokensInForce
    private let lock: DatabaseLock
    private let database: SyncDatabase
    private let journal: Journal
    private let logger: Logger
    private let now: @Sendable () -> Date
    private let inherited: [InheritedSocket]
    private let watch = InstallationWatch()
    private let meters = Meters()

    /// Opens and migrates the store. What keeps the daemon from starting is thrown here, before a socket
    /// opens.
    package init(
        _ loaded: LoadedConfiguration, reloading: @escaping @Sendable () -> LoadedConfiguration,
        inherited: [InheritedSocket] = [], logger: Logger,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws {
        let configuration = loaded.configuration
        live = LiveConfiguration(loaded, load: reloading)
        certificates = try configuration.listen.certificateFiles.map { try CertificateHolder($0) }
        tokens = try TokensInForce(path: configuration.api.tokensFile)
        journal = Journal(logger: logger)
        lock = try DatabaseLock.ofDaemon(configuration.store.database, journal: journal)
        database = try SyncDatabase(
            path: configuration.store.database,
            durability: configuration.store.synchronous == .full ? .full : .normal, at: now())
        let swept = try database.sweepSpool()
        if swept > 0 {
            logger.event(
                .info, "Took away \(swept) unfinished answers of a process that was killed.", .spoolSwept)
        }
        if let upgrade = database.upgrade { journal.upgraded(upgrade) }
        if let restoration = try database.settleRestoration(at: now(), tell: journal.record) {
            journal.restored(restoration)
        }
        watch.knows(try database.readNow { try $0.restoration() })
        self.inherited = inherited
        self.logger = logger
        self.now = now
    }

    /// - Parameter onReady: told the addresses, once all sockets are open and systemd knows.
    package func run(onReady: @escaping @Sendable ([BoundAddress]) -> Void = { _ in }) async throws {
        let listeners = listeners()
        let ready = Announcement<Void>()
        var services: [any Service] = listeners
        // A database that cannot be read is found, and told, by the minute's check.
        if live.current.listen.isPublic,
            let standing = try? await database.read({ try $0.standingConditions() })
        {
            watch.remember(standing, url: live.current.listen.publicURL)
        }
        services.append(
            Tick(
                database: database, journal: journal, live: live, watch: watch, meters: meters,
                certificates: certificates, ready: ready, now: now))
        services.append(WebhookSender(database: database, journal: journal, now: now))
        services.append(PreflightService(live: live, watch: watch, look: PreflightLook(now: now), now: now))
        services.append(
            WatchdogService(
                database: database, journal: journal, group: MultiThreadedEventLoopGroup.singleton))
        services.append(
            ReloadService(live: live, certificates: certificates, logger: logger, around: aroundReload))
        services.append(
            Readiness(
                listeners: listeners, journal: journal, watch: watch, told: ready, onReady: onReady))
        let group = ServiceGroup(
            configuration: .init(
                services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger))
        // Nobody else may have it before it is closed.
        defer { lock.release() }
        do {
            try await group.run()
        } catch {
            try? database.close()
            throw error
        }
        // Moves what is still in the log into the database file, so that a stopped daemon leaves one whole
        // file.
        try database.close()
    }

    private func listeners() -> [ListenerService] {
        let orders = ControlRoutes(
            database: database,
            settings: { ControlSettings(live.current, tokens: tokens.current) }, journal: journal,
            now: now, watch: watch, meters: meters, live: live)
        let control = router { orders.routes(on: $0) }
        let probes = router { orders.probes(on: $0) }
        let web = router { routes in
            Endpoint(
                database: database, settings: { EndpointSettings(live.current) }, journal: journal, now: now,
                watch: watch, meters: meters
            ).routes(on: routes)
        }
        var held = HeldSockets(inherited, keptNames: ListenerService.names)
        let doors = [
            ListenerService.web(
                live, certificates: certificates, held: &held, responder: web, logger: logger),
            .control(live, held: &held, responder: control, logger: logger),
        ]
        let api = ListenerService.api(
            live, certificates: certificates, held: &held, responder: control, logger: logger)
        let metrics = ListenerService.metrics(live, held: &held, responder: probes, logger: logger)
        held.letGo(logger: logger)
        return doors + [api, metrics].compactMap { $0 }
    }

    private func router(
        _ fill: (Router<DaemonContext>) -> Void
    ) -> some HTTPResponder<DaemonContext> {
        let router = Router.ofDaemon()
        fill(router)
        return router.buildResponder()
    }

    private func aroundReload(_ phase: ReloadService.Phase) async {
        switch phase {
        case .begins:
            Notification.reloadingNow(status: "Reading the configuration again").send()
        case .ended:
            do { try tokens.reload(path: live.current.api.tokensFile) } catch {
                journal.service(
                    .error, "The new tokens are not taken, the old ones stay in force: \(error)",
                    .configurationRefused)
            }
            journal.service(.notice, "The reload has ended.", .configurationReloaded)
            Notification.ready(status: "Ready").send()
        }
    }
}
