package import WebConnector
internal import XML

/// An HTTP request as the shell must send it.
package struct WireRequest: Equatable, Sendable {
    /// The name of the operation.
    package var operation: String
    package var url: String
    /// Name and value, in this order.
    package var headers: [[String]]
    package var body: [UInt8]
}

/// The manners of the SOAP client inside the .NET runtime, which is what a server really meets.
package enum DotNetClient {
    /// The runtime of a Web Connector of these years.
    static let userAgent =
        "Mozilla/4.0 (compatible; MSIE 6.0; MS Web Services Client Protocol 4.0.30319.42000)"
    /// That client's patience with a call; nothing documents another for the Web Connector.
    package static let timeoutSeconds = 100

    package static func request(for call: Call, to file: ConnectionFile) -> WireRequest {
        WireRequest(
            operation: call.operation.rawValue, url: file.appURL,
            headers: [
                ["User-Agent", userAgent], ["Content-Type", "text/xml; charset=utf-8"],
                ["SOAPAction", "\"http://developer.intuit.com/\(call.operation.rawValue)\""],
                // Announced with each call; the body follows at once all the same.
                ["Expect", "100-continue"],
            ],
            body: call.encoded(as: file.style == .rpc ? .rpc : .document))
    }

    /// Reads a reply. A fault counts only as such when it comes with 500; anything but 200 is a failure.
    package static func answer(to operation: Operation, _ reply: WireReply) throws(CallFailure) -> Answer {
        let isXML = (reply.contentType ?? "").lowercased().hasPrefix("text/xml")
        guard reply.status == 200 || reply.status == 500 && isXML else { throw .status(reply.status) }
        if reply.body.isEmpty { throw .emptyReply }
        guard isXML else { throw .contentType(reply.contentType ?? "") }
        let answer: Answer
        do {
            answer = try Answer(decoding: reply.body, to: operation)
        } catch {
            throw CallFailure(error)
        }
        if reply.status != 200 { throw .status(reply.status) }
        return answer
    }
}

extension CallFailure {
    init(_ error: AnswerError) {
        switch error {
        case .xml(let error): self = .unreadable(error.sentence)
        case .notAnEnvelope: self = .unreadable("it is no SOAP envelope.")
        case .notAnAnswer(let operation): self = .unreadable("it does not answer \(operation.rawValue).")
        case .noResult(let operation): self = .noResult(operation)
        case .notANumber(let text): self = .unreadable("\"\(text)\" is no number.")
        case .fault(_, let text): self = .fault(text)
        }
    }
}
