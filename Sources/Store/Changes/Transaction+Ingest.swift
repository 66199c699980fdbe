import FoundationEssentials
import QBXML
package import Sync
import Timetable

/// A page whose records were taken in this transaction, and not counted yet.
package struct TakenPage: Sendable {
    package let page: Page
    fileprivate let conversation: Int64
    fileprivate let counts: IngestCounts
}

extension Transaction {
    /// Takes the records of a page: stores them, compares them, or learns from them what was deleted.
    ///
    /// Counts and messages follow in the same transaction.
    func ingest(_ page: Page, _ records: any RecordSource) throws {
        if let taken = try take(page, records) { try count(taken) }
    }

    /// The same without the counts, which `apply` adds when the decision about the whole answer asks for this
    /// page. So a big answer can be stored while it is still being read.
    ///
    /// - Returns: nil if there is no such conversation.
    package func take(_ page: Page, _ records: any RecordSource) throws -> TakenPage? {
        guard let conversation = try conversationNumber(ticket: page.ticket) else { return nil }
        var counts = IngestCounts()
        switch page.use {
        case .store, .storeWhole:
            try store(page, records, conversation, &counts)
        case .compare:
            try compare(page, records, conversation)
        case .balances:
            try refresh(page, records, conversation, &counts)
        case .deletions:
            try learnDeletions(page, records, conversation, &counts)
        }
        return TakenPage(page: page, conversation: conversation, counts: counts)
    }

    func count(_ taken: TakenPage) throws {
        let counts = taken.counts
        try execute(
            """
            UPDATE category_run SET added = added + ?3, updated = updated + ?4, unchanged = unchanged + ?5,
                failed = failed + ?6, deleted = deleted + ?7
            WHERE conversation = ?1 AND position = ?2
            """, taken.conversation, taken.page.index, counts.added, counts.updated, counts.unchanged,
            counts.failed, counts.deleted)
    }

    /// At most one look at the digest and three writes per record, with statements that are compiled once and
    /// texts that are bound where they lie.
    private func store(
        _ page: Page, _ records: any RecordSource, _ conversation: Int64, _ counts: inout IngestCounts
    ) throws {
        let writer = try RecordWriter(self, page, conversation: conversation)
        let mayClear = try hasItemMessages(page)
        let isWanted = try hasWanted(page, conversation)
        var open = try openAdditions(connector: page.connector)
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
                if page.use == .storeWhole { try sight(record, page, conversation) }
                if isWanted { try take(record, page, conversation) }
                if mayClear { try clearMessage(record, page) }
                if !open.isEmpty { try settle(&open, by: record, page) }
            case .fault(let fault):
                try itemMessage(fault, page)
                counts.failed += 1
            }
        }
        try writer.finish()
        try follow(writer.renamings, page, conversation: conversation)
    }

    /// What is only compared is not stored: what differs is wanted.
    private func compare(_ page: Page, _ records: any RecordSource, _ conversation: Int64) throws {
        let task: Int64? =
            try first(
                "SELECT task FROM category_run WHERE conversation = ?1 AND position = ?2", conversation,
                page.index
            ) { $0.next(Int64?.self) } ?? nil
        try records.visit(answer: page.answer) { event in
            guard case .record(let record) = event else { return }
            try sight(record, page, conversation)
            let stored: (edit: String?, isDeleted: Bool)? = try first(
                """
                SELECT edit_sequence, deleted_at IS NOT NULL FROM record
                WHERE connector_id = ?1 AND kind = ?2 AND id = ?3
                """, page.connector, record.kind, record.id
            ) { ($0.next(), $0.next()) }
            if let stored, !stored.isDeleted, stored.edit == record.editSequence { return }
            try execute(
                "INSERT OR IGNORE INTO wanted (conversation, category, kind, id) VALUES (?1, ?2, ?3, ?4)",
                conversation, page.category, record.kind, record.id)
            guard let task else { return }
            let isHere = stored.map { !$0.isDeleted } ?? false
            try find(
                Difference(
                    task: task, kind: record.kind, id: record.id, name: record.name,
                    finding: isHere ? .different : .missingHere, editHere: stored?.edit,
                    editThere: record.editSequence))
        }
    }

    /// Balances go into the records that are there; what has no record yet comes with its own reading.
    private func refresh(
        _ page: Page, _ records: any RecordSource, _ conversation: Int64, _ counts: inout IngestCounts
    ) throws {
        let keepsVersions = try keepsVersions(connector: page.connector)
        // Only what drifts: an EditSequence that is newer than ours belongs to what is not here.
        let refreshed = "json_patch(json, json_remove(?4, '$.EditSequence', '$.ListID'))"
        let differing = """
            connector_id = ?1 AND kind = ?2 AND id = ?3 AND deleted_at IS NULL AND \(refreshed) <> json
            """
        try records.visit(answer: page.answer) { event in
            guard case .record(let record) = event else { return }
            let json = String(decoding: record.json, as: UTF8.self)
            if keepsVersions {
                let row = try first(
                    "SELECT rowid FROM record WHERE \(differing)", page.connector, record.kind, record.id,
                    json
                ) { $0.next(Int64.self) }
                if let row { try keepVersion(row: row, until: page.at) }
            }
            let changed: (row: Int64, json: [UInt8])? = try first(
                """
                UPDATE record SET json = \(refreshed), changed_at = ?5 WHERE \(differing)
                RETURNING rowid, CAST(json AS BLOB)
                """, page.connector, record.kind, record.id, json, page.at
            ) { ($0.next(), $0.next()) }
            guard let changed else {
                counts.unchanged += 1
                return
            }
            try execute(
                "UPDATE record SET digest = ?2 WHERE rowid = ?1", changed.row, Digest.of(changed.json))
            try log(row: changed.row, .updated, conversation, page.at)
            counts.updated += 1
        }
    }

    /// `ListDeletedRet` and `TxnDeletedRet` name the kind and the ID of what is gone. Most of them are known
    /// from the last time, because one asks with an overlap.
    private func learnDeletions(
        _ page: Page, _ records: any RecordSource, _ conversation: Int64, _ counts: inout IngestCounts
    ) throws {
        try records.visit(answer: page.answer) { event in
            guard case .record(let record) = event else { return }
            let gone: (row: Int64, time: String?)? = try first(
                """
                SELECT rowid, ?2 ->> '$.TimeDeleted' FROM record
                WHERE connector_id = ?1 AND kind = coalesce(?2 ->> '$.ListDelType', ?2 ->> '$.TxnDelType')
                    AND id = ?3 AND deleted_at IS NULL
                """, page.connector, String(decoding: record.json, as: UTF8.self), record.id
            ) { ($0.next(), $0.next()) }
            guard let gone else { return }
            try delete(row: gone.row, .listed, time: gone.time, conversation, at: page.at)
            counts.deleted += 1
        }
    }

    /// The last page of a category is stored, so the category is complete as of now, unless the count at the
    /// end of the run says otherwise.
    func moveWatermark(connector: Int64, category: String, _ watermark: Watermark, at: Date) throws {
        try execute(
            """
            INSERT INTO watermark (connector_id, category, high_water, complete_at, page_size)
            VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT DO UPDATE SET high_water = excluded.high_water, complete_at = excluded.complete_at,
                page_size = coalesce(excluded.page_size, page_size)
            """, connector, category, watermark.highWater, at, watermark.pageSize)
        try clearNamelessMessages(connector: connector, category: category)
    }
}
