import QBXML
import Testing

@testable import Sync

/// What is asked of the books about a request whose answer was lost, and when an empty answer is believed.
@Suite("A look into the books")
struct LookTests {
    /// The books are to be asked about it: QuickBooks knows nothing of its set.
    private func doubtful(_ write: Write, stored: Int) -> (desk: Desk, document: String) {
        var desk = Desk()
        desk.queue(write)
        desk.login()
        _ = desk.send()
        desk.login()
        _ = desk.send()
        _ = desk.answer([], set: 600)
        desk.script.outbox.stored = ["customers": stored]
        let document = desk.send()
        return (desk, document)
    }

    private func answer(_ desk: inout Desk, counts: [Int]) {
        let answers = counts.enumerated().map { place, count in
            RequestAnswer(
                element: "CustomerQueryRs", requestID: place == 0 ? "2" : "2.\(place)",
                status: Status(code: count == 0 ? 1 : 0, message: ""),
                records: (0..<count).map {
                    Record(kind: "Customer", id: "80-\(place)\($0)", json: Array("{}".utf8))
                })
        }
        _ = desk.receive(.decoded(Reading(Response(answers: answers))))
    }

    private let addition = Desk.write(1, guid: Write.externalGUID(of: "req_1"))
    private let deletion = Desk.write(1, "ListDel", operation: .delete, kind: "Customer", id: "80-1")

    @Test("asks for any one record as well, to see whether the user may see such records")
    func probes() {
        let (_, added) = doubtful(addition, stored: 0)
        #expect(added.contains("<MaxReturned>1</MaxReturned>") && added.contains("<ListDeletedQueryRq"))
        let (_, deleted) = doubtful(deletion, stored: 0)
        #expect(deleted.contains("<MaxReturned>1</MaxReturned>") && !deleted.contains("<ListDeletedQueryRq"))
    }

    @Test("goes back as far as the clock of Windows is behind")
    func clock() {
        for (ahead, day) in [(0, "2026-03-03T"), (86_400, "2026-03-03T"), (-864_000, "2026-02-21T")] {
            var desk = Desk()
            desk.script.outbox.clockAhead = ahead
            desk.queue(addition)
            desk.login()
            _ = desk.send()
            desk.login()
            _ = desk.send()
            _ = desk.answer([], set: 600)
            #expect(desk.send().contains("<FromModifiedDate>\(day)"), "\(ahead)")
        }
    }

    @Test("that shows nothing, and not one of the records that the mirror has, is no evidence (pain 29)")
    func restricted() {
        var (desk, _) = doubtful(addition, stored: 12)
        answer(&desk, counts: [0, 0, 0])
        #expect(desk.send().isEmpty)
        #expect(desk.states[1] == .unknown)
        #expect(desk.ends.last?.sentence.contains("although 12 are known here") == true)
        (desk, _) = doubtful(deletion, stored: 12)
        answer(&desk, counts: [0, 0])
        #expect(desk.send().isEmpty)
        #expect(desk.states[1] == .unknown)
    }

    @Test("whose answer is cut or refused is asked again, before anything is judged without it")
    func again() {
        for outcome in [
            Exchange.ResponseOutcome.unreadable("cut off"), .refused, .tooLarge(bytes: 300, limit: 200),
        ] {
            var (desk, _) = doubtful(addition, stored: 0)
            _ = desk.receive(outcome, hresult: outcome == .refused ? "0x80040400" : "")
            #expect(desk.send().contains("<CustomerQueryRq"))
            _ = desk.answerLook(code: 1)
            #expect(desk.send().contains("req_1"))
            (desk, _) = doubtful(addition, stored: 0)
            for _ in 0..<6 where desk.states[1] == .sent {
                _ = desk.receive(outcome, hresult: outcome == .refused ? "0x80040400" : "")
                _ = desk.send()
            }
            #expect(desk.states[1] == .unknown)
        }
    }

    @Test("is made where QuickBooks broke down within a request, or cannot show what it made")
    func unclear() {
        for code in [1000, 510] {
            var desk = Desk()
            desk.queue(addition)
            desk.login()
            _ = desk.send()
            _ = desk.answer([("req_1", code)])
            #expect(desk.states[1] == .sent)
            #expect(desk.send().contains("<CustomerQueryRq"))
        }
    }

    @Test("that shows another record of its kind is believed, and so is one into books that are empty")
    func believed() {
        var (desk, _) = doubtful(addition, stored: 12)
        answer(&desk, counts: [0, 0, 1])
        #expect(desk.send().contains("req_1"))
        (desk, _) = doubtful(addition, stored: 0)
        answer(&desk, counts: [0, 0, 0])
        #expect(desk.send().contains("req_1"))
        (desk, _) = doubtful(deletion, stored: 12)
        answer(&desk, counts: [0, 1])
        _ = desk.send()
        #expect(desk.script.changes.contains { if case .settleWanted = $0 { true } else { false } })
    }
}
