import FoundationEssentials
import QBXML
import Testing

@testable import Sync

/// The pure parts of the outbox, by themselves.
@Suite("The outbox")
struct OutboxTests {
    private let version = Version(major: 13, minor: 0)

    private func numbers(_ writes: [Write], _ pace: OutboxFacts.Pace? = nil) -> [Int64] {
        Batch(writes, pace: pace).writes.map(\.number)
    }

    @Test("a batch keeps the order, and grows with what was measured")
    func sizes() {
        let queue = (1...60).map { Desk.write($0) }
        #expect(numbers(queue) == Array(1...10))
        #expect(numbers(queue, .init(requests: 10, seconds: 2)).count == 20)
        #expect(numbers(queue, .init(requests: 10, seconds: 50)).count == 2)
        #expect(numbers(queue, .init(requests: 10, seconds: 500)).count == 1)
    }

    @Test("two changes of one record travel apart; a question travels alone, and nothing overtakes it")
    func apart() {
        let first = Desk.write(1, "CustomerMod", operation: .modify, id: "80-1", edit: "1")
        let second = Desk.write(2, "CustomerMod", operation: .modify, id: "80-1", edit: "1")
        #expect(numbers([first, second, Desk.write(3)]) == [1])
        let question = Desk.write(4, "CustomerQuery", operation: nil)
        #expect(numbers([question, Desk.write(5)]) == [4])
        #expect(numbers([Desk.write(5), question, Desk.write(6)]) == [5])
    }

    @Test("one that was in a refused document takes few others with it")
    func isolated() {
        var suspect = Desk.write(1)
        suspect.isolation = 2
        #expect(numbers([suspect, Desk.write(2), Desk.write(3)]) == [1, 2])
        #expect(numbers([Desk.write(2), Desk.write(3), Desk.write(4), suspect]) == [2, 3, 4])
    }

    @Test("what macros tie together travels together, and stops at the first error")
    func bundles() {
        var (one, two) = (Desk.write(1), Desk.write(3))
        (one.bundle, two.bundle) = (1, 1)
        let batch = Batch([one, Desk.write(2), two], pace: nil)
        #expect(batch.writes.map(\.number) == [1, 3])
        let facts = OutboxFacts(freshID: "set-1")
        #expect(
            String(decoding: batch.document(facts, version: version), as: UTF8.self).contains("stopOnError"))
        // QuickBooks could not read the document of both.
        (one.isolation, two.isolation) = (1, 1)
        #expect(Batch([one, two], pace: nil).writes.map(\.number) == [1])
    }

    @Test("two that call what they make the same travel apart, whoever sent them")
    func macros() {
        func invoice(_ number: Int64, _ macro: String) -> Write {
            var write = Desk.write(number, "InvoiceAdd", kind: "Invoice")
            write.body = Array("<InvoiceAddRq><InvoiceAdd\(macro)></InvoiceAdd></InvoiceAddRq>".utf8)
            return write
        }
        let (one, other) = (#" defMacro="TxnID:inv""#, #" defMacro="TxnID:a" x="1" defMacro="TxnID:b""#)
        #expect(invoice(1, one).definedMacros == ["TxnID:inv"])
        #expect(
            invoice(1, other).definedMacros == ["TxnID:a", "TxnID:b"] && invoice(1, "").definedMacros == [])
        let queue = [invoice(1, one), invoice(2, other), invoice(3, ""), invoice(4, one), invoice(5, "")]
        #expect(numbers(queue) == [1, 2, 3])
        #expect(numbers(Array(queue.dropFirst(3))) == [4, 5])
    }

    @Test("statuses are told apart by what can be done about them")
    func policies() {
        func policy(_ code: Int, _ message: String = "") -> WritePolicy {
            WritePolicy(Status(code: code, message: message))
        }
        #expect(policy(0) == .applied && policy(510) == .applied && policy(530) == .applied)
        #expect(policy(3200) == .stale && policy(3231) == .notProcessed)
        #expect(policy(3175) == .again && policy(3176) == .again)
        #expect(policy(3180, "The list element is in use.") == .again)
        #expect(policy(3180, "There was an error when saving.") == .refused)
        #expect(policy(3100) == .refused && policy(3170) == .refused)
        #expect(policy(1000) == .unclear && policy(Status.absent) == .unclear)
        #expect((0..<12).map { WritePolicy.delay(after: $0) }.prefix(6) == [60, 120, 240, 480, 960, 1800])
    }

    @Test("a change of an older version goes on where nobody touched the same (3200)")
    func rebased() {
        let write = Desk.write(
            1, "CustomerMod", operation: .modify, id: "80-1", edit: "7",
            body: "<ListID>80-1</ListID><EditSequence>7</EditSequence><Phone>1</Phone>")
        func stale(_ before: String?, _ present: String, _ version: String = "9") -> StaleChange {
            StaleChange(
                StaleWrite(
                    write: write, before: before.map { Array($0.utf8) }, present: Array(present.utf8),
                    editSequence: version))
        }
        guard
            case .rebased(let body, "9") = stale(#"{"Phone":"0","Notes":"a"}"#, #"{"Phone":"0","Notes":"b"}"#)
        else {
            Issue.record("nobody touched Phone")
            return
        }
        #expect(String(decoding: body, as: UTF8.self).contains("<EditSequence>9</EditSequence><Phone>1"))
        guard case .conflict(let sentence) = stale(#"{"Phone":"0"}"#, #"{"Phone":"5"}"#) else {
            Issue.record("somebody else changed Phone")
            return
        }
        #expect(sentence.contains("Phone"))
        // The mirror has no newer one: with the old one it would be refused again.
        guard case .conflict = stale(#"{"Phone":"0"}"#, #"{"Phone":"0"}"#, "7") else {
            Issue.record("nothing is known of the newer version")
            return
        }
        #expect(stale(nil, #"{"Phone":"0"}"#) != stale(#"{"Phone":"0"}"#, #"{"Phone":"0"}"#))
    }

    @Test("a change, a deletion and a void are told by the record itself")
    func evidence() {
        func verdict(_ write: Write, _ candidate: Candidate?) -> Evidence {
            var write = write
            write.isExamined = true
            return Evidence(write, candidate.map { [$0] } ?? [], since: "2026-09-20T08:00:00")
        }
        let change = Desk.write(
            1, "CustomerMod", operation: .modify, id: "80-1", edit: "7",
            body: "<ListID>80-1</ListID><EditSequence>7</EditSequence><Phone>1</Phone>")
        func record(_ edit: String, _ json: String, isGone: Bool = false) -> Candidate {
            Candidate(
                kind: "Customer", id: "80-1", editSequence: edit, isGone: isGone, json: Array(json.utf8))
        }
        #expect(verdict(change, record("7", #"{"ListID":"80-1","Phone":"0"}"#)) == .notApplied)
        let done = record("8", #"{"ListID":"80-1","Phone":"1"}"#)
        #expect(verdict(change, done) == .applied(done))
        // Changed by somebody, and whether by this request as well cannot be seen. An empty field does not
        // come back, so its absence agrees with nothing that was sent.
        for json in [#"{"ListID":"80-1","Phone":"5"}"#, #"{"ListID":"80-1"}"#] {
            let other = record("8", json)
            #expect(verdict(change, other) == .unclear([other]))
        }
        // In the same second as the change before it: EditSequence counts seconds.
        let quick = record("7", #"{"ListID":"80-1","Phone":"1","TimeModified":"2026-09-21T08:00:00-05:00"}"#)
        #expect(verdict(change, quick) == .applied(quick))
        let deletion = Desk.write(2, "ListDel", operation: .delete, id: "80-1")
        #expect(verdict(deletion, record("7", "{}")) == .notApplied)
        let gone = record("7", "{}", isGone: true)
        #expect(verdict(deletion, gone) == .applied(gone))
        let void = Desk.write(3, "TxnVoid", operation: .void, kind: "Invoice", id: "5-1")
        let voided = record("8", #"{"Memo":"VOID: old"}"#)
        #expect(verdict(void, voided) == .applied(voided))
        func touched(_ moment: String) -> Candidate {
            record("8", #"{"Memo":"x","TimeModified":"\#(moment)-05:00"}"#)
        }
        #expect(verdict(void, touched("2026-09-20T07:59:59")) == .notApplied)
        // Voided, and then somebody wrote another memo: seed 30000900 of the simulation.
        let late = touched("2026-09-21T09:00:00")
        #expect(verdict(void, late) == .unclear([late]))
    }

    @Test("amounts are equal as numbers; telephone numbers and streets only as texts")
    func comparing() {
        func equal(_ one: String, _ other: String) -> Bool { Fields.text(one).agrees(with: .text(other)) }
        #expect(equal("10", "10.00") && equal("-1.50", "-1.5") && equal("ANN", "Ann"))
        #expect(!equal("555-32", "555-40") && !equal("12 Elm", "12 Oak") && !equal("1.2.3", "1.2"))
        #expect(!equal("", "0") && !equal("-", "-0"))
    }

    @Test("the GUID of what is added is the request's own ID")
    func guid() {
        #expect(
            Write.externalGUID(of: "req_0123456789abcdef0123456789abcdef")
                == "{01234567-89AB-CDEF-0123-456789ABCDEF}")
    }
}
