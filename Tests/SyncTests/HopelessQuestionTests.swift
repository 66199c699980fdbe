import FoundationEssentials
import QBXML
import Sync
import Testing
import WebConnector

/// QuickBooks answers the question what became of a set with the same code, in conversation after
/// conversation.
@Suite("A question that is never answered")
struct HopelessQuestionTests {
    /// Sent, and asked after in a conversation behind some that broke off.
    private func asked(_ code: String, times: Int, guid: String? = nil) -> Desk {
        var desk = Desk()
        desk.queue(Desk.write(1, guid: guid))
        desk.login()
        _ = desk.send()
        desk.login()
        desk.script.outbox.breakOffs = Array(repeating: code, count: times)
        _ = desk.send()
        return desk
    }

    private static let permanent = "0x80040423"

    @Test("it ends the conversation and keeps the set, until that was so twelve times")
    func patience() {
        var desk = asked(Self.permanent, times: 10)
        #expect(desk.receive(.refused, hresult: Self.permanent) < 0)
        #expect(desk.script.ending?.code == "session-lost")
        #expect(desk.script.outbox.set?.stage == .sent && desk.states[1] == .sent)
    }

    @Test("then the books are looked into, and what they show decides")
    func looks() {
        let guid = Write.externalGUID(of: "req_1")
        var desk = asked(Self.permanent, times: 11, guid: guid)
        #expect(desk.receive(.refused, hresult: Self.permanent) < 100)
        #expect(desk.send().contains("<CustomerQueryRq"))
        _ = desk.answerLook(code: 1)
        _ = desk.send()
        #expect(desk.states[1] == .unknown, "never asked, it is not sent again")
    }

    @Test("where the look is refused as well, its outcome is unknown, with the reason, and the next one goes")
    func refusedLook() {
        var desk = asked(Self.permanent, times: 11)
        _ = desk.receive(.refused, hresult: Self.permanent)
        _ = desk.send()
        desk.queue(Desk.write(2))
        _ = desk.receive(.refused, hresult: Self.permanent)
        #expect(desk.send().contains("req_2"))
        #expect(desk.states[1] == .unknown)
        #expect(desk.ends.last?.sentence.contains("version of qbXML") == true)
    }

    @Test("where QuickBooks goes down whenever it is asked, the conversation ends, and the set with it")
    func goesDown() {
        var desk = asked("0x80010105", times: 11)
        #expect(desk.receive(.refused, hresult: "0x80010105") < 0)
        #expect(desk.states[1] == .unknown && desk.script.outbox.set == nil)
        #expect(desk.ends.last?.sentence.contains("12 conversations in a row") == true)
    }

    @Test("a window that waits for an answer is waited for, however long, and so is another code in between")
    func inTheWay() {
        var desk = asked("0x80040414", times: 20)
        #expect(desk.receive(.refused, hresult: "0x80040414") < 0)
        #expect(desk.states[1] == .sent)
        var other = asked(Self.permanent, times: 5)
        other.script.outbox.breakOffs += ["0x80040402"] + Array(repeating: Self.permanent, count: 9)
        #expect(other.receive(.refused, hresult: Self.permanent) < 0)
        #expect(other.states[1] == .sent)
    }

    @Test("a set that was not carried out and of which one may not go any more goes back into the queue")
    func withheld() {
        var desk = Desk()
        for number in 1...2 {
            desk.queue(Desk.write(Int64(number), guid: Write.externalGUID(of: "req_\(number)")))
        }
        desk.login()
        _ = desk.send()
        desk.lookForLost(code: 1)
        desk.script.outbox.isWithheld = true
        let document = desk.send()
        #expect(document.contains(#"newMessageSetID="set-2""#), "\(document)")
        #expect(desk.ends.count == 2)
    }
}
