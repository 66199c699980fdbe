import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

/// A loop that makes the same again and again is stopped, and nobody else.
@Suite struct BreakerTests {
    private let scene: Scene
    private let connector: Connector
    private let shop = Author(name: "token shop")

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
        try scene.begin(connector)
    }

    private func queue(
        _ id: String, name: String, content: String? = nil, by author: Author? = nil, minute: Double = 0
    ) throws -> QueueReceipt {
        let request = QueuedRequest(
            id: id, title: "InvoiceAdd", body: Array("<InvoiceAddRq/>".utf8),
            subject: RequestSubject(operation: .add, kind: "Invoice", title: name, entity: "80-1"),
            needs: Version(major: 13, minor: 0), content: content)
        return try scene.database.transactNow {
            try $0.queue(
                QueueOrder(requests: [request], digest: id), connector: connector, by: author ?? shop,
                at: Scene.minutes(minute))
        }
    }

    private func sendable() throws -> [String] {
        try scene.database.readNow {
            try $0.outboxFacts(connector: connector.id, now: Scene.minutes(60), freshID: "set-1")
        }.queue.map(\.id)
    }

    private func succeed(_ id: String) throws {
        let facts = try scene.database.readNow {
            try $0.outboxFacts(connector: connector.id, now: Scene.minutes(60), freshID: "set-" + id)
        }
        let write = try #require(facts.queue.first { $0.id == id })
        let set = MessageSet(
            id: "set-" + id, document: [1], isRecoverable: true, sends: 1, since: "2026-09-21T00:00:00",
            writes: [write])
        let page = Page(
            connector: connector.id, ticket: Scene.ticket, index: 0, category: "invoices", at: Scene.noon)
        try scene.apply(
            .form(set, ticket: Scene.ticket, at: Scene.noon),
            .end(WriteEnd(write, .succeeded, "Applied.", at: Scene.noon), page),
            .setStage(set: set.id, .closed, at: Scene.noon))
    }

    @Test("whether the same was added before is one step into an index, however much was added")
    func twinPlan() throws {
        let steps = try scene.database.readNow {
            try $0.query("EXPLAIN QUERY PLAN \(Transaction.twin)").rows.compactMap { $0[3] }
        }
        #expect(steps == ["SEARCH request USING INDEX request_content (connector_id=? AND content=?)"])
    }

    @Test(
        "the fifth record of one name within an hour stops the source for this connector until it is released"
    )
    func sameName() throws {
        for number in 1...4 {
            guard case .queued = try queue("req_\(number)", name: "1001") else {
                Issue.record("the \(number). is refused")
                return
            }
        }
        guard case .stopped(let stop) = try queue("req_5", name: "1001") else {
            Issue.record("the fifth is taken")
            return
        }
        #expect(stop.sentence.contains("InvoiceAdd 1001"))
        guard case .stopped = try queue("req_6", name: "1002") else {
            Issue.record("a stopped source queues")
            return
        }
        guard case .queued = try queue("req_7", name: "1001", by: Author(name: "kim")) else {
            Issue.record("another source is stopped with it")
            return
        }
        #expect(try sendable() == ["req_7"])
        #expect(
            try scene.database.readNow { try $0.messages(connector: connector.id) }.map(\.name) == [
                "token shop"
            ])
        let isReleased = try scene.database.transactNow {
            try $0.release(source: "token shop", connector: connector, by: shop, at: Scene.noon)
        }
        #expect(isReleased)
        #expect(try sendable() == ["req_1", "req_2", "req_3", "req_4", "req_7"])
        guard case .queued = try queue("req_8", name: "1001", minute: 1) else {
            Issue.record("what was before the release stops it again")
            return
        }
        #expect(try scene.database.readNow { try $0.messages(connector: connector.id) }.isEmpty)
    }

    @Test("five within two hours are a busy day")
    func slowly() throws {
        for number in 1...8 {
            guard case .queued = try queue("req_\(number)", name: "1001", minute: Double(number) * 30) else {
                Issue.record("the \(number). is refused")
                return
            }
        }
    }

    @Test("the same content added twice stops what is still to come")
    func sameContent() throws {
        _ = try queue("req_1", name: "1001", content: "abc")
        _ = try queue("req_2", name: "1002", content: "abc")
        _ = try queue("req_3", name: "1003", content: "def")
        try succeed("req_1")
        #expect(try sendable() == ["req_2", "req_3"])
        try succeed("req_2")
        #expect(try sendable().isEmpty)
        #expect(try scene.database.readNow { try $0.stoppedSources(connector: connector.id) }.count == 1)
    }
}
