internal import XML

extension Answer {
    /// Reads a server's answer as the Web Connector would, in either form and with any prefixes. Nil and
    /// missing strings are empty, except where a client cannot do without a result.
    package init(decoding bytes: [UInt8], to operation: Operation) throws(AnswerError) {
        let root: Element
        do { root = try Element(parsing: bytes) } catch { throw .xml(error) }
        guard root.name == "Envelope", let body = root["Body"] else { throw .notAnEnvelope }
        if let fault = body["Fault"] {
            throw .fault(code: fault["faultcode"]?.text ?? "", text: fault["faultstring"]?.text ?? "")
        }
        guard let response = body[operation.responseElement] else { throw .notAnAnswer(to: operation) }
        // rpc names the result as it likes (`return` is usual), and it is the only child.
        let element = response[operation.resultElement] ?? response.elements.first
        let result = element.flatMap { $0.isNil ? nil : $0 }
        self = try Self.answer(operation, result)
    }

    private static func answer(_ operation: Operation, _ result: Element?) throws(AnswerError) -> Answer {
        let text = result?.text ?? ""
        switch operation {
        case .serverVersion: return .serverVersion(text)
        case .clientVersion: return .clientVersion(text)
        case .authenticate:
            guard let result else { throw .noResult(operation) }
            return .authenticate(Authentication(strings: result.elements.map(\.text)))
        case .sendRequestXML:
            guard let result else { throw .noResult(operation) }
            return .sendRequestXML(Array(result.text.utf8))
        case .receiveResponseXML:
            guard let result else { throw .noResult(operation) }
            guard let percent = Int(result.text.trimmed) else { throw .notANumber(result.text) }
            return .receiveResponseXML(percent)
        case .connectionError: return .connectionError(text)
        case .getLastError: return .getLastError(text)
        case .closeConnection: return .closeConnection(text)
        case .getInteractiveURL: return .getInteractiveURL(text)
        case .interactiveDone: return .interactiveDone(text)
        case .interactiveRejected: return .interactiveRejected(text)
        }
    }
}

extension Element {
    /// `xsi:nil="true"`
    fileprivate var isNil: Bool { attribute("nil") == "true" || attribute("nil") == "1" }
}
