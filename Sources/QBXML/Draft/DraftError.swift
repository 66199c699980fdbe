package import XML

/// Why something is no draft of requests at all. What is wrong with a single request is a `Finding`.
package enum DraftError: Error, Equatable, Sendable {
    /// Neither JSON nor XML.
    case empty
    /// - Parameters:
    ///   - line: counts from 1, as does `column`, in characters.
    case json(reason: String, line: Int, column: Int)
    case xml(XMLError)
    /// Well-formed, but not requests of qbXML.
    case notRequests(reason: String, line: Int)
    /// More than a request may sensibly have.
    case tooLarge(limit: Int)

    /// What happened and what to do, for a person.
    package var sentence: String {
        switch self {
        case .empty: "There is nothing in it: neither JSON nor qbXML."
        case .json(let reason, let line, let column):
            "This is not JSON: \(reason), at line \(line), column \(column)."
        case .xml(let error): error.sentence
        case .notRequests(let reason, let line): "\(reason) (line \(line))"
        case .tooLarge(let limit): "It has more than \(limit) bytes."
        }
    }

    package var line: Int? {
        switch self {
        case .json(_, let line, _), .notRequests(_, let line): line
        case .xml(let error): error.line
        case .empty, .tooLarge: nil
        }
    }
}

extension Draft {
    /// The most bytes that are read as requests: QuickBooks itself takes minutes over far less.
    package static let ceiling = 64 << 20

    /// Reads JSON or qbXML, whichever it is: `<` begins the one, `{` or `[` the other.
    package init(reading bytes: [UInt8], catalog: Catalog = .standard) throws(DraftError) {
        guard bytes.count <= Self.ceiling else { throw .tooLarge(limit: Self.ceiling) }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
        guard let first = bytes.first(where: { $0 > Byte.space }) else { throw .empty }
        if first == UInt8(ascii: "<") {
            try self.init(xml: bytes, catalog: catalog)
        } else {
            try self.init(json: bytes, catalog: catalog)
        }
    }
}
