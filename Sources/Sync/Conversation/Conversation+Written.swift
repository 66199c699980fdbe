import FoundationEssentials
import QBXML
import WebConnector

/// What was answered about requests.
extension Exchange {
    static func judgeWrites(
        _ outcome: ResponseOutcome, _ received: ReceiveResponse, _ errand: Dispatch.Errand, _ index: Int,
        _ turn: inout Turn
    ) {
        guard let set = turn.outbox.set, set.id == errand.set else { return endWrites(index, &turn) }
        switch (outcome, errand) {
        case (.decoded(let reading), .look): judgeLook(reading, set, index, &turn)
        case (.decoded(let reading), _): judgeSet(reading, set, errand, index, &turn)
        case (.refused, _): judgeRefusedSet(received, set, errand, index, &turn)
        case (.unreadable(let why), .look): lookAgain(why, set, &turn)
        case (.tooLarge(let bytes, _), .look):
            lookAgain("the answer of \(bytes / 1_000_000) MB was too large", set, &turn)
        case (.unreadable(let why), _) where !set.isRecoverable:
            askLater(set, "QuickBooks' answer could not be read: \(why).", index, &turn)
        case (.tooLarge(let bytes, _), _) where !set.isRecoverable:
            askLater(set, "QuickBooks' answer of \(bytes / 1_000_000) MB was too large.", index, &turn)
        case (.unreadable, _), (.tooLarge, _):
            // It may have been carried out: the next question is for the set's state.
            break
        }
        if turn.outbox.set == nil { endWrites(index, &turn) } else { turn.saveStep(index) }
    }

    /// The step goes on as long as something may go out at once, also what has only waited for what has just
    /// succeeded.
    private static func endWrites(_ index: Int, _ turn: inout Turn) {
        let mayFree = turn.outbox.isWaitedFor && turn.changes.contains(where: \.isSuccess)
        if turn.outbox.queue.isEmpty, turn.outbox.stale.isEmpty, !mayFree {
            clearMessage(of: Step.requests, &turn)
            finishStep(index, &turn)
        } else {
            turn.saveStep(index)
        }
    }

    // MARK: A set

    private static func askLater(_ set: MessageSet, _ why: String, _ index: Int, _ turn: inout Turn) {
        for write in set.writes { take(Recovery.askedAgain(write, why, turn.now), index, &turn) }
        close(set, &turn)
    }

    private static func judgeSet(
        _ reading: Reading, _ set: MessageSet, _ errand: Dispatch.Errand, _ index: Int, _ turn: inout Turn
    ) {
        func stage(_ stage: MessageSet.Stage) {
            turn.changes.append(.setStage(set: set.id, stage, at: turn.now))
            turn.outbox.set?.stage = stage
        }
        let code = reading.messageSetStatusCode ?? 0
        switch code {
        case 600 where reading.answers.isEmpty:
            stage(.unknownThere)
        case 9001:
            stage(.clash)
        case 9004:
            // Never ours: the ID has 22 characters. Nothing was carried out.
            let why = "QuickBooks did not take the ID of the message set (9004)."
            for write in set.writes {
                take(WriteEnd(write, .failed(.refused), why, at: turn.now), index, &turn)
            }
            close(set, &turn)
        default:
            if reading.answers.isEmpty, set.isRecoverable { return stage(.unanswered) }
            settle(reading, set, index, &turn)
        }
    }

    /// Each request by its own answer. What has none, though others have, is looked for in the books.
    private static func settle(
        _ reading: Reading, _ set: MessageSet, _ index: Int, _ turn: inout Turn
    ) {
        var open: [Write] = []
        let hasNames = reading.answers.contains { $0.head.requestID != nil }
        for (place, write) in set.writes.enumerated() {
            // Places count only as long as none of the document's requests is settled.
            let number =
                hasNames
                ? reading.answers.firstIndex { $0.head.requestID == write.id }
                : set.isWhole && reading.answers.indices.contains(place) ? place : nil
            guard let number, !mayHaveApplied(write, reading.answers[number], turn) else {
                open.append(write)
                continue
            }
            turn.agenda.steps[index].received += 1
            take(end(of: write, reading.answers[number], number, set, turn), index, &turn)
        }
        guard !open.isEmpty else { return close(set, &turn) }
        turn.outbox.set?.writes = open
        turn.outbox.set?.stage = .unanswered
        turn.changes.append(.setStage(set: set.id, .unanswered, at: turn.now))
    }

    /// An answer that says neither that it was carried out nor that it was not; or that it was, and not which
    /// record came of it, while the books can tell.
    private static func mayHaveApplied(_ write: Write, _ answer: AnswerReading, _ turn: Turn) -> Bool {
        guard write.changesBooks else { return false }
        let status = answer.head.status
        if status.isSavedUnseen, answer.recordCount == 0, answer.head.errorRecovery == nil {
            return write.distinctGUID != nil
        }
        return WritePolicy(status, chosen: turn.outbox.policies) == .unclear
    }

    private static func end(
        of write: Write, _ answer: AnswerReading, _ place: Int, _ set: MessageSet, _ turn: Turn
    ) -> WriteEnd {
        let status = answer.head.status
        let sentence = status.sentence(of: write.title)
        func end(_ next: WriteEnd.Next, _ sentence: String) -> WriteEnd {
            WriteEnd(write, next, status: status, sentence, answer: place, at: turn.now)
        }
        guard write.changesBooks else {
            return status.severity == .error
                ? end(.failed(.refused), sentence) : end(.succeeded, "QuickBooks answered.")
        }
        switch WritePolicy(status, chosen: turn.outbox.policies) {
        case .applied:
            var applied = end(.succeeded, status.code == 0 ? "Applied." : sentence)
            if let recovery = answer.head.errorRecovery, let id = recovery.listID ?? recovery.txnID {
                applied.record = Candidate(
                    kind: write.subject.kind ?? "", id: id, editSequence: recovery.editSequence, json: [])
            }
            return applied
        case .notProcessed:
            return end(
                .queued(notBefore: nil, isolation: nil, countsAsAttempt: false),
                "An earlier request of its message set failed; it is sent again.")
        case .stale where write.subject.operation == .modify:
            return end(.stale, sentence)
        case .stale, .refused, .unclear:
            return end(.failed(.refused), sentence)
        case .again where write.attempts + 1 >= WritePolicy.patience:
            return end(
                .failed(.quarantined),
                "\(sentence) It was tried \(write.attempts + 1) times and is tried no more.")
        case .again:
            let delay = WritePolicy.delay(after: write.attempts)
            return end(
                .queued(
                    notBefore: turn.now.addingTimeInterval(delay), isolation: nil, countsAsAttempt: true),
                sentence)
        }
    }

    /// What a request came to, and what follows from it for the mirror and the queue.
    static func take(_ end: WriteEnd, _ index: Int, _ turn: inout Turn) {
        let write = end.write
        let category = write.subject.kind.flatMap { Category.bringing(kind: $0) }
        var page = turn.page(index, answer: end.answer ?? 0, use: .store)
        page.category = category?.name ?? Step.requests
        turn.changes.append(.end(end, page))
        switch end.next {
        case .succeeded: follow(end, page, category, &turn)
        case .failed, .unknown: turn.agenda.steps[index].faults += 1
        case .queued(nil, _, _): turn.outbox.takeBack(write)
        case .queued: break
        case .stale:
            turn.outbox.stale.append(StaleWrite(write: write, before: nil, present: nil, editSequence: nil))
        }
    }

    /// What no record came back of has to be read, or is known to be gone.
    private static func follow(_ end: WriteEnd, _ page: Page, _ category: Category?, _ turn: inout Turn) {
        let subject = end.write.subject
        guard let category, turn.setting(category.name).direction.reads else { return }
        func want(_ id: String) {
            turn.changes.append(
                .want(
                    ticket: turn.conversation.ticket, category: category.name, kind: subject.kind ?? "",
                    ids: [id]))
            turn.addStep(Step(.fetch, category: category.name))
        }
        switch subject.operation {
        case .delete, .merge:
            if let kind = subject.kind, let id = subject.id {
                turn.changes.append(.deleteRecord(page, kind: kind, id: id))
            }
        case .void:
            if let id = subject.id, end.answer != nil { want(id) }
        case .add, .modify:
            if let record = end.record, record.json.isEmpty { want(record.id) }
        case .query, nil: break
        }
    }

    // MARK: Refused, and looked for

    /// 0x80040400: QuickBooks cannot read the document and has done nothing of it. That may also be the late
    /// copy of what was said of another set. So the set is marked, and its state is asked for: only what
    /// QuickBooks knows nothing of is divided. It does not say which request it is about, so half of them go
    /// out next time, until the one is alone.
    private static func judgeRefusedSet(
        _ received: ReceiveResponse, _ set: MessageSet, _ errand: Dispatch.Errand, _ index: Int,
        _ turn: inout Turn
    ) {
        let code = HResult(received.hresult)
        let why = HResult.sentence(received.hresult, said: received.message)
        let isHopeless =
            errand.isQuestion && (code.map { Recovery.isHopeless($0, turn.outbox) } ?? false)
        if let code, code.endsSession || (errand.isQuestion && !code.isDocumentRefused && !isHopeless) {
            // A dialog, a file that is busy: by the next conversation it may be over.
            if isHopeless {
                for end in Recovery.unasked(set, why, now: turn.now) { take(end, index, &turn) }
                close(set, &turn)
            }
            let title = turn.agenda.steps[index].title
            return turn.finish(.unsuccessful(.sessionLost(hresult: received.hresult, category: title)))
        }
        switch errand {
        case .look where isHopeless:
            if let question = pendingLook(turn) { blind(question, why, set, &turn) }
        case .look: lookAgain(why, set, &turn)
        case .ask:
            // The question for a state can be read: this may be the copy of what was said of the document. So
            // it is asked again, as often as where no answer comes.
            guard isHopeless else { return }
            turn.changes.append(.setStage(set: set.id, .unanswered, at: turn.now))
            turn.outbox.set?.stage = .unanswered
        case .apply where code?.isDocumentRefused ?? false:
            turn.changes.append(.isolate(set: set.id, most: set.writes.count / 2))
            guard !set.isRecoverable else { return }
            for write in set.writes {
                take(
                    WriteEnd(write, .failed(.unreadable), Recovery.refusedWhole(why), at: turn.now), index,
                    &turn)
            }
            close(set, &turn)
        case .apply where !set.isRecoverable:
            askLater(set, why, index, &turn)
        case .apply:
            break
        }
    }
}

extension Exchange.ResponseOutcome {
    /// The answer to something else than what is out about a set.
    func isLate(for dispatch: Dispatch, _ set: MessageSet?) -> Bool {
        guard let errand = dispatch.errand, !errand.isLook, let set else { return isLate(for: dispatch) }
        guard case .decoded(let reading) = self else { return false }
        if let told = reading.newMessageSetID, set.isRecoverable, told != set.id { return true }
        let named = reading.answers.compactMap(\.head.requestID)
        return !named.isEmpty && !set.writes.contains { named.contains($0.id) }
    }
}

extension Change {
    /// A request that others may have waited for.
    fileprivate var isSuccess: Bool {
        guard case .end(let end, _) = self, case .succeeded = end.next else { return false }
        return true
    }
}

extension Dispatch.Errand {
    fileprivate var isLook: Bool { if case .look = self { true } else { false } }

    /// It can apply nothing.
    fileprivate var isQuestion: Bool { if case .apply = self { false } else { true } }
}
