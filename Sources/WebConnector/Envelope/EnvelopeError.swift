package import XML

/// Why a body is not a call.
package enum EnvelopeError: Error, Equatable, Sendable {
    case xml(XMLError)
    /// XML, but its root is not a SOAP envelope.
    case notAnEnvelope
    /// An envelope whose body is missing or empty.
    case noOperation
    case unknownOperation(String)
    case wrongNamespace(String)
    /// In bytes.
    case bodyTooLarge(limit: Int)
    case duplicateParameter(String)
    /// A parameter holds elements where only text may stand: its qbXML was not escaped, for instance.
    case markupInParameter(String)
    /// A parameter other than the response has more bytes than any Web Connector sends.
    case parameterTooLong(String, limit: Int)

    package var sentence: String {
        switch self {
        case .xml(let error): error.sentence
        case .notAnEnvelope: "The body is XML but not a SOAP envelope."
        case .noOperation: "The SOAP envelope names no operation."
        case .unknownOperation(let name): "There is no operation \(name.prefix(Self.shown))."
        case .wrongNamespace(let name):
            "The operation is in the namespace \"\(name.prefix(Self.shown))\", not in \(Namespace.intuit)."
        case .bodyTooLarge(let limit): "The body has more than \(limit) bytes, which is the limit."
        case .duplicateParameter(let name): "The parameter \(name.prefix(Self.shown)) is given twice."
        case .markupInParameter(let name):
            "The parameter \(name.prefix(Self.shown)) holds elements where only text is allowed."
        case .parameterTooLong(let name, let limit):
            "The parameter \(name.prefix(Self.shown)) has more than \(limit) bytes."
        }
    }

    /// Names from outside are cut to this many characters before anybody reads them.
    private static let shown = 100
}
