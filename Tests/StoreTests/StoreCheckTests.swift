import Foundation
import QBXML
import Sync
import Testing

@testable import Store

/// What a look through the whole database finds.
@Suite struct StoreCheckTests {
    private let scene: Scene
    private let connector: Connector

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
        try scene.begin(connector)
        try scene.ingest(connector, [Scene.customer("80-1")])
    }

    private func queue(_ id: String) throws {
        let request = QueuedRequest(
            id: id, title: "CustomerAdd", body: [1],
            subject: RequestSubject(operation: .add, kind: "Customer", title: id),
            needs: Version(major: 13, minor: 0))
        _ = try scene.database.transactNow {
            try $0.queue(
                QueueOrder(requests: [request], digest: id), connector: connector, by: Author(name: "kim"),
                at: Scene.noon)
        }
    }

    private func broken(by statements: String...) async throws -> [StoreFinding] {
        try scene.database.transactNow { transaction in
            for statement in statements { try transaction.execute(statement) }
        }
        return try await scene.database.check().findings
    }

    @Test("a database as we keep it is sound")
    func sound() async throws {
        try queue("req_1")
        let check = try await scene.database.check()
        #expect(check.findings == [])
        #expect(check.schema == Migrations.newest)
        #expect(check.copiedAt == nil)
    }

    @Test("a trigger that somebody dropped is missed by its name")
    func trigger() async throws {
        let found = try await broken(by: "DROP TRIGGER request_need_met")
        #expect(found == [StoreFinding(check: .schema, sentence: "The trigger request_need_met is missing.")])
    }

    @Test(
        "what no constraint can say is looked for",
        arguments: [
            ("UPDATE request SET blockers = 3", "1 requests are counted to wait"),
            ("UPDATE record SET json = 'x'", "1 records of the mirror hold no JSON"),
            ("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'request'", "give a number a second time"),
            (
                "INSERT INTO watermark (connector_id, category, complete_at) VALUES (1, 'customer', '')",
                "names what is no category: customer"
            ),
            (
                "UPDATE request SET state = 'sent', set_id = 'nowhere'",
                "requests are said to be sent, and their message set is closed or missing"
            ),
        ])
    func invariants(statement: String, sentence: String) async throws {
        try queue("req_1")
        let found = try await broken(by: statement)
        #expect(found.map(\.check) == [.invariants])
        #expect(found.first?.sentence.contains(sentence) == true)
    }

    @Test("a copy is checked where it lies, with the moment of which it is")
    func copy() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let path = folder.path("copy.sqlite")
        _ = try await scene.database.backup(to: path, at: Scene.noon)
        let check = try await scene.database.check(file: path)
        #expect(check.path == path)
        #expect(check.copiedAt == Scene.noon)
        #expect(check.findings == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["copy.sqlite"])
        await #expect(throws: StoreError.system(path: "/nonexistent", errno: ENOENT)) {
            try await scene.database.check(file: "/nonexistent")
        }
    }

    @Test("an older release's copy is checked as far as it goes")
    func older() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let path = try folder.firstRelease()
        let check = try await scene.database.check(file: path)
        #expect(check.schema == 1)
        #expect(check.findings == [])
    }

    @Test("a damaged page is found")
    func damaged() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let path = folder.path("copy.sqlite")
        _ = try await scene.database.backup(to: path, at: Scene.noon)
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try file.seek(toOffset: try file.seekToEnd() / 2 / 4096 * 4096)
        try file.write(contentsOf: Data(repeating: 0x5A, count: 4 * 4096))
        try file.close()
        do {
            #expect(try await scene.database.check(file: path).findings.isEmpty == false)
        } catch let error as StoreError {
            // So damaged that SQLite gives up.
            guard case .failed = error else { throw error }
        }
    }
}
