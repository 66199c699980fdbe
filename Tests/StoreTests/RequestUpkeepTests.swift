import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

/// Requests expire, and go when they were settled long ago.
@Suite struct RequestUpkeepTests {
    private let scene: Scene
    private let connector: Connector
    private let kim = Author(name: "kim")

    init() throws {
        scene = try Scene()
        connector = try scene.connector("acme")
    }

    private func queue(_ id: String, after: [String] = [], expires: Date? = nil, key: String? = nil) throws {
        let request = QueuedRequest(
            id: id, title: "CustomerAdd", body: Array("<CustomerAddRq/>".utf8),
            subject: RequestSubject(operation: .add, kind: "Customer"),
            needs: Version(major: 13, minor: 0))
        let order = QueueOrder(
            requests: [request], key: key, digest: id, after: after, expiresAt: expires)
        _ = try scene.database.transactNow {
            try $0.queue(order, connector: connector, by: kim, at: Scene.noon)
        }
    }

    private func states() throws -> [String] {
        try scene.select("SELECT id || ' ' || state FROM request ORDER BY number")
    }

    private func care(days: Double) async throws {
        try await scene.database.careForRequests(now: Scene.noon.addingTimeInterval(days * 86_400))
    }

    @Test("one whose time is over expires, and is told of")
    func expiry() async throws {
        try queue("req_1", expires: Scene.minutes(30))
        try queue("req_2")
        try await care(days: 1)
        #expect(try states() == ["req_1 expired", "req_2 queued"])
        #expect(
            try scene.select("SELECT kind FROM event WHERE subject = 'req_1' ORDER BY number") == [
                "request.queued", "request.expired",
            ])
    }

    @Test("the key of a call stays as long as any of its requests, whichever ended first")
    func keys() async throws {
        let requests = ["req_1", "req_2"].map {
            QueuedRequest(
                id: $0, title: "CustomerAdd", body: Array("<CustomerAddRq/>".utf8),
                subject: RequestSubject(operation: .add, kind: "Customer"),
                needs: Version(major: 13, minor: 0))
        }
        try scene.database.transactNow {
            _ = try $0.queue(
                QueueOrder(requests: requests, key: "order-1", digest: "1"), connector: connector, by: kim,
                at: Scene.noon)
            _ = try $0.decide(.cancel, request: "req_2", by: kim, at: Scene.noon)
        }
        try await care(days: 402)
        #expect(try states() == ["req_1 queued"])
        #expect(try scene.select("SELECT key FROM request_call") == ["order-1"])
        try scene.database.transactNow {
            _ = try $0.decide(.cancel, request: "req_1", by: kim, at: Scene.noon)
        }
        try await care(days: 402)
        #expect(try scene.select("SELECT count(*) FROM request_call") == ["0"])
    }

    @Test("what was settled more than 400 days ago goes with its key; what waits stays however old it is")
    func retention() async throws {
        try queue("req_1", expires: Scene.minutes(30), key: "order-1")
        try queue("req_2")
        try await care(days: 1)
        try await care(days: 401)
        #expect(try states() == ["req_1 expired", "req_2 queued"])
        try await care(days: 402)
        #expect(try states() == ["req_2 queued"])
        #expect(try scene.select("SELECT count(*) FROM request_call") == ["0"])
    }

    @Test("events go after 90 days, but for the newest, so that no number is given twice")
    func events() async throws {
        try queue("req_1")
        try queue("req_2")
        try await care(days: 89)
        #expect(try scene.select("SELECT count(*) FROM event") == ["2"])
        try await care(days: 91)
        #expect(try scene.select("SELECT number FROM event") == ["2"])
        #expect(try states() == ["req_1 queued", "req_2 queued"])
    }

    @Test("one that another waits for stays, since without it the other would go out")
    func needed() async throws {
        try queue("req_1", expires: Scene.minutes(30))
        try queue("req_2", after: ["req_1"])
        try await care(days: 1)
        try await care(days: 500)
        #expect(try states() == ["req_1 expired", "req_2 queued"])
        let facts = try scene.database.readNow {
            try $0.outboxFacts(connector: connector.id, now: Scene.minutes(900_000), freshID: "set")
        }
        #expect(facts.queue.isEmpty)
    }
}
