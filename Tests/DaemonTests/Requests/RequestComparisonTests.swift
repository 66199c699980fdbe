import API
import Foundation
import Testing

@testable import qbsyncctl

@Suite("What may have come of a request, beside what was sent")
struct RequestComparisonTests {
    private func account(_ operation: String, body: String) -> RequestAccount {
        let request = RequestEntry(
            id: "req_1", number: 1, connector: "acme", title: "Txn\(operation)", operation: operation,
            kind: "Invoice", recordId: "5-1", editSequence: nil, name: nil, state: "outcome unknown",
            outcome: "unknown", sentence: "", mover: nil, fix: nil, code: nil, statusCode: nil,
            statusMessage: nil, source: "kim", reference: nil, priority: 0, attempts: 0, queuedAt: Date(),
            notBefore: nil, expiresAt: nil, sentAt: nil, settledAt: nil, dismissedAt: nil, dismissedBy: nil)
        let candidate = CandidateEntry(
            kind: "Invoice", id: "5-1", name: nil, timeCreated: nil, record: RecordContent())
        return RequestAccount(request: request, body: body, candidates: [candidate])
    }

    @Test("of a void the amounts and the memo are shown that the books have")
    func void() {
        let sent =
            "<TxnVoidRq><TxnVoidType>Invoice</TxnVoidType><TxnID>5-1</TxnID></TxnVoidRq>"
        let record = #"{"TxnID":"5-1","Memo":"paid by Ann","Subtotal":"70.00","IsPaid":"false"}"#
        let lines = RequestComparison(account("Void", body: sent), records: [record]).lines(width: nil)
        let text = lines.map(\.text).joined(separator: "\n")
        #expect(text.contains("Subtotal") && text.contains("70.00"), "\(text)")
        #expect(text.contains("Memo") && text.contains("paid by Ann") && !text.contains("IsPaid"))
        let other = RequestComparison(account("Del", body: sent), records: [record]).lines(width: nil)
        #expect(!other.map(\.text).joined().contains("Subtotal"))
    }
}
