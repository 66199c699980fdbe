import API
import Foundation
import Testing

@testable import Daemon
@testable import Store

@Suite("GET …/changes", .timeLimit(.minutes(10)))
struct ChangeRouteTests {
    @Test("tells what happened after a number, oldest first, and where to go on")
    func page() async throws {
        let scene = try MirrorScene()
        for number in 1...5 { try scene.change("A-\(number)") }
        try scene.change("B-1", kind: "Bill", operation: "deleted")
        let page = try await scene.get("changes?after=2&limit=2").word(ChangePage.self)
        #expect(page.changes.map(\.number) == [3, 4] && page.next == 4 && page.hasMore)
        #expect(page.changes[0].editBefore == "1" && page.changes[0].editAfter == "2")
        #expect(page.changes[0].conversation == 3 && page.changes[0].operation == "updated")
        let rest = try await scene.get("changes?after=4").word(ChangePage.self)
        #expect(rest.changes.map(\.id) == ["A-5", "B-1"] && rest.next == 6 && !rest.hasMore)
        #expect(try await scene.get("changes").word(ChangePage.self).changes.count == 6)
        let last = try await scene.get("changes?last=2").word(ChangePage.self)
        #expect(last.changes.map(\.number) == [5, 6])
        let end = try await scene.get("changes?last=0").word(ChangePage.self)
        #expect(end.changes.isEmpty && end.next == 6)
    }

    @Test("leaves out other kinds, and moves on all the same")
    func kinds() async throws {
        let scene = try MirrorScene()
        for number in 1...4 { try scene.change("A-\(number)") }
        try scene.change("80-1", kind: "Customer")
        try scene.change("A-9")
        let page = try await scene.get("changes?kind=Customer,Vendor").word(ChangePage.self)
        #expect(page.changes.map(\.id) == ["80-1"] && page.next == 6)
        let wrong = try await scene.get("changes?kind=Custmer&after=-1&include=all&wait=100")
        #expect(wrong.status == 422)
        #expect(Set(try wrong.findings.keys) == ["kind", "after", "include", "wait"])
    }

    @Test("holds the record as it is now, if it is asked for")
    func records() async throws {
        let scene = try MirrorScene()
        try scene.invoice("A-1", number: "1001")
        try scene.change("A-1")
        try scene.change("A-2", operation: "deleted")
        let answer = try await scene.get("changes?include=record")
        #expect(answer.body.contains(#""record":{"TxnID":"A-1""#))
        let page = try answer.word(ChangePage.self)
        #expect(page.changes.map { $0.record != nil } == [true, false])
    }

    @Test("says 410 with the way back when changes are gone, or the number is from another database")
    func gone() async throws {
        let scene = try MirrorScene()
        for number in 1...5 { try scene.change("A-\(number)") }
        try scene.execute("DELETE FROM activity WHERE number <= 3")
        let gone = try await scene.get("changes?after=1")
        #expect(gone.status == 410 && gone["Content-Type"] == "application/problem+json")
        #expect(gone.body.contains("no longer kept; the oldest is 4") && gone.body.contains("last=0"))
        #expect(try await scene.get("changes?after=3").word(ChangePage.self).changes.count == 2)
        #expect(try await scene.get("changes").word(ChangePage.self).changes.count == 2)
        let ahead = try await scene.get("changes?after=6")
        #expect(ahead.status == 410 && ahead.body.contains("older copy"))
        let events = try await scene.get("changes?after=1", "Accept: text/event-stream\r\n")
        #expect(events.status == 410)
    }

    @Test("a reader of a quiet connector moves on with the others, so that nothing it missed is pruned")
    func quiet() async throws {
        let scene = try MirrorScene()
        try scene.change("A-1")
        try scene.execute(
            """
            INSERT INTO connector (id, name, title, is_default, slot, owner_id, file_id, interval_seconds,
                time_zone, morning, poll_seconds, page_size, overlap_seconds, unattended, editions,
                created_at)
            SELECT 2, 'bravo', 'B', 0, 1, 'o2', 'f2', interval_seconds, time_zone, morning, poll_seconds,
                page_size, overlap_seconds, unattended, editions, created_at FROM connector
            """)
        for number in 1...3 { try scene.change("B-\(number)", connector: 2) }
        let page = try await scene.get("changes?after=1").word(ChangePage.self)
        #expect(page.changes.isEmpty && page.next == 4)
    }

    @Test("a wait ends with the commit that brings something")
    func longPoll() async throws {
        let scene = try MirrorScene()
        try scene.change("A-1")
        let answer = try await scene.run { api in
            try await api.wire.send(
                "GET /v1/connectors/acme/changes?after=1&wait=30 HTTP/1.1\r\nHost: localhost\r\n\r\n")
            while scene.database.changeReadersWaiting == 0 { await Task.yield() }
            try scene.change("A-2")
            return try await api.wire.readAnswer()
        }
        #expect(try answer.word(ChangePage.self).changes.map(\.id) == ["A-2"])
    }

    @Test("a wait ends when the daemon stops, with an answer")
    func stop() async throws {
        let scene = try MirrorScene()
        let answer = try await ServedAPI().run(over: scene.database) { api, stop in
            try await api.wire.send(
                "GET /v1/connectors/acme/changes?wait=30 HTTP/1.1\r\nHost: localhost\r\n\r\n")
            while scene.database.changeReadersWaiting == 0 { await Task.yield() }
            await stop()
            return try await api.wire.readAnswer()
        }
        #expect(try answer.word(ChangePage.self) == ChangePage(changes: [], next: 0, hasMore: false))
        #expect(scene.database.changeReadersWaiting == 0)
    }

    @Test("events come with their numbers, go on behind the last one, and end with the daemon")
    func events() async throws {
        let scene = try MirrorScene()
        for number in 1...3 { try scene.change("A-\(number)") }
        let text = try await ServedAPI().run(over: scene.database) { api, stop in
            try await api.wire.send(
                "GET /v1/connectors/acme/changes?after=0 HTTP/1.1\r\nHost: localhost\r\n"
                    + "Accept: text/event-stream\r\nLast-Event-ID: 2\r\nConnection: close\r\n\r\n")
            while scene.database.changeReadersWaiting == 0 { await Task.yield() }
            try scene.change("A-4")
            while scene.database.changeReadersWaiting == 0 { await Task.yield() }
            await stop()
            return try await api.wire.readToEnd()
        }
        #expect(text.contains("200 OK") && text.contains("text/event-stream"))
        let lines = text.split(whereSeparator: \.isNewline)
        let events = lines.filter { $0.hasPrefix("id: ") || $0.hasPrefix("data: ") }
        #expect(events.filter { $0.hasPrefix("data") }.count == 2, "\(text)")
        #expect(events.first == "id: 3" && text.contains("id: 4\nevent: change\ndata: {\"number\":4,"))
        let data = try #require(events.first { $0.hasPrefix("data") }).dropFirst(6)
        #expect(try API.Wire.decode(ChangeEntry.self, from: Data(data.utf8)).id == "A-3")
    }
}
