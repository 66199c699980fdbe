import FoundationEssentials
import QBXML
import Sync
import WebConnector

/// A conversation with requests in the queue: what the store would do to the queue is done here.
struct Desk {
    var script = Script()
    /// All that was ever queued, by number.
    private(set) var states: [Int64: Write.State] = [:]
    private(set) var ends: [WriteEnd] = []
    private var made = 0
    private var sets = 0

    init() {
        script.hasRequests = true
        script.outbox.freshID = "set-1"
    }

    /// A request as the shell queues it.
    static func write(
        _ number: Int64, _ title: String = "CustomerAdd", operation: Message.Operation? = .add,
        kind: String = "Customer", id: String? = nil, edit: String? = nil, body: String? = nil,
        needs: Version = Version(major: 13, minor: 0), guid: String? = nil
    ) -> Write {
        let inner = body ?? "<Name>N\(number)</Name>"
        return Write(
            number: number, id: "req_\(number)", title: title,
            body: Array("<\(title)Rq><\(title)>\(inner)</\(title)></\(title)Rq>".utf8),
            subject: RequestSubject(
                operation: operation, kind: kind, id: id, editSequence: edit, externalGUID: guid),
            needs: needs)
    }

    mutating func queue(_ writes: Write...) {
        for write in writes {
            script.outbox.queue.append(write)
            states[write.number] = .queued
        }
    }

    mutating func login() {
        _ = script.login(runs: [Run.served])
        script.outbox.set?.stage = .sent
        script.outbox.set?.asks = 0
        mark(nil, examined: false, blindness: nil)
    }

    /// The answer to the set that is out is lost, QuickBooks knows nothing of the set, and the books were
    /// looked through.
    mutating func lookForLost(code: Int = 0) {
        login()
        _ = send()
        _ = answer([], set: 600)
        _ = send()
        _ = answerLook(code: code)
    }

    mutating func send(highest: Int = 13) -> String {
        while true {
            let before = script.changes.count
            let document = script.send(highest: highest)
            apply(since: before)
            if !script.isUnfinished { return document }
        }
    }

    /// QuickBooks' answers to the set that is out, one for each code.
    ///
    /// - Parameter id: of the set, if QuickBooks names it.
    mutating func answer(
        _ codes: [(id: String, code: Int)], set code: Int? = nil, named id: String? = nil
    ) -> Int {
        let answers = codes.map { id, code in
            RequestAnswer(
                element: "CustomerAddRs", requestID: id, status: Status(code: code, message: "told"))
        }
        let response = Response(answers: answers, messageSetStatusCode: code, newMessageSetID: id)
        return receive(.decoded(Reading(response)))
    }

    mutating func receive(_ outcome: Exchange.ResponseOutcome, hresult: String = "") -> Int {
        let before = script.changes.count
        let number = script.receive(outcome, hresult: hresult)
        apply(since: before)
        return number
    }

    /// Answers the look into the books that is out.
    mutating func answerLook(code: Int = 0) -> Int {
        let before = script.changes.count
        let number = script.answer([], code: code)
        apply(since: before)
        return number
    }

    private mutating func apply(since count: Int) {
        for change in script.changes[count...] {
            switch change {
            case .form(let set, _, _):
                script.outbox.set = set
                sets += 1
                script.outbox.freshID = "set-\(sets + 1)"
                for write in set.writes { states[write.number] = .sent }
                script.outbox.queue.removeAll { write in set.writes.contains { $0.number == write.number } }
            case .sendAgain:
                script.outbox.set?.stage = .sent
                script.outbox.set?.sends += 1
                script.outbox.set?.asks = 0
                mark(nil, examined: false, blindness: nil)
            case .askAfter: script.outbox.set?.asks += 1
            case .setStage(_, .closed, _):
                if let set = script.outbox.set, set.isRecoverable {
                    script.outbox.lastClosedID = set.sends == 1 ? set.id : nil
                }
                script.outbox.set = nil
            case .setStage(_, let stage, _): script.outbox.set?.stage = stage
            case .isolate(_, let most):
                for place in script.outbox.set?.writes.indices ?? 0..<0 {
                    script.outbox.set?.writes[place].isolation = most
                }
            case .examined(let writes, let blindness): mark(writes, examined: true, blindness: blindness)
            case .end(let end, _): take(end)
            default: break
            }
        }
    }

    private mutating func mark(_ writes: [Int64]?, examined: Bool, blindness: String?) {
        for index in script.outbox.set?.writes.indices ?? 0..<0 {
            guard let number = script.outbox.set?.writes[index].number, writes?.contains(number) ?? true
            else { continue }
            script.outbox.set?.writes[index].isExamined = examined
            script.outbox.set?.writes[index].blindness = blindness
        }
    }

    private mutating func take(_ end: WriteEnd) {
        ends.append(end)
        let number = end.write.number
        script.outbox.set?.writes.removeAll { $0.number == number }
        script.outbox.queue.removeAll { $0.number == number }
        switch end.next {
        case .succeeded: states[number] = .succeeded
        case .failed: states[number] = .failed
        case .unknown: states[number] = .unknown
        case .queued(let notBefore, let isolation, let counts):
            states[number] = .queued
            guard notBefore == nil else { return }
            var write = end.write
            write.isolation = isolation ?? write.isolation
            if counts { write.attempts += 1 }
            script.outbox.queue.append(write)
            script.outbox.queue.sort { $0.number < $1.number }
        case .stale: states[number] = .queued
        }
    }
}

extension Run {
    /// Nothing is due: what goes on is for the requests.
    static let served = Run(startedAt: .noon, endedAt: .noon, isForced: false, code: "success")
}
