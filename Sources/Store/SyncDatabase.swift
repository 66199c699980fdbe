import Dispatch
package import FoundationEssentials
import GRDB
import GRDBSQLite

/// The database of one installation: connectors, conversations and the mirror, in one SQLite file.
///
/// One connection writes, a few read beside it and are never blocked (write-ahead log). Every change is
/// durable before anybody is told of it.
package struct SyncDatabase: Sendable {
    package enum Durability: Sendable {
        /// Each commit is flushed to the disk: what was answered survives a power failure.
        case full
        /// A crash of the process loses nothing, one of the machine the last moments. For benches and
        /// throw-away data.
        case normal
    }

    let writer: any DatabaseWriter
    let commits: CommitQueue
    private let checkpoints: Checkpoints
    let texts: RuleTexts
    /// Views of ours that are missing because somebody else's table or view has the name.
    package let viewsInTheWay: [String]
    /// Where big answers lie; nil for a database in memory, which takes all of them into memory.
    let spool: SpoolFolder?
    let durability: Durability
    /// What was done to a database of an earlier version when it was opened; nil when nothing had to be.
    package let upgrade: SchemaUpgrade?

    /// Opens or makes the file, and brings its schema up to date. One of an earlier version is copied first.
    ///
    /// - Parameter now: as of when that copy is.
    /// - Throws: `StoreError`: `notOurs`, `newer`, or what SQLite reports (no such folder, no permission,
    ///   damaged file).
    package init(path: String, durability: Durability = .full, at now: Date = Date()) throws {
        try FileHeader.check(path)
        try self.init(
            withViews: true, spool: SpoolFolder(besideDatabase: path), durability: durability, openedAt: now
        ) { configuration in
            let pool = try DatabasePool(path: path, configuration: configuration)
            // GRDB sets NORMAL when it turns the write-ahead log on, after everything that a configuration
            // can say.
            try pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = \(durability == .full ? "FULL" : "NORMAL")")
                try database.execute(sql: "PRAGMA journal_size_limit = \(Self.logBytes)")
                try database.execute(sql: "PRAGMA cache_size = -\(Self.writerCacheKilobytes)")
            }
            return pool
        }
    }

    /// A database that lives as long as this value: for tests, and for the simulation's thousands of
    /// conversations.
    ///
    /// - Parameter withViews: whether somebody will ask the views of the kinds. They are many, and making
    ///   them takes longer than all the rest.
    package static func inMemory(withViews: Bool = false) throws -> SyncDatabase {
        try SyncDatabase(withViews: withViews) { configuration in
            let queue = try DatabaseQueue(
                configuration: withViews ? Self.configuration(trustsViews: true) : configuration)
            try Self.blank.get().backup(to: queue)
            return queue
        }
    }

    /// One in memory without anything in it: a copy of its pages takes a fraction of the migrations' time.
    static let blank = Result {
        let queue = try DatabaseQueue(configuration: configuration(trustsViews: false))
        _ = try migrate(queue, copyAt: nil)
        return queue
    }

    /// A copy in memory that carries the mark of a copy: for the simulation, which puts databases back.
    package func copyInMemory(at now: Date) throws -> SyncDatabase {
        try SyncDatabase { configuration in
            let queue = try DatabaseQueue(configuration: configuration)
            try writer.backup(to: queue)
            try queue.writeWithoutTransaction { try CopyMark.write(now, to: $0) }
            return queue
        }
    }

    static func inMemory(drainTime: Duration) throws -> SyncDatabase {
        try SyncDatabase(drainTime: drainTime) { try DatabaseQueue(configuration: $0) }
    }

    /// A database as an earlier release left it, brought up to date.
    static func inMemory(upgrading sql: String, withViews: Bool = false) throws -> SyncDatabase {
        try SyncDatabase(withViews: withViews) { configuration in
            let queue = try DatabaseQueue(
                configuration: withViews ? Self.configuration(trustsViews: true) : configuration)
            try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
            return queue
        }
    }

    /// - Parameters:
    ///   - drainTime: how long callers may gather before a commit.
    ///   - withViews: whether the views of this version are made.
    ///   - open: makes the connections.
    private init(
        drainTime: Duration = CommitQueue.standardDrainTime, withViews: Bool = false,
        spool: SpoolFolder? = nil, durability: Durability = .normal, openedAt now: Date? = nil,
        _ open: (Configuration) throws -> any DatabaseWriter
    ) throws {
        let logLength = LogLength()
        (writer, upgrade, viewsInTheWay) = try StoreError.translating {
            let writer = try open(Self.configuration(trustsViews: false))
            writer.writeWithoutTransaction { logLength.attach(to: $0) }
            let upgrade = try Self.migrate(writer, copyAt: now)
            return (writer, upgrade, withViews ? try Self.refreshViews(writer) : [])
        }
        self.spool = spool
        self.durability = durability
        let texts = RuleTexts()
        self.texts = texts
        let newest = try writer.writeWithoutTransaction { try Snapshot($0, texts).newestChange() }
        checkpoints = Checkpoints(of: writer, logLength)
        commits = CommitQueue(
            writer, texts, checkpoints, drainTime: drainTime, signal: ChangeSignal(newest: newest))
    }

    /// Runs `body` in the writer's transaction. Callers that come at the same time share one commit, each
    /// body rolled back by itself if it throws; each caller goes on only when its changes are durable.
    ///
    /// - Parameter isBig: whether it writes more than may be held in memory; then it has a commit of its own.
    package func transact<Value: Sendable>(
        isBig: Bool = false, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await commits.submit(isBig: isBig, body)
    }

    /// The same while the calling thread waits, in a commit of its own: for start-up, tests and the
    /// simulation.
    package func transactNow<Value>(_ body: (Transaction) throws -> Value) throws -> Value {
        try commits.submitNow(body)
    }

    /// Runs `body` on a state of the database that does not move meanwhile, beside any writing.
    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (Snapshot) throws -> Value
    ) async throws -> Value {
        let texts = texts
        do {
            return try await writer.read { try body(Snapshot($0, texts)) }
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }

    package func readNow<Value>(_ body: (Snapshot) throws -> Value) throws -> Value {
        try StoreError.translating {
            // A database in memory has one connection, which nobody else uses meanwhile. GRDB would make it
            // read-only for the while by a PRAGMA, after which SQLite compiles each statement anew.
            if let alone = writer as? DatabaseQueue {
                return try alone.unsafeRead { try body(Snapshot($0, texts)) }
            }
            return try writer.read { try body(Snapshot($0, texts)) }
        }
    }

    /// Moves the log into the database file and lets go of it; whoever calls afterwards gets an error. For an
    /// orderly end: a process that just dies loses nothing either.
    package func close() throws {
        try StoreError.translating {
            try checkpoints.end()
            // GRDB closes its writer before its readers, and a reader that goes last may not move the log.
            (writer as? DatabasePool)?.invalidateReadOnlyConnections()
            try writer.close()
        }
    }

    /// Returns when what was begun of moving the log is done: for tests.
    func checkpointsSettled() async throws {
        // After the first, the drain whose callers are woken has begun it; after the second step the writer's
        // part stands in its queue.
        try await ping()
        checkpoints.awaitBeside()
        try await ping()
    }

    /// - Throws: what keeps the log from being moved into the database file, if something does.
    package func logIsMoved() throws {
        if let trouble = checkpoints.trouble { throw trouble }
    }

    /// How well commits are grouped.
    package var counters: CommitCounters { commits.counters }

    /// How long a call waits for whoever else has the file.
    static let busySeconds: Int32 = 5

    /// The log file is cut back to this after a checkpoint: it stays as long as a few answers of 10 MB make
    /// it, so that it need not grow again for the next ones.
    private static let logBytes = 64 << 20

    /// A page of ten thousand records is written into a dozen indexes. In SQLite's usual 2 MB their pages
    /// push each other out within one transaction, and each goes to the disk several times. Taken as needed.
    private static let writerCacheKilobytes = 16 << 10

    /// - Parameter trustsViews: whether views may use JSON functions: SQLite 3.40 takes those for unsafe.
    ///   Only a database in memory has to; whoever asks the views of a file has a connection of its own.
    private static func configuration(trustsViews: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.label = "qbsyncd.store"
        configuration.foreignKeysEnabled = true
        // Somebody may look into the file, or even write, with `sqlite3`: a call waits for that, but not so
        // long that the Web Connector's patience of two minutes is used up.
        configuration.busyMode = .timeout(Double(busySeconds))
        // Status pages and exports beside the conversations; each idle reader costs some 100 KB.
        configuration.maximumReaderCount = 4
        // GRDB asks for raised priority, which libdispatch turns into a negative nice value: an unprivileged
        // service is refused it, and does not need it.
        configuration.qos = .default
        configuration.prepareDatabase { database in
            // Debian compiles SQLite so that deleting overwrites with zeros. A raw answer of 10 MB is deleted
            // as soon as it is processed: that would write its 2,500 pages a second time, to hide books from
            // whoever holds them.
            try database.execute(sql: "PRAGMA secure_delete = OFF")
            // Savepoints of a big page keep what they may have to undo in memory, not in files under /tmp.
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            try database.execute(sql: "PRAGMA trusted_schema = \(trustsViews ? "ON" : "OFF")")
        }
        return configuration
    }

    /// - Parameter now: as of when a copy of an earlier version is; nil for a database in memory, which dies
    ///   with us: there is no way back to it.
    private static func migrate(
        _ writer: any DatabaseWriter, copyAt now: Date?
    ) throws -> SchemaUpgrade? {
        let migrator = Migrations.all
        let (isNew, isCurrent) = try writer.writeWithoutTransaction { database in
            let isNew = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
            let id = try Int64.fetchOne(database, sql: "PRAGMA application_id")
            if !isNew, id != Migrations.applicationID { throw StoreError.notOurs(path: writer.path) }
            if try migrator.hasBeenSuperseded(database) {
                let copy = copyPath(database: writer.path, schema: Migrations.newest)
                throw StoreError.newer(
                    path: writer.path, copy: FileManager.default.fileExists(atPath: copy) ? copy : nil)
            }
            return (isNew, try migrator.hasCompletedMigrations(database))
        }
        if isCurrent { return nil }
        var upgrade: SchemaUpgrade?
        if !isNew, let now { upgrade = try copyBeforeUpgrade(writer, to: Migrations.newest, at: now) }
        do {
            try dropViews(writer)
            try migrator.migrate(writer)
        } catch {
            // Where nothing was changed, the copy is the database again, and each try would leave one more.
            if let upgrade, try writer.read({ try Migrations.schema(of: $0) }) == upgrade.from {
                try FileManager.default.removeItem(atPath: upgrade.copy.path)
            }
            throw error
        }
        return upgrade
    }
}
