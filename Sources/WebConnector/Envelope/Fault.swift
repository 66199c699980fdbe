internal import XML

/// What we answer when there is no answer: the Web Connector writes the text to its log and gives up the
/// session.
///
///     <soap:Fault><faultcode>soap:Client</faultcode>
///       <faultstring>… (reference 4F1C…)</faultstring><detail /></soap:Fault>
package struct Fault: Equatable, Sendable {
    package enum Code: String, Sendable {
        /// The call was wrong.
        case client = "Client"
        /// We were.
        case server = "Server"
    }

    package var code: Code
    package var text: String
    /// Found again in the journal; part of the text, since that is all the Web Connector shows.
    package var reference: String

    package init(code: Code, text: String, reference: String) {
        self.code = code
        self.text = text
        self.reference = reference
    }

    package func encoded() -> [UInt8] {
        var writer = Writer()
        writer.declaration()
        writer.open("soap:Envelope", ["xmlns:soap": Namespace.soap])
        writer.open("soap:Body")
        writer.open("soap:Fault")
        writer.leaf("faultcode", "soap:" + code.rawValue)
        writer.leaf("faultstring", "\(text) (reference \(reference))")
        writer.empty("detail")
        writer.close("soap:Fault")
        writer.close("soap:Body")
        writer.close("soap:Envelope")
        return writer.bytes
    }
}
