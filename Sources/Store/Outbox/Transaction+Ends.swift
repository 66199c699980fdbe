import FoundationEssentials
import QBXML
import Sync

/// What became of requests, and the records that came of them, in one transaction.
extension Transaction {
    func take(_ end: WriteEnd, _ page: Page, _ records: any RecordSource) throws {
        let number = end.write.number
        switch end.next {
        case .succeeded: try succeed(end, page, records)
        case .failed(let code):
            try settle(
                number, .failed, end.write.changesBooks ? .notApplied : .notApplicable, end,
                code: code.rawValue)
            try admitDoubt(number)
            try mirror(end, page, records)
            try countFailed(page)
            try showObstacle(end, connector: page.connector)
            try event(.failed, of: number, end.sentence, at: end.at)
        case .unknown:
            try execute(
                """
                UPDATE request SET state = 'outcome unknown', outcome = 'unknown', sentence = ?2,
                    candidates = ?3, code = NULL, doubtful_since = NULL WHERE number = ?1
                """, number, end.sentence, try candidateList(end.candidates))
            try event(.unknown, of: number, end.sentence, at: end.at)
        case .queued(let notBefore, let isolation, let counts):
            try requeue(number, end, isStale: false)
            try execute(
                """
                UPDATE request SET not_before = ?2, isolation = ?3,
                    attempts = attempts + ?4
                WHERE number = ?1
                """, number, notBefore, isolation, counts ? 1 : 0)
            try event(.queued, of: number, end.sentence, at: end.at)
        case .stale:
            // The present record comes with the refusal: it goes into the mirror and is compared there.
            try mirror(end, page, records)
            try requeue(number, end, isStale: true)
            try event(.queued, of: number, end.sentence, at: end.at)
        }
    }

    /// In the step's row, where what was applied is counted when its record goes into the mirror.
    private func countFailed(_ page: Page) throws {
        guard let conversation = try conversationNumber(ticket: page.ticket) else { return }
        try execute(
            "UPDATE category_run SET failed = failed + 1 WHERE conversation = ?1 AND position = ?2",
            conversation, page.index)
    }

    private func requeue(_ number: Int64, _ end: WriteEnd, isStale: Bool) throws {
        try execute(
            """
            UPDATE request SET state = 'queued', outcome = 'pending', set_id = NULL, position = NULL,
                isolation = NULL, is_examined = 0, blindness = NULL, is_stale = ?2, sentence = ?3,
                status_code = ?4, status_message = ?5
            WHERE number = ?1
            """, number, isStale, end.sentence, end.status?.code, end.status?.message)
        try admitDoubt(number)
    }

    /// This try did not apply it; one in a time that is lost may have.
    func admitDoubt(_ number: Int64) throws {
        try execute(
            "UPDATE request SET outcome = 'unknown' WHERE number = ?1 AND doubtful_since IS NOT NULL", number)
    }

    func settle(
        _ number: Int64, _ state: Write.State, _ outcome: Write.Outcome, _ end: WriteEnd, code: String?
    ) throws {
        try execute(
            """
            UPDATE request SET state = ?2, outcome = ?3, settled_at = ?4, status_code = ?5,
                status_message = ?6, code = ?7, sentence = ?8, is_stale = 0
            WHERE number = ?1
            """, number, state.rawValue, outcome.rawValue, end.at, end.status?.code, end.status?.message,
            code, end.sentence)
    }

    private func succeed(_ end: WriteEnd, _ page: Page, _ records: any RecordSource) throws {
        let number = end.write.number
        try settle(
            number, .succeeded, end.write.changesBooks ? .applied : .notApplicable, end, code: nil)
        var result: [[UInt8]] = []
        var made: Record?
        if let answer = end.answer {
            try records.visit(answer: answer) { event in
                switch event {
                case .record(let record):
                    if made == nil { made = record }
                    result.append(record.json)
                case .fault(let fault): if !fault.json.isEmpty { result.append(fault.json) }
                }
            }
        }
        let id = made?.id ?? end.record?.id
        let edit = made?.editSequence ?? end.record?.editSequence
        let json = result.isEmpty ? end.record?.json ?? [] : Self.list(result, of: end.write)
        try execute(
            """
            UPDATE request SET record_id = coalesce(?2, record_id),
                edit_sequence = coalesce(?3, edit_sequence), name = coalesce(name, ?4), result = ?5
            WHERE number = ?1
            """, number, id, edit, end.write.changesBooks ? made?.name ?? end.record?.name : nil,
            json.isEmpty ? nil : String(decoding: json, as: UTF8.self))
        // Behind that, so that the record is this request's and no other's.
        try mirror(end, page, records)
        try event(.succeeded, of: number, end.sentence, at: end.at)
        try stopIfDoubled(number, at: end.at)
    }

    /// The record of a write; a list for a question, which may bring many.
    private static func list(_ values: [[UInt8]], of write: Write) -> [UInt8] {
        if write.changesBooks { return values.first ?? [] }
        return [UInt8(ascii: "[")] + values.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "]")]
    }

    /// What QuickBooks showed of the books goes into the mirror, unless the category is not read at all.
    private func mirror(_ end: WriteEnd, _ page: Page, _ records: any RecordSource) throws {
        guard end.answer != nil, end.write.changesBooks, Category.named(page.category) != nil,
            try categorySettings(connector: page.connector)[page.category]?.direction.reads ?? true
        else { return }
        try ingest(page, records)
    }

    func candidateList(_ candidates: [Candidate]) throws -> String? {
        guard !candidates.isEmpty else { return nil }
        let list = JSON.list(
            candidates.prefix(20).map { candidate in
                var value: JSON = ["kind": .text(candidate.kind), "id": .text(candidate.id)]
                if let name = candidate.name { value["name"] = .text(name) }
                if let created = candidate.timeCreated { value["time_created"] = .text(created) }
                return value
            })
        return String(decoding: list.bytes, as: UTF8.self)
    }
}
