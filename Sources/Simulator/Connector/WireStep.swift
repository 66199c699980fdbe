internal import WebConnector

/// A step of a session as the wire sees it.
package enum WireStep: Equatable, Sendable {
    case send(WireRequest)
    case pause(seconds: Int)
    case ended(UpdateOutcome)
}

/// An HTTP reply as it came.
package struct WireReply: Equatable, Sendable {
    package var status: Int
    package var contentType: String?
    package var body: [UInt8]

    package init(status: Int, contentType: String?, body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }
}

extension WebConnectorSession {
    /// `next`, with a call already put into its envelope.
    package mutating func nextRequest(on workstation: inout Workstation) -> WireStep {
        switch next(on: &workstation) {
        case .call(let call): .send(DotNetClient.request(for: call, to: application.file))
        case .pause(let seconds): .pause(seconds: seconds)
        case .ended(let outcome): .ended(outcome)
        }
    }

    /// Takes a reply, or the reason why there is none.
    /// - Returns: what it was, in a few words for a trace.
    package mutating func take(
        _ reply: Result<WireReply, CallFailure>, to request: WireRequest, on workstation: inout Workstation
    ) -> String {
        do {
            let reply = try reply.get()
            let operation = Operation(rawValue: request.operation) ?? .serverVersion
            let answer = try DotNetClient.answer(to: operation, reply)
            take(answer, on: &workstation)
            return answer.summary
        } catch {
            fail(error, on: &workstation)
            return error.sentence
        }
    }
}

extension Answer {
    /// In a few words; documents by their size.
    var summary: String {
        switch self {
        case .serverVersion(let text), .clientVersion(let text), .connectionError(let text),
            .getLastError(let text), .closeConnection(let text), .getInteractiveURL(let text),
            .interactiveDone(let text), .interactiveRejected(let text):
            text.isEmpty ? "empty" : "\"\(text)\""
        case .authenticate(let authentication):
            authentication.summary
        case .sendRequestXML(let document):
            document.isEmpty ? "empty" : "\(document.count) bytes"
        case .receiveResponseXML(let percent):
            "\(percent)%"
        }
    }
}

extension Authentication {
    fileprivate var summary: String {
        let word =
            switch directive {
            case .noWork: "none"
            case .notValidUser: "nvu"
            case .busy: "busy"
            case .work(let path): path.isEmpty ? "work, file now open" : "work, \(path)"
            }
        let wait = waitSeconds.map { ", wait \($0) s" } ?? ""
        let limit = minimumIntervalSeconds.map { ", at least every \($0) s" } ?? ""
        return word + wait + limit
    }
}
