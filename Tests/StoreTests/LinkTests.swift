import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

/// A request may take values from the record of an earlier one, and waits for it.
@Suite struct LinkTests {
    private let scene: Scene
    private let connector: Connector

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
        try scene.begin(connector)
    }

    private func queue(_ json: String, ids: [String]) throws -> QueueReceipt {
        let checked = Checker.check(try Draft(reading: Array(json.utf8)))
        #expect(checked.isAcceptable, "\(checked.findings.map(\.sentence))")
        let requests = checked.requests.indices.map { index in
            let body = checked.request(index)
            var request = QueuedRequest(
                id: ids[index], title: checked.requests[index].message.title, body: body,
                subject: checked.subject(of: index), needs: checked.neededVersion)
            request.links = checked.links(of: body)
            return request
        }
        return try scene.database.transactNow {
            try $0.queue(
                QueueOrder(requests: requests, digest: json), connector: connector, by: Author(name: "kim"),
                at: Scene.noon)
        }
    }

    private var facts: OutboxFacts {
        get throws {
            try scene.database.readNow {
                try $0.outboxFacts(connector: connector.id, now: Scene.minutes(1), freshID: "set-1")
            }
        }
    }

    private func succeed(_ write: Write, result: String) throws {
        let set = MessageSet(
            id: "set-" + write.id, document: [1], isRecoverable: true, sends: 1,
            since: "2026-09-21T00:00:00", writes: [write])
        let page = Page(
            connector: connector.id, ticket: Scene.ticket, index: 0, category: "customers", at: Scene.noon)
        let record = Candidate(kind: "Customer", id: "80-7", editSequence: "5", json: Array(result.utf8))
        try scene.apply(
            .form(set, ticket: Scene.ticket, at: Scene.noon),
            .end(WriteEnd(write, .succeeded, "Applied.", record: record, at: Scene.noon), page),
            .setStage(set: set.id, .closed, at: Scene.noon))
    }

    private static let pair = #"""
        [{"CustomerAdd": {"Name": "Ann"}},
         {"InvoiceAdd": {"CustomerRef": {"ListID": {"$from": "#0", "path": "ListID"}},
                         "InvoiceLineAdd": [{"Desc": "A & B"}]}}]
        """#

    @Test("the invoice of a customer that is still to be made goes out behind it, with its ListID")
    func resolved() throws {
        _ = try queue(Self.pair, ids: ["req_1", "req_2"])
        #expect(try facts.queue.map(\.id) == ["req_1"])
        try succeed(try #require(try facts.queue.first), result: #"{"ListID":"80-7"}"#)
        let next = try #require(try facts.queue.first)
        #expect(next.id == "req_2" && next.isMissing == nil && next.subject.entity == "80-7")
        #expect(String(decoding: next.body, as: UTF8.self).contains("<CustomerRef><ListID>80-7</ListID>"))
    }

    @Test("a record without the value makes the request say so instead of sending nonsense")
    func missing() throws {
        _ = try queue(Self.pair, ids: ["req_1", "req_2"])
        try succeed(try #require(try facts.queue.first), result: #"{"Name":"Ann"}"#)
        #expect(try facts.queue.first?.isMissing?.contains("req_1") == true)
    }

    @Test("a request that nobody knows, or a later one of the call, cannot give a value")
    func unknown() throws {
        let later = Self.pair.replacing("#0", with: "#1")
        #expect(try queue(later, ids: ["req_1", "req_2"]) == .unknownParents(["#1"]))
        let stranger = Self.pair.replacing("#0", with: "req_9")
        #expect(try queue(stranger, ids: ["req_1", "req_2"]) == .unknownParents(["req_9"]))
    }

    @Test("what only looks like a link is refused with its line")
    func malformed() {
        for text in [
            #"{"CustomerAdd": {"Name": {"$from": "req_1"}}}"#,
            #"{"CustomerAdd": {"Name": {"$from": "req_1", "path": 7}}}"#,
            #"{"CustomerAdd": {"Name": "$from.1", "Phone": {"$from": "req_1", "path": "Phone"}}}"#,
        ] {
            #expect(throws: DraftError.self) { try Draft(reading: Array(text.utf8)) }
        }
    }
}
