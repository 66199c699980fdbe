import FoundationEssentials
import QBXML
import Sync

/*
 Requests of which nobody can tell whether they were carried out, and whose record turns up: a later sync
 brings it, with the ExternalGUID of the request. That is the proof which the recovery of a lost answer would
 have taken (`Evidence`), and so it settles the request, in the transaction in which the record is stored.

 The GUID that was made of the request's own ID is nobody else's. One of the caller's own may stand in an
 older record, and in what another request has added: there it proves as little as it does to the recovery.
*/

/// What may have been added, and nobody knows.
struct OpenAddition {
    let number: Int64
    let id: String
    let guid: String

    /// Whether the GUID was made of the request's own ID.
    var isOwn: Bool { Identifier.equal(guid, Write.externalGUID(of: id)) }
}

extension Snapshot {
    /// By the kind of the record. Nearly always none.
    func openAdditions(connector: Int64) throws -> [String: [OpenAddition]] {
        let found = try rows(
            """
            SELECT q.kind, q.number, q.id, q.external_guid FROM request AS q INDEXED BY request_state
            WHERE q.connector_id = ?1 AND q.state <> 'queued' AND q.state = 'outcome unknown'
                AND q.operation = 'Add' AND q.kind IS NOT NULL AND q.external_guid <> '0'
            """, connector
        ) { row in
            (
                kind: row.next(String.self),
                addition: OpenAddition(number: row.next(), id: row.next(), guid: row.next())
            )
        }
        return Dictionary(grouping: found, by: \.kind).mapValues { $0.map(\.addition) }
    }

    /// The record that an unknown request seems to have made: the mirror has one with its GUID, which no
    /// other request has made.
    func seemingRecord(of request: RequestRow) throws -> String? {
        // An index of times leads there: it was made after the request was, give or take the clocks.
        let times = [
            "r.modified_at >= strftime('%Y-%m-%dT%H:%M:%fZ', q.queued_at, '-3 days')",
            "r.modified_at IS NULL",
        ]
        for time in times {
            let id = try first(
                """
                SELECT r.id FROM request AS q JOIN record AS r ON r.connector_id = ?1 AND r.kind = ?2
                WHERE q.number = ?3 AND q.operation = 'Add' AND q.external_guid <> '0'
                    AND r.deleted_at IS NULL AND \(time)
                    AND r.json ->> '$.ExternalGUID' = q.external_guid COLLATE NOCASE
                    AND \(OutboxSQL.isNobodys)
                LIMIT 1
                """, request.connectorID, request.kind, request.number
            ) { $0.next(String.self) }
            if let id { return id }
        }
        return nil
    }
}

extension Transaction {
    /// Settles the request whose record has just been stored; which of them is left out of the others.
    func settle(_ open: inout [String: [OpenAddition]], by record: Record, _ page: Page) throws {
        guard let additions = open[record.kind], let guid = try externalGUID(of: record) else { return }
        for addition in additions where Identifier.equal(addition.guid, guid) {
            guard try proves(record, addition, connector: page.connector) else { continue }
            try succeed(
                addition.number, id: record.id, edit: record.editSequence, name: record.name,
                json: record.json, Self.turnedUp, at: page.at)
            try event(.succeeded, of: addition.number, Self.turnedUp, at: page.at)
            try stopIfDoubled(addition.number, at: page.at)
            open[record.kind]?.removeAll { $0.number == addition.number }
        }
    }

    private static let turnedUp =
        "Its record has come from QuickBooks since, with its ExternalGUID: it was carried out."

    private func externalGUID(of record: Record) throws -> String? {
        try first("SELECT ?1 ->> '$.ExternalGUID'", String(decoding: record.json, as: UTF8.self)) {
            $0.next(String?.self)
        } ?? nil
    }

    /// As `candidates` asks for a request whose answer was lost.
    private func proves(_ record: Record, _ addition: OpenAddition, connector: Int64) throws -> Bool {
        let isProof = try first(
            """
            SELECT 1 FROM record AS r
            WHERE r.connector_id = ?1 AND r.kind = ?2 AND r.id = ?3 AND r.deleted_at IS NULL
                AND (?5 OR r.modified_at >= (SELECT strftime('%Y-%m-%dT%H:%M:%fZ', s.since, '-2 days')
                    FROM message_set AS s JOIN request AS q ON q.set_id = s.id WHERE q.number = ?4))
                AND \(OutboxSQL.isNobodys)
            """, connector, record.kind, record.id, addition.number, addition.isOwn
        ) { $0.next(Bool.self) }
        guard isProof ?? false else { return false }
        let isShared = try isShared(
            addition.guid, by: addition.number, addition.id, kind: record.kind, connector: connector)
        return !isShared
    }

    /// A record is what came of a request whose outcome nobody knew.
    func succeed(
        _ number: Int64, id: String, edit: String?, name: String?, json: [UInt8], _ sentence: String,
        at now: Date
    ) throws {
        try execute(
            """
            UPDATE request SET state = 'succeeded', outcome = 'applied', settled_at = ?2, record_id = ?3,
                edit_sequence = ?4, result = ?5, name = coalesce(name, ?6), sentence = ?7, candidates = NULL
            WHERE number = ?1
            """, number, now, id, edit, String(decoding: json, as: UTF8.self), name, sentence)
    }
}
