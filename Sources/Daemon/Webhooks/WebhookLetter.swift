import API
import FoundationEssentials
import Store

/// One signed POST, whole.
///
///     POST /hooks/qbsyncd
///     webhook-id: evt_12
///     webhook-timestamp: 1795269900
///     webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
///
///     {"at":"2026-11-21T06:58:22Z","connector":"acme","id":"evt_12","kind":"request.failed","number":12,…}
struct WebhookLetter: Equatable, Sendable {
    static let testKind = "webhook.test"

    let url: String
    let id: String
    let timestamp: Int64
    /// One for each secret that signs now.
    let signatures: [String]
    let body: [UInt8]

    /// - Throws: when an event cannot be written as JSON, or the secret is none of ours.
    init(_ turn: WebhookTurn, at now: Date) throws {
        try self.init(turn.webhook, id: "evt_\(turn.event.number)", EventEntry(turn.event), at: now)
    }

    /// An event that never happened, and has the number of none.
    ///
    /// - Parameter connector: one that the receiver knows, if there is any.
    init(testing webhook: Webhook, reference: String, connector: String, at now: Date) throws {
        let event = EventEntry(
            number: 0, at: now, connector: connector, kind: Self.testKind, subject: webhook.id,
            sentence: "A test: nothing has happened.")
        try self.init(webhook, id: "evt_test_\(reference)", event, at: now)
    }

    private init(_ webhook: Webhook, id: String, _ event: EventEntry, at now: Date) throws {
        let body = Array(try Wire.encode(DeliveredEvent(id: id, event: event)))
        let timestamp = Int64(now.timeIntervalSince1970)
        signatures = try webhook.secrets(at: now).map { secret in
            guard let key = WebhookSecretKey(secret) else { throw WebhookLetterError.unreadableSecret }
            return key.signature(id: id, timestamp: timestamp, body: body)
        }
        url = webhook.wish.url
        self.id = id
        self.timestamp = timestamp
        self.body = body
    }

    var headers: [(name: String, value: String)] {
        [
            ("content-type", "application/json"), ("user-agent", "qbsyncd/\(Release.version)"),
            ("webhook-id", id), ("webhook-timestamp", String(timestamp)),
            ("webhook-signature", signatures.joined(separator: " ")),
        ]
    }
}

enum WebhookLetterError: Error, Equatable {
    /// Only a stranger's hand in the database can have written it.
    case unreadableSecret
}
