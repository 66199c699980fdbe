import FoundationEssentials
import QBXML
import Sync
import Testing
import Timetable

@testable import Store

/// Requests that were queued before their category was switched to reading only.
@Suite struct ClosedCategoryTests {
    private let scene: Scene
    private let connector: Connector
    private let kim = Author(name: "kim")

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
        try scene.begin(connector)
    }

    private func queue(
        _ id: String, _ title: String = "InvoiceAdd", operation: Message.Operation? = .add,
        kind: String = "Invoice", expires: Date? = nil
    ) throws {
        let request = QueuedRequest(
            id: id, title: title, body: Array("<\(title)Rq/>".utf8),
            subject: RequestSubject(operation: operation, kind: kind, title: id),
            needs: Version(major: 13, minor: 0))
        let order = QueueOrder(requests: [request], digest: id, expiresAt: expires)
        _ = try scene.database.transactNow {
            try $0.queue(order, connector: connector, by: kim, at: Scene.noon)
        }
    }

    private func set(_ direction: CategorySetting.Direction, _ category: String = "invoices") throws {
        try scene.database.transactNow {
            try $0.editCategory(
                category, of: "acme", to: CategorySetting(direction: direction), by: kim, at: Scene.noon)
        }
    }

    private func facts(minute: Double = 1) throws -> OutboxFacts {
        try scene.database.readNow {
            try $0.outboxFacts(connector: connector.id, now: Scene.minutes(minute), freshID: "set-1")
        }
    }

    @Test("they wait and say so, others go on, and written again they go", arguments: ["read", "none"])
    func waits(word: String) throws {
        let direction = try #require(CategorySetting.Direction(rawValue: word))
        try queue("req_1")
        try queue("req_2", "CustomerAdd", kind: "Customer")
        try queue("req_3", "InvoiceQuery", operation: nil)
        try set(direction)
        #expect(try facts().queue.map(\.id) == ["req_2", "req_3"])
        let rows = try scene.database.readNow { try $0.requests(connector: connector.id, limit: 9) }
        #expect(rows.filter(\.isClosed).map(\.id) == ["req_1"])
        try set(.write)
        #expect(try facts().queue.map(\.id) == ["req_1", "req_2", "req_3"])
    }

    @Test("they make no check-in go")
    func noCheckIn() throws {
        try queue("req_1")
        try set(.read)
        let hasRequests = { try scene.facts("acme", at: Scene.minutes(2))?.history.hasRequests }
        #expect(try hasRequests() == false)
        try set(.both)
        #expect(try hasRequests() == true)
    }

    private func send(expires: Date? = nil) throws {
        try queue("req_1", expires: expires)
        let set = MessageSet(
            id: "set-1", document: [1], isRecoverable: true, sends: 1, since: "2026-09-20T00:00:00",
            writes: try facts().queue)
        try scene.apply(
            .form(set, ticket: Scene.ticket, at: Scene.noon),
            .setStage(set: "set-1", .unknownThere, at: Scene.noon))
    }

    @Test("a set in doubt is not to go again while one of it is of a category that is not written")
    func inDoubt() throws {
        try send()
        #expect(try facts().isWithheld == false)
        try set(.read)
        #expect(try facts().isWithheld)
    }

    @Test("nor after the time of one of it is over")
    func expired() throws {
        try send(expires: Scene.minutes(30))
        #expect(try facts(minute: 29).isWithheld == false)
        #expect(try facts(minute: 30).isWithheld)
    }

    @Test("nor after the source of one of it was stopped")
    func stopped() throws {
        try send()
        try scene.database.transactNow {
            try $0.execute(
                "INSERT INTO stopped_source (connector_id, source, since, sentence) VALUES (?1, ?2, ?3, ?4)",
                connector.id, "kim", Scene.noon, "It runs in a loop.")
        }
        #expect(try facts().isWithheld)
    }

    @Test("a change that was refused for its old EditSequence is not looked at while its source is stopped")
    func stale() throws {
        try queue("req_1")
        try scene.database.transactNow { try $0.execute("UPDATE request SET is_stale = 1") }
        #expect(try facts().stale.map(\.write.id) == ["req_1"])
        try set(.read)
        #expect(try facts().stale.isEmpty)
        #expect(try scene.facts("acme", at: Scene.minutes(2))?.history.hasRequests == false)
    }

    @Test("what broke off the conversations since the set went out is told, as long as nothing else happened")
    func breakOffs() throws {
        try send()
        func end(_ ticket: String, _ ending: Ending, minute: Double) throws {
            try scene.run(
                connector, ticket: "ticket-0123456789-" + ticket, trigger: .requests,
                at: Scene.minutes(minute), ending: ending)
        }
        var first = try #require(try scene.ticketFacts()).open.conversation
        first.finish(.success, at: Scene.minutes(1))
        try scene.apply(.save(first))
        try end("t1", .unsuccessful(.sessionLost(hresult: "0x80040402", category: "Invoices")), minute: 2)
        try end("t2", .unsuccessful(.sessionLost(hresult: "0x80040402", category: "Requests")), minute: 4)
        try end("t3", .unsuccessful(.sessionLost(hresult: "0x80010105", category: "Requests")), minute: 6)
        try scene.begin(connector, ticket: "ticket-0123456789-t4", trigger: .requests, at: Scene.minutes(8))
        #expect(try facts(minute: 9).breakOffs.isEmpty, "it was not asked after in this conversation")
        try scene.apply(.askAfter(set: "set-1", at: Scene.minutes(8)))
        #expect(try facts(minute: 9).breakOffs == ["0x80010105", "0x80040402"])
    }
}
