import Foundation
import GRDB
import Sync
import Testing

@testable import Store

/// The copy beside the database that an upgrade leaves: the way back.
@Suite struct CopyBeforeUpgradeTests {
    private static func migrations(of path: String) throws -> [String] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read {
            try String.fetchAll($0, sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier")
        }
    }

    @Test(
        "a database of an earlier version is copied beside itself before it is migrated, readable by us alone"
    )
    func copied() throws {
        try Folder.with { folder in
            let path = try folder.firstRelease()
            let database = try SyncDatabase(path: path)
            let upgrade = try #require(database.upgrade)
            #expect(upgrade.from == 1)
            #expect(upgrade.to == Migrations.newest)
            #expect(upgrade.copy.path == path + ".schema-1")
            #expect(upgrade.copy.isSound)
            #expect(try Self.migrations(of: upgrade.copy.path) == Release1.migrations)
            #expect(try database.readNow { try $0.connectors().map(\.name) } == ["acme"])
            let attributes = try FileManager.default.attributesOfItem(atPath: upgrade.copy.path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test("a new database and one that is up to date are not copied")
    func notCopied() throws {
        try Folder.with { folder in
            let path = folder.path("a.sqlite")
            for _ in 1...2 {
                let database = try SyncDatabase(path: path)
                #expect(database.upgrade == nil)
                try database.close()
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.sqlite"])
        }
    }

    @Test("a copy that is there already is kept, and the next one gets a number")
    func kept() throws {
        try Folder.with { folder in
            let path = try folder.firstRelease()
            try Data("somebody counts on this".utf8).write(to: URL(fileURLWithPath: path + ".schema-1"))
            #expect(try SyncDatabase(path: path).upgrade?.copy.path == path + ".schema-1.2")
            let kept = try Data(contentsOf: URL(fileURLWithPath: path + ".schema-1"))
            #expect(kept == Data("somebody counts on this".utf8))
        }
    }

    @Test("without a copy nothing is migrated")
    func noCopy() throws {
        try Folder.with { folder in
            let path = try folder.firstRelease()
            // A folder in the place where the copy grows.
            try FileManager.default.createDirectory(
                atPath: path + ".schema-1.partial/full", withIntermediateDirectories: true)
            #expect(throws: StoreError.self) { try SyncDatabase(path: path) }
            #expect(try Self.migrations(of: path) == Release1.migrations)
        }
    }

    @Test("who goes back to an older version is told where the copy is, and it opens in the database's place")
    func wayBack() throws {
        try Folder.with { folder in
            let path = folder.path("a.sqlite")
            let copy = "\(path).schema-\(Migrations.newest)"
            try SyncDatabase(path: path).close()
            try FileManager.default.copyItem(atPath: path, toPath: copy)
            let database = try SyncDatabase(path: path)
            try database.transactNow {
                try $0.execute("INSERT INTO grdb_migrations (identifier) VALUES ('99 from the future')")
            }
            try database.close()
            let refusal = #expect(throws: StoreError.newer(path: path, copy: copy)) {
                try SyncDatabase(path: path)
            }
            #expect(refusal?.sentence.contains(copy) == true)
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.moveItem(atPath: copy, toPath: path)
            #expect(throws: Never.self) { try SyncDatabase(path: path) }
        }
    }
}

extension Folder {
    /// A file as the first release left it.
    func firstRelease() throws -> String {
        let path = path("a.sqlite")
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: Release1.schema + Release1.rows) }
        try queue.close()
        return path
    }
}
