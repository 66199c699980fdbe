import FoundationEssentials
import GRDBSQLite
import QBXML
import Sync

extension Transaction {
    /// Stores a page of records: what is new or different is written with a line of activity, the rest is
    /// only counted.
    ///
    /// One look at the digest and at most two writes per record, with statements that are compiled once and
    /// texts that are bound where they lie. Counts and messages follow in the same transaction.
    func ingest(_ page: Page, _ records: any RecordSource) throws {
        guard let conversation = try conversationNumber(ticket: page.ticket) else { return }
        let writer = try RecordWriter(self, page, conversation: conversation)
        let mayClear = try hasItemMessages(page)
        var counts = IngestCounts()
        try records.visit(answer: page.answer) { event in
            switch event {
            case .record(let record) where record.kind.isEmpty || record.id.isEmpty:
                let fault = RecordFault(
                    kind: record.kind, id: nil, name: record.name,
                    reason: "QuickBooks sent this record without the ID that tells it from others.")
                try itemMessage(fault, page)
                counts.failed += 1
            case .record(let record):
                counts.count(try writer.store(record))
                if mayClear { try clearMessage(record, page) }
            case .fault(let fault):
                try itemMessage(fault, page)
                counts.failed += 1
            }
        }
        try execute(
            """
            UPDATE category_run SET added = added + ?3, updated = updated + ?4, unchanged = unchanged + ?5,
                failed = failed + ?6
            WHERE conversation = ?1 AND position = ?2
            """, conversation, page.index, counts.added, counts.updated, counts.unchanged, counts.failed)
    }

    /// The last page of a category is stored, so the category is complete as of now.
    func moveWatermark(connector: Int64, category: String, _ watermark: Watermark, at: Date) throws {
        try execute(
            """
            INSERT INTO watermark (connector_id, category, high_water, complete_at) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT DO UPDATE SET high_water = excluded.high_water, complete_at = excluded.complete_at
            """, connector, category, watermark.highWater, at)
        try clearNamelessMessages(connector: connector, category: category)
    }
}

/// The statements of one page, with what is the same for all its records bound once.
private struct RecordWriter {
    private let find: Statement
    private let insert: Statement
    private let update: Statement
    private let log: Statement

    init(_ transaction: Transaction, _ page: Page, conversation: Int64) throws {
        find = try transaction.statement(
            "SELECT rowid, digest FROM record WHERE connector_id = ?1 AND kind = ?2 AND id = ?3")
        insert = try transaction.statement(
            """
            INSERT INTO record (connector_id, kind, id, name, edit_sequence, time_created, time_modified,
                is_active, first_seen_at, changed_at, digest, json)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10, ?11)
            """)
        update = try transaction.statement(
            """
            UPDATE record SET name = ?4, edit_sequence = ?5, time_created = ?6, time_modified = ?7,
                is_active = ?8, changed_at = ?9, digest = ?10, json = ?11
            WHERE rowid = ?1
            """)
        log = try transaction.statement(
            """
            INSERT INTO activity (connector_id, conversation, at, kind, record_id, name, operation)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """)
        try find.check(page.connector.bind(to: find.pointer, at: 1))
        try insert.check(page.connector.bind(to: insert.pointer, at: 1))
        try insert.check(page.at.bind(to: insert.pointer, at: 9))
        try update.check(page.at.bind(to: update.pointer, at: 9))
        try log.check(page.connector.bind(to: log.pointer, at: 1))
        try log.check(conversation.bind(to: log.pointer, at: 2))
        try log.check(page.at.bind(to: log.pointer, at: 3))
    }

    func store(_ record: Record) throws -> IngestVerdict {
        let digest = Digest.of(record.json)
        var (kind, id) = (record.kind, record.id)
        return try kind.withUTF8 { kind in
            try id.withUTF8 { id in
                let stored = try stored(kind, id)
                let verdict = IngestVerdict.judge(stored: stored?.digest, incoming: digest)
                if verdict == .unchanged { return verdict }
                let statement = stored == nil ? insert : update
                if let stored {
                    try update.check(stored.row.bind(to: update.pointer, at: 1))
                } else {
                    try bind(kind, insert, 2)
                    try bind(id, insert, 3)
                }
                try write(record, digest, with: statement)
                try bind(kind, log, 4)
                try bind(id, log, 5)
                try log.check(record.name.bind(to: log.pointer, at: 6))
                try log.check(verdict.rawValue.bind(to: log.pointer, at: 7))
                try log.run()
                return verdict
            }
        }
    }

    private func stored(
        _ kind: UnsafeBufferPointer<UInt8>, _ id: UnsafeBufferPointer<UInt8>
    ) throws -> (row: Int64, digest: Int64)? {
        try bind(kind, find, 2)
        try bind(id, find, 3)
        var stored: (row: Int64, digest: Int64)?
        try find.visitRows { row in
            stored = (row.next(), row.next())
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
        try record.json.withUnsafeBufferPointer { json in
            try bind(json, statement, 11)
            try statement.run()
        }
    }

    /// The bytes must live until the statement has run.
    private func bind(_ bytes: UnsafeBufferPointer<UInt8>, _ statement: Statement, _ index: Int32) throws {
        try statement.check(Text.bind(bytes, to: statement.pointer, at: index, lifetime: borrowed))
    }
}
