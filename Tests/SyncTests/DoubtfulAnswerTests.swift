import FoundationEssentials
import QBXML
import Sync
import Testing
import WebConnector

/// Answers that look like success and are not: taking them at their word would hide records for ever.
@Suite("A doubtful answer")
struct DoubtfulAnswerTests {
    @Test("the late copy of an earlier answer is neither taken for the awaited one nor does it end the wait")
    func lateCopy() {
        var script = Script()
        _ = script.login()
        _ = script.send()
        _ = script.answer(code: 1)
        let awaited = script.send()
        let late = RequestAnswer(
            element: "CompanyQueryRs", requestID: "1", status: Status(code: 0, message: ""),
            records: [.customer("1", modified: "2026-03-01T10:00:00-06:00")])
        #expect((0...99).contains(script.receive(.decoded(Reading(Response(answers: [late]))))))
        #expect(script.ingested.count == 1, "only the answer before it")
        #expect(script.send() == awaited, "the same question is still out")
    }

    @Test("an iterator's answer that does not say what is left fails its category, and the watermark stays")
    func noCount() {
        var script = Script()
        _ = script.login()
        while !script.send().contains("CustomerQueryRq") { _ = script.answer(code: 1) }
        _ = script.answer([.customer("1", modified: "2026-03-01T10:00:00-06:00")])
        #expect(script.watermarks["customers"] == nil)
        #expect(script.messages["customers"]??.contains("how many records are left") == true)
    }

    @Test("the watermark never passes the beginning of its sync, whatever the PC's clock said")
    func futureRecord() {
        var script = Script()
        _ = script.login()
        while !script.send().contains("CustomerQueryRq") { _ = script.answer(code: 1) }
        _ = script.answer(
            [.customer("1", modified: "2031-03-01T10:00:00-06:00")], iterator: "{A}", remaining: 0)
        #expect(script.watermarks["customers"]?.highWater == "2026-03-04T12:00:00")
    }

    @Test("stopping does not turn a failed category green")
    func stoppedAfterFailure() {
        var script = Script()
        _ = script.login()
        _ = script.send()
        script.open?.conversation.stop = StopRequest(by: "kim", at: .noon)
        #expect(script.answer(code: 3120) == 100)
        #expect(script.ending?.state == .errors)
        #expect(script.ending?.sentence.contains("errors on company") == true)
    }

    @Test(
        "a silent client is given up after the limit; QuickBooks may take eight times as long"
    )
    func patience() throws {
        var script = Script()
        _ = script.login()
        let asking = try #require(script.open?.conversation)
        #expect(!asking.isAbandoned(at: .noon + 1799, limit: 1800))
        #expect(asking.isAbandoned(at: .noon + 1800, limit: 1800))
        _ = script.send()
        let awaiting = try #require(script.open?.conversation)
        #expect(!awaiting.isAbandoned(at: .noon + 14_399, limit: 1800))
        #expect(awaiting.isAbandoned(at: .noon + 14_400, limit: 1800))
    }

    @Test("what the catalog lacks is taken with the rest, and the journal hears of it")
    func notes() throws {
        var script = Script()
        _ = script.login()
        let notes = [Note(parent: "CompanyRet", element: "Novelty")]
        func answer() -> Exchange.TicketCall {
            let answer = RequestAnswer(
                element: "CompanyQueryRs", requestID: script.open.map { String($0.conversation.sequence) },
                status: Status(code: 0, message: ""),
                records: [Record(kind: "Company", id: "company", json: Array("{}".utf8))])
            let received = ReceiveResponse(ticket: "t1", response: [], hresult: "", message: "")
            return .receiveResponseXML(received, .decoded(Reading(Response(answers: [answer], notes: notes))))
        }
        _ = script.send()
        let decision = script.call(answer())
        #expect(script.ingested.map(\.category) == ["company"])
        #expect(
            decision.events.contains(
                .answerNoted(connector: "acme", ticket: "t1", category: "company", notes)))
    }
}
