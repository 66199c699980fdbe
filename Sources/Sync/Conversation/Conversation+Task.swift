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
        turn.changes.append(.settleWanted(turn.settlement(index), ids: ids))
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
            turn.changes.append(.progressTask(task, done: 1, steps: 1))
            turn.changes.append(.endTask(task, .answered(report), at: turn.now))
        } else {
            let said =
                status.severity == .error ? status.sentence : "QuickBooks answered without a report."
            turn.agenda.steps[index].state = .failed
            turn.changes.append(.endTask(task, .failed(said), at: turn.now))
        }
        turn.saveStep(index)
    }

    /// What somebody asked for may be stopped between two pages, by itself or with the whole sync. The slice
    /// of an import begins anew when it goes on.
    static func stopsAtPage(_ index: Int, _ turn: inout Turn) -> Bool {
        let step = turn.agenda.steps[index]
        if turn.isStopped(step) {
            passOverTask(of: index, &turn)
            return true
        }
        guard step.purpose == .dated, turn.conversation.stop != nil else { return false }
        turn.agenda.steps[index].state = .skipped
        turn.agenda.steps[index].iteratorID = nil
        turn.saveStep(index)
        return true
    }

    /// The task was stopped: all that is left of it waits for a conversation after it was resumed. It does
    /// not count as done, so the task is not settled here.
    static func passOverTask(of index: Int, _ turn: inout Turn) {
        guard let task = turn.agenda.steps[index].task else { return }
        for other in turn.agenda.steps.indices where turn.agenda.steps[other].task == task {
            let state = turn.agenda.steps[other].state
            guard state == .waiting || state == .running else { continue }
            turn.agenda.steps[other].state = .skipped
            turn.agenda.steps[other].iteratorID = nil
            turn.saveStep(other)
        }
    }

    /// After the last of its steps a task is over; before that its progress moves. What this QuickBooks does
    /// not have was passed over, and is done for the task.
    static func settleTask(of index: Int, _ turn: inout Turn) {
        guard let task = turn.agenda.steps[index].task else { return }
        let steps = turn.agenda.steps.filter { $0.task == task }
        let done = steps.filter { $0.state != .waiting && $0.state != .running }.count
        turn.changes.append(.progressTask(task, done: done, steps: steps.count))
        guard done == steps.count else { return }
        let trouble = steps.compactMap { step in
            step.state == .failed ? step.trouble.map { "\(step.title): \($0.sentence)" } : nil
        }
        let end: TaskEnd = trouble.isEmpty ? .done : .failed(trouble.joined(separator: " "))
        turn.changes.append(.endTask(task, end, at: turn.now))
    }
}

extension Turn {
    func isStopped(_ step: Step) -> Bool { step.task.map { mirror.stopped.contains($0) } ?? false }
}

extension Status {
    /// 500: some of the named objects are missing; 3120: the one that was named is.
    var isUnknownObject: Bool { code == 500 || code == 3120 }
}
