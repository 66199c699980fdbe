import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

/// What the mirror holds of requests in doubt: a record is evidence for the one that made it alone.
@Suite struct EvidenceFactsTests {
    private let scene: Scene
    private let connector: Connector
    private let kim = Author(name: "kim")
    private let guid = "{7B1B3F52-0D24-4F0E-9A51-2B4E6D1C9A10}"

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
        try scene.begin(connector)
    }

    private func queue(_ ids: String..., guid: String? = nil) throws {
        let requests = ids.map { id in
            QueuedRequest(
                id: id, title: "CustomerAdd", body: Array("<CustomerAddRq/>".utf8),
                subject: RequestSubject(operation: .add, kind: "Customer", title: id, externalGUID: guid),
                needs: Version(major: 13, minor: 0))
        }
        _ = try scene.database.transactNow {
            try $0.queue(
                QueueOrder(requests: requests, digest: ids[0]), connector: connector, by: kim, at: Scene.noon)
        }
    }

    private func facts() throws -> OutboxFacts {
        try scene.database.readNow {
            try $0.outboxFacts(connector: connector.id, now: Scene.minutes(1), freshID: "set")
        }
    }

    private var page: Page {
        Page(
            connector: connector.id, ticket: Scene.ticket, index: 0, category: "customers", at: Scene.noon)
    }

    /// Goes out in one set with all that waits.
    private func send(_ set: String) throws -> [Write] {
        let writes = try facts().queue
        try scene.apply(
            .form(
                MessageSet(
                    id: set, document: [1], isRecoverable: true, sends: 1, since: "2026-09-20T00:00:00",
                    writes: writes), ticket: Scene.ticket, at: Scene.noon))
        return writes
    }

    /// Told by a record of the books, as after a lost answer.
    private func end(_ write: Write, _ next: WriteEnd.Next, record: Candidate? = nil) throws {
        try scene.apply(.end(WriteEnd(write, next, "Told.", record: record, at: Scene.noon), page))
    }

    private func customer(_ id: String, guid: String) -> Record {
        var record = Scene.customer(id)
        record.timeModified = "2026-09-21T15:00:00-06:00"
        record.json = Array(#"{"ListID":"\#(id)","ExternalGUID":"\#(guid)"}"#.utf8)
        return record
    }

    private func found(_ write: Write) throws -> [Candidate] {
        try scene.apply(.examined(writes: [write.number], blindness: nil))
        return try facts().candidates[write.number] ?? []
    }

    @Test("a record with the GUID is none of a request's, when another request of the same GUID made it")
    func made() throws {
        try queue("req_1", guid: guid)
        let first = try #require(try send("set-1").first)
        try scene.ingest(connector, [customer("80-1", guid: guid.lowercased())])
        let record = try #require(try found(first).first)
        #expect(record.id == "80-1")
        try end(first, .succeeded, record: record)
        try scene.apply(.setStage(set: "set-1", .closed, at: Scene.noon))
        try queue("req_2", guid: guid)
        let second = try #require(try send("set-2").first)
        #expect(try found(second).isEmpty)
        try scene.ingest(connector, [customer("80-2", guid: guid)])
        #expect(try found(second).map(\.id) == ["80-2"])
    }

    @Test("a record with the GUID of two requests in doubt may be either's, also when one was dropped")
    func shared() throws {
        try queue("req_1", "req_2", guid: guid)
        let writes = try send("set-1")
        try scene.ingest(connector, [customer("80-1", guid: guid)])
        for write in writes { #expect(try found(write).map(\.isShared) == [true]) }
        try end(writes[0], .unknown)
        #expect(try found(writes[1]).map(\.isShared) == [true])
        _ = try scene.database.transactNow {
            try $0.decide(.drop, request: "req_1", by: kim, at: Scene.noon)
        }
        #expect(try found(writes[1]).map(\.isShared) == [true])
    }

    @Test("a record that we saw and that was deleted since is still evidence, with the GUID and without one")
    func deleted() throws {
        try queue("req_1", guid: guid)
        let named = try #require(try send("set-1").first)
        try scene.ingest(connector, [customer("80-1", guid: guid)])
        try scene.apply(.deleteRecord(page, kind: "Customer", id: "80-1"))
        #expect(try found(named).map(\.id) == ["80-1"])
        #expect(try found(named).map(\.isGone) == [true])
        try end(named, .succeeded, record: try found(named).first)
        try scene.apply(.setStage(set: "set-1", .closed, at: Scene.noon))
        try queue("req_2")
        let nameless = try #require(try send("set-2").first)
        try scene.ingest(connector, [Scene.customer("80-2")])
        try scene.apply(.deleteRecord(page, kind: "Customer", id: "80-2"))
        #expect(try found(nameless).map(\.id) == ["80-2"])
    }

    @Test("a GUID of 0 is none: what was added since is looked at")
    func none() throws {
        try queue("req_1", guid: "0")
        let write = try #require(try send("set-1").first)
        try scene.ingest(connector, [Scene.customer("80-1")])
        #expect(try found(write).map(\.id) == ["80-1"])
    }

    @Test("what comes into the mirror after a set was formed is evidence, also if the clock was set back")
    func clockSetBack() throws {
        try scene.ingest(connector, [Scene.customer("80-1")], at: Scene.minutes(-300))
        try queue("req_1")
        let write = try #require(try send("set-1").first)
        try scene.ingest(connector, [Scene.customer("80-2")], at: Scene.minutes(-180))
        #expect(try found(write).map(\.id) == ["80-2"])
    }

    @Test("a pause of ours ends when the clock was set back by more than any takes; a caller's time does not")
    func pauseAfterClockSetBack() throws {
        try queue("req_1", "req_2")
        let write = try #require(try send("set-1").first)
        let pause = WriteEnd.Next.queued(
            notBefore: Scene.minutes(30), isolation: nil, countsAsAttempt: true)
        try scene.apply(
            .end(WriteEnd(write, pause, "In use.", at: Scene.noon), page),
            .setStage(set: "set-1", .closed, at: Scene.noon))
        func waiting(at minutes: Double) throws -> [String] {
            try scene.database.readNow {
                try $0.outboxFacts(connector: connector.id, now: Scene.minutes(minutes), freshID: "set")
            }.queue.map(\.id)
        }
        #expect(try waiting(at: 1) == [])
        #expect(try waiting(at: 30) == ["req_1"])
        #expect(try waiting(at: -1) == ["req_1"])
        try scene.database.transactNow { try $0.execute("UPDATE request SET attempts = 0") }
        #expect(try waiting(at: -1) == [])
    }

    @Test("a record that another request made is not linked: the refusal names that request")
    func linked() throws {
        try queue("req_1", "req_2")
        let writes = try send("set-1")
        try scene.ingest(connector, [Scene.customer("80-1"), Scene.customer("80-2")])
        for write in writes { try end(write, .unknown) }
        func link(_ request: String, _ id: String) throws -> RequestRow {
            try scene.database.transactNow {
                try $0.decide(.link(id: id), request: request, by: kim, at: Scene.noon)
            }
        }
        _ = try link("req_1", "80-1")
        #expect(throws: DecisionRefusal.takenRecord(kind: "Customer", id: "80-1", by: "req_1")) {
            try link("req_2", "80-1")
        }
        #expect(
            try scene.select("SELECT id, state, record_id FROM request ORDER BY number") == [
                "req_1|succeeded|80-1", "req_2|outcome unknown|NULL",
            ])
        #expect(try link("req_2", "80-2").recordID == "80-2")
    }

    @Test("what was deleted is confirmed without a record, and what was added is not")
    func confirmed() throws {
        try queue("req_1")
        try scene.database.transactNow {
            let deletion = QueuedRequest(
                id: "req_2", title: "TxnDel", body: Array("<TxnDelRq/>".utf8),
                subject: RequestSubject(operation: .delete, kind: "Invoice", id: "5-1"),
                needs: Version(major: 13, minor: 0))
            _ = try $0.queue(
                QueueOrder(requests: [deletion], digest: "2"), connector: connector, by: kim, at: Scene.noon)
        }
        for write in try send("set-1") { try end(write, .unknown) }
        func confirm(_ request: String) throws -> RequestRow {
            try scene.database.transactNow {
                try $0.decide(.link(id: nil), request: request, by: kim, at: Scene.noon)
            }
        }
        #expect(throws: DecisionRefusal.recordNotNamed(kind: "Customer")) { try confirm("req_1") }
        let row = try confirm("req_2")
        #expect(row.state == .succeeded)
        #expect(row.outcome == .applied)
        #expect(row.recordID == "5-1")
        #expect(row.sentence == "kim saw in QuickBooks that it was carried out.")
    }
}
