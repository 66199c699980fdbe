package import XML

/// Why an envelope is not an answer, as the calling side sees it.
package enum AnswerError: Error, Equatable, Sendable {
    case xml(XMLError)
    case notAnEnvelope
    /// The envelope answers another operation, or none.
    case notAnAnswer(to: Operation)
    /// The result element is missing or nil, where a client cannot do without: it would throw (QBWC1041).
    case noResult(Operation)
    /// The result of `receiveResponseXML` is no whole number.
    case notANumber(String)
    case fault(code: String, text: String)
}
