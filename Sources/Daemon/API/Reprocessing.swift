import FoundationEssentials
import QBXML
import Store
import Sync

/// Another try at an answer that could not be read when it came.
///
/// Its records go into the mirror; the watermark stays, because the sync that it belonged to did not complete
/// its category.
struct Reprocessing {
    let kept: ResponseRow
    let connector: Int64
    /// The category's place in the agenda of the conversation that it came in.
    let position: Int?

    /// Why a response is kept that nobody has tried to read: the daemon was stopped right after it was
    /// stored.
    static let untried = "qbsyncd was stopped before it could be processed."

    /// - Throws: `OrderRefusal` when its file is gone.
    func text(in database: SyncDatabase) async throws -> AnswerText? {
        do { return try await database.keptText(kept.number) } catch let error as StoreError {
            throw OrderRefusal.conflict(
                "The file of response \(kept.number) cannot be opened (a backup does not hold it): "
                    + error.sentence)
        }
    }

    /// - Throws: `OrderRefusal` when it still cannot be read.
    func read(_ text: AnswerText, _ database: SyncDatabase) async throws -> (Reading, any RecordSource) {
        let read = try await ReadAnswer.reading(text, database)
        guard case .decoded(let reading) = read.outcome else {
            let why = if case .unreadable(let why) = read.outcome { why } else { "it is no answer" }
            throw OrderRefusal.conflict("Response \(kept.number) still cannot be read: \(why)")
        }
        return (reading, read.records)
    }

    /// - Throws: `OrderRefusal` when nobody knows what it was the answer to.
    func page(at now: Date) throws -> Page {
        guard let category = kept.category, let position else {
            throw OrderRefusal.conflict("Response \(kept.number) belongs to no category.")
        }
        return Page(
            connector: connector, ticket: kept.ticket, index: position, category: category, at: now)
    }
}

/// What is still news of an answer that is processed late: a record that a later sync has read newer stays as
/// it is. The watermark would keep an old version from ever being mended.
struct FreshRecords: RecordSource {
    private let records: any RecordSource
    /// For each answer, which of its events are left out.
    private var stale: [Set<Int>] = []

    init(_ records: any RecordSource, of reading: Reading, _ page: Page, in mirror: Snapshot) throws {
        self.records = records
        for answer in reading.answers.indices {
            var stale: Set<Int> = []
            var place = 0
            try records.visit(answer: answer) { event in
                if case .record(let record) = event, try Self.isStale(record, page, in: mirror) {
                    stale.insert(place)
                }
                place += 1
            }
            self.stale.append(stale)
        }
    }

    var staleCount: Int { stale.reduce(0) { $0 + $1.count } }

    func visit(answer: Int, _ body: (RecordEvent) throws -> Void) throws {
        let stale = stale.indices.contains(answer) ? stale[answer] : []
        var place = 0
        try records.visit(answer: answer) { event in
            if !stale.contains(place) { try body(event) }
            place += 1
        }
    }

    private static func isStale(_ record: Record, _ page: Page, in mirror: Snapshot) throws -> Bool {
        guard let incoming = record.timeModified,
            let stored = try mirror.timeModified(
                connector: page.connector, kind: record.kind, id: record.id)
        else { return false }
        return Stamp.wallTime(incoming) < Stamp.wallTime(stored)
    }
}

extension Page {
    /// What stores all answers of a document like this one.
    func ingesting(_ reading: Reading) -> [Change] {
        reading.answers.indices.map { index in
            var page = self
            page.answer = index
            return .ingest(page)
        }
    }
}
