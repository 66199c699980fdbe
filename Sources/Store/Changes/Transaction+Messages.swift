import FoundationEssentials
import QBXML
import Sync

/// Messages: an item or a category did not sync, and a sentence says why. Each clears itself when its item
/// lands (SA-10).
extension Transaction {
    /// - Parameter sentence: nil clears the message that stands.
    func categoryMessage(connector: Int64, category: String, sentence: String?, at: Date) throws {
        guard let sentence else {
            try execute(
                "DELETE FROM message WHERE connector_id = ?1 AND category = ?2 AND subject = ''", connector,
                category)
            return
        }
        try execute(
            """
            INSERT INTO message (connector_id, category, subject, sentence, since, last_seen_at)
            VALUES (?1, ?2, '', ?3, ?4, ?4)
            ON CONFLICT DO UPDATE SET sentence = excluded.sentence, last_seen_at = excluded.last_seen_at
            """, connector, category, sentence, at)
    }

    func itemMessage(_ fault: RecordFault, _ page: Page) throws {
        let subject = Subject.of(kind: fault.kind, id: fault.id, name: fault.name, reason: fault.reason)
        try execute(
            """
            INSERT INTO message (connector_id, category, subject, kind, record_id, name, sentence, since,
                last_seen_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
            ON CONFLICT DO UPDATE SET name = excluded.name, sentence = excluded.sentence,
                last_seen_at = excluded.last_seen_at
            """, page.connector, page.category, subject, fault.kind, fault.id, fault.name, fault.reason,
            page.at)
    }

    /// Most pages meet no message at all: one look then saves a look per record.
    func hasItemMessages(_ page: Page) throws -> Bool {
        try first(
            "SELECT 1 FROM message WHERE connector_id = ?1 AND category = ?2 AND subject > '' LIMIT 1",
            page.connector, page.category
        ) { $0.next(Bool.self) } ?? false
    }

    /// The item has landed, under its ID or, if the message could not tell one, under its name.
    func clearMessage(_ record: Record, _ page: Page) throws {
        try execute(
            "DELETE FROM message WHERE connector_id = ?1 AND category = ?2 AND subject IN (?3, ?4)",
            page.connector, page.category, Subject.id(record.kind, record.id),
            record.name.map { Subject.name(record.kind, $0) })
    }

    /// A message without an ID has no item that could land under it, unless by its name. If the sync that has
    /// just completed the category did not meet its cause again, it is gone.
    func clearNamelessMessages(connector: Int64, category: String) throws {
        try execute(
            """
            DELETE FROM message WHERE connector_id = ?1 AND category = ?2 AND kind IS NOT NULL
                AND record_id IS NULL AND last_seen_at < (SELECT started_at FROM conversation
                    WHERE connector_id = ?1 AND ended_at IS NULL)
            """, connector, category)
    }
}

/// What a message of a category is about: the record's ID if it has one, else its name, else only the reason.
private enum Subject {
    static func of(kind: String, id: String?, name: String?, reason: String) -> String {
        if let id, !id.isEmpty { return self.id(kind, id) }
        if let name, !name.isEmpty { return self.name(kind, name) }
        return "\(kind) because: \(reason)"
    }

    static func id(_ kind: String, _ id: String) -> String { "\(kind) id: \(id)" }

    static func name(_ kind: String, _ name: String) -> String { "\(kind) name: \(name)" }
}
