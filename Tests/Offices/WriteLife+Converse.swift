import FoundationEssentials
import QBXML
import Simulator
import Store
import Sync
import WebConnector

/// The conversations in a life of writes, and what breaks in them.
extension WriteLife {
    /// A Web Connector with this company's `.qwc`, and where it calls from.
    private struct Caller {
        var session: WebConnectorSession
        let address: String
        /// Nothing breaks in it, and it is alone.
        var isQuiet: Bool
    }

    mutating func converse(faults: [any SimulatedFault], isCalm: Bool = false) throws {
        conversations += 1
        isCrowded = false
        guard let entry = workstation.application(application) else { return }
        let isRestored = faults.contains { $0 is RestoredFile }
        if isRestored { noteRestoring() }
        let (began, isQuiet) = (queued.count, isCalm || faults.count == 1)
        let first = WebConnectorSession(entry, on: &workstation, at: windowsNow, faults: faults)
        var callers = [Caller(session: first, address: "192.0.2.1", isQuiet: isQuiet)]
        var steps = 0
        let breaksAt = !isCalm && dice.chance(15) ? dice.number(in: 3...14) : .max
        var joinsAt = !isCalm && !isRestored && dice.chance(8) ? dice.number(in: 2...12) : .max
        while steps < 600 {
            if steps >= joinsAt {
                joinsAt = .max
                callers.append(second(entry))
                callers[0].isQuiet = false
            }
            let turn = callers.count > 1 ? dice.number(in: 0...1) : 0
            switch callers[turn].session.next(on: &workstation) {
            case .pause(let seconds):
                try pass(seconds)
                // Each begins the time anew.
                if !isCalm, steps < 100, dice.chance(10) { try queueOne() }
            case .ended(let outcome):
                let caller = callers.remove(at: turn)
                workstation.end(caller.session, at: windowsNow)
                guard callers.isEmpty else { continue }
                checkBooks()
                checkRequests()
                if caller.isQuiet, breaksAt == .max, outcome.ending == .finished { checkWaiting(began) }
                return
            case .call(let call):
                steps += 1
                server.now = server.now.addingTimeInterval(1)
                guard steps != breaksAt else {
                    // The daemon was killed before it committed anything of this call.
                    callers[turn].session.fail(.transport("the daemon was killed"), on: &workstation)
                    continue
                }
                callers[turn].session.take(try answer(call, callers[turn].address, isCalm), on: &workstation)
                checkBooks()
                guard findings.isEmpty else { return }
            }
        }
        find("the conversation does not end: \(trace.joined(separator: " | "))")
    }

    /// The same `.qwc` on another computer: at an address of its own, or behind the same router, where
    /// nothing tells it from the first one that was started again.
    private mutating func second(_ entry: Application) -> Caller {
        let session = WebConnectorSession(entry, on: &workstation, at: windowsNow, faults: [ownFile])
        isCrowded = dice.chance(50)
        return Caller(session: session, address: isCrowded ? "192.0.2.1" : "192.0.2.2", isQuiet: false)
    }

    private mutating func pass(_ seconds: Int) throws {
        server.now = server.now.addingTimeInterval(Double(seconds))
        // The minute's check does not wait for anybody.
        if seconds > 60 { try server.tick() }
    }

    private mutating func answer(_ call: Call, _ address: String, _ isCalm: Bool) throws -> Answer {
        var answer = try server.serve(call, address: address)
        trace = trace.suffix(11) + ["\(call.operation.rawValue) \(Self.text(of: answer))"]
        if case .sendRequestXML(let document) = answer { checkGoing(document) }
        // The client's own library sent the call twice.
        if !isCalm, dice.chance(3) {
            answer = try server.serve(call, address: address)
            if case .sendRequestXML(let document) = answer { checkGoing(document) }
        }
        return poisoned(answer)
    }

    private static func text(of answer: Answer) -> String {
        switch answer {
        case .sendRequestXML(let document):
            String(decoding: document.dropFirst(120).prefix(70), as: UTF8.self)
        default: "\(answer)"
        }
    }

    /// A request that this QuickBooks cannot read takes its whole document with it.
    private func poisoned(_ answer: Answer) -> Answer {
        guard case .sendRequestXML(let document) = answer,
            String(decoding: document, as: UTF8.self).contains(Self.poison)
        else { return answer }
        let unreadable = #"<?xml version="1.0"?><?qbxml version="13.0"?><QBXML><Bad/></QBXML>"#
        return .sendRequestXML(Array(unreadable.utf8))
    }

    static let poison = "POISON"

    private mutating func noteRestoring() {
        guard let backup, let books else { return }
        let kept = Set(backup.appliedWrites.compactMap(\.requestID))
        undone.formUnion(books.appliedWrites.compactMap(\.requestID).filter { !kept.contains($0) })
    }

    mutating func chooseFaults() -> [any SimulatedFault] {
        let exchange = dice.number(in: 1...3)
        let interruptions: [Interruption] = [
            .crashBeforeApplying, .crashAfterApplying(dice.number(in: 0...3)), .crashBeforeStoring,
            .crashAfterStoring, .storedWithoutAnswer, .answerNotStored, .recordsBusy,
        ]
        let call = dice.number(in: 3...12)
        switch dice.number(in: 0...19) {
        case 0, 10: return [LostRequest(exchange: exchange)]
        case 1, 11: return [LostAnswer(exchange: exchange)]
        case 2: return [RepeatedAnswer(exchange: exchange)]
        case 3: return [KilledAtStep(.before(call: call))]
        case 4: return [KilledAtStep(.after(call: call))]
        case 5: return dice.chance(50) ? [ModalDialog()] : [CompanySwitched(path: Self.otherPath)]
        case 6:
            guard var backup else { return [] }
            // What a user may see is not a matter of the file.
            backup.restrictions = books?.restrictions ?? [:]
            return [RestoredFile(backup)]
        case 7: return [TimedOut(call: call)]
        case 8: return [OutOfOrderCall(dice.pick(WebConnector.Operation.allCases), call: call)]
        case 9: return [SlowHost(seconds: dice.pick([30, 400, 2500]), exchange: exchange)]
        case 12: return [TruncatedAnswer(exchange: exchange)]
        case 13: return [OversizedAnswer(bytes: SimulatedServer.bodyLimit + 1, exchange: exchange)]
        case 14: return dice.chance(50) ? [SingleUserLock()] : [QuickBooksClosed()]
        case 15:
            // What is told of a clock is lost with the database, and a look goes back a day without it: for
            // both clocks together.
            let most = putsDatabaseBack ? 16 : 48
            return [ClockJump(seconds: dice.number(in: -most...most) * 3600)]
        default: return [QuickBooksInterrupted(dice.pick(interruptions), exchange: exchange)]
        }
    }

    /// Whoever had another company open has this one open again.
    var ownFile: any SimulatedFault { CompanySwitched(path: path) }
}
