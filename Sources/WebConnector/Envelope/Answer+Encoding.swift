internal import XML

extension Answer {
    /// The envelope to answer with. It always holds a complete result element, never nil: a client that finds
    /// none throws (QBWC1041) and gives up the session.
    ///
    ///     <getLastErrorResponse xmlns="http://developer.intuit.com/">
    ///       <getLastErrorResult>…</getLastErrorResult></getLastErrorResponse>
    ///
    ///     <n1:getLastErrorResponse xmlns:n1="http://developer.intuit.com/" soap:encodingStyle="…">
    ///       <return xsi:type="xsd:string">…</return></n1:getLastErrorResponse>
    package func encoded(as form: EnvelopeForm) -> [UInt8] {
        var writer = Writer(reserving: 1024 + document.count + document.count / 4)
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
        writer.open(operation.responseElement, ["xmlns": Namespace.intuit])
        writer.open(operation.resultElement)
        switch value {
        case .text(let text): writer.text(text)
        case .bytes(let bytes): writer.text(bytes)
        case .number(let number): writer.text(String(number))
        case .strings(let strings):
            for string in strings { writer.leaf("string", string) }
        }
        writer.close(operation.resultElement)
        writer.close(operation.responseElement)
    }

    private func encodeRPC(_ writer: inout Writer) {
        let response = "n1:" + operation.responseElement
        writer.open(response, ["xmlns:n1": Namespace.intuit, "soap:encodingStyle": Namespace.encoding])
        switch value {
        case .text(let text):
            writer.leaf("return", text, ["xsi:type": "xsd:string"])
        case .bytes(let bytes):
            writer.open("return", ["xsi:type": "xsd:string"])
            writer.text(bytes)
            writer.close("return")
        case .number(let number):
            writer.leaf("return", String(number), ["xsi:type": "xsd:int"])
        case .strings(let strings):
            writer.open(
                "return",
                ["xsi:type": "soapenc:Array", "soapenc:arrayType": "xsd:string[\(strings.count)]"])
            for string in strings { writer.leaf("item", string, ["xsi:type": "xsd:string"]) }
            writer.close("return")
        }
        writer.close(response)
    }

    private enum Value {
        case text(String)
        case bytes([UInt8])
        case number(Int)
        case strings([String])
    }

    private var value: Value {
        switch self {
        case .serverVersion(let text), .clientVersion(let text), .connectionError(let text),
            .getLastError(let text), .closeConnection(let text), .getInteractiveURL(let text),
            .interactiveDone(let text), .interactiveRejected(let text):
            .text(text)
        case .sendRequestXML(let document): .bytes(document)
        case .receiveResponseXML(let percent): .number(percent)
        case .authenticate(let authentication): .strings(authentication.strings)
        }
    }

    /// What makes an answer long, if anything does.
    private var document: [UInt8] {
        if case .sendRequestXML(let document) = self { document } else { [] }
    }
}
