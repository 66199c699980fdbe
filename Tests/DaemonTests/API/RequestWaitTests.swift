import API
import Foundation
import Testing

@testable import Daemon
@testable import Store

@Suite("Why requests wait", .timeLimit(.minutes(10)))
struct RequestWaitTests {
    private func listed(_ scene: RequestScene, _ id: String) async throws -> RequestEntry {
        let page = try await scene.get("connectors/acme/requests").word(RequestPage.self)
        return try #require(page.requests.first { $0.id == id })
    }

    /// As it is told by the list and by itself, which is the same.
    private func told(_ scene: RequestScene, _ id: String) async throws -> RequestEntry {
        let entry = try await scene.account(id).request
        #expect(try await listed(scene, id) == entry)
        return entry
    }

    @Test("what keeps the connector from going is told of the request, with whose move it is")
    func connector() async throws {
        let scene = try RequestScene()
        let id = try await scene.queued()
        let never = try await told(scene, id)
        #expect(
            never.sentence == "It waits for the Web Connector. No Web Connector has ever checked in for acme."
        )
        #expect(never.mover == "the person at the workstation" && never.fix?.contains("qwc acme") == true)
        try scene.checkIn()
        #expect(try await told(scene, id).sentence == "It waits for the Web Connector.")

        try scene.breakOff(3)
        let resting = try await told(scene, id).sentence
        #expect(
            resting.hasPrefix(
                "It waits until acme may go: 3 conversations in a row broke off, so its requests "
                    + "rest until 14:"), "\(resting)")
        try scene.mirror.execute(
            "UPDATE connector SET paused_at = '2026-11-21T14:00:00.000Z', paused_by = 'ann'")
        let paused = try await told(scene, id)
        #expect(
            paused.sentence == "It waits until acme may go: Paused by ann until someone resumes it.",
            "\(paused.sentence)")
        #expect(paused.fix == "qbsyncctl resume acme" && paused.mover == "the administrator of qbsyncd")
        try scene.mirror.execute("UPDATE connector SET disabled_at = '2026-11-21T14:00:00.000Z'")
        let disabled = try await told(scene, id)
        #expect(disabled.sentence == "It waits until acme may go: acme is disabled.")
        #expect(disabled.fix == "qbsyncctl connector enable acme")
        #expect(try await scene.decide("cancel", id).word(DecisionReceipt.self).request.mover == nil)
        let again = try await scene.decide("retry", id).word(DecisionReceipt.self).request
        #expect(again.sentence == disabled.sentence)
    }

    @Test("a time of its own is told, and beside it only what lasts longer")
    func notBefore() async throws {
        let scene = try RequestScene()
        try scene.checkIn()
        let id = try await scene.queued(RequestScene.customer, "not_before=30m")
        let own = try await told(scene, id)
        #expect(own.sentence == "It waits for its time, 14:35 (UTC).")
        #expect(own.mover == nil && own.fix == nil)
        try scene.mirror.execute("UPDATE connector SET disabled_at = '2026-11-21T14:00:00.000Z'")
        let both = try await told(scene, id)
        #expect(
            both.sentence
                == "It waits for its time, 14:35 (UTC). It waits until acme may go: acme is disabled.")
        #expect(both.fix == "qbsyncctl connector enable acme")
    }

    @Test("what QuickBooks put off says why, and when it is tried again")
    func putOff() async throws {
        let scene = try RequestScene()
        try scene.checkIn()
        let id = try await scene.queued()
        try scene.mirror.execute(
            """
            UPDATE request SET sentence = 'The record is in use.', status_code = 3175, attempts = 1,
                not_before = '2026-11-21T14:07:00.000Z'
            """)
        let entry = try await told(scene, id)
        #expect(entry.sentence == "The record is in use. It waits for its time, 14:07 (UTC).")
    }

    @Test("what waits for a request that is over says what lets it go, and stands among the messages")
    func stuck() async throws {
        let scene = try RequestScene()
        try scene.checkIn()
        let body = "[\(RequestScene.customer),\(RequestScene.customer),\(RequestScene.customer)]"
        let ids = try await scene.queue(body, "group=chain").word(QueuedRequests.self).requests.map(\.id)
        #expect(try await listed(scene, ids[1]).mover == nil)
        try scene.fail(ids[0])
        #expect(try await scene.decide("dismiss", ids[0]).status == 200)
        for id in ids[1...] {
            let entry = try await scene.account(id).request
            #expect(entry.mover == "whoever made the request")
            #expect(entry.fix?.contains("qbsyncctl request retry \(ids[0])") == true)
            #expect(entry.fix?.contains("qbsyncctl request cancel \(id)") == true)
            #expect(entry.sentence.contains("\(ids[0]) is failed: retry it, or cancel this one."))
            #expect(try await listed(scene, id).fix == entry.fix)
        }
        #expect(
            try await listed(scene, ids[1]).sentence
                == "It waits for CustomerAdd \(ids[0]), which is failed and dismissed.")
        let messages = try await scene.get("connectors/acme/messages").word([MessageEntry].self)
        let message = try #require(messages.first)
        #expect(messages.count == 1 && message.id == ids[1] && message.category == "requests")
        #expect(message.sentence.contains("which is failed and dismissed. Once its cause is gone"))
        let status = try await scene.get("connectors/acme/status").word(ConnectorStatus.self)
        #expect(status.messageCount == 1)
        let condition = try #require(status.conditions?.first { $0.code == "requests-stuck" })
        #expect(
            condition.sentence
                == "Of acme one request cannot go out: it waits for CustomerAdd \(ids[0]), which is failed.")
        #expect(try await scene.decide("retry", ids[0]).status == 200)
        #expect(try await scene.get("connectors/acme/messages").word([MessageEntry].self).isEmpty)
        #expect(try await scene.account(ids[2]).request.fix == nil)
    }

    @Test("one that waits for a cancelled or a lost one says what can be decided of that")
    func others() async throws {
        let scene = try RequestScene()
        try scene.checkIn()
        let first = try await scene.queued()
        let second = try await scene.queued(RequestScene.customer, "after=\(first)")
        #expect(try await scene.decide("cancel", first).status == 200)
        #expect(try await scene.account(second).request.fix?.contains("request retry \(first)") == true)
        #expect(try await scene.decide("retry", first).status == 200)
        try scene.lose(first)
        let lost = try await scene.account(second).request
        #expect(lost.fix == (try await listed(scene, second).fix))
        #expect(lost.mover == "the administrator of qbsyncd")
        #expect(lost.fix?.contains("qbsyncctl request link \(first) RECORD") == true)
    }
}
