/// What stands before the root of a qbXML document.
///
///     <?xml version="1.0" encoding="utf-8"?>
///     <?qbxml version="13.0"?>
package struct Prolog: Equatable, Sendable {
    /// Whether the document begins with `<?xml` at its very first byte, as some versions of QuickBooks need
    /// it.
    package var hasDeclaration: Bool
    /// As declared, in lower case.
    package var encoding: String?
    /// As written; nil without the instruction.
    package var version: String?

    package init(of document: [UInt8]) {
        hasDeclaration = document.starts(with: Array("<?xml".utf8))
        var rest = document[...]
        while let (target, text) = Self.nextInstruction(&rest) {
            switch target {
            case "xml": encoding = Self.value(of: "encoding", in: text)?.lowercased()
            case "qbxml": version = Self.value(of: "version", in: text)
            default: break
            }
        }
    }

    /// The next processing instruction before the root element; comments are passed over, since samples have
    /// their licence in one, with anything in it.
    private static func nextInstruction(
        _ rest: inout ArraySlice<UInt8>
    ) -> (target: String, text: String)? {
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(start + 1)...]
            if rest.starts(with: "!--".utf8) {
                guard skip(past: "-->", &rest) != nil else { return nil }
                continue
            }
            guard rest.first == UInt8(ascii: "?"), let inside = skip(past: "?>", &rest) else { return nil }
            let text = String(decoding: inside.dropFirst(), as: UTF8.self)
            let target = text.prefix { !$0.isWhitespace }
            return (String(target), String(text.dropFirst(target.count)))
        }
        return nil
    }

    private static func skip(past end: String, _ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let marker = Array(end.utf8)
        var place = rest.startIndex
        while place + marker.count <= rest.endIndex {
            if rest[place] == marker[0], rest[place...].starts(with: marker) {
                let inside = rest[rest.startIndex..<place]
                rest = rest[(place + marker.count)...]
                return inside
            }
            place += 1
        }
        return nil
    }

    /// `version="13.0"`, in either kind of quotes.
    private static func value(of name: String, in text: String) -> String? {
        let parts = text.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "\"" || $0 == "'" })
        for index in stride(from: 0, to: parts.count - 1, by: 2) {
            let key = parts[index].filter { !$0.isWhitespace && $0 != "=" }
            if key == name { return String(parts[index + 1]) }
        }
        return nil
    }
}
