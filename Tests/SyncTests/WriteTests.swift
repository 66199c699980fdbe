import FoundationEssentials
import QBXML
import Sync
import Testing
import Timetable
import WebConnector

/// Requests go out, are answered, and whatever is in doubt is cleared up before anything else is sent.
@Suite("Requests in a conversation")
struct WriteTests {
    private func sent(_ writes: Write...) -> Desk {
        var desk = Desk()
        for write in writes { desk.queue(write) }
        desk.login()
        _ = desk.send()
        return desk
    }

    @Test("a check-in with nothing due is let in for its requests, and reads nothing (PC-1)")
    func requestsOnly() {
        var desk = Desk()
        desk.queue(Desk.write(1))
        desk.login()
        #expect(desk.script.open?.conversation.trigger == .requests)
        #expect(desk.script.open?.agenda.steps.map(\.purpose) == [.writes])
        let document = desk.send()
        #expect(document.contains(#"newMessageSetID="set-1""#))
        #expect(document.contains(#"<CustomerAddRq requestID="req_1"><CustomerAdd><Name>N1</Name>"#))
        #expect(desk.answer([("req_1", 0)]) == 100)
        #expect(desk.states[1] == .succeeded)
        #expect(desk.script.ending == .requests(answered: 1))
        #expect(
            desk.script.ending?.sentence
                == "Success: QuickBooks answered one request. No sync was due, so no category was read.")
    }

    @Test("the set that was answered is forgotten with the next one")
    func chain() {
        var desk = sent(Desk.write(1))
        desk.queue(Desk.write(2))
        #expect(desk.answer([("req_1", 0)]) < 100)
        let document = desk.send()
        #expect(document.contains(#"oldMessageSetID="set-1" newMessageSetID="set-2""#))
    }

    @Test("one that is refused blocks no other, and is named at the end (rule 5)")
    func refused() {
        var desk = sent(Desk.write(1), Desk.write(2), Desk.write(3))
        #expect(desk.answer([("req_1", 0), ("req_2", 3140), ("req_3", 530)]) == 100)
        #expect(desk.states == [1: .succeeded, 2: .failed, 3: .succeeded])
        #expect(desk.script.ending?.sentence.contains("requests") == true)
    }

    @Test("an answer that was lost is asked for, and the stored one taken (SA-15)")
    func lostAnswer() {
        var desk = sent(Desk.write(1))
        desk.login()
        let question = desk.send()
        #expect(question.contains(#"oldMessageSetID="set-1" newMessageSetID="set-1""#))
        #expect(!question.contains("CustomerAdd"))
        #expect(desk.answer([("req_1", 0)], set: 0) == 100)
        #expect(desk.states[1] == .succeeded)
    }

    @Test("what QuickBooks knows nothing of, and the books do not show, goes again byte for byte")
    func neverArrived() {
        var desk = Desk()
        desk.queue(Desk.write(1, guid: Write.externalGUID(of: "req_1")))
        desk.login()
        let first = desk.send()
        desk.login()
        _ = desk.send()
        _ = desk.answer([], set: 600)
        let look = desk.send()
        #expect(look.contains("<CustomerQueryRq") && look.contains("<FromModifiedDate>"))
        _ = desk.answerLook(code: 1)
        #expect(desk.send() == first)
        #expect(desk.answer([("req_1", 0)], set: 0) == 100)
        #expect(desk.states[1] == .succeeded)
    }

    @Test("QuickBooks went down after it had carried it out: the books show it, and it does not go again")
    func crashedAfterwards() {
        let guid = Write.externalGUID(of: "req_1")
        var desk = Desk()
        desk.queue(Desk.write(1, guid: guid))
        desk.login()
        _ = desk.send()
        desk.lookForLost()
        desk.script.outbox.candidates = [
            1: [Candidate(kind: "Customer", id: "80-1", externalGUID: guid.lowercased(), json: [])]
        ]
        #expect(desk.send().isEmpty)
        #expect(desk.states[1] == .succeeded)
        #expect(desk.ends.last?.record?.id == "80-1")
    }

    @Test(
        "where QuickBooks knows the set and not the answer, and the books show nothing, a person decides",
        arguments: [9002, 9005, 9001, 9003])
    func unknown(code: Int) {
        var desk = sent(Desk.write(1, guid: Write.externalGUID(of: "req_1")))
        desk.login()
        _ = desk.send()
        _ = desk.answer([], set: code)
        _ = desk.send()
        _ = desk.answerLook(code: 1)
        #expect(desk.send().isEmpty)
        #expect(desk.states[1] == .unknown)
        #expect(desk.ends.last?.sentence.contains("link it, send it again, or drop it") == true)
        // The next request does not wait for it.
        desk.queue(Desk.write(2))
        desk.login()
        #expect(desk.send().contains("req_2"))
    }

    @Test("what was deleted since is asked for with the rest: it may have been what the request added")
    func deletedSince() {
        var desk = sent(Desk.write(1, guid: Write.externalGUID(of: "req_1")))
        desk.login()
        _ = desk.send()
        _ = desk.answer([], set: 600)
        #expect(desk.send().contains("<ListDeletedQueryRq"))
        let answers = ["2", "2.1"].map {
            RequestAnswer(element: "Rs", requestID: $0, status: Status(code: 1, message: ""))
        }
        _ = desk.receive(.decoded(Reading(Response(answers: answers))))
        let isSuspected = desk.script.changes.contains { change in
            if case .suspectDeleted(let writes, let page, _) = change {
                writes == [1] && page.answer == 1
            } else {
                false
            }
        }
        #expect(isSuspected)
    }

    @Test("a record without our GUID that says what was sent is shown, and not taken for proof (SA-16)")
    func alike() {
        var desk = sent(Desk.write(1))
        desk.login()
        _ = desk.send()
        _ = desk.answer([], set: 600)
        _ = desk.send()
        _ = desk.answerLook()
        desk.script.outbox.candidates = [
            1: [
                Candidate(kind: "Customer", id: "80-1", json: Array(#"{"Name":"n1"}"#.utf8)),
                Candidate(kind: "Customer", id: "80-2", json: Array(#"{"Name":"other"}"#.utf8)),
            ]
        ]
        #expect(desk.send().isEmpty)
        #expect(desk.states[1] == .unknown)
        #expect(desk.ends.last?.candidates.map(\.id) == ["80-1"])
    }

    @Test("a document that QuickBooks cannot read is halved until the culprit is alone (pain 1)")
    func halved() {
        var desk = sent(Desk.write(1), Desk.write(2), Desk.write(3), Desk.write(4))
        var documents = 0
        while desk.states[3] == .sent || desk.states[3] == .queued, documents < 20 {
            documents += 1
            let isBad = desk.script.outbox.set?.writes.contains { $0.number == 3 } ?? false
            let answered = desk.script.outbox.set?.writes.map { ($0.id, 0) } ?? []
            if isBad {
                _ = desk.receive(.refused, hresult: "0x80040400")
                #expect(desk.send().contains("oldMessageSetID"))
                _ = desk.answer([], set: 600)
            } else {
                _ = desk.answer(answered)
            }
            _ = desk.send()
        }
        #expect(desk.states[3] == .failed && documents < 20)
        #expect(desk.ends.last { $0.write.number == 3 }?.next == .failed(.unreadable))
        #expect(desk.states.filter { $0.value == .succeeded }.count >= 2)
        #expect(desk.ends.filter { $0.next == .succeeded }.map(\.write.number).count <= 3)
    }

    @Test("a record in use is tried again later, twelve times at most, and holds up nobody else")
    func inUse() {
        var desk = sent(Desk.write(1), Desk.write(2))
        #expect(desk.answer([("req_1", 3175), ("req_2", 0)]) == 100)
        #expect(
            desk.ends.first?.next
                == .queued(
                    notBefore: desk.script.now.addingTimeInterval(60), isolation: nil, countsAsAttempt: true))
        var tired = Desk.write(3)
        tired.attempts = 11
        desk.queue(tired)
        desk.login()
        _ = desk.send()
        _ = desk.answer([("req_3", 3175)])
        #expect(desk.ends.last?.next == .failed(.quarantined))
    }

    @Test("a client that fetches its request twice without answering is a doubt, and not a second copy")
    func fetchedTwice() {
        var desk = sent(Desk.write(1))
        let second = desk.send()
        #expect(second.contains(#"oldMessageSetID="set-1" newMessageSetID="set-1""#))
        #expect(!second.contains("CustomerAdd"))
        // The answer to the first copy, late: it is the answer all the same.
        #expect(desk.answer([("req_1", 0)]) == 100)
        #expect(desk.states[1] == .succeeded)
    }

    @Test("an answer that cannot be read is asked for again, and then looked for in the books")
    func unreadable() {
        var desk = sent(Desk.write(1, guid: Write.externalGUID(of: "req_1")))
        for _ in 0..<4 {
            _ = desk.receive(.unreadable("cut off"))
            #expect(desk.states[1] == .sent)
            if desk.script.outbox.set?.asks == 3 { break }
            #expect(desk.send().contains(#"oldMessageSetID="set-1" newMessageSetID="set-1""#))
        }
        #expect(desk.send().contains("<CustomerQueryRq"))
    }

    @Test("a long queue ends at the night between two sets; what waits goes on in the morning (SA-4)")
    func night() {
        var desk = Desk()
        for number in 1...12 { desk.queue(Desk.write(Int64(number))) }
        desk.login()
        _ = desk.send()
        desk.script.open?.conversation.stop = StopRequest(by: "ann", at: .noon)
        _ = desk.answer((1...10).map { ("req_\($0)", 0) })
        #expect(desk.send().isEmpty)
        #expect(desk.states[10] == .succeeded && desk.states[11] == .queued)
        #expect(desk.script.open?.conversation.isFinished == true)
    }

    @Test("after three conversations that broke off the requests rest for half an hour")
    func rest() {
        func broken(_ minutes: Double) -> Run {
            Run(
                startedAt: Date.noon.addingTimeInterval(-60 * minutes), endedAt: .noon, isForced: false,
                code: "quickbooks-unavailable")
        }
        let runs = [broken(5), broken(10), broken(15)]
        #expect(RunHistory.restEnd(runs, now: .noon) == Date.noon.addingTimeInterval(1500))
        #expect(RunHistory.restEnd(runs, now: Date.noon.addingTimeInterval(1500)) == nil)
        #expect(RunHistory.restEnd([.served] + runs, now: .noon) == nil)
        #expect(RunHistory.restEnd(Array(runs.prefix(2)), now: .noon) == nil)
        let ahead = [broken(-500), broken(-490), broken(-480)]
        #expect(RunHistory.restEnd(ahead, now: .noon) == nil, "a clock was set back meanwhile")
    }

    @Test("without the stamp of the company file nothing is written (rule 3)")
    func unproven() {
        var desk = Desk()
        desk.script.connector.binding.path = #"C:\Books\Acme.QBW"#
        desk.queue(Desk.write(1))
        desk.login()
        #expect(desk.script.send(hcp: nil).isEmpty)
        #expect(desk.states[1] == .queued)
        #expect(desk.script.ending?.state == .configuration)
    }

    @Test("a request that this QuickBooks is too old for fails with both versions in its sentence")
    func tooOld() {
        var desk = Desk()
        desk.queue(Desk.write(1, needs: Version(major: 16, minor: 0)), Desk.write(2))
        desk.login()
        #expect(desk.send().contains("req_2"))
        #expect(desk.states[1] == .failed)
        #expect(desk.ends.first?.sentence.contains("qbXML 16.0") == true)
    }
}
