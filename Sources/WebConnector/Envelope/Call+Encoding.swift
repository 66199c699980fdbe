internal import XML

extension Call {
    /// The envelope in the Web Connector's manner: UTF-8 declared, one line, the prefix `soap:`.
    package func encoded(as form: EnvelopeForm) -> [UInt8] {
        var writer = Writer(reserving: 1024 + arguments.reduce(0) { $0 + 2 * $1.1.count })
        writer.declaration()
        writer.openEnvelope(form)
        switch form {
        case .document: encodeDocument(&writer)
        case .rpc: encodeRPC(&writer)
        }
        writer.closeEnvelope()
        return writer.bytes
    }

    private func encodeDocument(_ writer: inout Writer) {
        let name = operation.rawValue
        guard !arguments.isEmpty else { return writer.empty(name, ["xmlns": Namespace.intuit]) }
        writer.open(name, ["xmlns": Namespace.intuit])
        for (parameter, value) in arguments {
            if value.isEmpty {
                writer.empty(parameter.rawValue)
            } else {
                writer.open(parameter.rawValue)
                writer.text(value)
                writer.close(parameter.rawValue)
            }
        }
        writer.close(name)
    }

    private func encodeRPC(_ writer: inout Writer) {
        let name = "q1:" + operation.rawValue
        guard !arguments.isEmpty else { return writer.empty(name, ["xmlns:q1": Namespace.intuit]) }
        writer.open(name, ["xmlns:q1": Namespace.intuit])
        for (parameter, value) in arguments {
            writer.open(parameter.rawValue, ["xsi:type": parameter.isInt ? "xsd:int" : "xsd:string"])
            writer.text(value)
            writer.close(parameter.rawValue)
        }
        writer.close(name)
    }

    /// The values in the order of `Operation.parameters`.
    private var arguments: [(Parameter, [UInt8])] {
        zip(operation.parameters, values).map { ($0, $1) }
    }

    private var values: [[UInt8]] {
        func bytes(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }
        switch self {
        case .serverVersion: return []
        case .clientVersion(let version): return bytes(version)
        case .authenticate(let user, let password): return bytes(user, password)
        case .sendRequestXML(let request):
            return bytes(request.ticket) + [request.hcpResponse]
                + bytes(
                    request.companyFileName, request.country, String(request.majorVersion),
                    String(request.minorVersion))
        case .receiveResponseXML(let received):
            return bytes(received.ticket) + [received.response] + bytes(received.hresult, received.message)
        case .connectionError(let ticket, let hresult, let message): return bytes(ticket, hresult, message)
        case .getLastError(let ticket), .closeConnection(let ticket), .interactiveDone(let ticket):
            return bytes(ticket)
        case .getInteractiveURL(let ticket, let sessionID): return bytes(ticket, sessionID)
        case .interactiveRejected(let ticket, let reason): return bytes(ticket, reason)
        }
    }
}

extension Writer {
    /// Envelope and Body, as the Web Connector's own SOAP library begins them.
    mutating func openEnvelope(_ form: EnvelopeForm) {
        switch form {
        case .document:
            open(
                "soap:Envelope",
                [
                    "xmlns:soap": Namespace.soap, "xmlns:xsi": Namespace.instance,
                    "xmlns:xsd": Namespace.schema,
                ])
            open("soap:Body")
        case .rpc:
            open(
                "soap:Envelope",
                [
                    "xmlns:soap": Namespace.soap, "xmlns:soapenc": Namespace.encoding,
                    "xmlns:xsi": Namespace.instance, "xmlns:xsd": Namespace.schema,
                ])
            open("soap:Body", ["soap:encodingStyle": Namespace.encoding])
        }
    }

    mutating func closeEnvelope() {
        close("soap:Body")
        close("soap:Envelope")
    }
}
