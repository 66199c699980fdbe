import QBXML
import Store
import Sync
import WebConnector

/*
 What is kept of a call for `qbsyncctl exchanges`. A password is left out here, where it would be written: it
 is nowhere in the database. So is the ticket, which opens a conversation to whoever has it.
*/
extension ExchangeSide {
    /// What a call brought.
    ///
    /// - Parameter answer: QuickBooks' answer that came with it.
    init(_ call: Call, _ answer: Incoming.Answer) throws {
        switch call {
        case .serverVersion, .getLastError, .closeConnection, .getInteractiveURL, .interactiveDone:
            self.init()
        case .clientVersion(let version):
            self.init(["version": version])
        case .authenticate(let user, _):
            self.init(["user": user])
        case .sendRequestXML(let request):
            let version = "\(request.majorVersion).\(request.minorVersion)"
            self.init(
                Self.told([
                    "company_file": request.companyFileName, "country": request.country,
                    "qbxml_version": version,
                ]), document: try KeptDocument(received: .memory(request.hcpResponse)))
        case .receiveResponseXML(let received):
            self.init(
                Self.told(["hresult": received.hresult, "message": received.message]),
                document: try Self.document(answer))
        case .connectionError(_, let hresult, let message):
            self.init(Self.told(["hresult": hresult, "message": message]))
        case .interactiveRejected(_, let reason):
            self.init(Self.told(["reason": reason]))
        }
    }

    private static func told(_ details: [String: String]) -> [String: String] {
        details.filter { !$0.value.isEmpty }
    }

    private static func document(_ answer: Incoming.Answer) throws -> KeptDocument {
        switch answer {
        case .whole(let text): try KeptDocument(received: text)
        case .tooLarge(let bytes): KeptDocument(thrownAway: bytes)
        case .unawaited, .unkept: .none
        }
    }

    /// What was said to a call.
    init(_ answer: Answer) {
        switch answer {
        case .authenticate(let answer): self.init(Self.details(answer))
        case .sendRequestXML(let document): self.init(document: KeptDocument(sent: document))
        case .receiveResponseXML(let percent): self.init(["percent": "\(percent)"])
        case .serverVersion(let text), .clientVersion(let text), .connectionError(let text),
            .getLastError(let text), .closeConnection(let text), .getInteractiveURL(let text),
            .interactiveDone(let text), .interactiveRejected(let text):
            self.init(Self.told(["text": text]))
        }
    }

    private static func details(_ answer: Authentication) -> [String: String] {
        var details: [String: String] = [:]
        switch answer.directive {
        case .noWork: details["directive"] = "none"
        case .notValidUser: details["directive"] = "nvu"
        case .busy: details["directive"] = "busy"
        case .work(let file):
            details["directive"] = "work"
            if !file.isEmpty { details["company_file"] = file }
        }
        details["wait_seconds"] = answer.waitSeconds.map { "\($0)" }
        details["minimum_interval_seconds"] = answer.minimumIntervalSeconds.map { "\($0)" }
        return details
    }
}

extension Decision {
    /// The ticket of the conversation that it begins, if only to turn it away.
    var opened: String? {
        for change in changes {
            switch change {
            case .begin(let open): return open.conversation.ticket
            case .refuse(let conversation): return conversation.ticket
            default: continue
            }
        }
        return nil
    }
}
