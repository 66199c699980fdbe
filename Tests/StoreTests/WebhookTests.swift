import FoundationEssentials
import QBXML
import Sync
import Testing

@testable import Store

/// Whom events are sent to, and how the line of each moves.
@Suite("Webhooks in the store")
struct WebhookTests {
    private let scene: Scene
    private let acme: Connector
    private let kim = Author(name: "kim", uid: 7)

    init() throws {
        scene = try Scene()
        acme = try scene.connector("acme")
    }

    private var database: SyncDatabase { scene.database }

    /// An event of any kind, as others will write them too.
    @discardableResult
    private func happens(_ kind: String, connector: Int64? = nil) throws -> Int64 {
        try database.transactNow { transaction in
            try transaction.execute(
                "INSERT INTO event (at, connector_id, kind, subject) VALUES (?1, ?2, ?3, 'x')", Scene.noon,
                connector ?? acme.id, kind)
            return transaction.lastInserted
        }
    }

    @discardableResult
    private func add(
        _ id: String = "wh_1", kinds: [String] = [], connector: Int64? = nil, at now: Date = Scene.noon
    ) throws -> Webhook {
        let wish = WebhookWish(
            url: "https://example.com/\(id)", connectorID: connector, kinds: KindFilter(patterns: kinds))
        return try database.transactNow {
            try $0.addWebhook(wish, id: id, secret: "whsec_one", by: kim, at: now)
        }
    }

    private func look(_ id: String = "wh_1", seen: Int64 = 0, at now: Date = Scene.noon) throws -> WebhookLook
    {
        try #require(try database.readNow { try $0.lookAtWebhook(id, now: now, seen: seen) })
    }

    private func settle(
        _ turn: WebhookTurn, status: Int? = 200, at now: Date = Scene.noon
    ) throws -> DeliveryVerdict? {
        let isTaken = status.map { (200..<300).contains($0) } ?? false
        let reply = ReceiverReply(
            at: now, milliseconds: 3, status: status, error: isTaken ? nil : "It did not work.")
        return try database.transactNow { try $0.settle(turn, reply, jitter: 0.5, at: now) }
    }

    private func webhook(_ id: String = "wh_1") throws -> Webhook {
        try #require(try database.readNow { try $0.webhook(id: id) })
    }

    @Test("gets what happens after it was made, one after the other, each settled with its line of the log")
    func inOrder() throws {
        try happens("request.queued")
        try add()
        #expect(try look().turn == nil)
        try happens("request.sent")
        try happens("conversation.ended")
        let first = try #require(try look().turn)
        #expect(first.event.number == 2 && first.attempt == 1)
        #expect(try look().turn == first, "until it is settled, it stays the first")
        #expect(try settle(first) == .delivered)
        let second = try #require(try look().turn)
        #expect(second.event.kind == "conversation.ended")
        #expect(try settle(second, status: 204) == .delivered)
        #expect(try look().turn == nil)
        #expect(try webhook().cursor == 3)
        let log = try database.readNow { try $0.deliveries(webhook: "wh_1", limit: 9) }
        #expect(log.map(\.event) == [3, 2] && log.map(\.outcome) == [.delivered, .delivered])
        #expect(log.map(\.status) == [204, 200] && log.map(\.cause) == [.event, .event])
    }

    @Test("a filter by kind and connector lets others pass, however many they are")
    func filters() throws {
        let bravo = try scene.connector("bravo")
        try add(kinds: ["request.failed", "condition."], connector: acme.id)
        for _ in 0..<600 { try happens("request.sent") }
        try happens("request.failed", connector: bravo.id)
        let wanted = try happens("condition.raised")
        var found = try look()
        #expect(found.turn == nil && found.isUnfinished && found.seen == 500)
        found = try look(seen: found.seen)
        #expect(found.turn?.event.number == wanted && found.seen == wanted - 1)
        try database.transactNow { try $0.passWebhook("wh_1", to: 500) }
        #expect(try webhook().cursor == 500)
        #expect(try look().turn?.event.number == wanted)
    }

    @Test("a failed event holds those behind it until its time comes, and a day later it is given up")
    func headOfLine() throws {
        try add()
        try happens("request.sent")
        try happens("request.failed")
        var now = Scene.noon
        for attempt in 1...12 {
            let turn = try #require(try look(at: now).turn)
            #expect(turn.event.number == 1 && turn.attempt == attempt)
            guard case .retry(let next) = try settle(turn, status: 503, at: now) else {
                Issue.record("attempt \(attempt) was the last")
                return
            }
            let early = try look(at: next.addingTimeInterval(-0.1))
            #expect(early.turn == nil && early.next == next)
            now = next
        }
        #expect(try webhook().state == .failing)
        #expect(try settle(#require(try look(at: now).turn), status: nil, at: now) == .givenUp)
        #expect(try look(at: now).turn?.event.number == 2)
        let log = try database.readNow { try $0.deliveries(webhook: "wh_1", limit: 20) }
        #expect(log.first?.outcome == .givenUp && log.dropFirst().allSatisfy { $0.outcome == .failed })
        #expect(log.count == 13 && log.first?.status == nil)
        #expect(try settle(#require(try look(at: now).turn), at: now) == .delivered)
        #expect(try webhook().state == .active)
    }

    @Test("one that waits for its next try is tried at once when somebody enables it")
    func hastened() throws {
        try add()
        try happens("request.sent")
        _ = try settle(#require(try look().turn), status: 500)
        #expect(try look().turn == nil)
        try database.transactNow { _ = try $0.enableWebhook("wh_1", by: kim, at: Scene.noon) }
        let turn = try #require(try look().turn)
        #expect(turn.event.number == 1 && turn.attempt == 2)
    }

    @Test("a clock that is set back makes no try wait for the time that it was")
    func clockSetBack() throws {
        try add()
        try happens("request.sent")
        _ = try settle(#require(try look().turn), status: 500)
        let before = Scene.noon.addingTimeInterval(-365 * 86_400)
        #expect(try look(at: before).turn?.event.number == 1)
    }

    @Test("410 switches it off; enabled, it goes on with the very event that it stopped at")
    func goneAndBack() throws {
        try add()
        try happens("request.sent")
        #expect(try settle(#require(try look().turn), status: 410) == .disabled(.gone))
        #expect(try webhook().state == .disabled && look().turn == nil)
        #expect(try database.readNow { try $0.troubledWebhooks(connector: acme.id) }.map(\.id) == ["wh_1"])
        try happens("request.failed")
        try database.transactNow { _ = try $0.enableWebhook("wh_1", by: kim, at: Scene.noon) }
        #expect(try look().turn?.event.number == 1)
        #expect(try webhook().line == DeliveryLine())
        let trail = try database.readNow { try $0.audit(limit: 3) }
        #expect(trail.map(\.action) == [.enableWebhook, .disableWebhook, .addWebhook])
        #expect(trail.map(\.author.name) == ["kim", "qbsyncd", "kim"])
    }

    @Test("one that a person disabled while it was being served keeps what was delivered, and is no trouble")
    func disabledMeanwhile() throws {
        try add()
        try happens("request.sent")
        let turn = try #require(try look().turn)
        try database.transactNow { _ = try $0.disableWebhook("wh_1", by: kim, at: Scene.noon) }
        #expect(try settle(turn) == nil)
        #expect(try webhook().cursor == 1)
        #expect(try database.readNow { try $0.troubledWebhooks(connector: acme.id) }.isEmpty)
        #expect(throws: WebhookRefusal.disabled) {
            try database.transactNow { try $0.redeliver(1, to: "wh_1", by: kim, at: Scene.noon) }
        }
        try database.transactNow { try $0.removeWebhook("wh_1", by: kim, at: Scene.noon) }
        #expect(try settle(turn) == nil)
        #expect(try database.readNow { try $0.lookAtWebhook("wh_1", now: Scene.noon, seen: 0) } == nil)
    }

    @Test("a new filter holds for what is not sent yet, and brings back nothing that the old one let pass")
    func editing() throws {
        try add(kinds: ["request.failed"])
        try happens("request.sent")
        try happens("request.failed")
        try happens("request.queued")
        let wish = WebhookWish(url: "https://example.com/2", connectorID: nil, kinds: .all)
        try database.transactNow { _ = try $0.editWebhook("wh_1", to: wish, by: kim, at: Scene.noon) }
        #expect(try webhook().cursor == 1)
        for number in [Int64(2), 3] {
            let turn = try #require(try look().turn)
            #expect(turn.event.number == number)
            _ = try settle(turn)
        }
    }

    @Test("an event that somebody wants once more goes before the line, and does not move it")
    func again() throws {
        try happens("request.sent")
        try add()
        try happens("request.failed")
        try database.transactNow { try $0.redeliver(1, to: "wh_1", by: kim, at: Scene.noon) }
        #expect(throws: WebhookRefusal.noSuchEvent) {
            try database.transactNow { try $0.redeliver(9, to: "wh_1", by: kim, at: Scene.noon) }
        }
        let turn = try #require(try look().turn)
        #expect(turn.event.number == 1 && turn.again != nil)
        guard case .retry(let next) = try settle(turn, status: 500) else {
            Issue.record("no retry")
            return
        }
        #expect(try look().turn?.event.number == 2, "the line does not wait for it")
        _ = try settle(#require(try look().turn))
        #expect(try look().next == next)
        let later = try #require(try look(at: next).turn)
        #expect(later.event.number == 1 && later.attempt == 2)
        #expect(try settle(later, at: next) == .delivered)
        #expect(try look(at: next).turn == nil && webhook().cursor == 2)
    }

    @Test("two secrets sign until the earlier one's time is over")
    func secrets() throws {
        try add()
        let until = Scene.minutes(60)
        let rotated = try database.transactNow {
            try $0.rotateWebhook("wh_1", secret: "whsec_two", earlierUntil: until, by: kim, at: Scene.noon)
        }
        #expect(rotated.secrets(at: Scene.minutes(59)) == ["whsec_two", "whsec_one"])
        #expect(rotated.secrets(at: until) == ["whsec_two"])
        let final = try database.transactNow {
            try $0.rotateWebhook("wh_1", secret: "whsec_three", earlierUntil: nil, by: kim, at: Scene.noon)
        }
        #expect(final.secrets(at: Scene.noon) == ["whsec_three"])
    }

    @Test("there are 64 at most")
    func bounded() throws {
        for number in 1...64 { try add("wh_\(number)") }
        #expect(throws: WebhookRefusal.tooMany) { try add("wh_65") }
    }

    @Test("tries older than 30 days go in small steps, and wishes for events that are gone with them")
    func upkeep() async throws {
        try add()
        for _ in 0..<5 {
            try happens("request.sent")
            _ = try settle(#require(try look().turn))
        }
        try database.transactNow { try $0.redeliver(1, to: "wh_1", by: kim, at: Scene.noon) }
        let count = "SELECT count(*) FROM webhook_delivery"
        #expect(try await database.careForWebhooks(now: Scene.minutes(30 * 1440)) == 0)
        #expect(try await database.careForWebhooks(now: Scene.minutes(30 * 1440 + 1), limit: 3) == 3)
        #expect(try scene.select(count) == ["2"])
        #expect(try await database.careForWebhooks(now: Scene.minutes(30 * 1440 + 1), limit: 3) == 2)
        try database.transactNow { try $0.execute("DELETE FROM event WHERE number = 1") }
        #expect(try look().turn == nil)
        #expect(try await database.careForWebhooks(now: Scene.noon) == 1)
        #expect(try scene.select("SELECT count(*) FROM webhook_again") == ["0"])
    }
}
