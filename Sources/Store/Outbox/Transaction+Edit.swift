package import FoundationEssentials
import QBXML
import Sync

extension Transaction {
    /// Puts other content into a request that has not reached QuickBooks, and queues it again. It stays the
    /// same request: whoever waits for it goes on waiting, and its key stays its key.
    ///
    /// - Parameter edited: made under the request's own ID.
    /// - Throws: `DecisionRefusal`.
    package func edit(
        request id: String, to edited: QueuedRequest, by author: Author, at now: Date
    ) throws -> RequestRow {
        guard let row = try requestRow(id: id) else { throw DecisionRefusal.unknownRequest }
        guard row.title == edited.title else {
            throw DecisionRefusal.otherRequest(is: row.title, wanted: edited.title)
        }
        switch row.state {
        case .queued, .failed, .cancelled, .expired: break
        case .sent, .succeeded, .unknown:
            throw DecisionRefusal.notNow(state: row.state, sentence: Self.way(.cancel, row.state))
        }
        if row.state == .queued { try refuseDoubtful(row) }
        if try isDoubtful(row.number) {
            throw DecisionRefusal.notNow(
                state: row.state,
                sentence: "It may have been sent before the database was put back to an older copy, and is "
                    + "looked for as it is. Cancel it, or wait until it is found or sent.")
        }
        let order = QueueOrder(requests: [edited], digest: "")
        guard let connector = try connector(named: row.connector) else {
            throw DecisionRefusal.unknownRequest
        }
        let unknown = try unknownSources(order, connector)
        guard unknown.isEmpty else { throw DecisionRefusal.unknownSources(unknown) }
        try refuseDropped(row)
        let circular = try edited.links.map(\.request).filter { try waits($0, for: row.number) }
        guard circular.isEmpty else { throw DecisionRefusal.circular(circular) }
        let isUntied = try define(edited, row.number)
        // What the old content took its values from is no longer waited for, unless the caller wished it.
        try execute(
            """
            DELETE FROM request_need WHERE request = ?1 AND is_wished = 0 AND needs IN (
                SELECT CAST(link.value ->> '$.source' AS INTEGER)
                FROM request AS q, json_each(q.links) AS link WHERE q.number = ?1)
            """, row.number)
        let subject = edited.subject
        try execute(
            """
            UPDATE request SET body = ?2, kind = ?3, record_id = ?4, edit_sequence = ?5, name = ?6,
                entity = ?7, txn_date = ?8, external_guid = ?9, needs_version = ?10, content = ?11,
                bundle = iif(?12, NULL, bundle), links = NULL, sentence = NULL,
                status_code = NULL, status_message = NULL,
                before = (SELECT r.json FROM record AS r WHERE r.connector_id = request.connector_id
                    AND r.kind = ?3 AND r.id = ?4 AND r.edit_sequence = ?5)
            WHERE number = ?1
            """, row.number, edited.body, subject.kind, subject.id, subject.editSequence, subject.title,
            subject.entity, subject.txnDate, subject.externalGUID, edited.needs.description, edited.content,
            isUntied)
        try link(row.number, edited, earlier: [])
        try requeue(row, author, .editRequest, now)
        try event(.edited, of: row.number, nil, at: now)
        guard let after = try requestRow(id: id) else { throw DecisionRefusal.unknownRequest }
        return after
    }

    /// The macros of the new content, in what uses them: their values may stand elsewhere in its record.
    ///
    /// - Returns: whether one is gone with the old content. What uses it cannot travel with the new one: it
    ///   waits, and takes the ID in its place.
    private func define(_ edited: QueuedRequest, _ number: Int64) throws -> Bool {
        let old = try first(
            """
            SELECT body FROM request WHERE number = ?1 AND (bundle IS NOT NULL
                OR EXISTS (SELECT 1 FROM request_need INDEXED BY request_need_back WHERE needs = ?1))
            """, number
        ) { $0.next([UInt8].self) }
        guard let old else { return false }
        let (before, after) = (try definitions(in: old), try definitions(in: edited.body))
        for macro in after where !before.contains(macro) {
            try move(macro.token, of: number, to: macro.path)
        }
        let gone = before.filter { macro in !after.contains { $0.token == macro.token } }
        // The record has its ID all the same; in the place of a line is another one now.
        for macro in gone where !DraftLink.isRecordID(macro.path) {
            try move(macro.token, of: number, to: DraftLink.nowhere)
        }
        return !gone.isEmpty
    }

    /// - Parameter path: where the value of a macro stands in the record of its request.
    private func move(_ token: String, of number: Int64, to path: String) throws {
        try execute(
            """
            UPDATE request SET links = (
                SELECT json_group_array(json(iif(
                    link.value ->> '$.token' = ?2 AND link.value ->> '$.source' = ?1,
                    json_set(link.value, '$.path', ?3), link.value)))
                FROM json_each(request.links) AS link)
            WHERE number IN (SELECT request FROM request_need WHERE needs = ?1) AND links IS NOT NULL
            """, number, token, path)
    }

    private func definitions(in body: [UInt8]) throws -> [DraftLink] {
        Checker.check(try Draft(reading: body), options: CheckOptions(limit: 0)).macros().definitions[0] ?? []
    }

    /// What the books are to be looked through for must stay what may have been sent.
    private func refuseDoubtful(_ row: RequestRow) throws {
        let isDoubtful = try first(
            "SELECT doubtful_since IS NOT NULL FROM request WHERE number = ?1", row.number
        ) { $0.next(Bool.self) }
        guard isDoubtful ?? false else { return }
        throw DecisionRefusal.notNow(
            state: row.state,
            sentence: "The database was put back to an older copy, and this may have been sent since. "
                + "Let the next sync look for it first; or cancel it, look into QuickBooks, queue it anew."
        )
    }

    private func isDoubtful(_ number: Int64) throws -> Bool {
        try first("SELECT doubtful_since IS NOT NULL FROM request WHERE number = ?1", number) { $0.next() }
            ?? false
    }

    /// Whether a request is the other one, or waits for it by whatever way.
    private func waits(_ id: String, for number: Int64) throws -> Bool {
        try first(
            """
            WITH RECURSIVE ahead (number) AS (
                SELECT number FROM request WHERE id = ?1
                UNION SELECT n.needs FROM request_need AS n JOIN ahead ON n.request = ahead.number)
            SELECT 1 FROM ahead WHERE number = ?2
            """, id, number
        ) { $0.next(Bool.self) } ?? false
    }
}
