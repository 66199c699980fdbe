package import FoundationEssentials
package import Sync

extension Transaction {
    /// Keeps the end of a try, and moves the webhook's line by it, both or neither.
    ///
    /// - Parameter jitter: from 0 to 1.
    /// - Returns: what follows for the webhook; nil when somebody removed it or switched it off meanwhile.
    package func settle(
        _ turn: WebhookTurn, _ reply: ReceiverReply, jitter: Double, at now: Date
    ) throws -> DeliveryVerdict? {
        guard let webhook = try webhook(id: turn.webhook.id) else { return nil }
        // The address was changed meanwhile: what the old receiver said of it is no word of the new one.
        if webhook.wish.url != turn.webhook.wish.url, reply.answer != .taken {
            try log(
                webhook.id, turn.again == nil ? .event : .again, turn.event.number, turn.event.kind,
                turn.attempt, reply, .failed)
            return nil
        }
        let verdict =
            try turn.again.map { try settleAgain(turn, $0, reply, jitter, now) }
            ?? settleHead(turn, webhook, reply, jitter, now)
        if case .disabled(let reason) = verdict, webhook.disabledAt == nil {
            try switchOff(webhook, reason, now)
        }
        let outcome: WebhookDelivery.Outcome =
            switch verdict {
            case .delivered: .delivered
            case .retry, .disabled: .failed
            case .givenUp: .givenUp
            }
        try log(
            webhook.id, turn.again == nil ? .event : .again, turn.event.number, turn.event.kind,
            turn.attempt, reply, outcome)
        return webhook.disabledAt == nil ? verdict : nil
    }

    private func settleHead(
        _ turn: WebhookTurn, _ webhook: Webhook, _ reply: ReceiverReply, _ jitter: Double, _ now: Date
    ) throws -> DeliveryVerdict {
        var line = webhook.line
        let verdict = line.note(reply.answer, at: now, jitter: jitter)
        var (cursor, nextTry): (Int64, Date?) = (webhook.cursor, nil)
        switch verdict {
        case .delivered, .givenUp: cursor = max(cursor, turn.event.number)
        case .retry(let date): nextTry = date
        case .disabled: break
        }
        try execute(
            """
            UPDATE webhook SET cursor = ?2, attempts = ?3, failures = ?4, failing_since = ?5, next_try_at = ?6
            WHERE id = ?1
            """, webhook.id, cursor, line.attempts, line.failures, line.failingSince, nextTry)
        return verdict
    }

    private func settleAgain(
        _ turn: WebhookTurn, _ row: Int64, _ reply: ReceiverReply, _ jitter: Double, _ now: Date
    ) throws -> DeliveryVerdict {
        switch reply.answer {
        case .taken:
            try execute("DELETE FROM webhook_again WHERE number = ?1", row)
            // The receiver is there again, so the line need not wait for its next try.
            try execute(
                """
                UPDATE webhook SET failures = 0, attempts = 0, failing_since = NULL, next_try_at = NULL
                WHERE id = ?1
                """, turn.webhook.id)
            return .delivered
        case .gone: return .disabled(.gone)
        case .refused:
            guard let gap = DeliveryLine.gap(after: turn.attempt, jitter: jitter) else {
                try execute("DELETE FROM webhook_again WHERE number = ?1", row)
                return .givenUp
            }
            let next = now.addingTimeInterval(gap)
            try execute(
                "UPDATE webhook_again SET attempts = ?2, next_try_at = ?3 WHERE number = ?1", row,
                turn.attempt, next)
            return .retry(at: next)
        }
    }

    private func switchOff(_ webhook: Webhook, _ reason: SwitchOff, _ now: Date) throws {
        try execute(
            "UPDATE webhook SET disabled_at = ?2, disabled_because = ?3 WHERE id = ?1", webhook.id, now,
            reason.rawValue)
        try audit(
            Author(name: "qbsyncd"), .disableWebhook, connector: webhook.connector, subject: webhook.id,
            detail: reason.sentence, at: now)
    }

    /// A test is kept in the log, and changes nothing else.
    package func noteTest(of webhook: String, kind: String, _ reply: ReceiverReply) throws {
        try log(webhook, .test, nil, kind, 1, reply, reply.error == nil ? .delivered : .failed)
    }

    /// Moves the line past events that are not for it.
    package func passWebhook(_ id: String, to number: Int64) throws {
        try execute(
            "UPDATE webhook SET cursor = max(cursor, ?2) WHERE id = ?1 AND attempts = 0", id, number)
    }

    private func log(
        _ webhook: String, _ cause: WebhookDelivery.Cause, _ event: Int64?, _ kind: String, _ attempt: Int,
        _ reply: ReceiverReply, _ outcome: WebhookDelivery.Outcome
    ) throws {
        try execute(
            """
            INSERT INTO webhook_delivery (webhook, cause, event, kind, attempt, at, milliseconds, status,
                error, outcome)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """, webhook, cause.rawValue, event, kind, attempt, reply.at, reply.milliseconds, reply.status,
            reply.error, outcome.rawValue)
    }
}

extension Retention {
    /// Tries to deliver events.
    package static let deliveryDays = 30
}

extension SyncDatabase {
    /// The minute's care of webhooks: tries that are too old go, in a small step, and so do wishes for events
    /// that are kept no longer.
    ///
    /// - Returns: rows that were deleted; as many as `limit` if there are more.
    @discardableResult
    package func careForWebhooks(now: Date, limit: Int = 500) async throws -> Int {
        let before = now.addingTimeInterval(-Double(Retention.deliveryDays) * 86_400)
        let (old, lost) = try await read { snapshot in
            (
                // Numbered in the order of their times, so the oldest are the first.
                try snapshot.first(
                    """
                    SELECT max(number) FROM (SELECT number, at FROM webhook_delivery ORDER BY number LIMIT ?1)
                    WHERE at < ?2
                    """, limit, before
                ) { $0.next(Int64?.self) } ?? nil,
                try snapshot.first(
                    "SELECT 1 FROM webhook_again WHERE event NOT IN (SELECT number FROM event) LIMIT 1"
                ) { $0.next(Bool.self) } ?? false
            )
        }
        guard old != nil || lost else { return 0 }
        return try await transact { transaction in
            var deleted = 0
            if let old {
                try transaction.execute("DELETE FROM webhook_delivery WHERE number <= ?1", old)
                deleted += transaction.changes
            }
            try transaction.execute(
                "DELETE FROM webhook_again WHERE event NOT IN (SELECT number FROM event)")
            return deleted + transaction.changes
        }
    }
}
