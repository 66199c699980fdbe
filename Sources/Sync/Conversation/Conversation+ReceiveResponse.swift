import FoundationEssentials
import QBXML
import Timetable
import WebConnector

extension Exchange {
    /// `receiveResponseXML`: judge the answer, take its records, and say how far we are.
    static func receiveResponse(
        _ received: ReceiveResponse, _ outcome: ResponseOutcome, _ facts: TicketFacts, now: Date
    ) -> Decision {
        var turn = Turn(facts, now: now)
        switch turn.conversation.phase {
        case .finished:
            return turn.decision(.receiveResponseXML(closingNumber(turn.conversation)))
        case .asking:
            // A second copy of an answer that was taken already: nothing to store, the same number again.
            return turn.decision(.receiveResponseXML(min(99, turn.conversation.percent)))
        case .awaiting(let dispatch):
            turn.conversation.bytesReceived += received.responseBytes
            if outcome.isLate(for: dispatch, turn.outbox.set) {
                // The late copy of an earlier answer: the one that is awaited has still to come.
                return turn.decision(.receiveResponseXML(min(99, turn.conversation.percent)))
            }
            turn.conversation.phase = .asking
            judge(outcome, received, dispatch, &turn)
            let number = goOn(&turn)
            return turn.decision(.receiveResponseXML(number))
        }
    }

    private static func closingNumber(_ conversation: Conversation) -> Int {
        if case .unsuccessful? = conversation.ending { return failed }
        return 100
    }

    /// The number that tells the client whether to ask again.
    private static func goOn(_ turn: inout Turn) -> Int {
        if turn.conversation.isFinished { return closingNumber(turn.conversation) }
        let running = turn.agenda.steps.contains { $0.state == .running }
        if !running {
            if stopIfAsked(&turn, after: turn.agenda.lastFinishedTitle) { return 100 }
        }
        if turn.agenda.currentIndex == nil, !mayHold(turn) {
            conclude(&turn)
            return 100
        }
        // A held conversation stays at 99: after 100 the client would not ask again.
        turn.conversation.percent = max(turn.conversation.percent, min(99, turn.agenda.percent))
        return turn.conversation.percent
    }

    private static func judge(
        _ outcome: ResponseOutcome, _ received: ReceiveResponse, _ dispatch: Dispatch, _ turn: inout Turn
    ) {
        guard let index = turn.agenda.steps.firstIndex(where: { $0.state == .running }) else { return }
        if case .decoded(let reading) = outcome, !reading.notes.isEmpty {
            turn.events.append(
                .answerNoted(
                    connector: turn.connector.name, ticket: turn.conversation.ticket,
                    category: dispatch.category, reading.notes))
        }
        if let errand = dispatch.errand { return judgeWrites(outcome, received, errand, index, &turn) }
        switch outcome {
        case .refused:
            judgeRefusal(received, index, &turn)
        case .unreadable(let why):
            fail(index, &turn, .error, "The answer could not be read: \(why). It is kept as it came.")
        case .tooLarge(let bytes, let limit):
            shrink(index, bytes: bytes, limit: limit, &turn)
        case .decoded(let reading):
            judge(reading, dispatch, index, &turn)
        }
    }

    /// An HRESULT in place of an answer: either our document was refused, or QuickBooks is gone.
    private static func judgeRefusal(_ received: ReceiveResponse, _ index: Int, _ turn: inout Turn) {
        let title = turn.agenda.steps[index].title
        if let code = HResult(received.hresult), code.endsSession {
            turn.finish(.unsuccessful(.sessionLost(hresult: received.hresult, category: title)))
            return
        }
        // One question that this QuickBooks does not know takes all others of its document down with it.
        if turn.agenda.steps[index].members.count > 1 { return split(index, &turn) }
        let why = HResult.sentence(received.hresult, said: received.message)
        fail(index, &turn, .error, "QuickBooks refused the query. \(why)")
    }

    private static func split(_ index: Int, _ turn: inout Turn) {
        let members = turn.agenda.steps[index].members
        let half = members.count / 2
        // A late half of a forecast would come behind the reading that it is about.
        if turn.agenda.steps[index].purpose == .forecast { return finishStep(index, &turn) }
        turn.agenda.steps[index].members = Array(members[..<half])
        turn.agenda.steps[index].state = .waiting
        turn.saveStep(index)
        var rest = turn.agenda.steps[index]
        rest.members = Array(members[half...])
        turn.addStep(rest)
    }

    private static func judge(
        _ reading: Reading, _ dispatch: Dispatch, _ index: Int, _ turn: inout Turn
    ) {
        guard let answer = reading.answers.first else {
            return fail(index, &turn, .error, "QuickBooks answered without an answer to this query.")
        }
        switch turn.agenda.steps[index].purpose {
        case .read, .compare, .balances, .dated: judgePage(answer, dispatch, index, &turn)
        case .fetch: judgeFetched(answer, index, &turn)
        case .coverage: judgeCoverage(reading, index, &turn)
        case .forecast: judgeForecast(reading, index, &turn)
        case .deletions: judgeDeletions(reading, index, &turn)
        case .counts: judgeCounts(reading, index, &turn)
        case .report: judgeReport(answer, index, &turn)
        case .writes: break
        }
    }
}

extension Exchange.ResponseOutcome {
    /// The answer to another request than the one that is out. An answer without any request ID is taken for
    /// the awaited one, since there is only one question at a time.
    func isLate(for dispatch: Dispatch) -> Bool {
        guard case .decoded(let reading) = self, let told = reading.answers.first?.head.requestID else {
            return false
        }
        // Behind a point stands the number of the question within its document.
        return told.prefix { $0 != "." } != dispatch.requestID
    }
}

extension Dispatch {
    var iteratorID: String? {
        if case .next(let iteratorID, _) = page { return iteratorID }
        return nil
    }
}
