package import FoundationEssentials

/// `POST /v1/webhooks`: somebody wants to be told of events.
///
///     {"url":"https://example.com/hooks/qbsyncd","connector":"acme","kinds":["request.failed"]}
package struct WebhookCreation: Body, Equatable, Sendable {
    package static let fields = ["url", "connector", "kinds"]

    package var url: String
    package var connector: String?
    package var kinds: [String]?

    package init(url: String, connector: String?, kinds: [String]?) {
        self.url = url
        self.connector = connector
        self.kinds = kinds
    }
}

/// `PATCH /v1/webhooks/{webhook}`: what is left out stays.
package struct WebhookSettings: Body, Equatable, Sendable {
    package static let fields = ["url", "connector", "kinds"]

    package var url: String?
    /// `*` for all.
    package var connector: String?
    /// Empty for all.
    package var kinds: [String]?

    package init(url: String?, connector: String?, kinds: [String]?) {
        self.url = url
        self.connector = connector
        self.kinds = kinds
    }
}

package struct WebhookEntry: Codable, Equatable, Sendable {
    package var id: String
    package var url: String
    /// Absent for all.
    package var connector: String?
    /// Empty for all.
    package var kinds: [String]
    package var state: String
    package var sentence: String
    package var createdAt: Date
    /// Number of the last event that is settled.
    package var cursor: Int64
    package var newestEvent: Int64
    /// Failed tries of the event that is next.
    package var attempts: Int
    package var failingSince: Date?
    package var nextTryAt: Date?
    package var disabledAt: Date?
    package var earlierSecretUntil: Date?

    package init(
        id: String, url: String, connector: String?, kinds: [String], state: String, sentence: String,
        createdAt: Date, cursor: Int64, newestEvent: Int64, attempts: Int, failingSince: Date?,
        nextTryAt: Date?, disabledAt: Date?, earlierSecretUntil: Date?
    ) {
        self.id = id
        self.url = url
        self.connector = connector
        self.kinds = kinds
        self.state = state
        self.sentence = sentence
        self.createdAt = createdAt
        self.cursor = cursor
        self.newestEvent = newestEvent
        self.attempts = attempts
        self.failingSince = failingSince
        self.nextTryAt = nextTryAt
        self.disabledAt = disabledAt
        self.earlierSecretUntil = earlierSecretUntil
    }
}

/// The secret of a webhook, the only time it is shown.
package struct WebhookSecret: Codable, Equatable, Sendable {
    package var webhook: WebhookEntry
    package var secret: String

    package init(webhook: WebhookEntry, secret: String) {
        self.webhook = webhook
        self.secret = secret
    }
}

/// `POST /v1/webhooks/{webhook}/rotate`: a new secret.
package struct WebhookRotation: Body, Equatable, Sendable {
    package static let fields = ["overlap"]

    /// How long the secret that it has signs too: 24h without it, 0s for no longer.
    package var overlap: String?

    package init(overlap: String?) { self.overlap = overlap }
}

/// `POST /v1/webhooks/{webhook}/redeliver`: an event once more.
package struct WebhookRedelivery: Body, Equatable, Sendable {
    package static let fields = ["event"]

    /// The number of the event.
    package var event: Int64

    package init(event: Int64) { self.event = event }
}

/// What a receiver said to a test.
package struct WebhookTestResult: Codable, Equatable, Sendable {
    package var delivered: Bool
    package var sentence: String
    package var milliseconds: Int
    package var status: Int?

    package init(delivered: Bool, sentence: String, milliseconds: Int, status: Int?) {
        self.delivered = delivered
        self.sentence = sentence
        self.milliseconds = milliseconds
        self.status = status
    }
}

/// `GET /v1/webhooks/{webhook}/deliveries`: tries, newest first.
package struct DeliveryPage: Codable, Equatable, Sendable {
    package var deliveries: [DeliveryEntry]
    /// `before` of the next page.
    package var next: Int64?

    package init(deliveries: [DeliveryEntry], next: Int64?) {
        self.deliveries = deliveries
        self.next = next
    }
}

package struct DeliveryEntry: Codable, Equatable, Sendable {
    package var number: Int64
    package var cause: String
    package var event: Int64?
    package var kind: String
    package var attempt: Int
    package var at: Date
    package var milliseconds: Int
    package var status: Int?
    package var error: String?
    package var outcome: String

    package init(
        number: Int64, cause: String, event: Int64?, kind: String, attempt: Int, at: Date,
        milliseconds: Int, status: Int?, error: String?, outcome: String
    ) {
        self.number = number
        self.cause = cause
        self.event = event
        self.kind = kind
        self.attempt = attempt
        self.at = at
        self.milliseconds = milliseconds
        self.status = status
        self.error = error
        self.outcome = outcome
    }
}

/// What is sent to a receiver: the event as `GET /v1/events` has it, with its ID.
package struct DeliveredEvent: Encodable, Sendable {
    package var id: String
    package var event: EventEntry

    private enum Key: CodingKey { case id }

    package init(id: String, event: EventEntry) {
        self.id = id
        self.event = event
    }

    /// A field that events get some day comes along by itself.
    package func encode(to encoder: any Encoder) throws {
        try event.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
    }
}
