import FoundationEssentials
import QBXML
import Sync

/// How it became known that QuickBooks does not have a record any more.
enum Deletion: String {
    /// Its own query for deletions named it.
    case listed
    /// A comparison of all IDs did not meet it.
    case missing
}

/// What is gone, and what is wanting: the end of a reading of all IDs.
extension Transaction {
    /// The record stays as it was last, marked: who has read it can learn what became of it.
    func delete(row: Int64, _ deletion: Deletion, time: String?, _ conversation: Int64, at: Date) throws {
        try execute(
            "UPDATE record SET deleted_at = ?2, deletion = ?3, time_deleted = ?4 WHERE rowid = ?1", row, at,
            deletion.rawValue, time)
        try log(row: row, .deleted, conversation, at)
    }

    /// A line of activity for a record as it stands, under the EditSequence that it keeps.
    func log(row: Int64, _ operation: IngestVerdict, _ conversation: Int64, _ at: Date) throws {
        try execute(
            """
            INSERT INTO activity (connector_id, conversation, at, kind, record_id, name, operation,
                edit_before, edit_after)
            SELECT connector_id, ?2, ?3, kind, id, name, ?4, edit_sequence,
                iif(?4 = 'deleted', NULL, edit_sequence)
            FROM record WHERE rowid = ?1
            """, row, conversation, at, operation.rawValue)
    }

    /// Whether a connector wants to know what its records were before they changed.
    func keepsVersions(connector: Int64) throws -> Bool {
        try first("SELECT history <> 'off' FROM connector WHERE id = ?1", connector) { $0.next() } ?? false
    }

    /// What a record was until now, and from when on it was deleted if it was. What it has been for no time
    /// at all, between two changes of one moment, is no version: it would take the place of the one before.
    func keepVersion(row: Int64, until: Date) throws {
        try execute(
            """
            INSERT OR REPLACE INTO record_version (connector_id, kind, id, valid_until, changed_at, name,
                edit_sequence, time_modified, json, deleted_at)
            SELECT connector_id, kind, id, ?2, changed_at, name, edit_sequence, time_modified, json,
                deleted_at
            FROM record WHERE rowid = ?1 AND changed_at < ?2
            """, row, until)
    }

    func sight(_ record: Record, _ page: Page, _ conversation: Int64) throws {
        try execute(
            "INSERT OR IGNORE INTO sighting (conversation, position, kind, id) VALUES (?1, ?2, ?3, ?4)",
            conversation, page.index, record.kind, record.id)
    }

    /// Of conversations that are over: nobody will finish their readings.
    func forgetReadings(connector: Int64) throws {
        for table in ["sighting", "wanted"] {
            try execute(
                """
                DELETE FROM \(table) WHERE conversation IN (
                    SELECT number FROM conversation WHERE connector_id = ?1 AND ended_at IS NOT NULL)
                """, connector)
        }
    }

    /// All IDs of a category were met, so what was not met is gone.
    func settle(_ settlement: Settlement) throws {
        guard let conversation = try conversationNumber(ticket: settlement.ticket) else { return }
        if !settlement.hasFaults { try deleteUnseen(settlement, conversation) }
        try execute(
            "DELETE FROM sighting WHERE conversation = ?1 AND position = ?2", conversation, settlement.index)
    }

    private func deleteUnseen(_ settlement: Settlement, _ conversation: Int64) throws {
        var deleted = 0
        let category = Category.named(settlement.category)
        let listed = category?.deletionTypes() ?? []
        let wasSound = try wasReconciled(settlement)
        for kind in category?.kinds ?? [] {
            let gone = try rows(
                """
                SELECT rowid, id, name, edit_sequence FROM record
                WHERE connector_id = ?1 AND kind = ?2 AND deleted_at IS NULL
                    AND (?5 IS NULL OR substr(time_modified, 1, 19) >= ?5)
                    AND NOT EXISTS (SELECT 1 FROM sighting AS s
                        WHERE s.conversation = ?3 AND s.position = ?4 AND s.kind = ?2 AND s.id = record.id)
                """, settlement.connector, kind, conversation, settlement.index, settlement.since
            ) { Gone(&$0) }
            for record in gone {
                try delete(row: record.row, .missing, time: nil, conversation, at: settlement.at)
                deleted += 1
                guard let task = settlement.task else { continue }
                try find(
                    Difference(
                        task: task, kind: kind, id: record.id, name: record.name,
                        finding: wasSound && !listed.contains(kind) ? .deletedSince : .goneThere,
                        editHere: record.editSequence, editThere: nil))
            }
        }
        try execute(
            "UPDATE category_run SET deleted = deleted + ?3 WHERE conversation = ?1 AND position = ?2",
            conversation, settlement.index, deleted)
        try execute(
            "UPDATE watermark SET compared_at = ?3 WHERE connector_id = ?1 AND category = ?2",
            settlement.connector, settlement.category, settlement.at)
    }

    /// Whether QuickBooks' count of the category agreed with ours when it was last asked.
    private func wasReconciled(_ settlement: Settlement) throws -> Bool {
        try first(
            """
            SELECT reconciled_at IS NOT NULL AND doubt IS NULL FROM watermark
            WHERE connector_id = ?1 AND category = ?2
            """, settlement.connector, settlement.category
        ) { $0.next() } ?? false
    }

    // MARK: What is wanted

    func hasWanted(_ page: Page, _ conversation: Int64) throws -> Bool {
        try first(
            "SELECT 1 FROM wanted WHERE conversation = ?1 AND category = ?2 LIMIT 1", conversation,
            page.category
        ) { $0.next(Bool.self) } ?? false
    }

    func take(_ record: Record, _ page: Page, _ conversation: Int64) throws {
        try execute(
            "DELETE FROM wanted WHERE conversation = ?1 AND category = ?2 AND kind = ?3 AND id = ?4",
            conversation, page.category, record.kind, record.id)
    }

    /// These were asked for by ID: what did not come is not there, unless it is what could not be read.
    func settleWanted(_ settlement: Settlement, _ ids: [String]) throws {
        guard let conversation = try conversationNumber(ticket: settlement.ticket) else { return }
        for id in ids {
            let rows: [Int64] = try rows(
                """
                SELECT r.rowid FROM wanted AS w JOIN record AS r
                    ON r.connector_id = ?4 AND r.kind = w.kind AND r.id = w.id AND r.deleted_at IS NULL
                WHERE w.conversation = ?1 AND w.category = ?2 AND w.id = ?3
                """, conversation, settlement.category, id, settlement.connector
            ) { $0.next() }
            for row in rows where !settlement.hasFaults {
                try delete(row: row, .missing, time: nil, conversation, at: settlement.at)
            }
            try execute(
                "DELETE FROM wanted WHERE conversation = ?1 AND category = ?2 AND id = ?3", conversation,
                settlement.category, id)
        }
    }

    // MARK: Reconciliation

    /// - Parameter doubt: why the category is not complete; nil when the counts agree.
    func reconcile(
        connector: Int64, _ category: String, expected: Int, doubt: String?, at: Date
    ) throws {
        try execute(
            """
            UPDATE watermark SET expected = ?3, counted_at = ?4, doubt = ?5,
                reconciled_at = iif(?5 IS NULL, ?4, reconciled_at)
            WHERE connector_id = ?1 AND category = ?2
            """, connector, category, expected, at, doubt)
    }

    func cover(connector: Int64, _ category: String, _ coverage: Coverage, at: Date) throws {
        try execute(
            """
            INSERT INTO coverage (connector_id, category, answer, code, sentence, probed_at, since,
                was_readable_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7)
            ON CONFLICT DO UPDATE SET since = iif(answer = excluded.answer, since, excluded.since),
                previous_answer = iif(answer = excluded.answer, previous_answer, answer),
                previous_since = iif(answer = excluded.answer, previous_since, since),
                answer = excluded.answer, code = excluded.code, sentence = excluded.sentence,
                probed_at = excluded.probed_at, was_readable_at = excluded.was_readable_at
            """, connector, category, coverage.answer.rawValue, coverage.code, coverage.sentence, at,
            coverage.wasReadableAt)
    }
}

private struct Gone {
    var row: Int64
    var id: String
    var name: String?
    var editSequence: String?

    init(_ row: inout Row) {
        self.row = row.next()
        id = row.next()
        name = row.next()
        editSequence = row.next()
    }
}
