import Foundation
import QBXML
import Sync
import Testing

@testable import Store

/// A database that was put back to a copy of itself knows it, and what follows from it.
@Suite struct RestorationTests {
    private let scene: Scene
    private let connector: Connector
    private let kim = Author(name: "kim")
    private let copied = Scene.minutes(60)
    private let back = Scene.minutes(600)

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
        try scene.begin(connector)
    }

    private func queue(_ ids: String..., operation: QBXML.Message.Operation? = .add) throws {
        let requests = ids.map { id in
            QueuedRequest(
                id: id, title: operation == nil ? "CustomerQuery" : "CustomerAdd",
                body: Array("<CustomerAddRq/>".utf8),
                subject: RequestSubject(
                    operation: operation, kind: "Customer", title: id, externalGUID: "{\(id)}"),
                needs: Version(major: 13, minor: 0))
        }
        let order = QueueOrder(requests: requests, digest: ids[0])
        _ = try scene.database.transactNow {
            try $0.queue(order, connector: connector, by: kim, at: Scene.noon)
        }
    }

    /// The copy in the database's place, after its first start.
    private func restored() throws -> Scene {
        let copy = try scene.database.copyInMemory(at: copied)
        #expect(try copy.settleRestoration(at: back) != nil)
        return Scene(copy)
    }

    @Test("a database that was not put back is left alone, and so is one at its second start")
    func once() throws {
        #expect(try scene.database.settleRestoration(at: back) == nil)
        let copy = try scene.database.copyInMemory(at: copied)
        let restoration = try #require(try copy.settleRestoration(at: back))
        #expect(restoration.copiedAt == copied)
        #expect(restoration.restoredAt == back)
        #expect(try copy.settleRestoration(at: back) == nil)
        #expect(try copy.readNow { try $0.restoration()?.latest } == restoration)
        #expect(try scene.database.readNow { try $0.restoration() } == nil)
    }

    @Test("writes that had not ended may have been sent since; what succeeded, and a question, are sure")
    func doubt() throws {
        try queue("req_1", "req_2")
        try queue("req_3", operation: nil)
        _ = try scene.database.transactNow {
            try $0.decide(.cancel, request: "req_2", by: kim, at: Scene.noon)
        }
        let after = try restored()
        let rows = try after.select(
            "SELECT id, state, outcome, doubtful_since IS NOT NULL FROM request ORDER BY number")
        #expect(
            rows == [
                "req_1|queued|unknown|1", "req_2|cancelled|not applied|1", "req_3|queued|not applicable|0",
            ])
        #expect(try after.database.readNow { try $0.restoration()?.inDoubt } == 1)
        let facts = try after.database.readNow {
            try $0.outboxFacts(connector: connector.id, now: back, freshID: "set")
        }
        #expect(facts.queue.map(\.doubtfulSince) == [copied, nil])
    }

    @Test("one that is in doubt is not edited, and cancelled without a word that it was not applied")
    func decisions() throws {
        try queue("req_1", "req_2")
        let after = try restored()
        let edited = QueuedRequest(
            id: "req_1", title: "CustomerAdd", body: Array("<CustomerAddRq/>".utf8),
            subject: RequestSubject(operation: .add, kind: "Customer", title: "other"),
            needs: Version(major: 13, minor: 0))
        #expect(throws: DecisionRefusal.self) {
            try after.database.transactNow { try $0.edit(request: "req_1", to: edited, by: kim, at: back) }
        }
        let row = try after.database.transactNow {
            try $0.decide(.cancel, request: "req_1", by: kim, at: back)
        }
        #expect(row.state == .cancelled)
        #expect(row.outcome == .unknown)
        #expect(
            row.sentence
                == "Cancelled by kim; nobody knows whether it was sent in the time that is lost. "
                + "Look in QuickBooks."
        )
        let again = try after.database.transactNow {
            try $0.decide(.retry, request: "req_1", by: kim, at: back)
        }
        #expect(again.outcome == .unknown, "it is looked for before it goes")
    }

    @Test("a copy that is put back a second time gives no number of the first time again")
    func twice() throws {
        let first = try restored().database.readNow { try $0.newestEvent() }
        let copy = try scene.database.copyInMemory(at: copied)
        #expect(try copy.settleRestoration(at: Scene.minutes(700)) != nil)
        let second = try copy.readNow { try $0.events(after: 0, limit: 99).rows.map(\.number) }
        #expect(second.filter { $0 > 1_000_000 }.allSatisfy { $0 > first + 1_000_000 })
    }

    @Test("numbers of changes and events go on where the lost time cannot have been")
    func numbers() throws {
        try scene.ingest(connector, [Scene.customer("80-1"), Scene.customer("80-2")])
        let before = try scene.database.readNow { (try $0.newestChange(), try $0.newestEvent()) }
        let after = try restored()
        let events = try after.database.readNow { try $0.events(after: before.1 + 50, limit: 9) }
        let kinds = events.rows.map(\.kind)
        #expect(kinds == ["conversation.ended", "database.restored"], "a reader who is ahead is told")
        let first = Int64(back.timeIntervalSince1970) * 1_000_000 + 1
        #expect(events.rows.first?.number == first)
        try after.ingest(connector, [Scene.customer("80-3")], at: back)
        let changes = try after.database.readNow {
            try $0.changes(connector: connector.id, from: .after(before.0), limit: 9)
        }
        #expect(changes.rows.map(\.number) == [first])
        #expect(throws: ChangeGap.lost(after: before.0 + 7, copiedAt: copied, restoredAt: back)) {
            try after.database.readNow {
                try $0.changes(connector: connector.id, from: .after(before.0 + 7), limit: 9)
            }
        }
    }

    @Test("watermarks step back a day, and everything that was ever read is compared")
    func watermarks() throws {
        let mark = Watermark(highWater: "2026-09-21T10:00:00")
        try scene.apply(
            .moveWatermark(connector: connector.id, category: "customers", mark, at: Scene.noon))
        let after = try restored()
        #expect(try after.select("SELECT high_water FROM watermark") == ["2026-09-20T10:00:00"])
        #expect(
            try after.select("SELECT connector_id, kind, state, asked_by FROM task") == [
                "\(connector.id)|verify|queued|restore"
            ])
    }

    @Test("one that is disabled is compared too, once it is enabled and syncs again")
    func disabled() throws {
        try scene.apply(
            .moveWatermark(
                connector: connector.id, category: "customers", Watermark(highWater: "2026-09-21T10:00:00"),
                at: Scene.noon))
        try scene.database.transactNow {
            try $0.execute("UPDATE connector SET disabled_at = ?1", Scene.noon)
        }
        #expect(try restored().select("SELECT kind, state FROM task") == ["verify|queued"])
    }

    @Test("a conversation that was open in the copy ends as lost, and its ticket leads nowhere any more")
    func openConversation() throws {
        #expect(try scene.database.readNow { try $0.runningSyncs().count } == 1)
        let copy = try scene.database.copyInMemory(at: copied)
        var told: [Event] = []
        _ = try copy.settleRestoration(at: back) { told = $0 }
        #expect(try copy.readNow { try $0.runningSyncs() }.isEmpty)
        guard case .conversationEnded("acme", _, let ending)? = told.first else {
            return #expect(Bool(false), "the journal is told: \(told)")
        }
        #expect(ending.code == "connection-lost")
        let events = try copy.readNow { try $0.events(after: 0, limit: 99).rows.suffix(2) }
        #expect(events.map(\.kind) == ["conversation.ended", "database.restored"])
        // In the lost time its number was given to something else.
        #expect(events.allSatisfy { $0.number > 1_000_000_000 })
    }

    @Test("what was found out about a set whose answer did not come is found out anew")
    func examined() throws {
        try queue("req_1")
        let conversation = try #require(try scene.database.readNow { try $0.runningSyncs().first }).open
        let facts = try scene.database.readNow {
            try $0.outboxFacts(connector: connector.id, now: copied, freshID: "set")
        }
        let set = MessageSet(
            id: "{set}", document: [1], isRecoverable: true, since: "2026-11-21T10:00:00", writes: facts.queue
        )
        try scene.apply(.form(set, ticket: conversation.conversation.ticket, at: copied))
        try scene.apply(
            .setStage(set: "{set}", .unknownThere, at: copied),
            .examined(writes: facts.queue.map(\.number), blindness: "dark"))
        let question = """
            SELECT q.is_examined, q.blindness IS NULL, s.stage FROM request AS q
            JOIN message_set AS s ON s.id = q.set_id
            """
        #expect(try scene.select(question).first?.hasPrefix("1|0|unknown") == true)
        #expect(try restored().select(question) == ["0|1|sent"])
    }

    @Test("what was looked for, not found and queued again is looked for anew when the copy is put back")
    func examinedBefore() throws {
        try queue("req_1")
        let conversation = try #require(try scene.database.readNow { try $0.runningSyncs().first }).open
        let writes = try scene.database.readNow {
            try $0.outboxFacts(connector: connector.id, now: copied, freshID: "set").queue
        }
        let set = MessageSet(
            id: "{set}", document: [1], isRecoverable: true, since: "2026-11-21T10:00:00", writes: writes)
        let ticket = conversation.conversation.ticket
        let page = Page(
            connector: connector.id, ticket: ticket, index: 0, category: "customers", at: copied)
        try scene.apply(
            .form(set, ticket: conversation.conversation.ticket, at: copied),
            .examined(writes: writes.map(\.number), blindness: nil),
            .end(
                WriteEnd(
                    writes[0], .queued(notBefore: nil, isolation: nil, countsAsAttempt: false), "Again.",
                    at: copied), page))
        func isExamined(_ scene: Scene) throws -> [Bool] {
            try scene.database.readNow {
                try $0.outboxFacts(connector: connector.id, now: back, freshID: "set").queue.map(\.isExamined)
            }
        }
        #expect(try isExamined(scene) == [false])
        try scene.database.transactNow { try $0.execute("UPDATE request SET is_examined = 1") }
        #expect(try isExamined(restored()) == [false])
    }

    @Test("a copy of a copy is as old as the first one")
    func twice() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let path = folder.path("a.sqlite")
        _ = try await scene.database.backup(to: path, at: copied)
        let made = try SyncDatabase(path: path)
        _ = try await made.backup(to: folder.path("b.sqlite"), at: back)
        #expect(try SyncDatabase(path: folder.path("b.sqlite")).readNow { try $0.copiedAt() } == copied)
    }

    @Test("the copy that is made before a migration carries the mark as well")
    func beforeUpgrade() throws {
        try Folder.with { folder in
            let path = try folder.firstRelease()
            let upgrade = try #require(try SyncDatabase(path: path).upgrade)
            let copy = folder.path("copy.sqlite")
            try FileManager.default.moveItem(atPath: upgrade.copy.path, toPath: copy)
            let restored = try SyncDatabase(path: copy)
            #expect(try restored.settleRestoration(at: Date()) != nil)
        }
    }
}
