import API
import Foundation
import Testing

@testable import Daemon
@testable import Store

@Suite("Events of requests", .timeLimit(.minutes(10)))
struct EventRouteTests {
    private func events(_ scene: RequestScene, _ query: String = "") async throws -> EventPage {
        try await scene.get("events\(query)").word(EventPage.self)
    }

    @Test("every step of a request is an event, and who keeps the last number misses none")
    func pages() async throws {
        let scene = try RequestScene()
        #expect(try await events(scene) == EventPage(events: [], next: 0, hasMore: false))
        let id = try await scene.queued()
        _ = try await scene.decide("cancel", id)
        _ = try await scene.decide("retry", id)
        let all = try await events(scene)
        #expect(all.events.map(\.kind) == ["request.queued", "request.cancelled", "request.queued"])
        #expect(all.events.allSatisfy { $0.subject == id && $0.connector == "acme" })
        let first = try await events(scene, "?limit=2")
        #expect(first.hasMore && first.next == 2)
        let rest = try await events(scene, "?after=2&connector=acme")
        #expect(rest.events.map(\.number) == [3] && !rest.hasMore && rest.next == 3)
        #expect(try await events(scene, "?last=0").next == 3)
        #expect(try await scene.get("events?after=9").status == 410)
        #expect(try await scene.get("events?connector=acm").status == 404)
        #expect(try await scene.get("events?afer=1&last=2&after=1").findings.count == 2)
    }

    @Test("whoever comes back behind what is kept is told from which number on events are kept")
    func kept() async throws {
        let scene = try RequestScene()
        let id = try await scene.queued()
        _ = try await scene.decide("cancel", id)
        _ = try await scene.decide("retry", id)
        _ = try await scene.decide("cancel", id)
        _ = try scene.database.transactNow { try $0.execute("DELETE FROM event WHERE number <= 2") }
        let gone = try await scene.get("events?after=1")
        #expect(gone.status == 410)
        #expect(gone.body.contains("kept from number 3 on"), "\(gone.body)")
        let stream = try await scene.get(
            "events", "Accept: text/event-stream\r\nLast-Event-ID: 1\r\nConnection: close\r\n")
        #expect(stream.status == 410)
        #expect(try await events(scene, "?after=2").events.map(\.number) == [3, 4])
        #expect(
            try await events(scene).events.map(\.number) == [3, 4], "from the beginning, that is the oldest")
    }

    @Test("a wait ends with the commit that brings an event")
    func longPoll() async throws {
        let scene = try RequestScene()
        let id = try await scene.queued()
        let answer = try await scene.mirror.run { api in
            try await api.wire.send("GET /v1/events?after=1&wait=30 HTTP/1.1\r\nHost: localhost\r\n\r\n")
            while scene.database.taskReadersWaiting == 0 { await Task.yield() }
            _ = try scene.database.transactNow {
                try $0.decide(.cancel, request: id, by: Author(name: "ann"), at: MirrorScene.now)
            }
            return try await api.wire.readAnswer()
        }
        #expect(try answer.word(EventPage.self).events.map(\.kind) == ["request.cancelled"])
    }

    @Test("a call that waits for its requests is answered when they are over")
    func waitingCall() async throws {
        let scene = try RequestScene()
        let body = RequestScene.customer
        let answer = try await scene.mirror.run { api in
            try await api.wire.send(
                "POST /v1/connectors/acme/requests?wait=30 HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
            while scene.database.taskReadersWaiting == 0 { await Task.yield() }
            try scene.database.transactNow { transaction in
                let id = try transaction.first("SELECT id FROM request") { $0.next(String.self) } ?? ""
                _ = try transaction.decide(
                    .cancel, request: id, by: Author(name: "ann"), at: MirrorScene.now)
            }
            return try await api.wire.readAnswer()
        }
        #expect(answer.status == 201)
        #expect(try answer.word(QueuedRequests.self).requests.map(\.state) == ["cancelled"])
    }

    @Test("as server-sent events they come with their numbers, and go on after the last one seen")
    func stream() async throws {
        let scene = try RequestScene()
        let id = try await scene.queued()
        _ = try await scene.decide("cancel", id)
        let text = try await ServedAPI().run(over: scene.database) { api, stop in
            try await api.wire.send(
                "GET /v1/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                    + "Last-Event-ID: 1\r\nConnection: close\r\n\r\n")
            while scene.database.taskReadersWaiting == 0 { await Task.yield() }
            await stop()
            return try await api.wire.readToEnd()
        }
        #expect(text.contains("200 OK") && text.contains("text/event-stream"))
        #expect(text.contains("id: 2\nevent: request.cancelled\ndata: {"), "\(text)")
        #expect(!text.contains("id: 1\n"))
    }
}
