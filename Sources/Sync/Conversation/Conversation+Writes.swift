import FoundationEssentials
import QBXML
import Timetable
import WebConnector

/// What goes out about requests: first whatever clears up a doubt, then what is queued.
extension Exchange {
    /// Requests that came in the meantime are sent between two steps of the sync.
    static func makeRoomForWrites(_ turn: inout Turn) {
        guard turn.outbox.hasWork, turn.conversation.isProven, !mustStop(turn), !mustYield(turn)
        else { return }
        let isPlanned = turn.agenda.remaining.contains { $0.purpose == .writes }
        let isBusy = turn.agenda.steps.contains { $0.state == .running }
        if !isPlanned, !isBusy { turn.addStep(Step(.writes, category: Step.requests)) }
    }

    /// - Returns: nil when there is nothing to ask or to send; then the step is done.
    static func dispatchWrites(_ index: Int, _ turn: inout Turn) -> [UInt8]? {
        turn.agenda.steps[index].state = .running
        guard turn.conversation.isProven else {
            fail(
                index, &turn, .configuration,
                "The Web Connector did not show this company file's stamp, so nothing is written into it.")
            return nil
        }
        while let set = turn.outbox.set {
            if let document = clearUp(set, index, &turn) { return document }
        }
        if turn.isOutdated { return nil }
        // A long queue ends between two sets, as a sync ends between two categories.
        if mustStop(turn) || mustYield(turn) {
            finishStep(index, &turn)
            return nil
        }
        for stale in turn.outbox.stale { resolve(stale, index, &turn) }
        turn.outbox.stale = []
        if turn.isOutdated { return nil }
        if let document = formSet(index, &turn) { return document }
        if turn.isOutdated { return nil }
        finishStep(index, &turn)
        return nil
    }

    // MARK: Doubt

    /// - Returns: nil when the doubt was cleared up without a question.
    static func clearUp(_ set: MessageSet, _ index: Int, _ turn: inout Turn) -> [UInt8]? {
        switch Recovery.next(set, turn.outbox, now: turn.now) {
        case .ask:
            turn.changes.append(.askAfter(set: set.id, at: turn.now))
            let version = turn.conversation.qbxmlVersion
            return hand(out: set.question(version: version), .ask(set: set.id), index, &turn)
        case .send:
            turn.changes.append(.sendAgain(set: set.id, at: turn.now))
            return hand(out: set.document, .apply(set: set.id), index, &turn)
        case .look(let question):
            return look(question, set, index, &turn)
        case .close(let ends):
            for end in ends { take(end, index, &turn) }
            close(set, &turn)
            turn.isOutdated = !ends.isEmpty
            return nil
        }
    }

    static func close(_ set: MessageSet, _ turn: inout Turn) {
        turn.changes.append(.setStage(set: set.id, .closed, at: turn.now))
        if set.isRecoverable, set.sends > 0 { turn.outbox.lastClosedID = set.sends == 1 ? set.id : nil }
        turn.outbox.set = nil
    }

    // MARK: The queue

    private static func resolve(_ stale: StaleWrite, _ index: Int, _ turn: inout Turn) {
        turn.isOutdated = true
        switch StaleChange(stale) {
        case .rebased(let body, let editSequence):
            turn.changes.append(
                .rebase(write: stale.write.number, body: body, editSequence: editSequence))
        case .conflict(let sentence):
            // The other side: the record as QuickBooks has it now.
            let present = stale.present.map { json in
                Candidate(
                    kind: stale.write.subject.kind ?? "", id: stale.write.subject.id ?? "",
                    editSequence: stale.editSequence, json: json)
            }
            take(
                WriteEnd(
                    stale.write, .failed(.conflict), sentence, candidates: present.map { [$0] } ?? [],
                    at: turn.now), index, &turn)
        }
    }

    private static func formSet(_ index: Int, _ turn: inout Turn) -> [UInt8]? {
        let highest = turn.conversation.highestVersion ?? turn.conversation.qbxmlVersion
        for write in turn.outbox.queue {
            guard let end = endUnsent(write, highest, turn) else { continue }
            take(end, index, &turn)
            // Others may wait for it.
            turn.isOutdated = true
        }
        if turn.isOutdated { return nil }
        let batch = Batch(turn.outbox.queue, pace: turn.outbox.pace)
        guard let first = batch.writes.first else { return nil }
        let version = max(turn.conversation.qbxmlVersion, batch.writes.map(\.needs).max() ?? first.needs)
        let zone = turn.connector.rule.zone
        // QuickBooks writes the times of Windows' clock into the records, and that may be days behind ours.
        let behind = Double(min(0, turn.outbox.clockAhead))
        let began = (batch.doubtfulSince ?? turn.now).addingTimeInterval(behind)
        let set = MessageSet(
            id: turn.outbox.freshID, document: batch.document(turn.outbox, version: version),
            stage: batch.doubtfulSince == nil ? .sent : .unknownThere, isRecoverable: first.changesBooks,
            sends: batch.doubtfulSince == nil ? 1 : 0,
            since: zone.wallTime(of: began.addingTimeInterval(-86_400)).description, writes: batch.writes)
        turn.changes.append(.form(set, ticket: turn.conversation.ticket, at: turn.now))
        turn.outbox.set = set
        if batch.doubtfulSince != nil { return lookFirst(index, &turn) }
        return hand(out: set.document, .apply(set: set.id), index, &turn)
    }

    /// Nil for one that can go out.
    private static func endUnsent(_ write: Write, _ highest: Version, _ turn: Turn) -> WriteEnd? {
        if write.needs > highest {
            let why =
                "It needs qbXML \(write.needs), and this QuickBooks takes \(highest) at most. "
                + "Update QuickBooks, or send it without what is newer."
            return WriteEnd(write, .failed(.versionTooOld), why, at: turn.now)
        }
        if let why = write.isMissing { return WriteEnd(write, .failed(.missingValue), why, at: turn.now) }
        return write.isUnseen ? WriteEnd(write, .unknown, unseen, at: turn.now) : nil
    }

    // MARK: Handing out

    /// - Parameter document: nil for a look into the books, which is made of the set's own questions.
    static func hand(
        out document: [UInt8]?, _ errand: Dispatch.Errand, _ index: Int, _ turn: inout Turn,
        category: String = Step.requests
    ) -> [UInt8] {
        turn.conversation.sequence += 1
        let dispatch = Dispatch(
            category: category, page: .whole, requestID: String(turn.conversation.sequence), errand: errand)
        turn.conversation.phase = .awaiting(dispatch)
        turn.saveStep(index)
        return document ?? lookDocument(dispatch, turn)
    }

    /// A client that asks for its request once more, without having answered: the first copy may have been
    /// carried out or not. That is a doubt like any other.
    static func repeatWrites(_ index: Int, _ turn: inout Turn) -> [UInt8] {
        turn.conversation.phase = .asking
        return dispatchWrites(index, &turn) ?? []
    }
}
