package import FoundationEssentials
import Sync

extension Snapshot {
    private static let columns = """
        w.id, w.url, w.connector_id, w.kinds, c.name, w.secret, w.earlier_secret, w.earlier_until,
        w.created_at, w.cursor, w.attempts, w.failures, w.failing_since, w.next_try_at, w.disabled_at,
        w.disabled_because
        """

    private func webhook(_ row: inout Row) throws -> Webhook {
        Webhook(
            id: row.next(),
            wish: WebhookWish(
                url: row.next(), connectorID: row.next(), kinds: KindFilter(stored: row.next())),
            connector: row.next(), secret: row.next(), earlierSecret: row.next(), earlierUntil: row.next(),
            createdAt: row.next(), cursor: row.next(),
            line: DeliveryLine(attempts: row.next(), failures: row.next(), failingSince: row.next()),
            nextTryAt: row.next(), disabledAt: row.next(),
            switchOff: row.next(String?.self).flatMap(SwitchOff.init))
    }

    /// All of them, the oldest first.
    package func webhooks() throws -> [Webhook] {
        try rows(
            """
            SELECT \(Self.columns) FROM webhook AS w LEFT JOIN connector AS c ON c.id = w.connector_id
            ORDER BY w.number
            """
        ) { try webhook(&$0) }
    }

    package func webhook(id: String) throws -> Webhook? {
        try first(
            """
            SELECT \(Self.columns) FROM webhook AS w LEFT JOIN connector AS c ON c.id = w.connector_id
            WHERE w.id = ?1
            """, id
        ) { try webhook(&$0) }
    }

    package func webhookIDs() throws -> [String] {
        try rows("SELECT id FROM webhook ORDER BY number") { $0.next() }
    }

    /// Those that switched themselves off, for whoever looks after a connector.
    package func troubledWebhooks(connector: Int64) throws -> [Webhook] {
        try webhooks().filter { webhook in
            guard let reason = webhook.switchOff, reason != .asked else { return false }
            return webhook.wish.connectorID == nil || webhook.wish.connectorID == connector
        }
    }

    /// Tries, newest first.
    ///
    /// - Parameter before: smaller numbers only, to page on.
    package func deliveries(webhook: String, before: Int64 = .max, limit: Int) throws -> [WebhookDelivery] {
        try rows(
            """
            SELECT number, cause, event, kind, attempt, at, milliseconds, status, error, outcome
            FROM webhook_delivery WHERE webhook = ?1 AND number < ?2 ORDER BY number DESC LIMIT ?3
            """, webhook, before, limit
        ) { row in
            WebhookDelivery(
                number: row.next(), cause: try row.word(), event: row.next(), kind: row.next(),
                attempt: row.next(), at: row.next(), milliseconds: row.next(), status: row.next(),
                error: row.next(), outcome: try row.word())
        }
    }
}

/// An event that is to be sent now.
package struct WebhookTurn: Equatable, Sendable {
    package var webhook: Webhook
    package var event: EventRow
    package var attempt: Int
    /// Of the row that asks for it once more; nil for the event at the head of the line.
    package var again: Int64?
}

/// What a look at a webhook's line finds.
package struct WebhookLook: Equatable, Sendable {
    package var turn: WebhookTurn?
    /// Up to this number, no event is for this webhook that is not settled.
    package var seen: Int64
    /// Whether there may be more to see at once.
    package var isUnfinished = false
    /// When a try is due that is not due yet.
    package var next: Date?
    package var cursor: Int64
}

extension Snapshot {
    /// Events that one look reads past.
    static let eventsInOneLook = 500

    /// What is to be sent to a webhook now; nil when there is no such webhook any more.
    ///
    /// - Parameter seen: of the look before, so that the same events are not read past again.
    package func lookAtWebhook(_ id: String, now: Date, seen: Int64) throws -> WebhookLook? {
        guard let webhook = try webhook(id: id) else { return nil }
        var look = WebhookLook(seen: max(webhook.cursor, seen), cursor: webhook.cursor)
        guard webhook.disabledAt == nil else { return look }
        // Somebody waits for these, and they are few, so they go first.
        let again = try dueAgain(webhook, now: now)
        look.turn = again.turn
        look.next = again.next
        guard look.turn == nil else { return look }
        if let nextTry = webhook.nextTryAt, Self.isAhead(nextTry, now) {
            look.next = min(nextTry, look.next ?? nextTry)
            return look
        }
        let found = try events(
            after: look.seen, connector: webhook.wish.connectorID, limit: Self.eventsInOneLook)
        if let event = found.rows.first(where: { webhook.wish.takes($0.kind) }) {
            look.seen = event.number - 1
            look.turn = WebhookTurn(
                webhook: webhook, event: event, attempt: webhook.line.attempts + 1, again: nil)
        } else {
            look.isUnfinished = found.rows.count == Self.eventsInOneLook
            look.seen = max(look.seen, found.next)
        }
        return look
    }

    /// A try that was set before the clock was set back is due: else it would wait for as long as that.
    private static func isAhead(_ next: Date, _ now: Date) -> Bool {
        next > now && next.timeIntervalSince(now) <= DeliveryLine.longestGap
    }

    private func dueAgain(_ webhook: Webhook, now: Date) throws -> (turn: WebhookTurn?, next: Date?) {
        let asked = try rows(
            """
            SELECT a.number, a.event, a.attempts, a.next_try_at FROM webhook_again AS a
            JOIN event AS e ON e.number = a.event WHERE a.webhook = ?1 ORDER BY a.number
            """, webhook.id
        ) { row in
            (
                number: row.next(Int64.self), event: row.next(Int64.self), attempts: row.next(Int.self),
                next: row.next(Date?.self)
            )
        }
        guard let due = asked.first(where: { $0.next.map { !Self.isAhead($0, now) } ?? true }),
            let event = try event(number: due.event)
        else { return (nil, asked.compactMap(\.next).min()) }
        return (
            WebhookTurn(webhook: webhook, event: event, attempt: due.attempts + 1, again: due.number), nil
        )
    }
}
