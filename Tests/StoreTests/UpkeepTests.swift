import Foundation
import QBXML
import Sync
import Synchronization
import Testing
import Timetable

@testable import Store

@Suite struct UpkeepTests {
    @Test("a backup is one sound file that holds all, made while somebody writes")
    func backup() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let scene = Scene(try SyncDatabase(path: folder.path("a.sqlite")))
        let connector = try scene.connector("acme")
        try scene.begin(connector)
        let records = (0..<3000).map { Scene.customer("80-\($0)", text: String(repeating: "x", count: 1500)) }
        try scene.ingest(connector, records)
        let steps = Mutex<[Int]>([])
        let path = folder.path("copy.sqlite")
        let backup = try await scene.database.backup(to: path) { done, total in
            steps.withLock { $0.append(total - done) }
            // Somebody writes in the midst of it.
            try? scene.database.transactNow { try $0.noteStart(version: "meanwhile", at: Scene.noon) }
        }
        #expect(backup.isSound)
        #expect(backup.path == path)
        #expect(backup.bytes > 3000 * 1500)
        #expect(steps.withLock { $0.count > 1 && $0.last == 0 && $0 == $0.sorted(by: >) })
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(names.filter { $0.hasPrefix("copy") } == ["copy.sqlite"])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let restored = Scene(try SyncDatabase(path: path))
        #expect(try restored.select("SELECT count(*) FROM mirror") == ["3000"])
        #expect(try restored.facts("acme")?.open == scene.facts("acme")?.open)
        // As of the moment at which it began.
        #expect(try restored.database.readNow { try $0.installation().version } == nil)
    }

    @Test("a backup overwrites nothing")
    func existingBackup() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let path = folder.path("copy.sqlite")
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
        let database = try SyncDatabase.inMemory()
        await #expect(throws: StoreError.exists(path: path)) { try await database.backup(to: path) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("mine".utf8))
    }

    @Test("a backup into a folder that does not exist says so")
    func noFolder() async throws {
        let database = try SyncDatabase.inMemory()
        await #expect(throws: StoreError.system(path: "/nonexistent/copy.sqlite.partial", errno: ENOENT)) {
            try await database.backup(to: "/nonexistent/copy.sqlite")
        }
    }

    @Test("start and backup are noted, the backup in the audit trail too")
    func notes() throws {
        let database = try SyncDatabase.inMemory()
        let backup = Backup(path: "/var/backups/q.sqlite", bytes: 4096, isSound: true)
        try database.transactNow { transaction in
            try transaction.noteStart(version: "1.2.3", at: Scene.noon)
            try transaction.noteBackup(backup, by: Scene.author, at: Scene.minutes(1))
        }
        #expect(
            try database.readNow { try $0.installation() }
                == Installation(
                    version: "1.2.3", startedAt: Scene.noon, backupPath: "/var/backups/q.sqlite",
                    backedUpAt: Scene.minutes(1)))
        #expect(try database.readNow { try $0.audit(limit: 1) }.map(\.action) == [.backUp])
    }

    @Test(
        "conversations beyond the newest thousand go in small steps; the rest and the mirror stay"
    )
    func pruningConversations() async throws {
        let scene = try Scene()
        let acme = try scene.connector("acme")
        let bravo = try scene.connector("bravo")
        try scene.run(bravo, ticket: "ticket-bravo-012345", at: Scene.noon)
        try scene.database.transactNow { transaction in
            for number in 0..<Retention.conversations + 25 {
                var conversation = Scene.conversation(acme, ticket: "ticket-acme-\(number)-0123")
                try transaction.apply([
                    .begin(
                        OpenConversation(
                            conversation: conversation, agenda: Agenda(steps: [Step(category: "customers")])))
                ])
                if number == 0 {
                    let page = Page(
                        connector: acme.id, ticket: conversation.ticket, index: 0, category: "customers",
                        at: Scene.noon)
                    try transaction.apply([.ingest(page)], records: Scene.answer([Scene.customer("80-1")]))
                }
                conversation.finish(.success, at: Scene.noon)
                try transaction.apply([.save(conversation)])
            }
        }
        var deleted: [Int] = []
        var next: Int64? = 0
        while let connector = next {
            let step = try await scene.database.prune(
                now: Scene.minutes(1), history: 86_400, limit: 10, after: connector)
            deleted.append(step.deleted)
            next = step.next
        }
        #expect(deleted == [10, 10, 5])
        #expect(
            try scene.select(
                "SELECT connector_id, count(*), min(number) FROM conversation GROUP BY 1 ORDER BY 1")
                == ["1|1000|27", "2|1|1"])
        #expect(try scene.select("SELECT count(*) FROM category_run") == ["1002"])
        #expect(try scene.select("SELECT count(*) FROM mirror") == ["1"])
        #expect(try scene.select("SELECT conversation FROM activity") == ["2"])
    }

    @Test("ended conversations go after the configured time, but the ten dots stay however old they are")
    func pruningByAge() async throws {
        let scene = try Scene()
        let acme = try scene.connector("acme")
        for number in 0..<15 {
            try scene.run(acme, ticket: "a-ticket-of-its-own-\(number)", at: Scene.noon)
        }
        func count() throws -> [String] { try scene.select("SELECT count(*), min(number) FROM conversation") }
        _ = try await scene.database.prune(now: Scene.minutes(60), history: 7200)
        #expect(try count() == ["15|1"])
        _ = try await scene.database.prune(now: Scene.minutes(121), history: 7200)
        #expect(try count() == ["10|6"])
    }

    @Test("activity goes after 400 days, but the newest line stays, so that its number is not given again")
    func pruningActivity() async throws {
        let scene = try Scene()
        let connector = try scene.connector("acme")
        try scene.begin(connector)
        try scene.ingest(connector, (1...3).map { Scene.customer("80-\($0)") })
        func lines() throws -> [String] { try scene.select("SELECT number FROM activity") }
        let day = 24.0 * 60
        _ = try await scene.database.prune(now: Scene.minutes(400 * day), history: 86_400)
        #expect(try lines() == ["1", "2", "3"])
        _ = try await scene.database.prune(now: Scene.minutes(400 * day + 1), history: 86_400)
        #expect(try lines() == ["3"])
    }

    @Test("wrong passwords are forgotten after a month")
    func pruningFailures() async throws {
        let scene = try Scene()
        try scene.connector("acme")
        try scene.apply(.loginFailed(user: "acme", at: Scene.noon, address: "192.0.2.7"))
        _ = try await scene.database.prune(now: Scene.minutes(29 * 24 * 60), history: 86_400)
        #expect(try scene.select("SELECT count(*) FROM login_failure") == ["1"])
        _ = try await scene.database.prune(now: Scene.minutes(31 * 24 * 60), history: 86_400)
        #expect(try scene.select("SELECT count(*) FROM login_failure") == ["0"])
    }
}
