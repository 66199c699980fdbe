import FoundationEssentials
import QBXML
import WebConnector

/// Looks into the books for requests whose answer was lost.
extension Exchange {
    static func look(
        _ question: Evidence.Question, _ set: MessageSet, _ index: Int, _ turn: inout Turn
    ) -> [UInt8]? {
        guard let category = Category.named(question.category), exists(category, turn) else {
            blind(question, "This QuickBooks cannot be asked for \(question.category).", set, &turn)
            return nil
        }
        if case .named = question {
            // A category may hold several kinds: items do.
            for write in set.writes where question.covers(write) {
                guard let kind = write.subject.kind, let id = write.subject.id else { continue }
                turn.changes.append(
                    .want(
                        ticket: turn.conversation.ticket, category: category.name, kind: kind, ids: [id]))
            }
        }
        return hand(out: nil, .look(set: set.id), index, &turn, category: category.name)
    }

    /// Looking is not possible: the requests are judged without evidence.
    static func blind(_ question: Evidence.Question, _ why: String, _ set: MessageSet, _ turn: inout Turn) {
        let covered = set.writes.filter { question.covers($0) }.map(\.number)
        turn.changes.append(.examined(writes: covered, blindness: why))
        for place in set.writes.indices where covered.contains(set.writes[place].number) {
            turn.outbox.set?.writes[place].isExamined = true
            turn.outbox.set?.writes[place].blindness = why
        }
    }

    /// The answer to a look cannot be taken. That may be the line's fault, or the late copy of another one:
    /// it is asked again before the requests are judged without it.
    static func lookAgain(_ why: String, _ set: MessageSet, _ turn: inout Turn) {
        guard set.asks >= Recovery.mostAsks + Recovery.mostLooks else {
            turn.changes.append(.askAfter(set: set.id, at: turn.now))
            turn.outbox.set?.asks += 1
            return
        }
        if let question = pendingLook(turn) { blind(question, why, set, &turn) }
    }

    /// The same facts give the same question, when it goes out and when it is answered.
    static func pendingLook(_ turn: Turn) -> Evidence.Question? {
        guard let set = turn.outbox.set,
            case .look(let question) = Recovery.next(set, turn.outbox, now: turn.now)
        else { return nil }
        return question
    }

    static func lookDocument(_ dispatch: Dispatch, _ turn: Turn) -> [UInt8] {
        guard let set = turn.outbox.set, let question = pendingLook(turn), let look = Look(question, turn)
        else { return [] }
        return look.document(since: set.since, requestID: dispatch.requestID)
    }

    static func judgeLook(_ reading: Reading, _ set: MessageSet, _ index: Int, _ turn: inout Turn) {
        guard let question = pendingLook(turn), let look = Look(question, turn) else { return }
        guard let answer = reading.answers.first else {
            return blind(question, "QuickBooks answered without an answer.", set, &turn)
        }
        let status = answer.head.status
        guard status.severity != .error || status.isUnknownObject else {
            return blind(question, status.sentence, set, &turn)
        }
        guard answer.faultCount == 0 else {
            return blind(question, "Some of the records could not be read.", set, &turn)
        }
        let stored = turn.outbox.stored[question.category] ?? 0
        guard look.isCredible(reading, stored: stored) else {
            return blind(question, Doubt.emptied(stored: stored).sentence(question.category), set, &turn)
        }
        var page = turn.page(index, use: .store)
        page.category = question.category
        turn.changes.append(.ingest(page))
        if case .named(_, let ids) = question {
            var settlement = turn.settlement(index)
            settlement.category = question.category
            settlement.hasFaults = false
            turn.changes.append(.settleWanted(settlement, ids: ids))
        }
        let covered = set.writes.filter { question.covers($0) }.map(\.number)
        turn.changes.append(.examined(writes: covered, blindness: nil))
        guard let deletions = look.deletions(in: reading) else { return }
        guard deletions.head.status.severity != .error else {
            return blind(question, "QuickBooks did not say what was deleted since.", set, &turn)
        }
        page.answer = Look.placeOfDeletions
        turn.changes.append(
            .suspectDeleted(
                writes: covered, page,
                sentence: "Something of its kind was made and deleted since, and it may have been this."))
    }
}

/// What is asked of the books at once: for the records themselves, for what was deleted since, and for any
/// record at all. A restricted QuickBooks user is shown nothing, without an error (pain 29); where not even
/// one record comes and the mirror has some, nothing is taken for not there.
private struct Look {
    private let question: Evidence.Question
    private let category: Category
    private let version: Version
    /// Of `ListDelType` or `TxnDelType`; none where deletions are not asked for.
    private let types: [String]

    init?(_ question: Evidence.Question, _ turn: Turn) {
        guard let category = Category.named(question.category) else { return nil }
        self.question = question
        self.category = category
        version = turn.conversation.qbxmlVersion
        types = if case .since = question { category.deletionTypes(in: version) } else { [] }
    }

    func document(since: String, requestID: String) -> [UInt8] {
        let asked: CategoryQuery.Question =
            switch question {
            case .since: .records(since: category.modified == .none ? nil : since)
            case .named(_, let ids): .named(ids)
            }
        var requests: [MessageSetRequest.Request] = [
            .category(CategoryQuery(category: category, question: asked, requestID: requestID))
        ]
        if !types.isEmpty {
            requests.append(
                .deleted(
                    DeletedQuery(
                        family: category.identity == .listID ? .list : .transaction, types: types,
                        since: since, requestID: requestID + ".1")))
        }
        requests.append(
            .category(CategoryQuery(category: category, question: .probe, requestID: requestID + ".2")))
        return MessageSetRequest(version: version, requests: requests).encoded()
    }

    static let placeOfDeletions = 1

    func deletions(in reading: Reading) -> AnswerReading? {
        guard !types.isEmpty, reading.answers.count > Self.placeOfDeletions else { return nil }
        return reading.answers[Self.placeOfDeletions]
    }

    /// - Parameter stored: records of the category that the mirror has and does not know to be deleted.
    func isCredible(_ reading: Reading, stored: Int) -> Bool {
        let probe = types.isEmpty ? 1 : 2
        let shown = reading.answers.first?.recordCount ?? 0
        let any = reading.answers.count > probe ? reading.answers[probe].recordCount : 0
        guard shown + any == 0 else { return true }
        return stored == 0
    }
}
