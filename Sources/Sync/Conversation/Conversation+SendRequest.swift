import FoundationEssentials
import QBXML
import WebConnector

extension Exchange {
    /// `sendRequestXML`: on the first call of a conversation prove the company file, then hand out the next
    /// query.
    static func sendRequest(
        _ request: SendRequest, _ hcp: HCPResponse?, _ facts: TicketFacts, now: Date
    ) -> Decision {
        var turn = Turn(facts, now: now)
        switch turn.conversation.phase {
        case .finished:
            // An empty answer makes the client ask getLastError, which tells how it ended.
            return turn.decision(.sendRequestXML([]))
        case .awaiting(let dispatch):
            // Not seen in real logs: a repeated fetch gets the same bytes, since the same values make them.
            let document = document(for: dispatch, turn)
            return turn.decision(.sendRequestXML(document))
        case .asking:
            break
        }
        if !turn.conversation.isIdentified {
            identify(request, hcp, facts, &turn)
            if turn.conversation.isFinished { return turn.decision(.sendRequestXML([])) }
        }
        if stopIfAsked(&turn, after: turn.agenda.lastFinishedTitle) {
            return turn.decision(.sendRequestXML([]))
        }
        guard let index = turn.agenda.currentIndex else {
            conclude(&turn)
            return turn.decision(.sendRequestXML([]))
        }
        let document = dispatchNext(index, &turn)
        turn.conversation.bytesSent += document.count
        return turn.decision(.sendRequestXML(document))
    }

    /// The company file's identity, its qbXML version and its workstation, from the first call's parameters.
    private static func identify(
        _ request: SendRequest, _ hcp: HCPResponse?, _ facts: TicketFacts, _ turn: inout Turn
    ) {
        let verdict = IdentityVerdict.judge(
            connector: facts.connector, hcp: hcp, path: request.companyFileName,
            neighbours: facts.neighbours, now: turn.now)
        switch verdict {
        case .wrong(let wrong):
            turn.finish(.unsuccessful(.wrongFile(wrong)))
        case .own(let binding):
            turn.conversation.isIdentified = true
            turn.conversation.qbxmlVersion = Version.toSend(highest: highestVersion(request, hcp))
            // The computer first: a path alone is not unique, a path on a computer is.
            learnWorkstation(hcp, &turn)
            if binding != facts.connector.binding {
                turn.changes.append(.bind(connector: facts.connector.id, binding))
                if facts.connector.binding.boundAt == nil {
                    turn.events.append(
                        .companyBound(connector: facts.connector.name, path: binding.path ?? ""))
                }
            }
        }
    }

    private static func highestVersion(_ request: SendRequest, _ hcp: HCPResponse?) -> Version {
        let listed = hcp?.host?.supportedVersions.max()
        let told = Version(major: request.majorVersion, minor: request.minorVersion)
        return max(listed ?? told, told)
    }

    /// The Web Connector writes its machine's name into its lock; a name given by a person stays.
    private static func learnWorkstation(_ hcp: HCPResponse?, _ turn: inout Turn) {
        guard turn.connector.workstation == nil,
            let name = hcp?.workstation(ownerID: turn.connector.identity.ownerID)
        else { return }
        turn.conversation.workstation = name
        turn.changes.append(.learnWorkstation(connector: turn.connector.id, name))
    }

    /// Moves the step on to its next page and remembers what was asked, before the answer goes out.
    private static func dispatchNext(_ index: Int, _ turn: inout Turn) -> [UInt8] {
        let category = Category.named(turn.agenda.steps[index].category)
        turn.agenda.steps[index].state = .running
        turn.conversation.sequence += 1
        let page: QueryPage
        if let iteratorID = turn.agenda.steps[index].iteratorID {
            page = .next(iteratorID: iteratorID, size: turn.connector.pageSize)
        } else if let category, category.iterates(in: turn.conversation.qbxmlVersion) {
            page = .first(size: turn.connector.pageSize)
        } else {
            page = .whole
        }
        let dispatch = Dispatch(
            category: turn.agenda.steps[index].category, page: page,
            requestID: String(turn.conversation.sequence))
        turn.conversation.phase = .awaiting(dispatch)
        turn.saveStep(index)
        return document(for: dispatch, turn)
    }

    private static func document(for dispatch: Dispatch, _ turn: Turn) -> [UInt8] {
        guard let category = Category.named(dispatch.category) else { return [] }
        let step = turn.agenda.steps.first { $0.category == dispatch.category }
        let query = CategoryQuery(
            category: category, since: step?.since, page: dispatch.page, requestID: dispatch.requestID)
        return MessageSetRequest(version: turn.conversation.qbxmlVersion, requests: [query]).encoded()
    }
}
