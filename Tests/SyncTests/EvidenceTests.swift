import FoundationEssentials
import QBXML
import Testing

@testable import Sync

/// What the books show of a request whose answer was lost, and what they only seem to show.
@Suite("Evidence")
struct EvidenceTests {
    private static let since = "2026-09-20T08:00:00"

    private func verdict(_ write: Write, _ candidates: Candidate...) -> Evidence {
        var write = write
        write.isExamined = true
        return Evidence(write, candidates, since: Self.since)
    }

    private func invoice(_ json: String) -> Candidate {
        Candidate(kind: "Invoice", id: "5-1", editSequence: "8", json: Array(json.utf8))
    }

    private let void = Desk.write(1, "TxnVoid", operation: .void, kind: "Invoice", id: "5-1")

    @Test(
        "a memo that only begins with the word does not make an invoice void",
        arguments: ["Void if not paid by June", "VOIDED by Ann?", "void: not yet", "VOID"])
    func memos(memo: String) {
        let untouched = invoice(
            #"{"TxnID":"5-1","Memo":"\#(memo)","Subtotal":"0.00","TimeModified":"2026-09-01T08:00:00-05:00"}"#
        )
        #expect(verdict(void, untouched) == .notApplied)
        let touched = invoice(
            #"{"TxnID":"5-1","Memo":"\#(memo)","Subtotal":"0.00","TimeModified":"2026-09-21T08:00:00-05:00"}"#
        )
        #expect(verdict(void, touched) == .unclear([touched]))
    }

    @Test(
        "an invoice with an amount is not void, whatever its memo says",
        arguments: [
            #""Subtotal":"10.00""#, #""BalanceRemaining":"-0.01""#, #""SalesTaxTotal":"1.00""#,
            #""InvoiceLineRet":[{"Amount":"0.00"},{"Amount":"5.00"}]"#,
        ])
    func amounts(field: String) {
        let seeming = invoice(#"{"Memo":"VOID: old","TimeModified":"2026-09-01T08:00:00-05:00",\#(field)}"#)
        #expect(verdict(void, seeming) == .notApplied)
        let touched = invoice(#"{"Memo":"VOID: old","TimeModified":"2026-09-21T08:00:00-05:00",\#(field)}"#)
        #expect(verdict(void, touched) == .unclear([touched]))
    }

    @Test("a void invoice has amounts of zero; prices, and what it was made of, stay")
    func voided() {
        let voided = invoice(
            #"""
            {"Memo":"VOID:","Subtotal":"0.00","BalanceRemaining":"0","IsPaid":true,
             "LinkedTxn":[{"TxnID":"4-1","Amount":"70.00"}],
             "InvoiceLineRet":[{"Quantity":"0","Rate":"35.00","Amount":"0.00"}]}
            """#)
        #expect(verdict(void, voided) == .applied(voided))
    }

    @Test("whoever touched it since, an invoice that is void shows that it was voided")
    func voidedAndTouched() {
        var voided = invoice(
            #"""
            {"TxnID":"5-1","Memo":"VOID: by Ann","Subtotal":"0.00","TimeModified":"2026-09-21T08:00:00-05:00"}
            """#)
        voided.editSequence = "99"
        #expect(verdict(void, voided) == .applied(voided))
    }

    @Test("what is gone was deleted, whoever did it; merged it may not have been")
    func gone() {
        var record = customer("80-1", "{}")
        record.isGone = true
        let deletion = Desk.write(1, "ListDel", operation: .delete, id: "80-1")
        #expect(verdict(deletion, record) == .applied(record))
        let merge = Desk.write(1, "ListMerge", operation: .merge, id: "80-1")
        #expect(verdict(merge, record) == .unclear([record]))
    }

    @Test("a record with our GUID was added, also when somebody has deleted it since")
    func deleted() {
        let guid = "{7B1B3F52-0D24-4F0E-9A51-2B4E6D1C9A10}"
        var record = customer("1", #"{"Name":"N3"}"#)
        record.externalGUID = guid
        record.isGone = true
        #expect(verdict(Desk.write(3, guid: guid), record) == .applied(record))
        record.externalGUID = nil
        #expect(verdict(Desk.write(3), record) == .unclear([record]))
    }

    @Test("a GUID is no proof while another request in doubt has the same; 0 is no GUID")
    func guids() {
        let guid = "{7B1B3F52-0D24-4F0E-9A51-2B4E6D1C9A10}"
        var record = customer("1", #"{"Name":"N3"}"#)
        record.externalGUID = guid.lowercased()
        #expect(verdict(Desk.write(3, guid: guid), record) == .applied(record))
        record.isShared = true
        #expect(verdict(Desk.write(3, guid: guid), record) == .unclear([record]))
        #expect(verdict(Desk.write(3, guid: guid)) == .notApplied)
        for code in [nil, "0"] {
            record.externalGUID = code
            #expect(verdict(Desk.write(3, guid: "0"), record) == .unclear([record]))
        }
    }

    private func change(_ inner: String) -> Write {
        Desk.write(
            2, "CustomerMod", operation: .modify, id: "80-1", edit: "7",
            body: "<ListID>80-1</ListID><EditSequence>7</EditSequence>\(inner)")
    }

    private func customer(_ edit: String, _ json: String) -> Candidate {
        Candidate(kind: "Customer", id: "80-1", editSequence: edit, json: Array(json.utf8))
    }

    @Test("a change of case alone was not carried out while the record has the old case")
    func letters() {
        let write = change("<Name>PQ 1</Name>")
        let old = #"{"ListID":"80-1","Name":"Pq 1","TimeModified":"2026-09-21T09:00:00-05:00"}"#
        #expect(verdict(write, customer("7", old)) == .notApplied)
        // Somebody changed something else meanwhile.
        let other = customer("9", old)
        #expect(verdict(write, other) == .unclear([other]))
        let done = customer("9", #"{"ListID":"80-1","Name":"PQ 1"}"#)
        #expect(verdict(write, done) == .applied(done))
    }

    @Test("texts of digits are compared as texts, amounts by their value, names of references without case")
    func types() {
        let phone = customer("9", #"{"ListID":"80-1","Phone":"0070"}"#)
        #expect(verdict(change("<Phone>70</Phone>"), phone) == .unclear([phone]))
        let limit = customer("9", #"{"ListID":"80-1","CreditLimit":"70.00"}"#)
        #expect(verdict(change("<CreditLimit>70</CreditLimit>"), limit) == .applied(limit))
        let terms = customer("9", #"{"ListID":"80-1","TermsRef":{"ListID":"1-1","FullName":"Net 30"}}"#)
        #expect(verdict(change("<TermsRef><FullName>NET 30</FullName></TermsRef>"), terms) == .applied(terms))
        let bill = customer("9", #"{"ListID":"80-1","BillAddress":{"Addr1":"elm street"}}"#)
        let moved = change("<BillAddress><Addr1>Elm Street</Addr1></BillAddress>")
        #expect(verdict(moved, bill) == .unclear([bill]))
    }

    @Test("with the EditSequence that was sent, a record that nobody touched since was not changed")
    func untouched() {
        let write = change("<Phone>1</Phone>")
        let same = #"{"ListID":"80-1","Phone":"1","TimeModified":"2026-09-01T09:00:00-05:00"}"#
        #expect(verdict(write, customer("7", same)) == .notApplied)
    }
}
