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
            if outcome.isLate(for: dispatch) {
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
        if turn.agenda.currentIndex == nil {
            conclude(&turn)
            return 100
        }
        turn.conversation.percent = max(turn.conversation.percent, turn.agenda.percent)
        return turn.conversation.percent
    }

    private static func judge(
        _ outcome: ResponseOutcome, _ received: ReceiveResponse, _ dispatch: Dispatch, _ turn: inout Turn
    ) {
        guard let index = turn.agenda.steps.firstIndex(where: { $0.category == dispatch.category }) else {
            return
        }
        switch outcome {
        case .refused:
            judgeRefusal(received, index, &turn)
        case .unreadable(let why):
            fail(index, &turn, .error, "The answer could not be read: \(why). It is kept as it came.")
        case .tooLarge(let bytes):
            fail(index, &turn, .error, "The answer of \(bytes) bytes was larger than the endpoint takes.")
        case .decoded(let reading):
            if !reading.notes.isEmpty {
                turn.events.append(
                    .answerNoted(
                        connector: turn.connector.name, ticket: turn.conversation.ticket,
                        category: dispatch.category, reading.notes))
            }
            if let answer = reading.answers.first {
                judge(answer, dispatch, index, &turn)
            } else {
                fail(index, &turn, .error, "QuickBooks answered without an answer to this query.")
            }
        }
    }

    /// An HRESULT in place of an answer: either our document was refused, or QuickBooks is gone.
    private static func judgeRefusal(_ received: ReceiveResponse, _ index: Int, _ turn: inout Turn) {
        let title = Category.title(of: turn.agenda.steps[index].category)
        if let code = HResult(received.hresult), code.endsSession {
            turn.finish(.unsuccessful(.sessionLost(hresult: received.hresult, category: title)))
            return
        }
        let why = HResult.sentence(received.hresult, said: received.message)
        fail(index, &turn, .error, "QuickBooks refused the query. \(why)")
    }

    private static func judge(
        _ answer: AnswerReading, _ dispatch: Dispatch, _ index: Int, _ turn: inout Turn
    ) {
        let status = answer.head.status
        if status.isIteratorLost, turn.agenda.steps[index].iteratorID != nil,
            turn.agenda.steps[index].restarts == 0
        {
            restart(index, &turn)
            return
        }
        if status.severity == .error {
            let weight: StepTrouble.Weight = status.needsPermission ? .configuration : .error
            fail(index, &turn, weight, status.sentence)
            return
        }
        if dispatch.page != .whole, !status.isNothingFound, answer.head.iteratorRemaining == nil {
            // Taking silence for "nothing is left" would move the watermark past what was never seen.
            fail(index, &turn, .error, "QuickBooks answered without saying how many records are left.")
            return
        }
        take(answer, dispatch, index, &turn)
    }

    /// A page: stored, counted, and the iterator moved on, all in the commit of this call.
    private static func take(
        _ answer: AnswerReading, _ dispatch: Dispatch, _ index: Int, _ turn: inout Turn
    ) {
        turn.agenda.steps[index].received += answer.recordCount
        turn.agenda.steps[index].faults += answer.faultCount
        turn.agenda.steps[index].highWater = [turn.agenda.steps[index].highWater, answer.highWater]
            .compactMap { $0 }.max()
        turn.changes.append(
            .ingest(
                Page(
                    connector: turn.connector.id, ticket: turn.conversation.ticket, index: index,
                    category: turn.agenda.steps[index].category, at: turn.now)))
        let left = answer.head.iteratorRemaining ?? 0
        if left == 0 {
            complete(index, &turn)
        } else if let iteratorID = answer.head.iteratorID ?? dispatch.iteratorID {
            turn.agenda.steps[index].iteratorID = iteratorID
            turn.agenda.steps[index].remaining = left
            turn.saveStep(index)
        } else {
            fail(index, &turn, .error, "QuickBooks has more records but named no iterator to ask for them.")
        }
    }

    /// The last page is here: only now does the watermark move.
    private static func complete(_ index: Int, _ turn: inout Turn) {
        turn.agenda.steps[index].state = .done
        turn.agenda.steps[index].remaining = 0
        turn.agenda.steps[index].iteratorID = nil
        let step = turn.agenda.steps[index]
        let highWater = highWater(of: step, turn)
        turn.changes.append(
            .moveWatermark(
                connector: turn.connector.id, category: step.category, Watermark(highWater: highWater),
                at: turn.now))
        turn.changes.append(
            .categoryMessage(
                connector: turn.connector.id, category: step.category, sentence: nil, at: turn.now))
        turn.saveStep(index)
        turn.events.append(
            .categoryDone(
                connector: turn.connector.name, ticket: turn.conversation.ticket, category: step.category,
                received: step.received))
    }

    /// Where the next sync begins to ask.
    ///
    /// A record that could not be stored keeps the watermark where it was, so that it is asked for again. And
    /// the watermark never passes the wall time at which this sync began: what was edited during a long read,
    /// after its page had gone by, is older than the last record seen; and a record saved while the PC's
    /// clock was a year ahead would hide everything for that year.
    private static func highWater(of step: Step, _ turn: Turn) -> String? {
        guard step.faults == 0 else { return step.previousHighWater }
        let began = turn.connector.rule.zone.wallTime(of: turn.conversation.startedAt).description
        let seen = step.highWater.map { min($0, began) }
        return [seen, step.previousHighWater].compactMap { $0 }.max()
    }

    /// The iterator died with QuickBooks' session: the category starts again from its watermark, once (pain
    /// 5).
    private static func restart(_ index: Int, _ turn: inout Turn) {
        turn.agenda.steps[index].iteratorID = nil
        turn.agenda.steps[index].received = 0
        turn.agenda.steps[index].remaining = nil
        turn.agenda.steps[index].faults = 0
        turn.agenda.steps[index].restarts += 1
        turn.saveStep(index)
        turn.events.append(
            .iteratorLost(
                connector: turn.connector.name, ticket: turn.conversation.ticket,
                category: turn.agenda.steps[index].category))
    }

    /// A category that failed never blocks the others (rule 5): it is named at the end, and its watermark
    /// stays.
    private static func fail(
        _ index: Int, _ turn: inout Turn, _ weight: StepTrouble.Weight, _ sentence: String
    ) {
        turn.agenda.steps[index].state = .failed
        turn.agenda.steps[index].iteratorID = nil
        turn.agenda.steps[index].trouble = StepTrouble(weight: weight, sentence: sentence)
        let category = turn.agenda.steps[index].category
        turn.changes.append(
            .categoryMessage(
                connector: turn.connector.id, category: category, sentence: sentence, at: turn.now))
        turn.saveStep(index)
        turn.events.append(
            .categoryFailed(
                connector: turn.connector.name, ticket: turn.conversation.ticket, category: category,
                sentence: sentence))
    }
}

extension Exchange.ResponseOutcome {
    /// The answer to another request than the one that is out. An answer without any request ID is taken for
    /// the awaited one, since there is only one question at a time.
    func isLate(for dispatch: Dispatch) -> Bool {
        guard case .decoded(let reading) = self, let told = reading.answers.first?.head.requestID else {
            return false
        }
        return told != dispatch.requestID
    }
}

extension Dispatch {
    var iteratorID: String? {
        if case .next(let iteratorID, _) = page { return iteratorID }
        return nil
    }
}
