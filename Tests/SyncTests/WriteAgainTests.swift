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

    /// Three requests whose set QuickBooks knows nothing of; the books show the first of them.
    ///
    /// - Parameter isSure: whether by its GUID; else it only may be that one.
    private func foundInPart(isSure: Bool = true) -> Desk {
        let guids = (1...3).map { Write.externalGUID(of: "req_\($0)") }
        var desk = Desk()
        for number in 1...3 {
            desk.queue(Desk.write(Int64(number), guid: number > 1 || isSure ? guids[number - 1] : nil))
        }
        desk.login()
        _ = desk.send()
        desk.lookForLost()
        desk.script.outbox.candidates = [
            1: [Candidate(kind: "Customer", id: "80-1", externalGUID: isSure ? guids[0] : nil, json: [])]
        ]
        return desk
    }

    @Test(
        "where the books show part of a set, or may, it is asked after again: another PC may have run it",
        arguments: [true, false])
    func carriedOutMeanwhile(isSure: Bool) {
        var desk = foundInPart(isSure: isSure)
        let question = desk.send()
        #expect(question.contains(#"oldMessageSetID="set-1" newMessageSetID="set-1""#))
        #expect(!question.contains("req_"))
        _ = desk.answer((1...3).map { ("req_\($0)", 0) }, set: 0)
        #expect(desk.states == [1: .succeeded, 2: .succeeded, 3: .succeeded])
        #expect(desk.send().isEmpty)
    }

    @Test("of a set that was carried out in part only the rest goes on, in a new set")
    func crashedWithin() {
        var desk = foundInPart()
        _ = desk.send()
        _ = desk.answer([], set: 600)
        desk.queue(Desk.write(4))
        let rest = desk.send()
        #expect(rest.contains(#"newMessageSetID="set-2""#))
        #expect(!rest.contains("req_1") && rest.contains("req_2") && rest.contains("req_3"))
        #expect(desk.states == [1: .succeeded, 2: .sent, 3: .sent, 4: .sent])
        #expect(desk.script.outbox.set?.writes.map(\.number) == [2, 3, 4])
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

    @Test("a late copy of what was said of one set is not taken for what is said of the next")
    func lateRefusal() {
        var desk = Desk()
        for number in 1...4 { desk.queue(Desk.write(Int64(number))) }
        desk.login()
        _ = desk.send()
        _ = desk.receive(.refused, hresult: "0x80040400")
        #expect(desk.send().contains(#"oldMessageSetID="set-1" newMessageSetID="set-1""#))
        // A copy that comes while QuickBooks is asked.
        _ = desk.receive(.refused, hresult: "0x80040400")
        #expect(desk.send().contains(#"oldMessageSetID="set-1" newMessageSetID="set-1""#))
        _ = desk.answer([], set: 600)
        let half = desk.send()
        #expect(half.contains(#"newMessageSetID="set-2""#) && !half.contains("req_3"))
        _ = desk.receive(.refused, hresult: "0x80040400")
        #expect(desk.send().contains(#"oldMessageSetID="set-2" newMessageSetID="set-2""#))
        _ = desk.answer([("req_1", 0), ("req_2", 0)], set: 0)
        #expect(desk.states[1] == .succeeded && desk.states[2] == .succeeded)
        #expect(!desk.states.values.contains(.failed))
    }

    @Test("an answer that names another set is a late copy, also where it names the same request")
    func lateAnswer() {
        var desk = sent(Desk.write(1))
        _ = desk.answer([("req_1", 3231)], named: "set-1")
        #expect(desk.send().contains(#"newMessageSetID="set-2""#))
        _ = desk.answer([("req_1", 3231)], named: "set-1")
        #expect(desk.states[1] == .sent && desk.script.outbox.set?.id == "set-2")
        #expect(desk.answer([("req_1", 0)], named: "set-2") == 100)
        #expect(desk.states[1] == .succeeded)
    }

    @Test("a write whose answer has no status is looked for in the books")
    func withoutStatus() {
        var desk = sent(Desk.write(1, guid: Write.externalGUID(of: "req_1")))
        #expect(desk.answer([("req_1", Status.absent)]) < 100)
        #expect(desk.states[1] == .sent)
        #expect(desk.send().contains("<CustomerQueryRq"))
    }

    @Test("answers without names are told by their places only where none of the document is settled")
    func namelessInPart() {
        let guids = (1...2).map { Write.externalGUID(of: "req_\($0)") }
        var desk = Desk()
        for number in 1...2 { desk.queue(Desk.write(Int64(number), guid: guids[number - 1])) }
        desk.login()
        _ = desk.send()
        #expect(desk.answer([("req_1", 0)]) < 100)
        desk.login()
        _ = desk.send()
        let nameless = [0, 3100].map { code in
            RequestAnswer(
                element: "CustomerAddRs", requestID: nil, status: Status(code: code, message: "told"))
        }
        _ = desk.receive(.decoded(Reading(Response(answers: nameless, messageSetStatusCode: 0))))
        #expect(desk.states[2] == .sent)
    }

    @Test("a set that went out twice is never let go of: its first copy may still be on its way")
    func sentTwice() {
        let guid = Write.externalGUID(of: "req_1")
        var desk = sent(Desk.write(1, guid: guid))
        desk.login()
        _ = desk.send()
        _ = desk.answer([], set: 600)
        _ = desk.send()
        _ = desk.answerLook(code: 1)
        #expect(desk.send().contains(#"newMessageSetID="set-1""#))
        desk.queue(Desk.write(2))
        _ = desk.answer([("req_1", 0)])
        let next = desk.send()
        #expect(next.contains(#"newMessageSetID="set-2""#) && !next.contains("oldMessageSetID"))
    }

    @Test(
        "a question that cannot be answered is asked again at once, then later and later, and five times",
        arguments: ["unreadable", "too large", "refused", "lost"])
    func question(trouble: String) {
        var desk = sent(Desk.write(1, "CustomerQuery", operation: nil))
        desk.queue(Desk.write(2))
        for time in 1...2 {
            switch trouble {
            case "unreadable": _ = desk.receive(.unreadable("cut off"))
            case "too large": _ = desk.receive(.tooLarge(bytes: 300_000_000, limit: 256_000_000))
            case "refused": _ = desk.receive(.refused, hresult: "0x80040402")
            default:
                _ = desk.receive(.refused, hresult: "0x80010105")
                desk.login()
            }
            #expect(desk.send().contains("CustomerQuery") == (time == 1))
        }
        #expect(desk.states[2] == .sent)
        #expect(
            desk.ends.last?.next
                == .queued(
                    notBefore: desk.script.now.addingTimeInterval(60), isolation: nil, countsAsAttempt: true))
        var tired = Desk.write(3, "CustomerQuery", operation: nil)
        tired.attempts = 4
        desk = sent(tired)
        _ = desk.receive(.unreadable("cut off"))
        _ = desk.send()
        #expect(desk.ends.last?.next == .failed(.quarantined))
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
