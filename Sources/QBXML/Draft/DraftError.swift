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
    /// More elements, attributes and values than a request may sensibly have.
    case tooMany(limit: Int)
    /// Text in UTF-16, as some programs of Windows save it.
    case utf16
    /// No text at all.
    case binary
    /// Text in another encoding, which it does not declare.
    case notUTF8(line: Int)

    /// What happened and what to do, for a person.
    package var sentence: String {
        switch self {
        case .empty: "There is nothing in it: neither JSON nor qbXML."
        case .json(let reason, let line, let column):
            "This is not JSON: \(reason), at line \(line), column \(column)."
        case .xml(let error): error.sentence
        case .notRequests(let reason, let line): "\(reason) (line \(line))"
        case .tooLarge(let limit): "It has more than \(limit) bytes."
        case .tooMany(let limit): "It has more than \(limit) elements, attributes and values."
        case .utf16: "It is in UTF-16. Convert it: iconv -f UTF-16 -t UTF-8"
        case .binary: "It is neither JSON nor qbXML, nor any text: there are zero bytes in it."
        case .notUTF8(let line):
            "It is not in UTF-8 (line \(line)). If it comes from Windows: iconv -f WINDOWS-1252 -t UTF-8"
        }
    }

    /// The same, of text that stands so many lines further down.
    package func moved(by lines: Int) -> DraftError {
        switch self {
        case .json(let reason, let line, let column):
            .json(reason: reason, line: line + lines, column: column)
        case .notRequests(let reason, let line): .notRequests(reason: reason, line: line + lines)
        case .notUTF8(let line): .notUTF8(line: line + lines)
        case .empty, .xml, .tooLarge, .tooMany, .utf16, .binary: self
        }
    }

    package var line: Int? {
        switch self {
        case .json(_, let line, _), .notRequests(_, let line), .notUTF8(let line): line
        case .xml(let error): error.line
        case .empty, .tooLarge, .tooMany, .utf16, .binary: nil
        }
    }
}

extension Draft {
    /// The most bytes that are read as requests: QuickBooks itself takes minutes over far less.
    package static let ceiling = 64 << 20
    /// The most elements, attributes and values. Each takes some fifty bytes until it is sent.
    package static let nodeLimit = 2_000_000

    /// Reads JSON or qbXML, whichever it is: `<` begins the one, `{` or `[` the other.
    ///
    /// - Parameter isSequence: whether JSON may also be several objects one behind the other, as programs
    ///   write that put one on each line. They are read as if they stood in a list.
    package init(
        reading bytes: [UInt8], isSequence: Bool = false, catalog: Catalog = .standard
    ) throws(DraftError) {
        guard bytes.count <= Self.ceiling else { throw .tooLarge(limit: Self.ceiling) }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
        guard let first = bytes.first(where: { $0 > Byte.space }) else { throw .empty }
        if Self.isUTF16(bytes) { throw .utf16 }
        if first == UInt8(ascii: "<") {
            do throws(DraftError) {
                try self.init(xml: bytes, catalog: catalog)
            } catch {
                // What libxml2 says of it is true, but helps nobody.
                if case .xml(.malformed) = error {
                    if bytes.contains(0) { throw .binary }
                    if ["utf-8", nil].contains(Prolog(of: bytes).encoding) { try Self.requireUTF8(bytes) }
                }
                throw error
            }
        } else {
            if bytes.contains(0) { throw .binary }
            try Self.requireUTF8(bytes)
            try self.init(json: bytes, isSequence: isSequence, catalog: catalog)
        }
    }

    /// The mark of its byte order, or a zero byte in the first or second place: JSON and XML begin with
    /// ASCII.
    private static func isUTF16(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 2 else { return false }
        return switch (bytes[0], bytes[1]) {
        case (0xFE, 0xFF), (0xFF, 0xFE): true
        case (0, let letter), (let letter, 0): "<{[\"".utf8.contains(letter)
        default: false
        }
    }

    private static func requireUTF8(_ bytes: [UInt8]) throws(DraftError) {
        guard bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) == nil else {
            return
        }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let before = lines.prefix { String(validating: $0, as: UTF8.self) != nil }
        throw .notUTF8(line: before.count + 1)
    }
}
