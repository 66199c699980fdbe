import FoundationEssentials
import QBXML
import Sync
import Testing
import WebConnector

/// What goes out next is decided on what became of the last set, and never twice on the same.
@Suite("Requests behind requests")
struct WriteAgainTests {
    private func sent(_ write: Write) -> Desk {
        var desk = Desk()
        desk.queue(write)
        desk.login()
        _ = desk.send()
        return desk
    }

    @Test("a set of which one request was answered never goes again: what is open goes in a new one")
    func answeredInPart() {
        let guids = (1...2).map { Write.externalGUID(of: "req_\($0)") }
        var desk = Desk()
        for number in 1...2 { desk.queue(Desk.write(Int64(number), guid: guids[number - 1])) }
        desk.login()
        _ = desk.send()
        #expect(desk.answer([("req_1", 0)]) < 100)
        desk.login()
        _ = desk.send()
        _ = desk.answer([], set: 600)
        _ = desk.send()
        _ = desk.answerLook(code: 1)
        let rest = desk.send()
        #expect(!rest.contains("req_1") && rest.contains("req_2"))
        #expect(rest.contains(#"newMessageSetID="set-2""#))
    }

    @Test(
        "a dialog that keeps QuickBooks from telling of a set ends the conversation, and the set stays open")
    func dialogMeanwhile() {
        var desk = sent(Desk.write(1, guid: Write.externalGUID(of: "req_1")))
        desk.login()
        #expect(desk.send().contains(#"oldMessageSetID="set-1" newMessageSetID="set-1""#))
        #expect(desk.receive(.refused, hresult: "0x80040414") < 0)
        #expect(desk.script.outbox.set?.stage == .sent && desk.states[1] == .sent)
        desk.login()
        _ = desk.send()
        #expect(desk.answer([("req_1", 0)], set: 0) == 100)
        #expect(desk.states[1] == .succeeded)
    }

    @Test(
        "a question about a set that cannot be read is no look into the books: they are looked into after it")
    func questionRefused() {
        var desk = sent(Desk.write(1, guid: Write.externalGUID(of: "req_1")))
        desk.login()
        // The last time that it is asked.
        desk.script.outbox.set?.asks = 2
        _ = desk.send()
        _ = desk.receive(.refused, hresult: "0x80040400")
        #expect(desk.script.outbox.set?.writes.first?.isExamined == false)
        #expect(desk.send().contains("<CustomerQueryRq"))
    }

    @Test("what waited for a request that has just succeeded goes in the same conversation")
    func freed() {
        var desk = sent(Desk.write(1))
        desk.script.outbox.isWaitedFor = true
        #expect(desk.answer([("req_1", 0)]) < 100)
        desk.queue(Desk.write(2))
        #expect(desk.send().contains("req_2"))
    }

    @Test("after one that cannot go out, what waits is asked for anew: others may have waited for it")
    func failsUnsent() {
        var desk = Desk()
        var missing = Desk.write(1)
        missing.isMissing = "There is no such value."
        desk.queue(missing, Desk.write(2))
        desk.login()
        _ = desk.script.send()
        #expect(desk.script.isUnfinished && desk.script.outbox.set == nil)
    }
}
