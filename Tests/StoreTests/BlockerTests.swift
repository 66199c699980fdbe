import FoundationEssentials
import QBXML
import Sync
import Testing
import Timetable

@testable import Store

/// The queue passes over what waits for others, and gives out together what belongs together.
@Suite struct BlockerTests {
    private let scene: Scene
    private let connector: Connector
    private let kim = Author(name: "kim")

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
        try scene.begin(connector)
    }

    private func request(_ id: String, name: String? = nil, bundle: Int? = nil) -> QueuedRequest {
        QueuedRequest(
            id: id, title: "CustomerAdd", body: Array("<CustomerAddRq/>".utf8),
            subject: RequestSubject(operation: .add, kind: "Customer", title: name ?? id),
            needs: Version(major: 13, minor: 0), bundle: bundle)
    }

    private func queue(_ requests: [QueuedRequest], after: [String] = [], isChained: Bool = false) throws {
        let order = QueueOrder(
            requests: requests, digest: requests[0].id, after: after, isChained: isChained)
        _ = try scene.database.transactNow {
            try $0.queue(order, connector: connector, by: kim, at: Scene.noon)
        }
    }

    private var waiting: [String] {
        get throws {
            try scene.database.readNow {
                try $0.outboxFacts(connector: connector.id, now: Scene.minutes(1), freshID: "set")
            }.queue.map(\.id)
        }
    }

    private func end(_ id: String, _ next: WriteEnd.Next, status: Int? = nil) throws {
        let facts = try scene.database.readNow {
            try $0.outboxFacts(connector: connector.id, now: Scene.minutes(1), freshID: "set")
        }
        let write = try #require(facts.queue.first { $0.id == id })
        let set = MessageSet(
            id: "set-" + id, document: [1], isRecoverable: true, sends: 1, since: "2026-09-21T00:00:00",
            writes: [write])
        let page = Page(
            connector: connector.id, ticket: Scene.ticket, index: 0, category: "customers", at: Scene.noon)
        try scene.apply(
            .form(set, ticket: Scene.ticket, at: Scene.noon),
            .end(
                WriteEnd(
                    write, next, status: status.map { Status(code: $0, message: "told") }, "Told.",
                    at: Scene.noon), page),
            .setStage(set: set.id, .closed, at: Scene.noon))
    }

    @Test("of a chain only the first goes out, and each success lets the next one go")
    func chain() throws {
        try queue((1...4).map { request("req_\($0)") }, isChained: true)
        #expect(try waiting == ["req_1"])
        try end("req_1", .succeeded)
        #expect(try waiting == ["req_2"])
        try end("req_2", .failed(.refused))
        #expect(try waiting == [])
        _ = try scene.database.transactNow {
            try $0.decide(.retry, request: "req_2", by: kim, at: Scene.noon)
        }
        #expect(try waiting == ["req_2"])
        #expect(try scene.select("SELECT blockers FROM request ORDER BY number") == ["0", "0", "1", "1"])
    }

    @Test("what failed counts as failed in its step of the conversation, and what is unknown does not")
    func counted() throws {
        try queue((1...3).map { request("req_\($0)") })
        try end("req_1", .failed(.refused), status: 3140)
        try end("req_2", .failed(.unreadable))
        try end("req_3", .unknown)
        #expect(
            try scene.select("SELECT failed FROM category_run ORDER BY position").first == "2")
    }

    @Test("one that waits for several goes when the last has succeeded; one that has already is no obstacle")
    func several() throws {
        try queue([request("req_1"), request("req_2")])
        try end("req_1", .succeeded)
        try queue([request("req_3")], after: ["req_1", "req_2"])
        #expect(try waiting == ["req_2"])
        try end("req_2", .succeeded)
        #expect(try waiting == ["req_3"])
    }

    @Test("what macros tie together is given out whole, however much it is")
    func bundle() throws {
        try queue((1...130).map { request("req_\($0)", bundle: 1) } + [request("req_own")])
        let ids = try waiting
        #expect(ids.count == 130 && !ids.contains("req_own"))
    }

    @Test("a change that was refused for its old EditSequence makes the next check-in go")
    func stale() throws {
        try queue([request("req_1")])
        #expect(try scene.facts("acme")?.history.hasRequests == true)
        try end("req_1", .stale, status: 3200)
        #expect(try waiting == [])
        #expect(try scene.facts("acme")?.history.hasRequests == true)
    }

    @Test("a name in use is shown with the record that has it: customers and vendors share their names")
    func nameInUse() throws {
        var vendor = Scene.customer("80-9", name: "elm street")
        vendor.kind = "Vendor"
        try scene.ingest(connector, [vendor])
        try queue([request("req_1", name: "Elm Street")])
        try end("req_1", .failed(.refused), status: 3100)
        let detail = try #require(try scene.database.readNow { try $0.requestDetail(id: "req_1") })
        #expect(detail.row.sentence == "Told. The name belongs to Vendor 80-9.")
        let shown = String(decoding: detail.candidates ?? [], as: UTF8.self)
        #expect(shown.contains(#""id":"80-9""#) && shown.contains(#""kind":"Vendor""#))
    }

    @Test("other content takes the place of what failed; it is the same request, and others go on waiting")
    func edit() throws {
        try queue([request("req_1"), request("req_2")], isChained: true)
        try end("req_1", .failed(.refused), status: 3140)
        var edited = request("req_1", name: "Better")
        edited.body = Array("<CustomerAddRq><Better/></CustomerAddRq>".utf8)
        let row = try scene.database.transactNow {
            try $0.edit(request: "req_1", to: edited, by: kim, at: Scene.minutes(2))
        }
        #expect(row.state == .queued && row.name == "Better" && row.statusCode == nil && row.sentence == nil)
        let facts = try scene.database.readNow {
            try $0.outboxFacts(connector: connector.id, now: Scene.minutes(3), freshID: "set")
        }
        #expect(facts.queue.map(\.id) == ["req_1"] && facts.queue[0].body == edited.body)
        #expect(
            try scene.select("SELECT kind FROM event WHERE subject = 'req_1' ORDER BY number") == [
                "request.queued", "request.sent", "request.failed", "request.queued", "request.edited",
            ])
        #expect(
            try scene.select("SELECT action FROM audit ORDER BY number DESC LIMIT 1") == ["edit request"])
    }

    private func edit(_ id: String) throws -> RequestRow {
        try scene.database.transactNow {
            try $0.edit(request: id, to: request(id, name: "Better"), by: kim, at: Scene.minutes(0.5))
        }
    }

    @Test("an edit or a retry leaves alone the time before which the caller wants nothing sent")
    func editBeforeItsTime() throws {
        let order = QueueOrder(
            requests: [request("req_1")], digest: "req_1", notBefore: Scene.minutes(300))
        _ = try scene.database.transactNow {
            try $0.queue(order, connector: connector, by: kim, at: Scene.noon)
        }
        #expect(try edit("req_1").notBefore == Scene.minutes(300))
        #expect(try waiting == [])
        _ = try scene.database.transactNow {
            _ = try $0.decide(.cancel, request: "req_1", by: kim, at: Scene.minutes(0.5))
            return try $0.decide(.retry, request: "req_1", by: kim, at: Scene.minutes(0.5))
        }
        #expect(try waiting == [])
    }

    @Test("an edit ends the pause that followed a \"not now\" of QuickBooks")
    func editInItsPause() throws {
        try queue([request("req_1")])
        let pause = WriteEnd.Next.queued(
            notBefore: Scene.minutes(30), isolation: nil, countsAsAttempt: true)
        try end("req_1", pause, status: 3175)
        #expect(try waiting == [])
        #expect(try edit("req_1").notBefore == nil)
        #expect(try waiting == ["req_1"])
    }

    @Test("a retry ends the pause that followed a \"not now\", and no other one")
    func retryInItsPause() throws {
        func retry() throws -> RequestRow {
            try scene.database.transactNow {
                try $0.decide(.retry, request: "req_1", by: kim, at: Scene.minutes(0.5))
            }
        }
        try queue([request("req_1")])
        #expect(throws: DecisionRefusal.self) { try retry() }
        try end(
            "req_1", .queued(notBefore: Scene.minutes(300), isolation: nil, countsAsAttempt: true),
            status: 3175)
        #expect(try retry().notBefore == nil)
        #expect(try waiting == ["req_1"])
    }

    @Test("who dismissed a request first is kept, and the second is told")
    func dismissedTwice() throws {
        try queue([request("req_1")])
        try end("req_1", .failed(.refused), status: 3140)
        func dismiss(_ author: Author) throws -> RequestRow {
            try scene.database.transactNow {
                try $0.decide(.dismiss, request: "req_1", by: author, at: Scene.minutes(0.5))
            }
        }
        #expect(try dismiss(kim).dismissedBy == "kim")
        #expect(
            throws: DecisionRefusal.notNow(state: .failed, sentence: "It was dismissed already by kim.")
        ) { try dismiss(Author(name: "lee", uid: nil)) }
    }

    @Test("what was handed out, or is another request, is not edited")
    func notEdited() throws {
        try queue([request("req_1")])
        var other = request("req_1")
        other.title = "VendorAdd"
        #expect(throws: DecisionRefusal.otherRequest(is: "CustomerAdd", wanted: "VendorAdd")) {
            try scene.database.transactNow {
                _ = try $0.edit(request: "req_1", to: other, by: kim, at: Scene.noon)
            }
        }
        try end("req_1", .succeeded)
        #expect(throws: DecisionRefusal.self) {
            try scene.database.transactNow {
                _ = try $0.edit(request: "req_1", to: request("req_1"), by: kim, at: Scene.noon)
            }
        }
    }

    @Test("a conversation tells its beginning and its end, once each")
    func conversationEvents() throws {
        var conversation = try #require(try scene.ticketFacts()?.open.conversation)
        conversation.finish(.success, at: Scene.minutes(2))
        try scene.apply(.save(conversation), .save(conversation))
        #expect(
            try scene.select("SELECT kind || ' ' || subject FROM event ORDER BY number") == [
                "conversation.began 1", "conversation.ended 1",
            ])
    }
}
