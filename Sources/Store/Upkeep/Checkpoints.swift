import GRDB
import GRDBSQLite
import Synchronization

/*
 Checkpoints: moving what the write-ahead log has gathered into the database file.

 Left to itself SQLite does it inside whichever COMMIT passes a thousand pages, and that caller waits for all
 of them to be written and two flushes (100 ms were seen behind a 10 MB answer). So SQLite is told not to; it
 reports the length of the log at each commit, and the drain does it when the callers have been woken.
*/

/// How long the log is, in pages, as SQLite told at the last commit.
final class LogLength: Sendable {
    /// 4 MB, as SQLite has it. A longer log would be moved less often, but until it has once been that long
    /// each commit makes the file grow, and then the file system has a journal of its own to flush (ext4:
    /// 0.37 ms per call with four times the length, against 0.23 ms).
    private static let checkpointPages = 1000

    private let pages = Atomic<Int>(0)

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

    /// Checkpoints if the log has grown long. What readers still need stays in the log until the next time.
    func checkpointIfLong(_ database: Database) {
        guard pages.load(ordering: .relaxed) >= Self.checkpointPages else { return }
        pages.store(0, ordering: .relaxed)
        // Passive: it waits for nobody. A failure (a full disk) leaves the log as it is, and the next commit
        // tries again.
        _ = sqlite3_wal_checkpoint_v2(database.sqliteConnection, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    }
}
