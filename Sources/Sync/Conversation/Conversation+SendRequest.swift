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
        case .awaiting(let dispatch) where dispatch.errand != nil:
            guard let index = turn.agenda.currentIndex else { break }
            // Not within one expression: the decision would be made of the turn as it was before.
            let document = repeatWrites(index, &turn)
            if turn.isOutdated, document.isEmpty { return turn.unfinished() }
            return turn.decision(.sendRequestXML(document))
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
        makeRoomForWrites(&turn)
        while let index = turn.agenda.currentIndex {
            if stopIfAsked(&turn, after: turn.agenda.lastFinishedTitle) {
                return turn.decision(.sendRequestXML([]))
            }
            guard let document = dispatch(index, &turn) else {
                guard turn.isOutdated else { continue }
                guard facts.isLastRound else { return turn.unfinished() }
                finishStep(index, &turn)
                turn.isOutdated = false
                continue
            }
            turn.conversation.bytesSent += document.count
            turn.conversation.heldUntil = nil
            return turn.decision(.sendRequestXML(document))
        }
        if hold(&turn) { return turn.decision(.sendRequestXML(noOp)) }
        conclude(&turn)
        return turn.decision(.sendRequestXML([]))
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
            // Without a company record the path was all there was to go by.
            turn.conversation.isProven = hcp?.company != nil
            let highest = highestVersion(request, hcp)
            turn.conversation.qbxmlVersion = Version.toSend(highest: highest)
            turn.conversation.highestVersion = highest.major == 0 ? nil : highest
            turn.conversation.edition = Edition(rawValue: hcp?.host?.country ?? request.country)
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
}
