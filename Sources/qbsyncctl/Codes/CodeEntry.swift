import QBXML
import WebConnector

/// What the catalogue says about one code, whichever table it stands in. Programs get it as it is here, in
/// the words of `Wire`.
struct CodeEntry: Encodable, Equatable, Sendable {
    enum Kind: String, Encodable, Sendable {
        case status
        case hresult
        case webConnector = "web_connector"
    }

    /// As it was typed; nil in the list of all.
    var asked: String?
    var kind: Kind
    /// In its usual spelling: `3180`, `0x80040400`, `QBWC1012`; `9100-9199` for a range with one meaning.
    var code: String
    /// `info`, `warn` or `error`. Only a status has one.
    var severity: String?
    /// What tells a code from another kind with the same number.
    var seenIn: String
    var meaning: String
    var usualCause: String
    var fix: String
    var whoMustAct: String

    /// Nil for a status that nobody has described, as below for the other kinds.
    init?(status code: Int) {
        let status = QBXML.Status(code: code, message: "")
        guard let known = status.known else { return nil }
        kind = .status
        self.code = "\(code)"
        severity = status.severity.rawValue
        seenIn =
            QBXML.Status.concernsMessageSet(code)
            ? "messageSetStatusCode of a whole answer of QuickBooks"
            : "statusCode of one request in an answer of QuickBooks, and messages here"
        (meaning, usualCause, fix) = (known.meaning, known.usualCause, known.fix)
        whoMustAct = known.whoMustAct.title
    }

    init?(_ code: HResult) {
        guard let known = code.known else { return nil }
        self.init(
            .hresult, "\(code)", known,
            seenIn: "QWCLog.txt, messages here, and as \(code.signed) in programs of .NET and Visual Basic")
    }

    init?(_ code: ConnectorCode) {
        guard let known = code.known else { return nil }
        self.init(.webConnector, "\(code)", known, seenIn: "windows of the Web Connector, and QWCLog.txt")
    }

    private init(_ kind: Kind, _ code: String, _ known: WebConnector.Explanation, seenIn: String) {
        self.kind = kind
        self.code = code
        self.seenIn = seenIn
        (meaning, usualCause, fix) = (known.meaning, known.usualCause, known.fix)
        whoMustAct = known.whoMustAct.rawValue
    }

    /// The whole catalogue: statuses, then HRESULTs, then codes of the Web Connector, each ascending.
    static var all: [CodeEntry] {
        let macros = QBXML.Status.macroCodes
        let statuses = QBXML.Status.knownCodes.filter { $0 == macros.lowerBound || !macros.contains($0) }
        return statuses.compactMap { code in
            var entry = CodeEntry(status: code)
            if code == macros.lowerBound { entry?.code = "\(macros.lowerBound)-\(macros.upperBound)" }
            return entry
        } + HResult.all.compactMap { CodeEntry($0) } + ConnectorCode.all.compactMap { CodeEntry($0) }
    }

    /// Whether each of the words stands somewhere in it, in any case.
    func holds(_ words: [String]) -> Bool {
        let text = [code, meaning, usualCause, fix].joined(separator: "\n").lowercased()
        return words.allSatisfy { text.contains($0.lowercased()) }
    }
}
