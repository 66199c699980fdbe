package import FoundationEssentials
import GRDB
import Glibc

/// A copy that was put in the database's place.
package struct RestoredCopy: Equatable, Sendable {
    package var copy: String
    package var database: String
    /// As of when the copy was.
    package var copiedAt: Date
    package var bytes: Int
    /// Where the database lies that was there before; nil if there was none.
    package var setAside: String?
    /// Whether that file will be known for a copy by whoever puts it back by hand; a damaged one may not be.
    package var isAsideMarked: Bool
    /// Of the copy; an older one is brought up to date at the next start.
    package var schema: Int
}

/*
 Putting a copy in the database's place, while no daemon runs.

     copy ── read page by page, checked, marked ──> qbsyncd.sqlite.restoring
     qbsyncd.sqlite ── a second name ─────────────> qbsyncd.sqlite.before-restore-20261130T155000Z
     qbsyncd.sqlite.restoring ── rename ──────────> qbsyncd.sqlite

 At each moment there is a whole database under its name: the old one, and from the rename on the new one.
 Nothing is deleted. What follows from it for requests, watermarks and numbers is done by the next start,
 which knows by the copy's mark that it has to: see `Transaction+Restoration.swift`.
*/
package enum DatabaseRestore {
    /// Room that is left over for the daemon's work.
    private static let spareBytes = 64 << 20

    /// - Parameters:
    ///   - lock: of the database.
    ///   - author: who puts it back; the first start tells the audit trail.
    ///   - progress: pages copied, and pages in all; then the copy is checked, which takes as long again.
    /// - Throws: `StoreError`.
    package static func run(
        copy: String, database: String, lock: DatabaseLock, by author: Author, now: Date,
        progress: @escaping SyncDatabase.Progress = { _, _ in }
    ) throws -> RestoredCopy {
        try withExtendedLifetime(lock) {
            let bytes = try check(copy, isNot: database)
            try checkRoom(bytes, beside: database)
            let partial = database + ".restoring"
            do {
                let (schema, copiedAt) = try reading(copy) {
                    try write(copy, to: partial, for: (author, now), progress: progress)
                }
                try give(partial, asFor: database)
                let aside = try setAside(database, now: now)
                try BackupFile.publish(partial, as: database)
                return RestoredCopy(
                    copy: copy, database: database, copiedAt: copiedAt, bytes: bytes, setAside: aside,
                    isAsideMarked: aside.map { mark($0, now: now) } ?? true, schema: schema)
            } catch {
                BackupFile.remove(partial)
                throw error
            }
        }
    }

    /// - Returns: the copy's size.
    private static func check(_ copy: String, isNot database: String) throws -> Int {
        var one = stat()
        guard stat(copy, &one) == 0 else { throw StoreError.system(path: copy, errno: errno) }
        if FileOwner.isSame(copy, path: database) { throw StoreError.isItself(path: database) }
        try StoreError.refuseUnreadable(copy)
        guard one.st_size > 0 else { throw StoreError.notOurs(path: copy) }
        return Int(one.st_size)
    }

    /// Damage that SQLite meets is the copy's: what is written is new.
    private static func reading<Value>(_ copy: String, _ body: () throws -> Value) throws -> Value {
        do { return try StoreError.translating(body) } catch let error as StoreError where error.isDamage {
            throw StoreError.unsound(path: copy, damage: ["SQLite cannot read it to its end"])
        }
    }

    private static func checkRoom(_ bytes: Int, beside database: String) throws {
        var status = statvfs()
        let folder = DatabaseLock.folder(of: database)
        guard statvfs(folder, &status) == 0 else { throw StoreError.system(path: folder, errno: errno) }
        let free = Int(status.f_bavail) * Int(status.f_frsize)
        guard free >= bytes + spareBytes else {
            throw StoreError.noRoom(path: folder, needed: bytes + spareBytes, free: free)
        }
    }

    private static func write(
        _ copy: String, to partial: String, for restorer: (Author, Date),
        progress: @escaping SyncDatabase.Progress
    ) throws -> (schema: Int, copiedAt: Date) {
        var configuration = Configuration()
        configuration.label = "qbsyncd.restore"
        configuration.readonly = true
        let expected = try SyncDatabase.schemaOfThisVersion()
        let leftovers = ["-wal", "-shm"].map { copy + $0 }.filter { access($0, F_OK) != 0 }
        let source = try DatabaseQueue(path: copy, configuration: configuration)
        defer {
            try? source.close()
            // Reading makes them where the copy was in use once; they were not there before.
            for path in leftovers { unlink(path) }
        }
        return try source.read { database in
            guard try Int64.fetchOne(database, sql: "PRAGMA application_id") == Migrations.applicationID
            else { throw StoreError.notOurs(path: copy) }
            if try Migrations.all.hasBeenSuperseded(database) {
                throw StoreError.newer(path: copy, copy: nil)
            }
            // One that somebody made by copying the file of a stopped daemon has no mark yet.
            let copiedAt = try CopyMark.read(database) ?? latestTime(in: database)
            try BackupFile.create(partial)
            let damage = try SyncDatabase.write(
                database, to: partial, asOf: copiedAt, for: restorer, progress: progress)
            let structure = damage.isEmpty ? try StoreCheck.structure(database, expected: expected) : []
            let told = damage + structure.map(\.sentence)
            guard told.isEmpty else { throw StoreError.unsound(path: copy, damage: told) }
            return (try Migrations.schema(of: database), copiedAt)
        }
    }

    /// Until when a database without a mark was certainly in use.
    private static func latestTime(in database: Database) throws -> Date {
        let questions = [
            ("event", "SELECT max(at) FROM event"), ("activity", "SELECT max(at) FROM activity"),
            ("conversation", "SELECT max(last_call_at) FROM conversation"),
            ("connector", "SELECT max(contact_at) FROM connector"),
            ("connector", "SELECT max(created_at) FROM connector"),
        ]
        var latest: String?
        for (table, question) in questions where try database.tableExists(table) {
            let text = try String.fetchOne(database, sql: question)
            latest = [latest, text].compactMap { $0 }.max()
        }
        return latest.flatMap { Timestamp.date($0) } ?? Date(timeIntervalSince1970: 1)
    }

    /// Owner and mode of the database that was there, else the folder's owner.
    private static func give(_ partial: String, asFor database: String) throws {
        let present = FileOwner(of: database)
        guard let owner = present ?? FileOwner(of: DatabaseLock.folder(of: database)) else { return }
        let mode = present?.mode ?? 0o640
        let isMine = owner.user == geteuid() && owner.group == getegid()
        // By its descriptor: the folder belongs to the service's user, who must not lead root elsewhere.
        let file = open(partial, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw StoreError.system(path: partial, errno: errno) }
        defer { close(file) }
        guard isMine || fchown(file, owner.user, owner.group) == 0, fchmod(file, mode) == 0 else {
            throw StoreError.system(path: partial, errno: errno)
        }
    }

    // MARK: The database that was there

    /// - Returns: its second name; nil if there is no database.
    private static func setAside(_ database: String, now: Date) throws -> String? {
        guard access(database, F_OK) == 0 else {
            // A log without its database is nobody's, and would be taken for the new one's.
            try removeLog(of: database)
            return nil
        }
        emptyLog(of: database)
        let aside = SyncDatabase.freePath("\(database).before-restore-\(FileTime.text(now))")
        guard link(database, aside) == 0 else { throw StoreError.system(path: aside, errno: errno) }
        guard link(database + "-wal", aside + "-wal") == 0 || errno == ENOENT else {
            throw StoreError.system(path: aside + "-wal", errno: errno)
        }
        try removeLog(of: database)
        return aside
    }

    /// From now on it is a copy as any other: whoever regrets the restore and puts it back, by whatever
    /// means, must not send again what was sent in between.
    private static func mark(_ aside: String, now: Date) -> Bool {
        var configuration = Configuration()
        configuration.label = "qbsyncd.restore"
        do {
            let queue = try DatabaseQueue(path: aside, configuration: configuration)
            try queue.writeWithoutTransaction { try CopyMark.write(now, to: $0) }
            try queue.close()
            return true
        } catch {
            // It is damaged, which may be why it was replaced; the receipt says what that means.
            return false
        }
    }

    /// A daemon that was stopped leaves no log. What one that was killed left is moved into the file, so that
    /// what is set aside is one file. Where that fails the database is damaged, and keeps its log.
    private static func emptyLog(of database: String) {
        guard access(database + "-wal", F_OK) == 0 else { return }
        var configuration = Configuration()
        configuration.label = "qbsyncd.restore"
        guard let queue = try? DatabaseQueue(path: database, configuration: configuration) else { return }
        _ = try? queue.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        try? queue.close()
    }

    private static func removeLog(of database: String) throws {
        for suffix in ["-wal", "-shm"] {
            guard unlink(database + suffix) == 0 || errno == ENOENT else {
                throw StoreError.system(path: database + suffix, errno: errno)
            }
        }
    }
}

/// A moment in a file's name: `20261130T155000Z`.
enum FileTime {
    static let length = 16

    static func text(_ date: Date) -> String {
        let text = Timestamp.text(date).prefix(19).filter { $0 != "-" && $0 != ":" }
        return text + "Z"
    }
}
