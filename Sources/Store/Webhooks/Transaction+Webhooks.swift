package import FoundationEssentials
import Sync

/// Orders about webhooks. Each throws `WebhookRefusal` and then changes nothing; each leaves a line in the
/// audit trail and wakes whoever sends.
extension Transaction {
    /// It gets what happens from now on.
    package func addWebhook(
        _ wish: WebhookWish, id: String, secret: String, by author: Author, at now: Date
    ) throws -> Webhook {
        guard try webhookIDs().count < Webhook.most else { throw WebhookRefusal.tooMany }
        try execute(
            """
            INSERT INTO webhook (id, url, connector_id, kinds, secret, created_at, cursor)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """, id, wish.url, wish.connectorID, wish.kinds.stored, secret, now, try newestEvent())
        return try told(id, .addWebhook, author, now, detail: wish.told)
    }

    /// What the earlier filter let pass stays passed; what it would have sent and is not sent yet goes
    /// through the new one.
    package func editWebhook(_ id: String, to wish: WebhookWish, by author: Author, at now: Date) throws
        -> Webhook
    {
        let webhook = try knownWebhook(id)
        guard webhook.wish != wish else { return webhook }
        var seen = webhook.cursor
        while let look = try lookAtLine(webhook, seen: seen) { seen = look }
        try execute(
            """
            UPDATE webhook SET url = ?2, connector_id = ?3, kinds = ?4, cursor = ?5, next_try_at = NULL,
                attempts = 0, failures = iif(url = ?2, failures, 0),
                failing_since = iif(url = ?2, failing_since, NULL)
            WHERE id = ?1
            """, id, wish.url, wish.connectorID, wish.kinds.stored, seen)
        return try told(id, .editWebhook, author, now, detail: wish.told)
    }

    /// - Returns: nil when nothing more can be passed.
    private func lookAtLine(_ webhook: Webhook, seen: Int64) throws -> Int64? {
        let found = try events(
            after: seen, connector: webhook.wish.connectorID, limit: Self.eventsInOneLook)
        let first = found.rows.first { webhook.wish.takes($0.kind) }
        let passed = first.map { $0.number - 1 } ?? found.next
        return passed > seen ? passed : nil
    }

    /// - Parameter earlierUntil: how long the secret that it had signs too; nil if it signs no more.
    package func rotateWebhook(
        _ id: String, secret: String, earlierUntil: Date?, by author: Author, at now: Date
    ) throws -> Webhook {
        let webhook = try knownWebhook(id)
        try execute(
            "UPDATE webhook SET secret = ?2, earlier_secret = ?3, earlier_until = ?4 WHERE id = ?1", id,
            secret, earlierUntil == nil ? nil : webhook.secret, earlierUntil)
        return try told(id, .rotateWebhook, author, now)
    }

    /// It goes on where it stood, with the first try at once; so does one that only waits for its next try.
    package func enableWebhook(_ id: String, by author: Author, at now: Date) throws -> Webhook {
        let webhook = try knownWebhook(id)
        guard webhook.disabledAt != nil else {
            guard webhook.state == .failing else { return webhook }
            try execute("UPDATE webhook SET next_try_at = NULL WHERE id = ?1", id)
            return try told(id, .enableWebhook, author, now)
        }
        try execute(
            """
            UPDATE webhook SET disabled_at = NULL, disabled_because = NULL, attempts = 0, failures = 0,
                failing_since = NULL, next_try_at = NULL WHERE id = ?1
            """, id)
        return try told(id, .enableWebhook, author, now)
    }

    package func disableWebhook(_ id: String, by author: Author, at now: Date) throws -> Webhook {
        guard try knownWebhook(id).disabledAt == nil else { return try knownWebhook(id) }
        try execute(
            "UPDATE webhook SET disabled_at = ?2, disabled_because = ?3 WHERE id = ?1", id, now,
            SwitchOff.asked.rawValue)
        return try told(id, .disableWebhook, author, now)
    }

    /// Its log stays for its month.
    package func removeWebhook(_ id: String, by author: Author, at now: Date) throws {
        _ = try told(id, .removeWebhook, author, now)
        try execute("DELETE FROM webhook WHERE id = ?1", id)
    }

    package func redeliver(_ event: Int64, to id: String, by author: Author, at now: Date) throws {
        let webhook = try knownWebhook(id)
        guard webhook.disabledAt == nil else { throw WebhookRefusal.disabled }
        guard let found = try self.event(number: event) else { throw WebhookRefusal.noSuchEvent }
        // One that is for a single company gets nothing of another.
        if let own = webhook.wish.connectorID, try connector(named: found.connector)?.id != own {
            throw WebhookRefusal.noSuchEvent
        }
        try execute(
            """
            INSERT INTO webhook_again (webhook, event, asked_at) VALUES (?1, ?2, ?3)
            ON CONFLICT DO UPDATE SET asked_at = excluded.asked_at, attempts = 0, next_try_at = NULL
            """, id, event, now)
        _ = try told(id, .redeliverEvent, author, now, detail: "evt_\(event)")
    }

    private func knownWebhook(_ id: String) throws -> Webhook {
        guard let webhook = try webhook(id: id) else { throw WebhookRefusal.unknown }
        return webhook
    }

    /// The webhook as it stands after an order, of which the trail and the sender are told.
    private func told(
        _ id: String, _ action: AuditAction, _ author: Author, _ now: Date, detail: String? = nil
    ) throws -> Webhook {
        let webhook = try knownWebhook(id)
        try audit(author, action, connector: webhook.connector, subject: id, detail: detail, at: now)
        hasTaskNews = true
        return webhook
    }
}
