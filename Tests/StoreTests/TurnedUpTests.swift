import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

/// A request of which nobody knew whether it was carried out, and whose record a later sync brings.
@Suite struct TurnedUpTests {
    private let scene: Scene
    private let connector: Connector
    private let kim = Author(name: "kim")
    private let guid = "{7B1B3F52-0D24-4F0E-9A51-2B4E6D1C9A10}"

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
        try scene.begin(connector)
    }

    private func queue(_ ids: String..., guid: String? = nil, content: String? = nil) throws {
        let requests = ids.map { id in
            QueuedRequest(
                id: id, title: "CustomerAdd", body: Array("<CustomerAddRq/>".utf8),
                subject: RequestSubject(
                    operation: .add, kind: "Customer", title: id,
                    externalGUID: guid ?? Write.externalGUID(of: id)),
                needs: Version(major: 13, minor: 0), content: content)
        }
        _ = try scene.database.transactNow {
            try $0.queue(
                QueueOrder(requests: requests, digest: ids[0]), connector: connector, by: kim, at: Scene.noon)
        }
    }

    private var page: Page {
        Page(
            connector: connector.id, ticket: Scene.ticket, index: 0, category: "customers", at: Scene.noon)
    }

    /// All that waits goes out in one set and comes to this.
    private func end(_ next: WriteEnd.Next, records: [Record] = [], at now: Date = Scene.noon) throws {
        let facts = try scene.database.readNow {
            try $0.outboxFacts(connector: connector.id, now: Scene.minutes(1), freshID: "set")
        }
        let set = MessageSet(
            id: String("set-\(facts.queue[0].id)".prefix(20)), document: [1], isRecoverable: true, sends: 1,
            since: "2026-09-20T00:00:00", writes: facts.queue)
        try scene.apply(.form(set, ticket: Scene.ticket, at: Scene.noon))
        let changes = facts.queue.map { write in
            Change.end(
                WriteEnd(
                    write, next, "Told.", answer: records.isEmpty ? nil : 0,
                    candidates: [Candidate(kind: "Customer", id: "9-9", json: [])], at: now), page)
        }
        try scene.database.transactNow {
            try $0.apply(
                changes + [.setStage(set: set.id, .closed, at: Scene.noon)], records: Scene.answer(records))
        }
    }

    private func customer(_ id: String, guid: String, modified: String = "2026-09-21T15:00:00-06:00")
        -> Record
    {
        var record = Scene.customer(id)
        record.timeModified = modified
        record.json = Array(#"{"ListID":"\#(id)","ExternalGUID":"\#(guid)"}"#.utf8)
        return record
    }

    private func states() throws -> [String] {
        try scene.select("SELECT id, state, outcome, record_id FROM request ORDER BY number")
    }

    private func resend(_ id: String) throws {
        _ = try scene.database.transactNow {
            try $0.decide(.resend, request: id, by: kim, at: Scene.minutes(9))
        }
    }

    @Test("it has succeeded when its record arrives, and is told how that is known")
    func arrives() throws {
        try queue("req_0123456789abcdef0123456789abcdef")
        try end(.unknown)
        let own = Write.externalGUID(of: "req_0123456789abcdef0123456789abcdef").lowercased()
        try scene.ingest(
            connector, [Scene.customer("80-1"), customer("80-2", guid: own)], at: Scene.minutes(5))
        #expect(try states() == ["req_0123456789abcdef0123456789abcdef|succeeded|applied|80-2"])
        let told = try scene.select(
            """
            SELECT sentence, edit_sequence, result ->> '$.ListID', candidates, settled_at FROM request
            """)
        #expect(told.first?.contains("with its ExternalGUID: it was carried out.|1|80-2|NULL|2026-") == true)
        let events = try scene.select("SELECT kind, sentence FROM event ORDER BY number DESC LIMIT 1")
        #expect(events.first?.hasPrefix("request.succeeded|Its record has come") == true)
    }

    @Test("what waited for it may go out then")
    func frees() throws {
        try queue("req_1")
        try end(.unknown)
        let order = QueueOrder(
            requests: [
                QueuedRequest(
                    id: "req_2", title: "CustomerAdd", body: [1],
                    subject: RequestSubject(operation: .add, kind: "Customer", title: "b"),
                    needs: Version(major: 13, minor: 0))
            ], digest: "b", after: ["req_1"])
        _ = try scene.database.transactNow { [order] in
            try $0.queue(order, connector: connector, by: kim, at: Scene.noon)
        }
        let waiting = {
            try scene.database.readNow {
                try $0.outboxFacts(connector: connector.id, now: Scene.minutes(1), freshID: "").queue.map(
                    \.id)
            }
        }
        #expect(try waiting().isEmpty)
        try scene.ingest(connector, [customer("80-2", guid: Write.externalGUID(of: "req_1"))])
        #expect(try waiting() == ["req_2"])
    }

    @Test("a record that is here already and arrives unchanged settles it as well")
    func unchanged() throws {
        try queue("req_1")
        let record = customer("80-2", guid: Write.externalGUID(of: "req_1"))
        try scene.ingest(connector, [record])
        try end(.unknown)
        try scene.ingest(connector, [record])
        #expect(try states() == ["req_1|succeeded|applied|80-2"])
    }

    @Test("the record of another kind, of another company file or with another GUID settles nothing")
    func others() throws {
        try queue("req_1")
        try end(.unknown)
        let own = Write.externalGUID(of: "req_1")
        var vendor = customer("80-3", guid: own)
        vendor.kind = "Vendor"
        try scene.ingest(connector, [customer("80-2", guid: guid), vendor])
        let other = try scene.connector("other")
        try scene.begin(other, ticket: "ticket-0123456789-o")
        try scene.ingest(other, [customer("80-2", guid: own)], ticket: "ticket-0123456789-o")
        #expect(try states() == ["req_1|outcome unknown|unknown|NULL"])
    }

    @Test("a GUID of the caller's own is no proof in a record that is older than the request")
    func older() throws {
        try queue("req_1", guid: guid)
        try end(.unknown)
        try scene.ingest(connector, [customer("80-1", guid: guid, modified: "2026-09-01T15:00:00-06:00")])
        #expect(try states() == ["req_1|outcome unknown|unknown|NULL"])
        try scene.ingest(connector, [customer("80-2", guid: guid)])
        #expect(try states() == ["req_1|succeeded|applied|80-2"])
    }

    @Test("a record with the GUID of two that are unknown may be either's")
    func shared() throws {
        try queue("req_1", "req_2", guid: guid)
        try end(.unknown)
        try scene.ingest(connector, [customer("80-2", guid: guid)])
        #expect(
            try states() == [
                "req_1|outcome unknown|unknown|NULL", "req_2|outcome unknown|unknown|NULL",
            ])
    }

    @Test("a record that another request of the same GUID brings back is that one's")
    func another() throws {
        try queue("req_1", guid: guid)
        try end(.unknown)
        try queue("req_2", guid: guid)
        try end(.succeeded, records: [customer("80-2", guid: guid)])
        #expect(
            try states() == ["req_1|outcome unknown|unknown|NULL", "req_2|succeeded|applied|80-2"])
    }

    @Test("where the same was added once more meanwhile, its source is stopped")
    func doubled() throws {
        try queue("req_1", content: "c")
        try end(.unknown)
        try queue("req_2", content: "c")
        try end(.succeeded, records: [customer("80-2", guid: Write.externalGUID(of: "req_2"))])
        #expect(try scene.select("SELECT count(*) FROM stopped_source") == ["0"])
        try scene.ingest(connector, [customer("80-1", guid: Write.externalGUID(of: "req_1"))])
        #expect(try scene.select("SELECT source FROM stopped_source") == ["kim"])
    }

    @Test("it is not sent again while the mirror has a record with its GUID, and is when that is deleted")
    func resent() throws {
        try queue("req_1")
        try scene.ingest(connector, [customer("80-2", guid: Write.externalGUID(of: "req_1").lowercased())])
        try end(.unknown)
        #expect(throws: DecisionRefusal.seemsThere(kind: "Customer", id: "80-2", connector: "acme")) {
            try resend("req_1")
        }
        #expect(try states() == ["req_1|outcome unknown|unknown|NULL"])
        let gone = Record(
            kind: "ListDeleted", id: "80-2",
            json: Array(#"{"ListDelType":"Customer","ListID":"80-2"}"#.utf8))
        try scene.ingest(connector, [gone], use: .deletions)
        try resend("req_1")
        #expect(try states() == ["req_1|queued|pending|NULL"])
    }

    @Test("two that share a GUID: when the record was linked to one, the other may be sent again")
    func resentOfTwo() throws {
        try queue("req_1", "req_2", guid: guid)
        try scene.ingest(connector, [customer("80-2", guid: guid)])
        try end(.unknown)
        #expect(throws: DecisionRefusal.self) { try resend("req_2") }
        _ = try scene.database.transactNow {
            try $0.decide(.link(id: "80-2"), request: "req_1", by: kim, at: Scene.noon)
        }
        try resend("req_2")
        #expect(try states() == ["req_1|succeeded|applied|80-2", "req_2|queued|pending|NULL"])
    }
}
