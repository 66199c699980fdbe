/// The request processor threw: no answer, but an HRESULT for the whole document.
package struct DocumentRefusal: Error, Equatable, Sendable {
    /// `0x80040400` and its like, as it goes over the wire.
    package var hresult: String
    /// What QuickBooks says: never where it hurts.
    package var message: String
    /// What QuickBooks writes at most into its own log, and this simulator tells: where and why.
    package var explanation: String

    package init(hresult: String, message: String, explanation: String) {
        self.hresult = hresult
        self.message = message
        self.explanation = explanation
    }

    /// The document was not accepted.
    static func parsing(_ explanation: String) -> DocumentRefusal {
        DocumentRefusal(
            hresult: "0x80040400",
            message: "QuickBooks found an error when parsing the provided XML text stream.",
            explanation: explanation)
    }
}
