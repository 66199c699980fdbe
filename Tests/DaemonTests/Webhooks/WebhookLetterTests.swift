import API
import Foundation
import NIOHTTP1
import Sync
import Testing

@testable import Daemon
@testable import Store

@Suite("A signed delivery")
struct WebhookLetterTests {
    /// The example that Standard Webhooks and its libraries publish.
    @Test("is signed as the convention's own example is")
    func published() throws {
        let key = try #require(WebhookSecretKey("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let signature = key.signature(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330,
            body: Array(#"{"test": 2432232314}"#.utf8))
        #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test("has a secret of 24 random bytes, and knows none that is no secret")
    func secrets() {
        let key = WebhookSecretKey(random: [UInt8](repeating: 255, count: 24))
        #expect(key.text == "whsec_" + String(repeating: "/", count: 32))
        #expect(WebhookSecretKey(key.text) == key)
        for text in ["", "whsec_", "whsec_*", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"] {
            #expect(WebhookSecretKey(text) == nil)
        }
    }

    private func webhook(earlier: String? = nil, until: Date? = nil) -> Webhook {
        Webhook(
            id: "wh_1", wish: WebhookWish(url: "https://example.com/", connectorID: nil, kinds: .all),
            secret: WebhookSecretKey(random: [UInt8](repeating: 1, count: 24)).text, earlierSecret: earlier,
            earlierUntil: until, createdAt: MirrorScene.now, cursor: 0, line: DeliveryLine())
    }

    @Test("is the event as GET /v1/events has it with its ID, and two signatures while two secrets sign")
    func letter() throws {
        let event = EventRow(
            number: 12, at: MirrorScene.now, connector: "acme", kind: "request.failed", subject: "req_1",
            sentence: "No.")
        let earlier = WebhookSecretKey(random: [UInt8](repeating: 2, count: 24)).text
        let until = MirrorScene.now.addingTimeInterval(60)
        let turn = WebhookTurn(
            webhook: webhook(earlier: earlier, until: until), event: event, attempt: 1, again: nil)
        let letter = try WebhookLetter(turn, at: MirrorScene.now)
        let sent = try #require(
            try JSONSerialization.jsonObject(with: Data(letter.body)) as? [String: Any])
        #expect(sent["id"] as? String == "evt_12" && sent["number"] as? Int == 12)
        #expect(sent["kind"] as? String == "request.failed" && sent["subject"] as? String == "req_1")
        #expect(sent.count == 7)
        #expect(try Wire.decode(EventEntry.self, from: Data(letter.body)) == EventEntry(event))
        #expect(letter.signatures.count == 2 && letter.signatures.allSatisfy { $0.hasPrefix("v1,") })
        let header = try #require(letter.headers.first { $0.name == "webhook-signature" })
        #expect(header.value == letter.signatures.joined(separator: " "))
        let later = try WebhookLetter(turn, at: until)
        #expect(later.signatures.count == 1)
        #expect(letter.headers.first { $0.name == "webhook-id" }?.value == "evt_12")
    }

    private typealias Wire = API.Wire

    @Test("is refused where a stranger wrote the secret")
    func strange() {
        var webhook = webhook()
        webhook.secret = "whsec_"
        let changed = webhook
        #expect(throws: WebhookLetterError.unreadableSecret) {
            try WebhookLetter(testing: changed, reference: "A", connector: "acme", at: MirrorScene.now)
        }
    }
}

@Suite("The client of receivers", .serialized, .timeLimit(.minutes(10)))
struct WebhookClientTests {
    private func post(_ url: String, limit: Double = 10) async throws -> ReceiverReply? {
        let webhook = Webhook(
            id: "wh_1", wish: WebhookWish(url: url, connectorID: nil, kinds: .all),
            secret: WebhookSecretKey(random: [UInt8](repeating: 1, count: 24)).text,
            createdAt: MirrorScene.now, cursor: 0, line: DeliveryLine())
        let letter = try WebhookLetter(
            testing: webhook, reference: "A", connector: "acme", at: MirrorScene.now)
        return try await WebhookClient.session(now: { MirrorScene.now }, limit: limit) {
            await $0.post(letter)
        }
    }

    @Test("takes any 2xx for a yes, and anything else for a no with the beginning of what was said")
    func statuses() async throws {
        let receiver = Receiver([204, 500], text: String(repeating: "Sorry,\n no. ", count: 1000))
        let (yes, no) = try await receiver.listen { url in
            (try await self.post(url), try await self.post(url))
        }
        #expect(yes?.status == 204 && yes?.error == nil && yes?.answer == .taken)
        #expect(no?.status == 500 && no?.answer == .refused)
        #expect(no?.error?.hasPrefix("Status 500. Sorry, no. Sorry,") == true, "\(no?.error ?? "")")
        #expect((no?.error?.count ?? 999) < 220)
    }

    @Test("does not follow a redirect")
    func redirect() async throws {
        let receiver = Receiver([302], headers: ["location": "/hook"])
        let reply = try await receiver.listen { url in try await self.post(url) }
        #expect(receiver.letters.count == 1)
        #expect(reply?.error?.contains("redirects are not followed") == true && reply?.status == 302)
    }

    @Test("waits no longer than its limit for an answer")
    func silence() async throws {
        let receiver = Receiver(isHolding: true)
        let reply = try await receiver.listen { url in try await self.post(url, limit: 0.05) }
        #expect(reply?.status == nil && reply?.error?.contains("No whole answer came") == true)
    }

    @Test("says so when nobody listens, and when there is no such host")
    func nobody() async throws {
        let closed = try await Receiver().listen { $0 }
        let refused = try await post(closed)
        #expect(refused?.error?.contains("connection was refused") == true, "\(refused?.error ?? "")")
        let unknown = try await post("https://nobody.invalid/")
        #expect(unknown?.error?.contains("no host nobody.invalid") == true, "\(unknown?.error ?? "")")
    }

    @Test("sends nothing to a server whose certificate nobody vouches for")
    func certificate() async throws {
        let certificates = try Certificates()
        let files = try certificates.make("localhost")
        let receiver = Receiver()
        let reply = try await receiver.listen(certificates: files) { url in try await self.post(url) }
        #expect(receiver.letters.isEmpty)
        #expect(
            reply?.error?.hasPrefix("The certificate is not accepted: it is out of date, for another") == true
        )
        #expect(reply?.error?.contains(#/Which it is: qbsyncctl preflight https:\/\/localhost:\d+$/#) == true)
    }
}
