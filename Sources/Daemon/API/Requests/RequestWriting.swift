import API
import FoundationEssentials
import QBXML
import Store
import Sync

/// Words with records in them, put together from stored bytes.
extension RecordWriting {
    /// A member that is JSON already.
    mutating func member(_ key: String, _ json: some Collection<UInt8>) {
        append(",\"\(key)\":")
        append(json)
    }

    mutating func receipt(_ receipt: RequestReceipt) {
        var text: JSON = ["id": .text(receipt.id), "title": .text(receipt.title)]
        text["state"] = .text(receipt.state)
        text["outcome"] = .text(receipt.outcome)
        text.put("sentence", receipt.sentence)
        text.put("record_id", receipt.recordId)
        append(text.bytes)
    }

    /// What a request would come to.
    mutating func dry(_ request: QueuedRequest, _ record: RecordRow?) {
        let subject = request.subject
        var head: JSON = ["title": .text(request.title)]
        head.put("operation", subject.operation?.rawValue)
        head.put("kind", subject.kind)
        head.put("record_id", subject.id)
        head.put("name", subject.title ?? record?.name)
        head["bundle"] = request.bundle.map { .number(String($0)) }
        head.put("sentence", Self.outlook(request, record))
        open(head)
        if let record { close(record: record.json) } else { close() }
    }

    private static func outlook(_ request: QueuedRequest, _ record: RecordRow?) -> String {
        let subject = request.subject
        guard let operation = subject.operation else { return "It asks, and changes nothing." }
        let kind = subject.kind ?? request.title
        guard operation != .add else {
            let own = subject.externalGUID == nil ? "" : ", to be told by its ExternalGUID"
            return "It adds a new \(kind)\(own)."
        }
        guard let record else {
            return subject.id.map { "The mirror has no \(kind) \($0); QuickBooks may have it." }
                ?? "It names no record that the mirror could have."
        }
        let called = record.name.map { "\(kind) \($0)" } ?? "\(kind) \(record.id)"
        if record.deletedAt != nil { return "\(called) is deleted; QuickBooks will refuse this." }
        if let sent = subject.editSequence, let here = record.editSequence, sent != here {
            return
                "It was made of \(called) with EditSequence \(sent), and the mirror has \(here): QuickBooks "
                + "will find it too old, and both sides are compared then."
        }
        switch operation {
        case .delete: return "It deletes \(called)."
        case .void: return "It voids \(called)."
        case .merge: return "It merges \(called) into another."
        case .add, .modify, .query: return "It changes \(called)."
        }
    }

    /// A request in full.
    ///
    /// - Parameters:
    ///   - outlook: of its connector, if it waits.
    ///   - candidates: those of the request, with their records where the mirror has them.
    mutating func account(
        _ detail: RequestDetail, _ outlook: RequestOutlook?,
        _ candidates: [(head: JSON, record: [UInt8]?)], withDocument: Bool, check: CheckReport?
    ) throws {
        open(["body": .text(String(decoding: detail.body, as: UTF8.self))])
        member("request", try Wire.encode(RequestEntry(detail, outlook)))
        if withDocument, let document = detail.document {
            member("document", JSON.text(String(decoding: document, as: UTF8.self)).bytes)
        }
        if let result = detail.result {
            // A question has a list, a write the record that came of it.
            member(result.first == UInt8(ascii: "[") ? "results" : "result", result)
        }
        if !candidates.isEmpty {
            list("candidates", candidates) { writing, candidate in
                writing.open(candidate.head)
                if let record = candidate.record { writing.close(record: record) } else { writing.close() }
            }
        }
        if !detail.waitsFor.isEmpty {
            member("waits_for", try Wire.encode(detail.waitsFor.map { RequestReceipt($0) }))
        }
        if let check { member("check", try Wire.encode(check)) }
        close()
    }
}
