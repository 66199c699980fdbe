import Dispatch
import GRDB
import GRDBSQLite
import Synchronization

/*
 Checkpoints: moving what the write-ahead log has gathered into the database file.

 Left to itself SQLite does it inside whichever COMMIT passes a thousand pages, and that caller waits for all
 of them to be written and two flushes (100 ms were seen behind a 10 MB answer). So SQLite is told not to; it
 reports the length of the log at each commit, and a connection of its own moves the pages while the writer
 goes on:

     writer    commit commit commit commit   commit commit  tail  commit
     beside                 |---- the log as it was then ----|

 What was committed meanwhile is still in the log, and as long as something is, the next commit adds to it
 and does not begin it anew. So the writer itself moves this tail, which is short, between two commits; the
 log stays at the thousand pages and those of one such while.

 But for readers: as long as one stands in the log it is not begun anew either, and where each new one comes
 before the last has gone that would be never. So a log that has grown far beyond its length makes the writer
 wait for those who read, for a tenth of a second; who comes meanwhile reads the file and not the log. A
 single reader that takes longer (a backup, a query of minutes) holds it for as long as it reads.
*/

/// How long the log is, in pages, as SQLite told at the last commit.
final class LogLength: Sendable {
    /// 4 MB, as SQLite has it. A longer log would be moved less often, but until it has once been that long
    /// each commit makes the file grow, and then the file system has a journal of its own to flush (ext4:
    /// 0.37 ms per call with four times the length, against 0.23 ms).
    private static let checkpointPages = 1000

    private let pages = Atomic<Int>(0)

    /// So many that readers must be keeping it from being begun anew.
    static let farPages = 8 * checkpointPages

    var isLong: Bool { pages.load(ordering: .relaxed) >= Self.checkpointPages }

    /// Has SQLite report to this value, and not checkpoint by itself. The value must outlive the connection.
    func attach(to database: Database) {
        let unmanaged = Unmanaged.passUnretained(self).toOpaque()
        let report:
            @convention(c) (
                UnsafeMutableRawPointer?, OpaquePointer?, UnsafePointer<CChar>?, Int32
            ) -> Int32 = { context, _, _, pages in
                if let context {
                    let length = Unmanaged<LogLength>.fromOpaque(context).takeUnretainedValue()
                    length.pages.store(Int(pages), ordering: .relaxed)
                }
                return SQLITE_OK
            }
        // Taking the hook is what switches the automatic checkpoint off: SQLite implements it as such a hook.
        _ = sqlite3_wal_hook(database.sqliteConnection, report, unmanaged)
    }

    /// Until the next commit tells.
    func forget() { pages.store(0, ordering: .relaxed) }
}

/// Moves the log of one database whenever it has grown long.
final class Checkpoints: Sendable {
    private let writer: any DatabaseWriter
    private let logLength: LogLength
    private let queue = DispatchQueue(label: "qbsyncd.store.checkpoints")
    private let isMoving = Atomic<Bool>(false)
    /// Used on `queue` only, whatever the lock says. Opened when the log is long for the first time: a
    /// connection has read the whole schema, and an installation at rest needs none.
    private let beside = Mutex<DatabaseQueue?>(nil)
    private let hasEnded = Atomic<Bool>(false)
    /// SQLite's code for the last move.
    private let failure = Atomic<Int32>(SQLITE_OK)

    init(of writer: any DatabaseWriter, _ logLength: LogLength) {
        self.writer = writer
        self.logLength = logLength
    }

    /// Begins to move the log if it is long and nobody does so yet; waits for nothing. On the writer's queue.
    func beginIfLong(_ database: Database) {
        guard logLength.isLong, !isMoving.exchange(true, ordering: .acquiring) else { return }
        // By its path we would open what somebody has put in its place, and write our pages into that.
        let isInItsPlace = !Self.hasMoved(database)
        queue.async { [self] in
            guard !hasEnded.load(ordering: .relaxed) else { return }
            // If no connection can be had (no descriptors, say), the writer moves all of it.
            if isInItsPlace, let beside = try? connection() {
                note(beside.writeWithoutTransaction { Self.move($0, SQLITE_CHECKPOINT_PASSIVE).code })
            }
            writer.asyncWriteWithoutTransaction { [self] database in
                logLength.forget()
                note(Self.moveTail(database))
                isMoving.store(false, ordering: .releasing)
            }
        }
    }

    /// What the disk said against the last move; nil when it went well. What is committed is safe in the log
    /// all the same, and the next commit tries again; but the log grows.
    var trouble: StoreError? {
        let code = failure.load(ordering: .relaxed)
        if code == SQLITE_OK { return nil }
        return .failed(
            code: code,
            message: "The log cannot be moved into the database file: "
                + String(cString: sqlite3_errstr(code)), statement: nil)
    }

    private func note(_ code: Int32) {
        let isWell = [SQLITE_OK, SQLITE_BUSY, SQLITE_LOCKED].contains(code & 0xff)
        failure.store(isWell ? SQLITE_OK : code, ordering: .relaxed)
    }

    /// Before the writer is closed: lets go of the connection, and begins nothing any more.
    func end() throws {
        hasEnded.store(true, ordering: .relaxed)
        try queue.sync {
            try beside.withLock { beside in
                try beside?.close()
                beside = nil
            }
        }
    }

    /// Returns when the part beside the writer is done; the writer's own part stands in its queue then.
    func awaitBeside() { queue.sync {} }

    private func connection() throws -> DatabaseQueue {
        try beside.withLock { beside in
            if let beside { return beside }
            var configuration = Configuration()
            configuration.label = "qbsyncd.store.checkpoints"
            configuration.qos = .default
            let made = try DatabaseQueue(path: writer.path, configuration: configuration)
            beside = made
            return made
        }
    }

    private static func moveTail(_ database: Database) -> Int32 {
        let moved = move(database, SQLITE_CHECKPOINT_PASSIVE)
        guard moved.code == SQLITE_OK, moved.pages >= LogLength.farPages else { return moved.code }
        sqlite3_busy_timeout(database.sqliteConnection, 100)
        defer { sqlite3_busy_timeout(database.sqliteConnection, SyncDatabase.busySeconds * 1000) }
        return move(database, SQLITE_CHECKPOINT_RESTART).code
    }

    /// Passive waits for nobody, and what readers still need stays in the log until the next time.
    private static func move(_ database: Database, _ mode: Int32) -> (code: Int32, pages: Int32) {
        var pages: Int32 = 0
        let code = sqlite3_wal_checkpoint_v2(database.sqliteConnection, nil, mode, &pages, nil)
        return (code, pages)
    }

    private static func hasMoved(_ database: Database) -> Bool {
        var moved: Int32 = 0
        sqlite3_file_control(database.sqliteConnection, "main", SQLITE_FCNTL_HAS_MOVED, &moved)
        return moved != 0
    }
}
