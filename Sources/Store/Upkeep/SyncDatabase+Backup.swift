package import FoundationEssentials
import GRDB

/// A backup that was written.
package struct Backup: Equatable, Sendable {
    package var path: String
    package var bytes: Int
    /// SQLite read the whole copy and found each page and each index in order, and each row's reference met.
    package var isSound: Bool
}

extension SyncDatabase {
    package typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

    /// Pages per step of a backup, between two reports of progress: 4 MB, some ten milliseconds.
    private static let pagesPerStep: Int32 = 1024

    /// Copies the database while it is in use, as of one moment, and checks the copy. The copy is one file,
    /// without a log beside it, and carries a mark that tells it from the database: see `CopyMark`.
    ///
    /// - Parameters:
    ///   - path: must not exist. The copy grows under `path.partial` and gets its name when it is complete
    ///     and flushed.
    ///   - now: as of when the copy is.
    ///   - progress: pages copied, and pages in all. Called on a thread of the store.
    package func backup(
        to path: String, at now: Date = Date(), progress: @escaping Progress = { _, _ in }
    ) async throws -> Backup {
        try await withCheckedThrowingContinuation { continuation in
            // A reader holds one state of the database for the whole copy; the writer goes on meanwhile.
            writer.asyncRead { source in
                continuation.resume(
                    with: Result {
                        try StoreError.translating {
                            try Self.copy(source.get(), to: path, at: now, progress: progress)
                        }
                    })
            }
        }
    }

    static func copy(
        _ source: Database, to path: String, at now: Date, progress: @escaping Progress
    ) throws -> Backup {
        guard !FileManager.default.fileExists(atPath: path) else { throw StoreError.exists(path: path) }
        let partial = path + ".partial"
        do {
            try BackupFile.create(partial)
            // A copy of a copy that nobody has started on yet is as old as that one.
            let copiedAt = try CopyMark.read(source) ?? now
            let damage = try write(source, to: partial, asOf: copiedAt, progress: progress)
            try BackupFile.publish(partial, as: path)
            let bytes = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
            return Backup(path: path, bytes: bytes, isSound: damage.isEmpty)
        } catch {
            BackupFile.remove(partial)
            throw error
        }
    }

    /// - Parameter restorer: who puts the copy in the database's place, and when.
    /// - Returns: what SQLite found damaged in the copy, a few lines; empty if it is sound.
    static func write(
        _ source: Database, to path: String, asOf copiedAt: Date, for restorer: (Author, Date)? = nil,
        progress: @escaping Progress
    ) throws -> [String] {
        var configuration = Configuration()
        configuration.label = "qbsyncd.backup"
        configuration.foreignKeysEnabled = false
        let copy = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? copy.close() }
        return try copy.writeWithoutTransaction { target in
            try source.backup(to: target, pagesPerStep: pagesPerStep) { step in
                progress(step.completedPageCount, step.totalPageCount)
            }
            // The header came along and says that there is a log; a backup is to be one file.
            try target.execute(sql: "PRAGMA journal_mode = DELETE")
            let damage = try StoreCheck.damage(target, limit: 3)
            do {
                try CopyMark.write(copiedAt, to: target)
                try RestoreNote.remove(from: target)
                if let (author, now) = restorer { try RestoreNote.write(author, at: now, to: target) }
            } catch  where !damage.isEmpty {
                // What is damaged may take no mark; that it is damaged is said already.
            }
            return damage
        }
    }
}
