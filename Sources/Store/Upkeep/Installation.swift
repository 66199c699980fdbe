package import FoundationEssentials
import GRDB

/// What this database has been through.
package struct Installation: Equatable, Sendable {
    /// The version that used it last.
    package var version: String?
    package var startedAt: Date?
    package var backupPath: String?
    package var backedUpAt: Date?
}

extension Snapshot {
    package func installation() throws -> Installation {
        try first("SELECT version, started_at, backup_path, backed_up_at FROM installation") { row in
            Installation(
                version: row.next(), startedAt: row.next(), backupPath: row.next(), backedUpAt: row.next())
        } ?? Installation()
    }
}

extension Transaction {
    package func noteStart(version: String, at now: Date) throws {
        try execute("UPDATE installation SET version = ?1, started_at = ?2", version, now)
    }

    package func noteBackup(_ backup: Backup, by author: Author, at now: Date) throws {
        try execute("UPDATE installation SET backup_path = ?1, backed_up_at = ?2", backup.path, now)
        try audit(author, .backUp, subject: backup.path, detail: "\(backup.bytes) bytes", at: now)
    }
}

extension SyncDatabase {
    /// Goes once to the writer and back, without writing: what the watchdog's sign of life is made of. It
    /// answers only if the writer's queue moves and the database can be read.
    package func ping() async throws {
        let texts = texts
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            writer.asyncWriteWithoutTransaction { database in
                continuation.resume(
                    with: Result { _ = try Snapshot(database, texts).installation() })
            }
        }
    }
}
