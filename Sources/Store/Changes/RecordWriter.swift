import FoundationEssentials
import GRDBSQLite
import QBXML
import Sync
import Timetable

/// The statements that store the records of one page, with what is the same for all of them bound once.
final class RecordWriter {
    /// List entries of the page that had another name before.
    private(set) var renamings: [Renaming] = []
    private let transaction: Transaction
    private let find: Statement
    private let insert: Statement
    private let update: Statement
    private let log: Statement
    private let logAdded: Statement
    private let zone: Zone?
    private let keepsVersions: Bool
    private let at: Date
    /// When the conversation before this one began; nil if there was none.
    private let lastSync: Date?
    /// Whether the record before was new. New records come in rows, and then it costs less to insert one and
    /// see whether that was possible than to look for it first.
    private var expectsNew = false
    /// New rows that are not in the activity yet; they follow each other.
    private var added: ClosedRange<Int64>?
    /// Few enough for their pages to be in memory still.
    private static let addedAtOnce = 256

    init(_ transaction: Transaction, _ page: Page, conversation: Int64) throws {
        self.transaction = transaction
        at = page.at
        let standing: (zone: String, keeps: Bool)? = try transaction.first(
            "SELECT time_zone, history <> 'off' FROM connector WHERE id = ?1", page.connector
        ) { ($0.next(), $0.next()) }
        zone = standing.flatMap { transaction.texts.zone($0.zone) }
        keepsVersions = standing?.keeps ?? false
        lastSync =
            try transaction.first(
                """
                SELECT max(started_at) FROM conversation
                WHERE connector_id = ?1 AND number < ?2 AND is_refusal = 0
                """, page.connector, conversation
            ) { $0.next(Date?.self) } ?? nil
        find = try transaction.statement(
            """
            SELECT rowid, digest, edit_sequence, deleted_at IS NOT NULL, name FROM record
            WHERE connector_id = ?1 AND kind = ?2 AND id = ?3
            """)
        insert = try transaction.statement(
            """
            INSERT INTO record (connector_id, kind, id, name, edit_sequence, time_created, time_modified,
                is_active, first_seen_at, changed_at, digest, json, ref_number, txn_date, entity_id,
                modified_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?16, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
            ON CONFLICT (connector_id, kind, id) DO NOTHING
            """)
        update = try transaction.statement(
            """
            UPDATE record SET name = ?4, edit_sequence = ?5, time_created = ?6, time_modified = ?7,
                is_active = ?8, changed_at = ?9, digest = ?10, json = ?11, ref_number = ?12, txn_date = ?13,
                entity_id = ?14, modified_at = ?15, deleted_at = NULL, deletion = NULL, time_deleted = NULL
            WHERE rowid = ?1
            """)
        log = try transaction.statement(
            """
            INSERT INTO activity (connector_id, conversation, at, kind, record_id, name, operation,
                edit_before, edit_after)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """)
        logAdded = try transaction.statement(
            """
            INSERT INTO activity (connector_id, conversation, at, kind, record_id, name, operation,
                edit_after)
            SELECT connector_id, ?3, ?4, kind, id, name, ?5, edit_sequence FROM record
            WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid
            """)
        try logAdded.check(conversation.bind(to: logAdded.pointer, at: 3))
        try logAdded.check(page.at.bind(to: logAdded.pointer, at: 4))
        try logAdded.check(IngestVerdict.added.rawValue.bind(to: logAdded.pointer, at: 5))
        try find.check(page.connector.bind(to: find.pointer, at: 1))
        try insert.check(page.connector.bind(to: insert.pointer, at: 1))
        try insert.check(page.at.bind(to: insert.pointer, at: 9))
        try insert.check(
            Self.firstSight(transaction, page).bind(to: insert.pointer, at: 16))
        try update.check(page.at.bind(to: update.pointer, at: 9))
        try log.check(page.connector.bind(to: log.pointer, at: 1))
        try log.check(conversation.bind(to: log.pointer, at: 2))
        try log.check(page.at.bind(to: log.pointer, at: 3))
    }

    /// What comes into the mirror while a set waits for its answer came after that was formed, also if a
    /// clock was set back meanwhile: only what is new may have come of it.
    private static func firstSight(_ transaction: Transaction, _ page: Page) throws -> Date {
        let formed =
            try transaction.first(
                "SELECT formed_at FROM message_set WHERE connector_id = ?1 AND stage <> 'closed'",
                page.connector
            ) { $0.next(Date.self) }
        return max(page.at, formed ?? page.at)
    }

    private struct Stored {
        var row: Int64
        var digest: Int64
        var editSequence: String?
        var isDeleted: Bool
        var name: String?
    }

    func store(_ record: Record) throws -> IngestVerdict {
        let digest = Digest.of(record.json)
        var (kind, id) = (record.kind, record.id)
        let verdict = try kind.withUTF8 { kind in
            try id.withUTF8 { id in
                if expectsNew, try add(record, digest, kind, id) { return IngestVerdict.added }
                guard let stored = try stored(kind, id) else {
                    _ = try add(record, digest, kind, id)
                    return .added
                }
                return try replace(stored, record, digest, kind, id)
            }
        }
        expectsNew = verdict == .added
        return verdict
    }

    /// - Returns: false if there is such a record already.
    private func add(
        _ record: Record, _ digest: Int64, _ kind: UnsafeBufferPointer<UInt8>,
        _ id: UnsafeBufferPointer<UInt8>
    ) throws -> Bool {
        try bind(kind, insert, 2)
        try bind(id, insert, 3)
        try write(record, digest, with: insert)
        guard sqlite3_changes(insert.connection) > 0 else { return false }
        noteName(record, nil)
        let row = sqlite3_last_insert_rowid(insert.connection)
        if let added, added.upperBound + 1 != row || added.count >= Self.addedAtOnce { try finish() }
        added = (added?.lowerBound ?? row)...row
        return true
    }

    /// Writes the activity of what was added last, which goes many at once. To be called after the last
    /// record.
    func finish() throws {
        guard let rows = added else { return }
        added = nil
        try logAdded.check(rows.lowerBound.bind(to: logAdded.pointer, at: 1))
        try logAdded.check(rows.upperBound.bind(to: logAdded.pointer, at: 2))
        try logAdded.run()
    }

    private func replace(
        _ stored: Stored, _ record: Record, _ digest: Int64, _ kind: UnsafeBufferPointer<UInt8>,
        _ id: UnsafeBufferPointer<UInt8>
    ) throws -> IngestVerdict {
        var verdict = IngestVerdict.judge(
            stored: stored.digest, isDeleted: stored.isDeleted, incoming: digest)
        // A comparison goes by the EditSequence of the row. Where it alone is wrong, the record must be
        // written all the same, or the same difference would be found for ever.
        if verdict == .unchanged, stored.editSequence != record.editSequence { verdict = .updated }
        if verdict == .unchanged { return verdict }
        // It may be one of those that were added just now.
        try finish()
        noteName(record, stored.name)
        if keepsVersions { try transaction.keepVersion(row: stored.row, until: at) }
        try update.check(stored.row.bind(to: update.pointer, at: 1))
        try write(record, digest, with: update)
        try bind(kind, log, 4)
        try bind(id, log, 5)
        try log.check(record.name.bind(to: log.pointer, at: 6))
        try log.check(verdict.rawValue.bind(to: log.pointer, at: 7))
        try log.check(stored.editSequence.bind(to: log.pointer, at: 8))
        try log.check(record.editSequence.bind(to: log.pointer, at: 9))
        try log.run()
        return verdict
    }

    private func noteName(_ record: Record, _ stored: String?) {
        guard let name = record.name, stored != name, record.txnDate == nil else { return }
        if stored == nil, !isLate(record) { return }
        renamings.append(Renaming(kind: record.kind, id: record.id, old: stored, new: name))
    }

    /// An entry that is new here and was there before the last sync: what was read meanwhile may know it by
    /// another name.
    private func isLate(_ record: Record) -> Bool {
        guard let lastSync, let zone else { return false }
        // The number in a ListID is the time of its making.
        let made =
            CorrectedTime.secondsInUTC(ofID: record.id) ?? record.created(in: zone)?.instant ?? .max
        return Double(made) < lastSync.timeIntervalSince1970
    }

    private func stored(
        _ kind: UnsafeBufferPointer<UInt8>, _ id: UnsafeBufferPointer<UInt8>
    ) throws -> Stored? {
        try bind(kind, find, 2)
        try bind(id, find, 3)
        var stored: Stored?
        try find.visitRows { row in
            stored = Stored(
                row: row.next(), digest: row.next(), editSequence: row.next(), isDeleted: row.next(),
                name: row.next())
            return false
        }
        return stored
    }

    private func write(_ record: Record, _ digest: Int64, with statement: Statement) throws {
        let pointer = statement.pointer
        try statement.check(record.name.bind(to: pointer, at: 4))
        try statement.check(record.editSequence.bind(to: pointer, at: 5))
        try statement.check(record.timeCreated.bind(to: pointer, at: 6))
        try statement.check(record.timeModified.bind(to: pointer, at: 7))
        try statement.check(record.isActive.bind(to: pointer, at: 8))
        try statement.check(digest.bind(to: pointer, at: 10))
        try statement.check(record.refNumber.bind(to: pointer, at: 12))
        try statement.check(record.txnDate.bind(to: pointer, at: 13))
        try statement.check(record.entityID.bind(to: pointer, at: 14))
        try statement.check(modifiedAt(record).bind(to: pointer, at: 15))
        try record.json.withUnsafeBufferPointer { json in
            try bind(json, statement, 11)
            try statement.run()
        }
    }

    private func modifiedAt(_ record: Record) -> Date? {
        guard let zone, let time = record.modified(in: zone) else { return nil }
        return Date(timeIntervalSince1970: Double(time.instant))
    }

    /// The bytes must live until the statement has run.
    private func bind(_ bytes: UnsafeBufferPointer<UInt8>, _ statement: Statement, _ index: Int32) throws {
        try statement.check(Text.bind(bytes, to: statement.pointer, at: index, lifetime: borrowed))
    }
}
