internal import QBXML

/// A qbXML document that QuickBooks' request processor accepts; reading any other throws a `DocumentRefusal`.
///
/// ```xml
/// <?xml version="1.0" encoding="utf-8"?>
/// <?qbxml version="13.0"?>
/// <QBXML><QBXMLMsgsRq onError="continueOnError">…</QBXMLMsgsRq></QBXML>
/// ```
///
/// What the schema says is judged by the catalog, as `qbsyncctl check` does it; what QuickBooks wants
/// besides, of the first bytes and of its own version, is judged here. What neither knows is left to the
/// requests themselves: a date that does not exist is no fault of the document, but ends its request with a
/// status.
struct RequestDocument {
    struct Request {
        let message: Message
        let element: Draft.Element
    }

    /// After an error the rest is left with status 3231.
    let stopsOnError: Bool
    /// `responseData="includeNone"` asks for statuses only.
    let wantsRecords: Bool
    let requests: [Request]
    let version: Version
    /// What it says of error recovery; nil for a set that nothing is stored of.
    let address: SetAddress?
    let checksum: String

    init(_ bytes: [UInt8], for program: QuickBooksProgram) throws(DocumentRefusal) {
        version = try Self.version(of: bytes, supported: program.supportedVersions)
        let draft: Draft
        do {
            draft = try Draft(reading: bytes)
        } catch {
            throw .parsing(error.sentence)
        }
        guard draft.root()?.name == "QBXML", draft.envelope.container == .messages else {
            throw .parsing("The document is not a <QBXML> with one <QBXMLMsgsRq> in it.")
        }
        let checked = Checker.check(
            draft,
            options: CheckOptions(
                version: version, edition: Edition(rawValue: program.country) ?? .unitedStates))
        guard checked.schemaErrorCount == 0 else { throw .schema(checked) }
        let attributes = draft.envelope.attributes
        address = SetAddress(attributes)
        checksum = address == nil ? "" : Checksum.ofRequests(in: bytes)
        // The third value, rollbackOnError, is in the schema, and the desktop cannot do it.
        stopsOnError = draft.envelope.onError == "stopOnError"
        wantsRecords = attributes["responseData"] != "includeNone"
        requests = checked.requests.map { Request(message: $0.message, element: checked.element(of: $0)) }
    }

    /// What stands before the root: the two instructions, from the very first byte on, and no raw byte above
    /// 127.
    private static func version(
        of document: [UInt8], supported: [String]
    ) throws(DocumentRefusal) -> Version {
        let prolog = Prolog(of: document)
        guard prolog.hasDeclaration else {
            throw .parsing("The document does not begin with <?xml at its very first byte.")
        }
        let encoding = prolog.encoding ?? ""
        let isSingleByte = encoding.contains("8859-1") || encoding.contains("1252")
        // Seen in practice: a raw é in a document declared as UTF-8 is refused, as &#233; it is taken.
        if !isSingleByte, let place = document.firstIndex(where: { $0 > 127 }) {
            throw .parsing(
                "Byte \(place + 1) is above 127. Such characters must be written as decimal references.")
        }
        guard let text = prolog.version else {
            throw .parsing("The instruction <?qbxml version=\"…\"?> is missing.")
        }
        guard supported.contains(text), let version = Version(text) else {
            throw .parsing(
                "qbXML version \(text) is not known to this QuickBooks; it takes \(supported.last ?? "none") "
                    + "at most.")
        }
        return version
    }
}
