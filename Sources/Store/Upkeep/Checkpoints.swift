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
*/

/// How long the log is, in pages, as SQLite told at the last commit.
final class LogLength: Sendable {
    /// 4 MB, as SQLite has it. A longer log would be moved less often, but until it has once been that long
    /// each commit makes the file grow, and then the file system has a journal of its own to flush (ext4:
    /// 0.37 ms per call with four times the length, against 0.23 ms).
    private static let checkpointPages = 1000

    private let pages = Atomic<Int>(0)

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
    /// Touched on `queue` only. Opened when the log is long for the first time: a connection has read the
    /// whole schema, and an installation at rest needs none.
    private let beside = Mutex<DatabaseQueue?>(nil)
    private let hasEnded = Atomic<Bool>(false)

    init(of writer: any DatabaseWriter, _ logLength: LogLength) {
        self.writer = writer
        self.logLength = logLength
    }

    /// Begins to move the log if it is long and nobody does so yet; waits for nothing.
    func beginIfLong() {
        guard logLength.isLong, !isMoving.exchange(true, ordering: .acquiring) else { return }
        queue.async { [self] in
            guard !hasEnded.load(ordering: .relaxed) else { return }
            do {
                try connection().writeWithoutTransaction(Self.move)
            } catch {
                // No connection could be had (out of descriptors, say): then the writer moves all of it.
            }
            writer.asyncWriteWithoutTransaction { [self] database in
                logLength.forget()
                Self.move(database)
                isMoving.store(false, ordering: .releasing)
            }
        }
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

    /// Passive: it waits for nobody, and what readers still need stays in the log until the next time. A
    /// failure (a full disk) leaves the log as it is, and the next commit tries again.
    private static func move(_ database: Database) {
        _ = sqlite3_wal_checkpoint_v2(database.sqliteConnection, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    }
}
