import FoundationEssentials
import QBXML
import Timetable
import WebConnector

/// Answers that come in pages: records, their IDs, or their balances.
extension Exchange {
    static func judgePage(
        _ answer: AnswerReading, _ dispatch: Dispatch, _ index: Int, _ turn: inout Turn
    ) {
        let status = answer.head.status
        let step = turn.agenda.steps[index]
        if status.isIteratorLost, step.iteratorID != nil, step.restarts == 0 {
            restart(index, &turn)
            return
        }
        if status.isNotInThisEdition, step.purpose == .read || step.purpose == .compare {
            return passOver(status, index, &turn)
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
        let step = turn.agenda.steps[index]
        turn.changes.append(.ingest(turn.page(index, use: use(of: step))))
        adaptPage(index, &turn)
        let left = answer.head.iteratorRemaining ?? 0
        if left == 0 {
            turn.agenda.steps[index].remaining = 0
            turn.agenda.steps[index].iteratorID = nil
            complete(index, &turn)
        } else if let iteratorID = answer.head.iteratorID ?? dispatch.iteratorID {
            turn.agenda.steps[index].iteratorID = iteratorID
            turn.agenda.steps[index].remaining = left
            if !stopsAtPage(index, &turn) { turn.saveStep(index) }
        } else {
            fail(index, &turn, .error, "QuickBooks has more records but named no iterator to ask for them.")
        }
    }

    private static func use(of step: Step) -> Page.Use {
        switch step.purpose {
        case .compare: .compare
        case .balances: .balances
        case .read where isWhole(step): .storeWhole
        default: .store
        }
    }

    /// What has no filter of modified times is read whole, and compared.
    private static func isWhole(_ step: Step) -> Bool {
        guard let category = Category.named(step.category) else { return false }
        return category.modified == .none && category.identity != .single
    }

    private static func adaptPage(_ index: Int, _ turn: inout Turn) {
        let step = turn.agenda.steps[index]
        guard let size = step.pageSize, turn.setting(step.category).pageSize == nil,
            let category = Category.named(step.category)
        else { return }
        let seconds = turn.now.timeIntervalSince(turn.askedAt)
        turn.agenda.steps[index].pageSize = PageSize.next(after: size, seconds: seconds, category)
    }

    /// The last page is here: only now does the watermark move.
    private static func complete(_ index: Int, _ turn: inout Turn) {
        let step = turn.agenda.steps[index]
        switch step.purpose {
        case .read:
            if isWhole(step) {
                if isSuspiciouslyEmpty(step, turn) { return failEmpty(index, &turn) }
                turn.changes.append(.settle(turn.settlement(index)))
            }
            let mark = Watermark(highWater: highWater(of: step, turn), pageSize: step.pageSize)
            turn.changes.append(
                .moveWatermark(connector: turn.connector.id, category: step.category, mark, at: turn.now))
            clearMessage(of: step.category, &turn)
        case .compare:
            if isSuspiciouslyEmpty(step, turn) { return failEmpty(index, &turn) }
            turn.changes.append(.settle(turn.settlement(index)))
        case .dated:
            if let task = step.task, let from = step.from, let to = step.to {
                let slice = ImportSlice(category: step.category, from: from, to: to)
                turn.changes.append(.sliceDone(task, slice))
            }
        case .writes, .balances, .fetch, .coverage, .forecast, .deletions, .counts, .report: break
        }
        finishStep(index, &turn)
        turn.events.append(
            .categoryDone(
                connector: turn.connector.name, ticket: turn.conversation.ticket, category: step.category,
                received: step.received))
    }

    static func clearMessage(of category: String, _ turn: inout Turn) {
        turn.changes.append(
            .categoryMessage(connector: turn.connector.id, category: category, sentence: nil, at: turn.now))
    }

    /// QuickBooks shows a restricted user nothing, without an error: nothing at all where there was something
    /// is not believed.
    private static func isSuspiciouslyEmpty(_ step: Step, _ turn: Turn) -> Bool {
        step.received == 0 && step.faults == 0 && turn.mirror.stored[step.category] ?? 0 > 0
    }

    private static func failEmpty(_ index: Int, _ turn: inout Turn) {
        let category = turn.agenda.steps[index].category
        let sentence = Doubt.emptied(stored: turn.mirror.stored[category] ?? 0).sentence(category)
        fail(index, &turn, .configuration, sentence)
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
        startAgain(index, &turn)
        turn.events.append(
            .iteratorLost(
                connector: turn.connector.name, ticket: turn.conversation.ticket,
                category: turn.agenda.steps[index].category))
    }

    private static func startAgain(_ index: Int, _ turn: inout Turn) {
        turn.agenda.steps[index].iteratorID = nil
        turn.agenda.steps[index].received = 0
        turn.agenda.steps[index].remaining = nil
        turn.agenda.steps[index].faults = 0
        turn.agenda.steps[index].restarts += 1
        turn.agenda.steps[index].isResumed = true
        turn.saveStep(index)
    }

    /// The answer was larger than the endpoint takes: half a page the next time, from the beginning, since
    /// the iterator has passed what was thrown away.
    static func shrink(_ index: Int, bytes: Int, limit: Int, _ turn: inout Turn) {
        let step = turn.agenda.steps[index]
        let told =
            "The answer of \(bytes / 1_000_000) MB was larger than the endpoint takes "
            + "(\(limit / 1_000_000) MB)."
        guard let size = step.pageSize, let half = PageSize.halved(size) else {
            let fix = "Raise the limit of request bodies in the configuration."
            return fail(index, &turn, .error, "\(told) \(step.title) cannot be asked for in parts. \(fix)")
        }
        turn.agenda.steps[index].pageSize = min(half, max(1, size * limit / max(1, bytes)))
        startAgain(index, &turn)
        turn.events.append(
            .answerTooLarge(
                connector: turn.connector.name, ticket: turn.conversation.ticket, category: step.category,
                bytes: bytes, pageSize: turn.agenda.steps[index].pageSize ?? half))
    }

    /// The query is not in this edition, or its feature is off: no reason to colour a dot.
    private static func passOver(_ status: Status, _ index: Int, _ turn: inout Turn) {
        let category = turn.agenda.steps[index].category
        let coverage = Coverage(
            answer: .notInThisEdition, code: status.code, sentence: status.sentence,
            wasReadableAt: turn.mirror.coverage[category]?.wasReadableAt)
        turn.changes.append(
            .cover(connector: turn.connector.id, category: category, coverage, at: turn.now))
        turn.agenda.steps[index].state = .skipped
        turn.saveStep(index)
        settleTask(of: index, &turn)
    }

    /// A category that failed never blocks the others (rule 5): it is named at the end, and its watermark
    /// stays.
    static func fail(
        _ index: Int, _ turn: inout Turn, _ weight: StepTrouble.Weight, _ sentence: String
    ) {
        turn.agenda.steps[index].state = .failed
        turn.agenda.steps[index].iteratorID = nil
        turn.agenda.steps[index].trouble = StepTrouble(weight: weight, sentence: sentence)
        let category = turn.agenda.steps[index].category
        // What became of a report is said by its task, and no later sync would take the message away.
        if turn.agenda.steps[index].purpose != .report {
            turn.changes.append(
                .categoryMessage(
                    connector: turn.connector.id, category: category, sentence: sentence, at: turn.now))
        }
        turn.saveStep(index)
        settleTask(of: index, &turn)
        turn.events.append(
            .categoryFailed(
                connector: turn.connector.name, ticket: turn.conversation.ticket, category: category,
                sentence: sentence))
    }

    static func finishStep(_ index: Int, _ turn: inout Turn) {
        turn.agenda.steps[index].state = .done
        turn.saveStep(index)
        let step = turn.agenda.steps[index]
        if step.purpose.isCollective { clearMessage(of: step.category, &turn) }
        settleTask(of: index, &turn)
    }
}

extension Turn {
    func page(_ index: Int, answer: Int = 0, use: Page.Use) -> Page {
        Page(
            connector: connector.id, ticket: conversation.ticket, index: index,
            category: agenda.steps[index].category, answer: answer, use: use, at: now)
    }

    func settlement(_ index: Int) -> Settlement {
        let step = agenda.steps[index]
        return Settlement(
            connector: connector.id, ticket: conversation.ticket, index: index, category: step.category,
            since: step.since, hasFaults: step.faults > 0, task: step.task, at: now)
    }
}
