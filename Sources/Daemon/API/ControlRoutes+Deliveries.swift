import API
import FoundationEssentials
import Hummingbird
import Store
import Sync
import Timetable

/// What is sent to webhooks, and what became of it.
extension ControlRoutes {
    /// Sent here and now, whether the webhook is enabled or not: that is how one finds out before.
    func testWebhook(_ request: Request, _ order: Order) async throws -> Response {
        let webhook = try await webhook(order)
        // The receiver may look the name up, so it is one that exists, if any does.
        let connectors = try await database.read { try $0.connectors().map(\.name) }
        let letter = try WebhookLetter(
            testing: webhook, reference: Randomness.reference(),
            connector: webhook.connector ?? connectors.first ?? "none", at: order.now)
        let reply = try await WebhookClient.session(now: now) { await $0.post(letter) }
        guard let reply else { throw OrderRefusal.conflict("The daemon stops; nothing was sent.") }
        try await database.transact { transaction in
            try transaction.noteTest(of: webhook.id, kind: WebhookLetter.testKind, reply)
            try transaction.audit(
                order.author, .testWebhook, connector: webhook.connector, subject: webhook.id, at: order.now)
        }
        journal.webhookOrder("was tested", webhook: webhook.id, by: order.author.name)
        return try .json(
            WebhookTestResult(
                delivered: reply.error == nil,
                sentence: reply.error ?? "The receiver took it, with status \(reply.status ?? 0).",
                milliseconds: reply.milliseconds, status: reply.status))
    }

    func listDeliveries(_ request: Request, _ order: Order) async throws -> Response {
        let id = try await webhook(order).id
        var reading = QueryReading(request, known: ["limit", "before"])
        let limit = reading.integer("limit", in: 1...1000).map(Int.init) ?? 50
        let before = reading.integer("before", in: 1 ... .max) ?? .max
        try reading.end()
        let rows = try await database.read {
            try $0.deliveries(webhook: id, before: before, limit: limit + 1)
        }
        let shown = rows.prefix(limit)
        return try .json(
            DeliveryPage(
                deliveries: shown.map { DeliveryEntry($0) },
                next: rows.count > limit ? shown.last?.number : nil))
    }

    func redeliver(_ request: Request, _ order: Order) async throws -> Response {
        let webhook = try await webhook(order)
        let event = try await request.body(as: WebhookRedelivery.self).event
        try await refusing(webhook.id) {
            try await database.transact {
                try $0.redeliver(event, to: webhook.id, by: order.author, at: order.now)
            }
        }
        journal.webhookOrder("gets evt_\(event) once more", webhook: webhook.id, by: order.author.name)
        return try .json(Done(sentence: "evt_\(event) is sent to \(webhook.id) once more."))
    }
}

extension DeliveryEntry {
    init(_ row: WebhookDelivery) {
        self.init(
            number: row.number, cause: row.cause.rawValue, event: row.event, kind: row.kind,
            attempt: row.attempt, at: row.at, milliseconds: row.milliseconds, status: row.status,
            error: row.error, outcome: row.outcome.rawValue)
    }
}

extension WebhookEntry {
    init(_ webhook: Webhook, newest: Int64, now: Date) {
        let earlier = webhook.earlierUntil.flatMap { $0 > now ? $0 : nil }
        self.init(
            id: webhook.id, url: webhook.wish.url, connector: webhook.connector,
            kinds: webhook.wish.kinds.patterns, state: webhook.state.rawValue,
            sentence: Self.sentence(webhook), createdAt: webhook.createdAt, cursor: webhook.cursor,
            newestEvent: newest, attempts: webhook.line.attempts, failingSince: webhook.line.failingSince,
            nextTryAt: webhook.disabledAt == nil ? webhook.nextTryAt : nil, disabledAt: webhook.disabledAt,
            earlierSecretUntil: earlier)
    }

    private static func sentence(_ webhook: Webhook) -> String {
        if let reason = webhook.switchOff {
            return
                "\(reason.sentence) Events are kept for it; it goes on where it stopped once it is enabled."
        }
        guard webhook.line.failingSince != nil else { return "What happens is sent to it." }
        let tries = webhook.line.failures == 1 ? "The last try" : "The last \(webhook.line.failures) tries"
        return "\(tries) failed; it is tried again."
    }
}

extension MessageEntry {
    /// A webhook that switched itself off. Anybody may read messages, so of its address they have the host.
    init(_ webhook: Webhook) {
        let since = webhook.disabledAt ?? webhook.createdAt
        self.init(
            category: "webhooks", kind: "Webhook", id: webhook.id,
            name: (try? ReceiverAddress(parsing: webhook.wish.url))?.host,
            sentence: (webhook.switchOff ?? .asked).sentence
                + " Events are kept for it: qbsyncctl webhook enable \(webhook.id)",
            since: since, lastSeenAt: since)
    }
}
