package import FoundationEssentials
package import Sync

/// A receiver of events, and how far it is served.
package struct Webhook: Equatable, Sendable {
    package var id: String
    package var wish: WebhookWish
    /// The connector's name, where it is filtered by one.
    package var connector: String?
    package var secret: String
    /// Signs too, until then.
    package var earlierSecret: String?
    package var earlierUntil: Date?
    package var createdAt: Date
    /// Number of the last event that is settled.
    package var cursor: Int64
    package var line: DeliveryLine
    package var nextTryAt: Date?
    package var disabledAt: Date?
    package var switchOff: SwitchOff?

    /// More would be a mistake of some program; each has a connection of its own.
    package static let most = 64

    package var state: WebhookState {
        if disabledAt != nil { return .disabled }
        return line.failingSince == nil ? .active : .failing
    }

    /// Those that sign at a time, the current one first.
    package func secrets(at now: Date) -> [String] {
        guard let earlierSecret, let earlierUntil, now < earlierUntil else { return [secret] }
        return [secret, earlierSecret]
    }
}

package enum WebhookState: String, CaseIterable, Sendable {
    case active
    case failing
    case disabled
}

/// What somebody wants of a webhook.
package struct WebhookWish: Equatable, Sendable {
    package var url: String
    /// Nil for all.
    package var connectorID: Int64?
    package var kinds: KindFilter

    package init(url: String, connectorID: Int64?, kinds: KindFilter) {
        self.url = url
        self.connectorID = connectorID
        self.kinds = kinds
    }

    func takes(_ kind: String) -> Bool { kinds.takes(kind) }

    /// For the audit trail, which more people read than may see the whole address.
    var told: String {
        let host = (try? ReceiverAddress(parsing: url))?.host ?? "an address that cannot be read"
        return "\(host), \(kinds.stored ?? "all kinds")"
    }
}

package enum WebhookRefusal: Error, Equatable, Sendable {
    case unknown
    case tooMany
    /// A redelivery, which would wait for ever.
    case disabled
    case noSuchEvent
}

/// One try to deliver an event, as the log keeps it.
package struct WebhookDelivery: Equatable, Sendable {
    package enum Cause: String, CaseIterable, Sendable {
        case event
        case again
        case test
    }

    package enum Outcome: String, CaseIterable, Sendable {
        case delivered
        /// It is tried again, unless the webhook is disabled.
        case failed
        case givenUp = "given up"
    }

    package var number: Int64
    package var cause: Cause
    package var event: Int64?
    package var kind: String
    package var attempt: Int
    package var at: Date
    package var milliseconds: Int
    package var status: Int?
    package var error: String?
    package var outcome: Outcome
}

/// What a receiver said to one try.
package struct ReceiverReply: Equatable, Sendable {
    package var at: Date
    package var milliseconds: Int
    /// Nil if it did not answer.
    package var status: Int?
    /// Nil if it took the event.
    package var error: String?

    package init(at: Date, milliseconds: Int, status: Int?, error: String?) {
        self.at = at
        self.milliseconds = milliseconds
        self.status = status
        self.error = error
    }

    package var answer: ReceiverAnswer {
        if error == nil { return .taken }
        return status == 410 ? .gone : .refused
    }
}
