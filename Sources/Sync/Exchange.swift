package import FoundationEssentials
package import QBXML
package import WebConnector

/// The one entrance to the brain: a call and the facts in, a decision out. Pure; the shell does the rest.
///
/// `authenticate` has an entrance of its own (`Exchange.authenticate`), because its facts are those of a
/// user, not of a ticket. `serverVersion` and `clientVersion` come before anybody is known and change
/// nothing.
package enum Exchange {
    /// A call that carries a ticket, with what was decoded outside the transaction.
    package enum TicketCall: Equatable, Sendable {
        case sendRequestXML(SendRequest, HCPResponse?)
        case receiveResponseXML(ReceiveResponse, ResponseOutcome)
        case connectionError(hresult: String, message: String)
        case getLastError
        case closeConnection
        case getInteractiveURL
        case interactiveDone
        case interactiveRejected(reason: String)
    }

    /// The decoding of an answer is heavy and pure, so it happens before the transaction opens.
    package enum ResponseOutcome: Equatable, Sendable {
        case decoded(Reading)
        /// QuickBooks' text could not be read; the sentence names the place. The text itself is kept.
        case unreadable(String)
        /// It was larger than the endpoint takes; it was read to its end and thrown away.
        case tooLarge(bytes: Int, limit: Int)
        /// The request processor threw: there is an HRESULT in place of an answer.
        case refused
    }

    package static func decide(_ call: TicketCall, _ facts: TicketFacts, now: Date) -> Decision {
        switch call {
        case .sendRequestXML(let request, let hcp):
            return sendRequest(request, hcp, facts, now: now)
        case .receiveResponseXML(let received, let outcome):
            return receiveResponse(received, outcome, facts, now: now)
        case .connectionError(let hresult, let message):
            return connectionError(hresult: hresult, message: message, facts, now: now)
        case .getLastError:
            return getLastError(facts, now: now)
        case .closeConnection:
            return closeConnection(facts, now: now)
        case .getInteractiveURL:
            return Decision(answer: .getInteractiveURL(""))
        case .interactiveDone:
            return Decision(answer: .interactiveDone("Done"))
        case .interactiveRejected(let reason):
            return interactiveRejected(reason: reason, facts, now: now)
        }
    }

    /// The page that the records of an answer will be stored as, if it goes on as it began: what is decided
    /// about the whole of it must ask for the same page, or they are stored in vain.
    ///
    /// - Parameter begun: what of the answer was read before its first record.
    /// - Returns: nil if other changes come before that of a page, or none is one.
    package static func expectedPage(
        _ received: ReceiveResponse, _ begun: Reading, _ facts: TicketFacts, now: Date
    ) -> Page? {
        let decision = decide(.receiveResponseXML(received, .decoded(begun)), facts, now: now)
        guard case .ingest(let page)? = decision.changes.first else { return nil }
        return page
    }

    /// A ticket that nobody here knows: after a restore of an old database, or from a stranger. Each call has
    /// its harmless answer; none of them is a fault, because a fault ends in a riddle on the person's screen.
    package static func decideUnknownTicket(_ operation: Operation) -> Decision {
        let events = [Event.unknownTicket(operation: operation.rawValue)]
        let lost = "This session is not known here any more. Start the update again."
        switch operation {
        case .serverVersion: return Decision(answer: .serverVersion(""), events: events)
        case .clientVersion: return Decision(answer: .clientVersion(""), events: events)
        case .authenticate:
            let nobody = Authentication(
                ticket: "", directive: .notValidUser, waitSeconds: nil, minimumIntervalSeconds: nil)
            return Decision(answer: .authenticate(nobody), events: events)
        case .sendRequestXML: return Decision(answer: .sendRequestXML([]), events: events)
        case .receiveResponseXML: return Decision(answer: .receiveResponseXML(failed), events: events)
        case .connectionError: return Decision(answer: .connectionError("done"), events: events)
        case .getLastError: return Decision(answer: .getLastError(lost), events: events)
        case .closeConnection: return Decision(answer: .closeConnection(lost), events: events)
        case .getInteractiveURL: return Decision(answer: .getInteractiveURL(""), events: events)
        case .interactiveDone: return Decision(answer: .interactiveDone("Done"), events: events)
        case .interactiveRejected: return Decision(answer: .interactiveRejected(""), events: events)
        }
    }

    /// Any negative number makes the client call `getLastError`; which one is up to the server (Intuit's
    /// sample: -101).
    package static let failed = -101
}
