import FoundationEssentials
import QBXML
import Sync
import Testing
import WebConnector

/// What is known of a big answer's records before the first of them was read.
@Suite("The page that a big answer is expected to be")
struct ExpectedPageTests {
    private static let received = ReceiveResponse(ticket: "t1", response: [], hresult: "", message: "")

    private func answer(
        _ script: Script, code: Int = 0, sequence: Int = 0, remaining: Int? = 0, records: [Record] = []
    ) -> Reading {
        let number = (script.open?.conversation.sequence ?? 0) + sequence
        return Reading(
            Response(answers: [
                RequestAnswer(
                    element: "Rs", requestID: "\(number)", status: Status(code: code, message: "told"),
                    iteratorID: "{1}", iteratorRemaining: remaining, records: records)
            ]))
    }

    /// - Returns: what is expected by the beginning, and what is decided first about the whole.
    private func pages(_ script: Script, _ beginning: Reading, _ whole: Reading) throws -> (Page?, Page?) {
        let facts = try #require(script.facts)
        let expected = Exchange.expectedPage(Self.received, beginning, facts, now: script.now)
        let decision = Exchange.decide(
            .receiveResponseXML(Self.received, .decoded(whole)), facts, now: script.now)
        guard case .ingest(let page)? = decision.changes.first else { return (expected, nil) }
        return (expected, page)
    }

    /// A first sync that has come to a category's question.
    private func asking(for category: String) throws -> Script {
        var script = Script()
        _ = script.login()
        repeat {
            if script.open?.conversation.phase == .asking { _ = script.send() }
            let step = script.open?.agenda.steps.first { $0.state == .running }
            if step?.category == category { return script }
            try #require(script.answer(code: 1) < 100)
        } while true
    }

    @Test("is the one that is decided for it, whatever comes behind its first record")
    func page() throws {
        for category in ["accounts", "customers", "invoices", "bills"] {
            let script = try asking(for: category)
            let records = (1...3).map { Record.customer("80-\($0)", modified: "2026-01-0\($0)T01:00:00") }
            for remaining in [0, 7] {
                let begun = answer(script, remaining: remaining)
                let whole = answer(script, remaining: remaining, records: records)
                let (expected, decided) = try pages(script, begun, whole)
                #expect(expected != nil && expected == decided, "\(category)")
                #expect(expected?.category == category)
            }
        }
    }

    @Test("is none where the beginning says already that nothing will be stored")
    func none() throws {
        let script = try asking(for: "customers")
        for beginning in [
            answer(script, code: 3260), answer(script, sequence: -1), answer(script, remaining: nil),
            Reading(Response(answers: [])),
        ] {
            let (expected, decided) = try pages(script, beginning, beginning)
            #expect(expected == nil && decided == nil, "\(beginning)")
        }
        var taken = script
        _ = taken.answer([])
        #expect(try pages(taken, answer(script), answer(script)) == (nil, nil), "a second copy")
    }
}
