internal import XML

/// A qbXML document that QuickBooks' request processor accepts; reading any other throws a `DocumentRefusal`.
///
/// ```xml
/// <?xml version="1.0" encoding="utf-8"?>
/// <?qbxml version="13.0"?>
/// <QBXML><QBXMLMsgsRq onError="continueOnError">…</QBXMLMsgsRq></QBXML>
/// ```
struct RequestDocument {
    enum OnError: String {
        case stopOnError, continueOnError, rollbackOnError
    }

    var version: SpecificationVersion
    var onError: OnError
    /// `responseData="includeNone"` asks for statuses only.
    var wantsRecords = true
    var requests: [Element]

    init(_ bytes: [UInt8], supportedVersions: [String]) throws(DocumentRefusal) {
        version = try Self.version(in: bytes, supported: supportedVersions)
        let root: Element
        do {
            root = try Element(parsing: bytes)
        } catch {
            throw .parsing(error.sentence)
        }
        guard root.name == "QBXML" else { throw .parsing("The root is <\(root.name)>, not <QBXML>.") }
        guard let messages = root["QBXMLMsgsRq"], root.elements.count == 1 else {
            throw .parsing("<QBXML> must hold one <QBXMLMsgsRq> and nothing else.")
        }
        guard let attribute = messages.attribute("onError") else {
            throw .parsing("<QBXMLMsgsRq> lacks the attribute onError.")
        }
        guard let onError = OnError(rawValue: attribute) else {
            throw .parsing("onError=\"\(attribute)\" is not one of its three values.")
        }
        self.onError = onError
        for other in messages.attributes where other.name != "onError" {
            switch (other.name, other.value) {
            case ("responseData", "includeAll"):
                break
            case ("responseData", "includeNone"):
                wantsRecords = false
            case ("newMessageSetID", _), ("oldMessageSetID", _):
                throw .parsing("This simulator keeps no message sets, so \(other.name) is not taken.")
            default:
                throw .parsing("<QBXMLMsgsRq> has no attribute \(other.name)=\"\(other.value)\".")
            }
        }
        requests = messages.elements
        for (index, request) in requests.enumerated() {
            try RequestOrder.check(request, at: "QBXMLMsgsRq/\(request.name)[\(index + 1)]", version)
        }
    }

    /// What stands before the root: the two instructions, from the very first byte on, and no raw byte above
    /// 127.
    private static func version(
        in bytes: [UInt8], supported: [String]
    ) throws(DocumentRefusal) -> SpecificationVersion {
        guard bytes.starts(with: Array("<?xml".utf8)) else {
            throw .parsing("The document does not begin with <?xml at its very first byte.")
        }
        let prolog = String(decoding: bytes.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self).lowercased()
        let isSingleByte = prolog.contains("8859-1") || prolog.contains("1252")
        // Seen in practice: a raw é in a document declared as UTF-8 is refused, as &#233; it is taken.
        if !isSingleByte, let place = bytes.firstIndex(where: { $0 > 127 }) {
            throw .parsing(
                "Byte \(place + 1) is above 127. Such characters must be written as decimal references.")
        }
        guard let text = instruction("qbxml", in: bytes) else {
            throw .parsing("The instruction <?qbxml version=\"…\"?> is missing.")
        }
        guard supported.contains(text), let version = SpecificationVersion(text) else {
            throw .parsing(
                "qbXML version \(text) is not known to this QuickBooks; it takes \(supported.last ?? "none") "
                    + "at most.")
        }
        return version
    }

    /// The version in `<?name version="…"?>`; nil without the instruction or where it stands after the root.
    private static func instruction(_ name: String, in bytes: [UInt8]) -> String? {
        var rest = bytes[...]
        func skip(past end: String) -> ArraySlice<UInt8>? {
            let marker = Array(end.utf8)
            var place = rest.startIndex
            while place + marker.count <= rest.endIndex {
                if rest[place...].starts(with: marker) {
                    let inside = rest[..<place]
                    rest = rest[(place + marker.count)...]
                    return inside
                }
                place += 1
            }
            return nil
        }
        while skip(past: "<") != nil {
            if rest.starts(with: Array("!--".utf8)) {
                // Samples have their licence in a comment, with anything in it.
                guard skip(past: "-->") != nil else { return nil }
                continue
            }
            guard rest.first == UInt8(ascii: "?"), let inside = skip(past: "?>") else { return nil }
            let text = String(decoding: inside, as: UTF8.self)
            guard text.hasPrefix("?\(name) ") else { continue }
            let parts = text.split { $0 == "\"" || $0 == "'" }
            guard parts.count >= 2, parts[0].contains("version") else { return nil }
            return String(parts[1])
        }
        return nil
    }
}
