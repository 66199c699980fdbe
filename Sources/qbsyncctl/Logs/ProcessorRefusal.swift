import FoundationEssentials

/// A document that QuickBooks' parser refused, from `qbsdklog.txt`: it alone names the element.
///
/// The forms differ between versions, so what is looked for are their parts: a reason, a line, the text of
/// the source, the elements that would have been right.
struct ProcessorRefusal: Equatable, Sendable {
    var at: Date?
    /// Of the log.
    var line: Int
    var application: String?
    var element: String?
    var reason: String
    /// Of the document.
    var documentLine: Int?
    var expected: String?
    var source: String?

    static func all(in lines: [LoggedLine]) -> [ProcessorRefusal] {
        var refusals: [ProcessorRefusal] = []
        var application: String?
        for (index, line) in lines.enumerated() {
            if let name = named(in: line.text) { application = name }
            let isError = line.text.hasPrefix("E\t") || line.text.hasPrefix("E ")
            let whole = line.whole
            guard isError || whole.contains("SrcText"), speaksOfParsing(whole) else { continue }
            // Some versions tell of one refusal in several entries of the same second.
            var text = whole
            for next in lines[(index + 1)...].prefix(6)
            where next.at == line.at && !speaksOfParsing(next.whole) {
                text += "\n" + next.whole
            }
            if let last = refusals.last, last.at == line.at, last.source == field("SrcText", in: text) {
                continue
            }
            refusals.append(ProcessorRefusal(text, line, application))
        }
        return refusals
    }

    private init(_ text: String, _ line: LoggedLine, _ application: String?) {
        at = line.at
        self.line = line.line
        self.application = application
        source = Self.field("SrcText", in: text)
        documentLine = Self.field("line", in: text).flatMap { Int($0.prefix { $0.isNumber }) }
        expected = Self.field("Expecting", in: text) ?? Self.field("Expected", in: text)
        let told = Self.field("Reason", in: text) ?? text.split(separator: "\t").last.map(String.init) ?? text
        reason = told.split(separator: "\n").first.map { String($0).bare } ?? told
        let place = (Self.field("LinePos", in: text) ?? Self.field("Position", in: text)).flatMap {
            Int($0.prefix { $0.isNumber })
        }
        element =
            source.flatMap { source in
                place.flatMap { Self.element(in: source, at: $0) } ?? Self.element(in: source)
            }
            ?? Self.element(in: text)
    }

    private static func speaksOfParsing(_ text: String) -> Bool {
        let low = text.lowercased()
        return ["pars", "dtd", "schema", "invalid according", "srctext"].contains { low.contains($0) }
    }

    /// `Connection opened by app named 'qbsyncd Acme (acme)'`
    private static func named(in text: String) -> String? {
        guard
            let start = text.firstRange(of: "pp named '")?.upperBound
                ?? text.firstRange(of: "pplication named '")?.upperBound
        else { return nil }
        return String(text[start...].prefix { $0 != "'" })
    }

    /// What stands behind a name, in either case, and a colon or an equals sign, up to the end of its line.
    private static func field(_ name: String, in text: String) -> String? {
        for line in text.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
            guard let rest = behind(name, in: line)?.drop(while: { $0 == " " || $0 == "\t" }) else {
                continue
            }
            guard let sign = rest.first, sign == ":" || sign == "=" else { continue }
            let value = String(rest.dropFirst()).bare
            if !value.isEmpty { return value }
        }
        return nil
    }

    /// What follows a name, whatever its case. By bytes, because a text in small letters may be of another
    /// length.
    private static func behind(_ name: String, in line: Substring) -> Substring? {
        func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
        let (bytes, wanted) = (line.utf8.map(small), name.utf8.map(small))
        guard let found = bytes.firstRange(of: wanted) else { return nil }
        return Substring(String(decoding: line.utf8.dropFirst(found.upperBound), as: UTF8.self))
    }

    /// The element whose tag begins at or before a place of a text, which counts from 1.
    private static func element(in source: String, at place: Int) -> String? {
        let head = source.prefix(max(0, place))
        guard let start = head.lastIndex(of: "<") else { return nil }
        return element(in: String(source[start...]))
    }

    /// The first element of a text, by its angle brackets or in quotes: `<Foo>`, `'Foo'`.
    private static func element(in text: String) -> String? {
        for (open, ends) in [("<", "> /\t"), ("'", "'"), ("\"", "\"")] as [(String, String)] {
            var rest = text[...]
            while let start = rest.firstRange(of: open)?.upperBound {
                rest = rest[start...]
                let name = rest.drop { $0 == "/" }.prefix { !ends.contains($0) }
                if isElement(name), name != "QBXML", name != "QBXMLMsgsRq" { return String(name) }
            }
        }
        return nil
    }

    /// qbXML's names begin with a capital and hold letters and digits.
    private static func isElement(_ name: Substring) -> Bool {
        guard let first = name.first, first.isUppercase, (2...40).contains(name.count) else { return false }
        return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}
