import Testing
import WebConnector

/// A body as it stands on the wire, with what it says.
struct Transcript: CustomTestStringConvertible {
    let name: String
    let form: EnvelopeForm
    let call: Call
    let body: String

    init(_ name: String, _ form: EnvelopeForm, _ call: Call, _ body: String) {
        self.name = name
        self.form = form
        self.call = call
        self.body = body
    }

    var bytes: [UInt8] { Array(body.utf8) }
    var testDescription: String { name }

    static var all: [Transcript] { Transcript.document + Transcript.rpc + Transcript.otherHands }

    static let ticket = "3f0a7c52-9d1e-4b68-8c47-0e5d2a61b9f4"

    /// The beginning and end that the Web Connector's SOAP library gives every envelope.
    static func enveloped(_ operation: String) -> String {
        """
        <?xml version="1.0" encoding="utf-8"?>\
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>\(operation)</soap:Body></soap:Envelope>
        """
    }

    /// An operation with its parameters, in its envelope.
    static func calling(_ operation: String, _ parameters: String) -> String {
        let name = "\(operation) xmlns=\"http://developer.intuit.com/\""
        return enveloped(
            parameters.isEmpty ? "<\(name) />" : "<\(name)>\(parameters)</\(operation)>")
    }

    static func envelopedRPC(_ operation: String) -> String {
        """
        <?xml version="1.0" encoding="utf-8"?>\
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" \
        xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xmlns:xsd="http://www.w3.org/2001/XMLSchema">\
        <soap:Body soap:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/">\
        \(operation)</soap:Body></soap:Envelope>
        """
    }
}
