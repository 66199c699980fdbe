import API
import Foundation
import Testing

@testable import Daemon
@testable import Store

@Suite("What becomes of a request on its way into the queue", .timeLimit(.minutes(10)))
struct RequestIntakeTests {
    private static let macros = #"""
        [{"InvoiceAdd":{"@defMacro":"TxnID:inv","CustomerRef":{"ListID":"80-1"}}},
         {"InvoiceAdd":{"@defMacro":"TxnID:paid","CustomerRef":{"ListID":"80-1"}}},
         {"ReceivePaymentAdd":{"CustomerRef":{"ListID":"80-1"},"TotalAmount":"1.00",
          "AppliedToTxnAdd":[{"TxnID":{"@useMacro":"TxnID:paid"},"PaymentAmount":"1.00"}]}}]
        """#

    @Test("a macro that no request of the call uses is not defined: others call theirs the same")
    func idleMacros() async throws {
        let scene = try RequestScene()
        let receipt = try await scene.queue(Self.macros).word(QueuedRequests.self)
        try #require(receipt.requests.count == 3)
        let first = try await scene.account(receipt.requests[0].id)
        #expect(first.body.contains("<InvoiceAdd>"), "\(first.body)")
        let second = try await scene.account(receipt.requests[1].id)
        #expect(second.body.contains(#"<InvoiceAdd defMacro="TxnID:paid">"#), "\(second.body)")
    }

    @Test("a change is answered with the whole record; that IncludeRetElement is left out is told")
    func wholeRecord() async throws {
        let scene = try RequestScene()
        let body = #"""
            {"InvoiceModRq":{"InvoiceMod":{"TxnID":"5-1","EditSequence":"1","Memo":"a"},
             "IncludeRetElement":["TxnID","EditSequence"]}}
            """#
        let answer = try await scene.queue(body)
        let receipt = try answer.word(QueuedRequests.self)
        let request = try #require(receipt.requests.first, "\(answer.body)")
        #expect(try await !scene.account(request.id).body.contains("IncludeRetElement"))
        #expect(answer.body.contains("the whole record comes back"), "\(answer.body)")
        let dry = try await scene.queue(body, "dry_run=true")
        #expect(!dry.body.contains("<IncludeRetElement>") && dry.body.contains("the whole record comes back"))
        let question = try await scene.queue(#"{"InvoiceQuery":{"IncludeRetElement":["TxnID"]}}"#)
        #expect(!question.body.contains("the whole record comes back"))
    }

    @Test("a GUID of ours goes only where the QuickBooks in question takes one")
    func versionOfTheGUID() async throws {
        let scene = try RequestScene()
        try scene.mirror.execute(
            """
            INSERT INTO conversation (ticket, connector_id, login, address, trigger, in_window, is_refusal,
                started_at, last_call_at, phase, sequence, percent, is_identified, qbxml_version,
                bytes_received, bytes_sent, state, highest_version, edition, ended_at, code, sentence, ending)
            VALUES ('0123456789abcdef', 1, 'acme', '', 'scheduled', 0, 0, '2026-11-20T10:00:00.000Z',
                '2026-11-20T10:00:00.000Z', 'finished', 1, 100, 1, '8.0', 0, 0, 'success', '8.0', 'US',
                '2026-11-20T10:00:00.000Z', 'success', 'Good.', '{}')
            """)
        let invoice = try await scene.queued(#"{"InvoiceAdd":{"CustomerRef":{"ListID":"80-1"}}}"#)
        #expect(try await !scene.account(invoice).body.contains("ExternalGUID"), "9.0 brought it")
        let customer = try await scene.queued()
        #expect(try await scene.account(customer).body.contains("<ExternalGUID>{"), "8.0 brought it")
        try scene.mirror.execute("UPDATE conversation SET highest_version = '9.0'")
        let later = try await scene.queued(#"{"InvoiceAdd":{"CustomerRef":{"ListID":"80-1"}}}"#)
        #expect(try await scene.account(later).body.contains("<ExternalGUID>{"))
        let needs = try scene.database.readNow { snapshot in
            try snapshot.rows("SELECT needs_version FROM request ORDER BY number") { $0.next(String.self) }
        }
        #expect(needs.count == 3 && Array(needs.suffix(2)) == ["8.0", "9.0"], "\(needs)")
    }
}
