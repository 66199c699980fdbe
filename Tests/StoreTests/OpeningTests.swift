import Foundation
import GRDB
import QBXML
import Sync
import Testing
import Timetable

@testable import Store

@Suite struct OpeningTests {
    @Test(
        "a database file is opened with a flush at each commit, a log beside it, and its references guarded")
    func pragmas() throws {
        try Folder.with { folder in
            let database = try SyncDatabase(path: folder.path("a.sqlite"))
            let settings = try database.transactNow { transaction in
                try ["synchronous", "journal_mode", "foreign_keys", "secure_delete", "application_id"].map {
                    try transaction.first("PRAGMA \($0)") { $0.next(String.self) }
                }
            }
            // 2 is FULL.
            #expect(settings == ["2", "wal", "1", "0", String(Migrations.applicationID)])
        }
    }

    @Test("a database opened for throw-away data flushes at checkpoints only")
    func normal() throws {
        try Folder.with { folder in
            let database = try SyncDatabase(path: folder.path("a.sqlite"), durability: .normal)
            let level = try database.transactNow { try $0.query("PRAGMA synchronous").rows }
            #expect(level == [["1"]])
        }
    }

    @Test("what was stored is there when the file is opened again")
    func reopening() throws {
        try Folder.with { folder in
            let path = folder.path("a.sqlite")
            let made = try Scene(SyncDatabase(path: path)).connector("acme", path: #"C:\QB\acme.qbw"#)
            let found = try SyncDatabase(path: path).readNow { try $0.connector(named: "acme") }
            #expect(found == made)
        }
    }

    @Test("a database that is closed leaves one file, and whoever calls afterwards gets an error")
    func closing() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let database = try SyncDatabase(path: folder.path("a.sqlite"))
        try await database.transact { try $0.noteStart(version: "1", at: Scene.noon) }
        // As the daemon's status pages do: it takes another connection, which must not be the last to go.
        _ = try await database.read { try $0.installation() }
        try database.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.sqlite"])
        await #expect(throws: StoreError.self) {
            try await database.transact { try $0.noteStart(version: "2", at: Scene.noon) }
        }
        await #expect(throws: StoreError.self) { try await database.ping() }
    }

    @Test("another program's database is refused and stays as it was")
    func foreign() throws {
        try Folder.with { folder in
            let path = folder.path("other.sqlite")
            try Data(OpeningTests.foreignDatabase).write(to: URL(fileURLWithPath: path))
            #expect(throws: StoreError.notOurs(path: path)) { try SyncDatabase(path: path) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(OpeningTests.foreignDatabase))
        }
    }

    @Test("a text file is refused and stays as it was")
    func text() throws {
        try Folder.with { folder in
            let path = folder.path("notes.txt")
            try Data("milk, eggs".utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: StoreError.notOurs(path: path)) { try SyncDatabase(path: path) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("milk, eggs".utf8))
        }
    }

    @Test("a file that a newer version has migrated is refused")
    func newer() throws {
        try Folder.with { folder in
            let path = folder.path("a.sqlite")
            try SyncDatabase(path: path).transactNow {
                try $0.execute("INSERT INTO grdb_migrations (identifier) VALUES ('99 from the future')")
            }
            #expect(throws: StoreError.newer(path: path, copy: nil)) { try SyncDatabase(path: path) }
        }
    }

    @Test("a folder that does not exist is an error with SQLite's own words")
    func noFolder() throws {
        let error = #expect(throws: StoreError.self) {
            try SyncDatabase(path: "/nonexistent/folder/a.sqlite")
        }
        guard case .failed(let code, _, _)? = error else {
            Issue.record("not SQLite's error: \(String(describing: error))")
            return
        }
        // 14 is SQLITE_CANTOPEN; the higher bytes say more of the same.
        #expect(code & 0xff == 14)
    }

    @Test("the sign of life goes through the writer and back")
    func ping() async throws {
        try await SyncDatabase.inMemory().ping()
    }

    @Test("a long log is moved into the database file after the callers have their answer")
    func checkpoint() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let scene = Scene(try SyncDatabase(path: folder.path("a.sqlite")))
        let connector = try scene.connector("acme")
        try scene.begin(connector)
        let body = [UInt8](repeating: 65, count: 20_000_000)
        try await scene.database.transact {
            _ = try $0.keepResponse(
                ticket: Scene.ticket, sequence: 1, category: nil, text: .memory(body), at: Scene.noon)
        }
        try await scene.database.checkpointsSettled()
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("a.sqlite"))
        #expect(attributes[.size] as? Int ?? 0 > body.count)
    }

    @Test("once the log is moved, the next commit begins it anew")
    func logBeginsAnew() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let scene = Scene(try SyncDatabase(path: folder.path("a.sqlite")))
        let connector = try scene.connector("acme")
        try scene.begin(connector)
        for sequence in 1...30 {
            let body = [UInt8](repeating: 65, count: 1_000_000)
            try await scene.database.transact {
                _ = try $0.keepResponse(
                    ticket: Scene.ticket, sequence: sequence, category: nil, text: .memory(body),
                    at: Scene.noon)
            }
        }
        try await scene.database.checkpointsSettled()
        try scene.database.transactNow { try $0.execute("UPDATE connector SET hold_seconds = 1") }
        let pages = try await scene.database.writer.writeWithoutTransaction { database in
            try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(PASSIVE)").map { $0["log"] as Int }
        }
        // Of some 7,500 that were written; what is shorter than a long log stays.
        #expect(try #require(pages) < 2000)
    }

    @Test("what somebody puts in the place of the database while it is open is not written into")
    func replacedFile() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let path = folder.path("a.sqlite")
        let scene = Scene(try SyncDatabase(path: path))
        let connector = try scene.connector("acme")
        try scene.begin(connector)
        try FileManager.default.moveItem(atPath: path, toPath: folder.path("old.sqlite"))
        let other = Data("somebody's file".utf8)
        try other.write(to: URL(fileURLWithPath: path))
        let body = [UInt8](repeating: 65, count: 20_000_000)
        try await scene.database.transact {
            _ = try $0.keepResponse(
                ticket: Scene.ticket, sequence: 1, category: nil, text: .memory(body), at: Scene.noon)
        }
        try await scene.database.checkpointsSettled()
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == other)
    }

    /// The first page of a database whose only table is `t`, made by nobody in particular: the header is all
    /// that counts.
    private static let foreignDatabase: [UInt8] = {
        var page = [UInt8](repeating: 0, count: 512)
        page.replaceSubrange(0..<16, with: Array("SQLite format 3\0".utf8))
        // Page size 512; both format versions 1, a rollback journal; one page.
        page.replaceSubrange(16..<24, with: [2, 0, 1, 1, 0, 64, 32, 32])
        page[31] = 1
        page[100] = 13
        page.replaceSubrange(105..<107, with: [2, 0])
        return page
    }()
}

/// A temporary folder of one test.
struct Folder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    func remove() { try? FileManager.default.removeItem(at: url) }

    static func with(_ body: (Folder) throws -> Void) throws {
        let folder = try Folder()
        defer { folder.remove() }
        try body(folder)
    }
}
