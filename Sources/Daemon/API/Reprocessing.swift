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
    let body: [UInt8]
    /// The category's place in the agenda of the conversation that it came in.
    let position: Int?

    /// Why a response is kept that nobody has tried to read: the daemon was stopped right after it was
    /// stored.
    static let untried = "qbsyncd was stopped before it could be processed."

    /// What is still news: a record that a later sync has read newer stays as it is. The watermark would keep
    /// an old version from ever being mended.
    static func news(
        _ response: QBXML.Response, _ page: Page, in mirror: Snapshot
    ) throws -> QBXML.Response {
        var response = response
        for index in response.answers.indices {
            response.answers[index].records = try response.answers[index].records.filter { record in
                guard let incoming = record.timeModified,
                    let stored = try mirror.timeModified(
                        connector: page.connector, kind: record.kind, id: record.id)
                else { return true }
                return Stamp.wallTime(incoming) >= Stamp.wallTime(stored)
            }
        }
        return response
    }

    /// - Throws: `OrderRefusal` when it still cannot be read.
    func response() throws -> QBXML.Response {
        do { return try QBXML.Response(decoding: body) } catch {
            throw OrderRefusal.conflict("Response \(kept.number) still cannot be read: \(error)")
        }
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

extension QBXML.Response {
    var recordCount: Int { answers.reduce(0) { $0 + $1.records.count } }
}

extension Page {
    /// The same for another answer of the document.
    func of(answer: Int) -> Page {
        var page = self
        page.answer = answer
        return page
    }
}
