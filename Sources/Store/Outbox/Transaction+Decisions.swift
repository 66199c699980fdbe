package import FoundationEssentials
import QBXML
package import Sync

/// What people decide about requests.
package enum RequestDecision: Equatable, Sendable {
    /// It is not to be sent.
    case cancel
    /// It failed, and its cause is gone.
    case retry
    /// It failed, and nobody wants it any more: it is kept and named no longer.
    case dismiss
    /// It was carried out, and this record came of it; nil where none is left of such a request.
    case link(id: String?)
    /// It is not in QuickBooks: send it again. If that is wrong, it doubles.
    case resend
    /// Let it be, whatever became of it.
    case drop
}

package enum DecisionRefusal: Error, Equatable, Sendable {
    case unknownRequest
    /// The state does not allow it; the sentence says what would.
    case notNow(state: Write.State, sentence: String)
    case noSuchRecord(kind: String, id: String)
    /// Which record came of it has to be said.
    case recordNotNamed(kind: String)
    /// It came of another request, and so of no second one.
    case takenRecord(kind: String, id: String, by: String)
    /// An edit does the same as before, with other content.
    case otherRequest(is: String, wanted: String)
    /// Values are to be taken from requests that are not there.
    case unknownSources([String])
    /// Values are to be taken from requests that wait for this one.
    case circular([String])
    /// It is not to be sent again: the mirror has a record with its GUID.
    case seemsThere(kind: String, id: String, connector: String)
}

extension Transaction {
    /// - Throws: `DecisionRefusal`.
    package func decide(
        _ decision: RequestDecision, request id: String, by author: Author, at now: Date
    ) throws -> RequestRow {
        guard let row = try requestRow(id: id) else { throw DecisionRefusal.unknownRequest }
        if decision == .retry { try refuseDropped(row) }
        switch (decision, row.state) {
        case (.cancel, .queued):
            let doubt = "; nobody knows whether it was sent in the time that is lost. Look in QuickBooks."
            let sentence =
                "Cancelled by \(author.name)"
                + (row.outcome == .unknown && row.operation != nil ? doubt : ".")
            try end(row, .cancelled, sentence, author, .cancelRequest, now)
            try event(.cancelled, of: row.number, nil, at: now)
        case (.retry, .failed), (.retry, .cancelled), (.retry, .expired):
            try requeue(row, author, .retryRequest, now)
        case (.retry, .queued) where row.isPutOff(now):
            try execute("UPDATE request SET not_before = NULL WHERE number = ?1", row.number)
            try tell(row, .retryRequest, author, now)
            try event(.queued, of: row.number, "\(author.name) has it tried at once.", at: now)
        case (.dismiss, .failed) where row.dismissedAt == nil:
            try execute(
                "UPDATE request SET dismissed_at = ?2, dismissed_by = ?3 WHERE number = ?1", row.number, now,
                author.name)
            try tell(row, .dismissRequest, author, now)
            try event(.dismissed, of: row.number, "Dismissed by \(author.name).", at: now)
        case (.link(let recordID?), .unknown): try link(row, recordID, author, now)
        case (.link(nil), .unknown): try confirm(row, author, now)
        case (.resend, .unknown):
            if let id = try seemingRecord(of: row) {
                throw DecisionRefusal.seemsThere(kind: row.kind ?? "", id: id, connector: row.connector)
            }
            try requeue(row, author, .resendRequest, now)
        case (.drop, .unknown):
            try execute(
                """
                UPDATE request SET state = 'failed', settled_at = ?2, code = 'dropped', sentence = ?3,
                    dismissed_at = ?2, dismissed_by = ?4
                WHERE number = ?1
                """, row.number, now, "Dropped by \(author.name); whether it was carried out is not known.",
                author.name)
            try tell(row, .dropRequest, author, now)
            try event(.decided, of: row.number, "dropped", at: now)
        case (.dismiss, .failed):
            let name = row.dismissedBy.map { " by \($0)" } ?? ""
            throw DecisionRefusal.notNow(state: row.state, sentence: "It was dismissed already\(name).")
        default: throw DecisionRefusal.notNow(state: row.state, sentence: Self.way(decision, row.state))
        }
        guard let after = try requestRow(id: id) else { throw DecisionRefusal.unknownRequest }
        return after
    }

    /// Nobody knows whether it was carried out, and whoever dropped it let that be: sending it again is no
    /// small decision any more.
    func refuseDropped(_ row: RequestRow) throws {
        guard row.code == WriteEnd.FailureCode.dropped.rawValue else { return }
        throw DecisionRefusal.notNow(
            state: row.state,
            sentence: "It was dropped while nobody knew whether it was carried out. Look into QuickBooks; "
                + "if it is not there, queue it anew.")
    }

    static func way(_ decision: RequestDecision, _ state: Write.State) -> String {
        switch (decision, state) {
        case (.cancel, .sent):
            "It was handed to the Web Connector already; what became of it is told when the answer comes."
        case (_, .unknown): "Nobody knows whether it was carried out. Link it, send it again, or drop it."
        case (.link, _), (.resend, _), (.drop, _): "Its outcome is not unknown: it is \(state.rawValue)."
        case (.retry, .queued), (.retry, .sent): "It is on its way already."
        case (.retry, _): "It succeeded; to do it once more, queue it anew."
        case (.dismiss, _): "Only what failed is dismissed; this is \(state.rawValue)."
        case (.cancel, _): "It is over already: \(state.rawValue)."
        }
    }

    private func end(
        _ row: RequestRow, _ state: Write.State, _ sentence: String, _ author: Author, _ action: AuditAction,
        _ now: Date
    ) throws {
        try execute(
            """
            UPDATE request SET state = ?2, outcome = ?3, settled_at = ?4, sentence = ?5 WHERE number = ?1
            """, row.number, state.rawValue,
            (row.operation == nil ? Write.Outcome.notApplicable : .notApplied).rawValue, now, sentence)
        try admitDoubt(row.number)
        try tell(row, action, author, now)
    }

    func requeue(_ row: RequestRow, _ author: Author, _ action: AuditAction, _ now: Date) throws {
        try execute(
            """
            UPDATE request SET state = 'queued', outcome = ?2, settled_at = NULL, set_id = NULL,
                -- Without a try it is the time that the caller gave; after one it is a pause of ours.
                not_before = iif(attempts = 0 AND not_before > ?3, not_before, NULL),
                position = NULL, attempts = 0, isolation = NULL, is_stale = 0,
                is_examined = 0, blindness = NULL, dismissed_at = NULL, dismissed_by = NULL, code = NULL,
                sentence = NULL, candidates = NULL, expires_at = iif(expires_at <= ?3, NULL, expires_at),
                -- Of those that it waited for, one may have been forgotten meanwhile.
                blockers = (SELECT count(*) FROM request_need AS n JOIN request AS p ON p.number = n.needs
                    WHERE n.request = ?1 AND p.state <> 'succeeded')
            WHERE number = ?1
            """, row.number, (row.operation == nil ? Write.Outcome.notApplicable : .pending).rawValue, now)
        try admitDoubt(row.number)
        try tell(row, action, author, now)
        try event(.queued, of: row.number, nil, at: now)
    }

    private func link(_ row: RequestRow, _ recordID: String, _ author: Author, _ now: Date) throws {
        let kind = row.kind ?? ""
        let record = try first(
            """
            SELECT edit_sequence, CAST(json AS BLOB), name FROM record
            WHERE connector_id = ?1 AND kind = ?2 AND id = ?3 AND deleted_at IS NULL
            """, row.connectorID, kind, recordID
        ) { row in
            (edit: row.next(String?.self), json: row.next([UInt8].self), name: row.next(String?.self))
        }
        guard let record else { throw DecisionRefusal.noSuchRecord(kind: kind, id: recordID) }
        if row.operation == Message.Operation.add.rawValue, let maker = try maker(of: recordID, for: row) {
            throw DecisionRefusal.takenRecord(kind: kind, id: recordID, by: maker)
        }
        try succeed(
            row.number, id: recordID, edit: record.edit, name: record.name, json: record.json,
            "Linked to this record by \(author.name).", at: now)
        try tell(row, .linkRequest, author, now, detail: recordID)
        try event(.decided, of: row.number, "linked to \(recordID)", at: now)
        try event(.succeeded, of: row.number, nil, at: now)
    }

    /// Deleted, merged, or of a kind that the mirror does not have: somebody saw in QuickBooks that it is so.
    private func confirm(_ row: RequestRow, _ author: Author, _ now: Date) throws {
        guard try leavesNoRecord(row) else { throw DecisionRefusal.recordNotNamed(kind: row.kind ?? "") }
        try execute(
            """
            UPDATE request SET state = 'succeeded', outcome = 'applied', settled_at = ?2, sentence = ?3,
                candidates = NULL
            WHERE number = ?1
            """, row.number, now, "\(author.name) saw in QuickBooks that it was carried out.")
        try tell(row, .linkRequest, author, now)
        try event(.decided, of: row.number, "confirmed without a record", at: now)
        try event(.succeeded, of: row.number, nil, at: now)
    }

    private func leavesNoRecord(_ row: RequestRow) throws -> Bool {
        if !row.leavesRecord { return true }
        guard let category = row.kind.flatMap({ Category.bringing(kind: $0)?.name }) else { return true }
        return try categorySettings(connector: row.connectorID)[category]?.direction.reads == false
    }

    /// The other request that added a record; what is changed may have been added by any.
    private func maker(of recordID: String, for row: RequestRow) throws -> String? {
        try first(
            """
            SELECT id FROM request INDEXED BY request_record
            WHERE connector_id = ?1 AND kind = ?2 AND record_id = ?3 AND operation = 'Add' AND number <> ?4
            LIMIT 1
            """, row.connectorID, row.kind, recordID, row.number
        ) { $0.next(String.self) }
    }

    func tell(
        _ row: RequestRow, _ action: AuditAction, _ author: Author, _ now: Date, detail: String? = nil
    ) throws {
        try audit(
            author, action, connector: row.connector, subject: row.id,
            detail: [row.title, detail].compactMap { $0 }.joined(separator: " "), at: now)
    }
}

extension RequestRow {
    /// Whether a record of the mirror can show what came of it; not whether its category is read.
    package var leavesRecord: Bool {
        let gone = [Message.Operation.delete, .merge].map(\.rawValue)
        guard let operation, !gone.contains(operation) else { return false }
        return kind.flatMap { Category.bringing(kind: $0) } != nil
    }

    /// QuickBooks said "not now", and its next try has its time.
    fileprivate func isPutOff(_ now: Date) -> Bool { attempts > 0 && notBefore.map { $0 > now } ?? false }
}
