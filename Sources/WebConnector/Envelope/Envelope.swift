/// How a call is wrapped. The answer must come in the same form.
package enum EnvelopeForm: CaseIterable, Sendable {
    /// Document/literal, wrapped, qualified parameters: what the Web Connector does unless told otherwise.
    ///
    ///     <soap:Body><getLastError xmlns="http://developer.intuit.com/"><ticket>…</ticket>…
    case document
    /// rpc/encoded with unqualified, typed parameters: what `<Style>RPC</Style>` in the `.qwc` asks for.
    ///
    ///     <soap:Body soap:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/">
    ///       <q1:getLastError xmlns:q1="http://developer.intuit.com/">
    ///         <ticket xsi:type="xsd:string">…</ticket>…
    case rpc
}

package struct Envelope: Equatable, Sendable {
    package var form: EnvelopeForm
    package var call: Call

    package init(form: EnvelopeForm, call: Call) {
        self.form = form
        self.call = call
    }
}

/// The names of the world outside that an envelope consists of.
enum Namespace {
    static let soap = "http://schemas.xmlsoap.org/soap/envelope/"
    static let encoding = "http://schemas.xmlsoap.org/soap/encoding/"
    static let instance = "http://www.w3.org/2001/XMLSchema-instance"
    static let schema = "http://www.w3.org/2001/XMLSchema"
    /// With the last slash; a client does not understand an answer without it.
    static let intuit = "http://developer.intuit.com/"
}
