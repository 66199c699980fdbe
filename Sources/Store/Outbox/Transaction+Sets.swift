import FoundationEssentials
import QBXML
import Sync

/// Message sets as they go out, are asked after and closed.
extension Transaction {
    func applyOutbox(_ change: Change, _ records: any RecordSource) throws {
        switch change {
        case .form(let set, let ticket, let at): try form(set, ticket: ticket, at: at)
        case .sendAgain(let set, let at): try sendAgain(set, at: at)
        case .askAfter(let set, _):
            try execute("UPDATE message_set SET asks = asks + 1 WHERE id = ?1", set)
        case .setStage(let set, let stage, let at):
            try execute(
                """
                UPDATE message_set SET stage = ?2, closed_at = iif(?2 = 'closed', ?3, NULL) WHERE id = ?1
                """, set, stage.rawValue, at)
        case .isolate(let set, let most):
            try execute(
                "UPDATE request SET isolation = ?2 WHERE set_id = ?1 AND state = 'sent'", set, most)
        case .examined(let writes, let blindness):
            for number in writes {
                try execute(
                    "UPDATE request SET is_examined = 1, blindness = ?2 WHERE number = ?1", number, blindness)
            }
        case .suspectDeleted(let writes, let page, let sentence):
            try suspect(writes, page, sentence, records)
        case .end(let end, let page): try take(end, page, records)
        case .rebase(let write, let body, let editSequence):
            try execute(
                "UPDATE request SET body = ?2, edit_sequence = ?3, is_stale = 0 WHERE number = ?1", write,
                body, editSequence)
        case .deleteRecord(let page, let kind, let id): try deleteRecord(page, kind, id)
        case .want(let ticket, let category, let kind, let ids):
            guard let conversation = try conversationNumber(ticket: ticket) else { return }
            for id in ids {
                try execute(
                    "INSERT OR IGNORE INTO wanted (conversation, category, kind, id) VALUES (?1, ?2, ?3, ?4)",
                    conversation, category, kind, id)
            }
        default: preconditionFailure("only changes of requests come here")
        }
    }

    private func sendAgain(_ set: String, at: Date) throws {
        // One of requests that may have been sent in a time that is lost: the books have nothing of them.
        let isFirst = try first("SELECT sends = 0 FROM message_set WHERE id = ?1", set) {
            $0.next(Bool.self)
        }
        try execute(
            """
            UPDATE message_set SET stage = 'sent', sends = sends + 1, asks = 0, sent_at = ?2
            WHERE id = ?1
            """, set, at)
        // What was found before says nothing of the new copy.
        try execute(
            """
            UPDATE request SET is_examined = 0, blindness = NULL, doubtful_since = NULL, outcome = 'pending'
            WHERE set_id = ?1 AND state = 'sent'
            """, set)
        guard isFirst ?? false else { return }
        try execute(
            "UPDATE request SET sent_at = ?2, sentence = NULL WHERE set_id = ?1 AND state = 'sent'", set, at)
        let numbers: [Int64] = try rows(
            "SELECT number FROM request WHERE set_id = ?1 AND state = 'sent' ORDER BY position", set
        ) { $0.next() }
        for number in numbers { try event(.sent, of: number, nil, at: at) }
    }

    private func form(_ set: MessageSet, ticket: String, at: Date) throws {
        guard
            let connector = try first(
                "SELECT connector_id FROM conversation WHERE ticket = ?1", ticket,
                read: { $0.next(Int64.self) })
        else { return }
        try execute(
            """
            INSERT INTO message_set (id, connector_id, stage, is_recoverable, document, requests, since,
                formed_at, sent_at, sends, asks)
            VALUES (?1, ?2, ?8, ?3, ?4, ?5, ?6, ?7, ?9, ?10, 0)
            """, set.id, connector, set.isRecoverable, set.document, set.writes.count, set.since,
            // Records that were seen after this moment may have come of it.
            set.writes.compactMap(\.doubtfulSince).min() ?? at, set.stage.rawValue, at, set.sends)
        for (position, write) in set.writes.enumerated() {
            try execute(
                """
                UPDATE request SET state = 'sent', set_id = ?2, position = ?3,
                    sent_at = iif(?5 > 0, ?4, sent_at), is_examined = 0, blindness = NULL
                WHERE number = ?1
                """, write.number, set.id, position, at, set.sends)
            try name(write)
            if set.sends > 0 { try event(.sent, of: write.number, nil, at: at) }
        }
    }

    /// Which record a request is about is known only now, if it takes that from another one. So is the
    /// version that it was made of: the mirror's, or the one that came back to the other request.
    private func name(_ write: Write) throws {
        let subject = write.subject
        try execute(
            """
            UPDATE request SET kind = ?2, record_id = ?3, edit_sequence = ?4, name = ?5, entity = ?6,
                txn_date = ?7, external_guid = ?8,
                before = coalesce(
                    (SELECT r.json FROM record AS r WHERE r.connector_id = request.connector_id
                        AND r.kind = ?2 AND r.id = ?3 AND r.edit_sequence = ?4),
                    (SELECT source.result FROM json_each(request.links) AS link
                        JOIN request AS source ON source.number = link.value ->> '$.source'
                        WHERE source.kind = ?2 AND source.record_id = ?3
                            AND source.result ->> '$.EditSequence' = ?4 LIMIT 1),
                    iif(edit_sequence = ?4, before, NULL))
            WHERE number = ?1 AND links IS NOT NULL
            """, write.number, subject.kind, subject.id, subject.editSequence, subject.title, subject.entity,
            subject.txnDate, subject.externalGUID)
    }

    /// A deleted record that we knew before was there before: it is nobody's answer.
    private func suspect(
        _ writes: [Int64], _ page: Page, _ sentence: String, _ records: any RecordSource
    ) throws {
        var isSuspect = false
        try records.visit(answer: page.answer) { event in
            guard case .record(let record) = event, !isSuspect else { return }
            let isKnown = try first(
                "SELECT 1 FROM record WHERE connector_id = ?1 AND id = ?2 AND kind IN (\(Self.kinds(page)))",
                page.connector, record.id
            ) { $0.next(Bool.self) }
            isSuspect = isKnown == nil
        }
        guard isSuspect else { return }
        for number in writes {
            try execute("UPDATE request SET blindness = ?2 WHERE number = ?1", number, sentence)
        }
    }

    /// Names of our own catalog, so they may stand in the text.
    private static func kinds(_ page: Page) -> String {
        (Category.named(page.category)?.kinds ?? []).map { "'\($0)'" }.joined(separator: ", ")
    }

    /// QuickBooks says that it deleted what it was told to delete.
    private func deleteRecord(_ page: Page, _ kind: String, _ id: String) throws {
        guard let conversation = try conversationNumber(ticket: page.ticket) else { return }
        let row = try first(
            """
            SELECT rowid FROM record
            WHERE connector_id = ?1 AND kind = ?2 AND id = ?3 AND deleted_at IS NULL
            """, page.connector, kind, id
        ) { $0.next(Int64.self) }
        if let row { try delete(row: row, .listed, time: nil, conversation, at: page.at) }
    }
}
