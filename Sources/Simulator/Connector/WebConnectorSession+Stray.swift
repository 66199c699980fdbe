import WebConnector

/// Calls whose turn it is not, which a fault adds: the session goes on afterwards as if nothing had been.
extension WebConnectorSession {
    /// The one that comes before the call that is due.
    var stray: Call? {
        mutating get {
            guard isStraying || strayedBefore != calls + 1,
                let operation = faults.compactMap({ $0.strayCall(before: calls + 1) }).first
            else { return nil }
            (strayedBefore, isStraying) = (calls + 1, true)
            return strayCall(operation)
        }
    }

    private func strayCall(_ operation: Operation) -> Call {
        switch operation {
        case .serverVersion: .serverVersion
        case .clientVersion: .clientVersion("")
        case .authenticate:
            .authenticate(user: application.file.userName, password: application.password ?? "")
        case .sendRequestXML: .sendRequestXML(SendRequest(ticket: ticket))
        case .receiveResponseXML: .receiveResponseXML(lastResponse ?? ReceiveResponse(ticket: ticket))
        case .connectionError: .connectionError(ticket: ticket, hresult: "0x80040408", message: "")
        case .getLastError: .getLastError(ticket: ticket)
        case .closeConnection: .closeConnection(ticket: ticket)
        case .getInteractiveURL: .getInteractiveURL(ticket: ticket, sessionID: "")
        case .interactiveDone: .interactiveDone(ticket: ticket)
        case .interactiveRejected: .interactiveRejected(ticket: ticket, reason: "")
        }
    }

    /// - Returns: whether it was the answer to such a call, which nobody hears.
    mutating func takeStray(_ answer: String) -> Bool {
        guard isStraying else { return false }
        isStraying = false
        show(.log("qbsim: a call whose turn it was not was answered with \(answer)."))
        return true
    }
}
