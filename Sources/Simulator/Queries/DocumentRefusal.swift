internal import QBXML

/// The request processor threw: no answer, but an HRESULT for the whole document.
package struct DocumentRefusal: Error, Equatable, Sendable {
    /// `0x80040400` and its like, as it goes over the wire.
    package var hresult: String
    /// What QuickBooks says: never where it hurts.
    package var message: String
    /// What QuickBooks writes at most into its own log, and this simulator tells: where and why, a line each.
    package var reasons: [String]

    /// The document was not accepted.
    static func parsing(_ reasons: [String]) -> DocumentRefusal {
        DocumentRefusal(
            hresult: "0x80040400",
            message: "QuickBooks found an error when parsing the provided XML text stream.",
            reasons: reasons)
    }

    static func parsing(_ reason: String) -> DocumentRefusal { parsing([reason]) }

    /// The document breaks the schema in these places.
    static func schema(_ checked: Checked) -> DocumentRefusal {
        var reasons = checked.errors.filter(\.rule.isOfSchema).prefix(shown)
            .map { "line \($0.line), \($0.pointer): \($0.sentence)" }
        let rest = checked.schemaErrorCount - reasons.count
        if rest > 0 { reasons.append("and \(rest) more") }
        return .parsing(reasons)
    }

    /// Mostly one mistake was made over and over; who mends ten of them asks again.
    private static let shown = 10
}
