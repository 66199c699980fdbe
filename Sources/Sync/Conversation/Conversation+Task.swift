import FoundationEssentials
import QBXML

/// What somebody asked for beside the ordinary sync: records by ID, reports, imports.
extension Exchange {
    /// The records that a comparison found wanting, a hundred at a time.
    static func judgeFetched(_ answer: AnswerReading, _ index: Int, _ turn: inout Turn) {
        let status = answer.head.status
        // One of one that is not there is an error for QuickBooks, some of many are a warning: in both cases
        // they are gone.
        guard status.severity != .error || status.isUnknownObject else {
            return fail(index, &turn, .error, status.sentence)
        }
        let ids = turn.mirror.wanted
        turn.agenda.steps[index].received += answer.recordCount
        turn.agenda.steps[index].faults += answer.faultCount
        turn.changes.append(.ingest(turn.page(index, use: .store)))
        turn.changes.append(.settleWanted(turn.settlement(index, isWhole: false), ids: ids))
        if ids.count < MirrorFacts.wantedAtOnce {
            finishStep(index, &turn)
        } else {
            turn.saveStep(index)
        }
    }

    static func judgeReport(_ answer: AnswerReading, _ index: Int, _ turn: inout Turn) {
        guard let task = turn.agenda.steps[index].task else { return finishStep(index, &turn) }
        let status = answer.head.status
        if status.severity != .error, let report = answer.loose {
            turn.agenda.steps[index].state = .done
            turn.changes.append(.endTask(task, .answered(report), at: turn.now))
        } else {
            let said =
                status.severity == .error ? status.sentence : "QuickBooks answered without a report."
            turn.agenda.steps[index].state = .failed
            turn.changes.append(.endTask(task, .failed(said), at: turn.now))
        }
        turn.saveStep(index)
    }

    /// An import may be stopped between two pages; its slice begins anew when it goes on.
    static func stopsImport(_ index: Int, _ turn: inout Turn) -> Bool {
        guard turn.agenda.steps[index].purpose == .dated, turn.conversation.stop != nil else { return false }
        turn.agenda.steps[index].state = .skipped
        turn.agenda.steps[index].iteratorID = nil
        turn.saveStep(index)
        return true
    }

    /// After the last of its steps a task is over; before that its progress moves.
    static func settleTask(of index: Int, _ turn: inout Turn) {
        guard let task = turn.agenda.steps[index].task else { return }
        let steps = turn.agenda.steps.filter { $0.task == task }
        let done = steps.filter { $0.state == .done || $0.state == .failed }.count
        turn.changes.append(.progressTask(task, done: done, steps: steps.count))
        guard done == steps.count else { return }
        let trouble = steps.compactMap { $0.state == .failed ? $0.trouble?.sentence : nil }
        let end: TaskEnd = trouble.isEmpty ? .done : .failed(trouble.joined(separator: " "))
        turn.changes.append(.endTask(task, end, at: turn.now))
    }
}

extension Status {
    /// 500: some of the named objects are missing; 3120: the one that was named is.
    var isUnknownObject: Bool { code == 500 || code == 3120 }
}
