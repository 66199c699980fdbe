import Foundation
import GRDB
import Sync
import Testing

@testable import Store

/// Putting a copy in the database's place.
@Suite struct DatabaseRestoreTests {
    /// A database with one connector, a copy of it, and a second connector that the copy does not know.
    private static func place(_ folder: Folder, at now: Date = Scene.noon) async throws -> (String, String) {
        let (path, copy) = (folder.path("a.sqlite"), folder.path("copy.sqlite"))
        let scene = Scene(try SyncDatabase(path: path))
        try scene.connector("acme")
        _ = try await scene.database.backup(to: copy, at: now)
        try scene.connector("bravo")
        try scene.database.close()
        return (path, copy)
    }

    private static func restore(_ copy: String, to path: String) throws -> RestoredCopy {
        let lock = try #require(try DatabaseLock.take(path, for: .restore).lock)
        return try DatabaseRestore.run(
            copy: copy, database: path, lock: lock, by: Author(name: "kim", uid: 1000), now: Scene.minutes(5))
    }

    private static func connectors(_ path: String) throws -> [String] {
        let database = try SyncDatabase(path: path)
        defer { try? database.close() }
        return try database.readNow { try $0.connectors().map(\.name) }
    }

    @Test(
        "the copy comes in the database's place with its owner and mode, and nothing of the old one is lost")
    func restored() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let (path, copy) = try await Self.place(folder)
        #expect(chmod(path, 0o640) == 0)
        let done = try Self.restore(copy, to: path)
        #expect(done.copiedAt == Scene.noon)
        #expect(done.setAside == path + ".before-restore-" + FileTime.text(Scene.minutes(5)))
        #expect(try Self.connectors(path) == ["acme"])
        let aside = try #require(done.setAside)
        #expect(try Self.connectors(aside) == ["acme", "bravo"])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o640)
        #expect(FileManager.default.fileExists(atPath: copy))
        #expect(!FileManager.default.fileExists(atPath: path + ".restoring"))
    }

    @Test("who put it back stands in the audit trail of the database that was put back, and once")
    func restorer() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let (path, copy) = try await Self.place(folder)
        _ = try Self.restore(copy, to: path)
        let database = try SyncDatabase(path: path)
        // A copy of it, before it ever started, says nothing of who puts that one back.
        let second = folder.path("second.sqlite")
        _ = try await database.backup(to: second, at: Scene.minutes(6))
        _ = try database.settleRestoration(at: Scene.minutes(7))
        let line = try #require(try database.readNow { try $0.audit(limit: 1) }.first)
        #expect(line.author == Author(name: "kim", uid: 1000))
        #expect(line.detail?.hasSuffix("put in place at \(Timestamp.text(Scene.minutes(5)))") == true)
        #expect(try database.readNow { try $0.verifyAudit() }.isIntact)
        #expect(try await database.check().findings.isEmpty)
        let byHand = try SyncDatabase(path: second)
        _ = try byHand.settleRestoration(at: Scene.minutes(8))
        let other = try #require(try byHand.readNow { try $0.audit(limit: 1) }.first)
        #expect(other.author == Author(name: "qbsyncd"))
        #expect(other.detail?.contains("by other means") == true)
    }

    @Test(
        "what a killed daemon left in its log is set aside with its database, and not taken for the new one's"
    )
    func log() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let (path, copy) = try await Self.place(folder)
        // Another one whose log was not moved: as a killed process leaves it.
        let other = folder.path("killed.sqlite")
        let killed = Scene(try SyncDatabase(path: path))
        try killed.connector("charlie")
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: path + suffix, toPath: other + suffix)
        }
        let done = try Self.restore(copy, to: other)
        #expect(try Self.connectors(other) == ["acme"])
        #expect(try Self.connectors(try #require(done.setAside)) == ["acme", "bravo", "charlie"])
    }

    @Test("a copy that somebody made of a stopped daemon's file is marked when it is put back")
    func unmarked() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let (path, _) = try await Self.place(folder)
        let copy = folder.path("cold.sqlite")
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        let done = try Self.restore(copy, to: path)
        #expect(done.copiedAt == Scene.noon, "the last that is known of it")
        #expect(try SyncDatabase(path: path).readNow { try $0.copiedAt() } == Scene.noon)
    }

    @Test("what is no sound copy of ours is refused, and the database stays")
    func refused() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let (path, copy) = try await Self.place(folder)
        let foreign = folder.path("foreign.sqlite")
        let queue = try DatabaseQueue(path: foreign)
        try await queue.write { try $0.execute(sql: "CREATE TABLE theirs (x)") }
        try queue.close()
        #expect(throws: StoreError.notOurs(path: foreign)) { try Self.restore(foreign, to: path) }
        #expect(throws: StoreError.isItself(path: path)) { try Self.restore(path, to: path) }
        let missing = folder.path("missing.sqlite")
        #expect(throws: StoreError.system(path: missing, errno: ENOENT)) {
            try Self.restore(missing, to: path)
        }
        let newer = try DatabaseQueue(path: copy)
        try await newer.write {
            try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99 from the future')")
        }
        try newer.close()
        #expect(throws: StoreError.newer(path: copy, copy: nil)) { try Self.restore(copy, to: path) }
        #expect(try Self.connectors(path) == ["acme", "bravo"])
        #expect(!FileManager.default.fileExists(atPath: path + ".restoring"))
    }

    @Test("a damaged copy is refused with what SQLite found")
    func damaged() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let (path, copy) = try await Self.place(folder)
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: copy))
        // A page in the middle of the file, overwritten.
        let size = try file.seekToEnd()
        try file.seek(toOffset: size / 2 / 4096 * 4096)
        try file.write(contentsOf: Data(repeating: 0x5A, count: 8 * 4096))
        try file.close()
        #expect(throws: StoreError.self) { try Self.restore(copy, to: path) }
        #expect(try Self.connectors(path) == ["acme", "bravo"])
    }

    @Test("one process at a time has a database; another is told who")
    func lock() throws {
        try Folder.with { folder in
            let path = folder.path("a.sqlite")
            let (lock, _) = try DatabaseLock.take(path, for: .daemon)
            let refused = try DatabaseLock.take(path, for: .restore)
            #expect(refused.lock == nil)
            #expect(refused.holder == DatabaseLock.Holder(process: getpid(), purpose: .daemon))
            let sentence = StoreError.inUse(path: path, by: refused.holder).sentence
            #expect(sentence.contains("systemctl stop qbsyncd.socket qbsyncd.service"))
            try #require(lock).release()
            #expect(try DatabaseLock.take(path, for: .restore).lock != nil)
        }
    }

    @Test("a copy from which somebody dropped a table is no copy that a daemon could start with")
    func withoutTable() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let (path, copy) = try await Self.place(folder)
        try await DatabaseQueue(path: copy).write { try $0.execute(sql: "DROP TABLE audit") }
        #expect {
            _ = try Self.restore(copy, to: path)
        } throws: { error in
            guard case .unsound(copy, let damage)? = error as? StoreError else { return false }
            return damage.contains("The table audit is missing.")
        }
        #expect(try Self.connectors(path) == ["acme", "bravo"])
    }

    @Test("a copy that cannot be read to its end is named, and told by restore and check alike")
    func cut() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let (path, copy) = try await Self.place(folder)
        let whole = try Data(contentsOf: URL(filePath: copy))
        var torn = whole
        for byte in 4096..<min(whole.count, 400_000) { torn[byte] = UInt8(truncatingIfNeeded: byte &* 31) }
        try torn.write(to: URL(filePath: copy))
        #expect {
            _ = try Self.restore(copy, to: path)
        } throws: { error in
            guard case .unsound(copy, _)? = error as? StoreError else { return false }
            return true
        }
        let database = try SyncDatabase.inMemory()
        let check = try await database.check(file: copy)
        #expect(!check.findings.isEmpty && check.bytes == whole.count)
    }

    @Test("reading a copy leaves no log beside it")
    func clean() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let (path, copy) = try await Self.place(folder)
        let aside = try #require(try Self.restore(copy, to: path).setAside)
        _ = try Self.restore(aside, to: path)
        for suffix in ["-wal", "-shm"] {
            #expect(!FileManager.default.fileExists(atPath: aside + suffix))
        }
    }

    @Test("the database that was set aside is a copy from then on: put back by hand, it is known for one")
    func regretted() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let (path, copy) = try await Self.place(folder)
        let done = try Self.restore(copy, to: path)
        let aside = try #require(done.setAside)
        #expect(done.isAsideMarked && FileHeader.copyMark(aside) == Scene.minutes(5))
    }
}
