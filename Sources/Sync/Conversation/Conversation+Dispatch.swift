import QBXML

/// The document of a step: what goes out next, and what went out last.
extension Exchange {
    /// Moves a step on to its next question and remembers it before the question goes out; nil when the step
    /// has nothing to ask, and is done.
    static func dispatch(_ index: Int, _ turn: inout Turn) -> [UInt8]? {
        if turn.agenda.steps[index].purpose == .writes { return dispatchWrites(index, &turn) }
        guard hasQuestion(index, &turn) else { return nil }
        turn.agenda.steps[index].state = .running
        turn.conversation.sequence += 1
        let step = turn.agenda.steps[index]
        let dispatch = Dispatch(
            category: step.category, page: page(of: step, &turn, index),
            requestID: String(turn.conversation.sequence))
        turn.conversation.phase = .awaiting(dispatch)
        turn.saveStep(index)
        return document(for: dispatch, turn)
    }

    /// What this QuickBooks does not have is passed over, and so is what turned out to be done already.
    private static func hasQuestion(_ index: Int, _ turn: inout Turn) -> Bool {
        let step = turn.agenda.steps[index]
        if turn.isStopped(step) {
            passOverTask(of: index, &turn)
            return false
        }
        switch step.purpose {
        case .read, .compare, .balances, .dated:
            guard let category = Category.named(step.category), exists(category, turn) else {
                skip(index, &turn)
                return false
            }
            return true
        case .fetch:
            if turn.mirror.wanted.isEmpty {
                finishStep(index, &turn)
                return false
            }
            return true
        case .coverage, .forecast, .counts:
            if step.purpose == .coverage { coverAbsent(step, &turn) }
            turn.agenda.steps[index].members = step.members.filter { name in
                guard let category = Category.named(name), exists(category, turn) else { return false }
                return step.purpose == .coverage || category.counts(in: turn.conversation.qbxmlVersion)
            }
            if turn.agenda.steps[index].members.isEmpty {
                finishStep(index, &turn)
                return false
            }
            return true
        case .writes:
            return false
        case .deletions:
            return !deletions(of: step, requestID: "", turn).isEmpty
        case .report:
            if let task = step.task, turn.mirror.reports[task] != nil { return true }
            skip(index, &turn)
            return false
        }
    }

    static func exists(_ category: Category, _ turn: Turn) -> Bool {
        category.exists(in: turn.conversation.qbxmlVersion, turn.conversation.edition)
    }

    /// What this edition or version does not have need not be asked.
    private static func coverAbsent(_ step: Step, _ turn: inout Turn) {
        for name in step.members {
            guard let category = Category.named(name), !exists(category, turn) else { continue }
            let before = turn.mirror.coverage[name]?.wasReadableAt
            turn.changes.append(
                .cover(
                    connector: turn.connector.id, category: name,
                    Coverage(answer: .notInThisEdition, wasReadableAt: before), at: turn.now))
        }
    }

    private static func skip(_ index: Int, _ turn: inout Turn) {
        turn.agenda.steps[index].state = .skipped
        turn.saveStep(index)
        settleTask(of: index, &turn)
    }

    private static func page(of step: Step, _ turn: inout Turn, _ index: Int) -> QueryPage {
        guard let category = Category.named(step.category), step.purpose != .fetch,
            category.iterates(in: turn.conversation.qbxmlVersion)
        else { return .whole }
        let size = step.pageSize ?? turn.setting(step.category).pageSize ?? turn.connector.pageSize
        turn.agenda.steps[index].pageSize = size
        guard let iteratorID = step.iteratorID else { return .first(size: size) }
        return .next(iteratorID: iteratorID, size: size)
    }

    /// The same values give the same bytes: a question that is fetched twice is the same question.
    static func document(for dispatch: Dispatch, _ turn: Turn) -> [UInt8] {
        guard let step = turn.agenda.steps.first(where: { $0.state == .running }) else { return [] }
        let requests = requests(step, dispatch, turn)
        return MessageSetRequest(version: turn.conversation.qbxmlVersion, requests: requests).encoded()
    }

    private static func requests(
        _ step: Step, _ dispatch: Dispatch, _ turn: Turn
    ) -> [MessageSetRequest.Request] {
        switch step.purpose {
        case .writes:
            return []
        case .deletions:
            return deletions(of: step, requestID: dispatch.requestID, turn)
        case .report:
            guard let document = step.task.flatMap({ turn.mirror.reports[$0] }) else { return [] }
            return [.checked(document, requestID: dispatch.requestID)]
        case .coverage:
            return collective(step, dispatch) { _ in .probe }
        case .forecast, .counts:
            return collective(step, dispatch) { .count(since: since(turn.setting($0))) }
        case .read, .compare, .fetch, .balances, .dated:
            guard let category = Category.named(step.category) else { return [] }
            let question = question(step, turn)
            return [
                .category(
                    CategoryQuery(
                        category: category, question: question, page: dispatch.page,
                        requestID: dispatch.requestID))
            ]
        }
    }

    private static func question(_ step: Step, _ turn: Turn) -> CategoryQuery.Question {
        switch step.purpose {
        case .compare: .identities(since: step.since)
        case .fetch: .named(turn.mirror.wanted)
        case .balances: .drifts
        case .dated: .dated(from: step.from ?? "", to: step.to ?? "")
        case .read, .writes, .coverage, .forecast, .counts, .deletions, .report: .records(since: step.since)
        }
    }

    /// Several questions in one document; each answer finds its category by the number behind the point.
    private static func collective(
        _ step: Step, _ dispatch: Dispatch, _ question: (String) -> CategoryQuery.Question
    ) -> [MessageSetRequest.Request] {
        step.members.enumerated().compactMap { number, name in
            Category.named(name).map { category in
                .category(
                    CategoryQuery(
                        category: category, question: question(name),
                        requestID: "\(dispatch.requestID).\(number)"))
            }
        }
    }

    private static func deletions(
        of step: Step, requestID: String, _ turn: Turn
    ) -> [MessageSetRequest.Request] {
        let version = turn.conversation.qbxmlVersion
        let categories = step.members.compactMap { Category.named($0) }.filter { exists($0, turn) }
        let families: [(DeletedQuery.Family, Category.Identity)] = [(.list, .listID), (.transaction, .txnID)]
        return families.enumerated().compactMap { number, family in
            let types = categories.filter { $0.identity == family.1 }
                .flatMap { $0.deletionTypes(in: version) }
            guard !types.isEmpty, let since = step.since else { return nil }
            return .deleted(
                DeletedQuery(
                    family: family.0, types: types, since: since, requestID: "\(requestID).\(number)"))
        }
    }

    /// The beginning of the day from which on a category is mirrored.
    static func since(_ setting: CategorySetting) -> String? { setting.fromDate.map { $0 + "T00:00:00" } }
}
