/// Why a document was refused. Lines count from 1; a document on one line is common here.
package enum XMLError: Error, Equatable, Sendable {
    /// There was nothing, or nothing but white space.
    case empty
    /// Not well-formed, cut off, or not in the encoding it claims; the reason is libxml2's.
    case malformed(line: Int, reason: String)
    /// It has a document type declaration. None is needed here, and they are the door to entity attacks.
    case doctype(line: Int)
    /// It refers to an entity other than the five of XML itself.
    case entity(line: Int)
    case tooDeep(limit: Int, line: Int)
    /// The whole document has more bytes than it may.
    case tooLarge(limit: Int)
    /// One element has more attributes than it may.
    case tooManyAttributes(limit: Int, line: Int)
    /// One tag, comment or processing instruction has more bytes than it may.
    case tagTooLong(limit: Int, line: Int)

    /// What happened, for the journal and for a fault.
    package var sentence: String {
        switch self {
        case .empty: "The XML document is empty."
        case .malformed(let line, let reason): "The XML is not well-formed at line \(line): \(reason)."
        case .doctype(let line): "The XML has a document type declaration at line \(line), which is refused."
        case .entity(let line): "The XML refers to an undeclared entity at line \(line), which is refused."
        case .tooDeep(let limit, let line): "The XML is nested deeper than \(limit) levels at line \(line)."
        case .tooLarge(let limit): "The XML has more than \(limit) bytes."
        case .tooManyAttributes(let limit, let line):
            "An element at line \(line) of the XML has more than \(limit) attributes."
        case .tagTooLong(let limit, let line):
            "A tag at line \(line) of the XML has more than \(limit) bytes."
        }
    }
}

extension XMLError {
    /// Where it is; nil for what concerns the document as a whole.
    package var line: Int? {
        switch self {
        case .malformed(let line, _), .doctype(let line), .entity(let line), .tooDeep(_, let line),
            .tooManyAttributes(_, let line), .tagTooLong(_, let line):
            line
        case .empty, .tooLarge: nil
        }
    }
}
