import Glibc
import Logging
import Store
import Systemd

extension DatabaseLock {
    /// Of a daemon that ends just now, milliseconds are left; longer than this it is another one.
    private static let patience = Duration.seconds(5)

    /// The database for this daemon alone.
    ///
    /// A restore is waited for: with sockets in systemd's keeping a check-in starts the daemon in the midst
    /// of it, and is answered when the copy is in place. For another daemon there is no waiting.
    ///
    /// It holds the thread on which the daemon starts. That is what a start is: no socket is open yet, no
    /// task runs that could want the thread, and a signal ends the process as if there were no wait.
    ///
    /// - Throws: `StoreError.inUse`.
    static func ofDaemon(_ database: String, journal: Journal) throws -> DatabaseLock {
        let end = ContinuousClock.now + patience
        while true {
            let (lock, holder) = try take(database, for: .daemon)
            if let lock { return lock }
            let busy = StoreError.inUse(path: database, by: holder)
            if holder.purpose == .restore {
                journal.service(.notice, "qbsyncd waits: \(busy.sentence)", .databaseInUse)
                return try wait(database, for: .daemon)
            }
            guard ContinuousClock.now < end else {
                journal.service(.critical, busy.sentence, .databaseInUse)
                throw busy
            }
            usleep(50_000)
        }
    }
}
