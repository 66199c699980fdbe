/// Inputs that are large in one respect: whatever is done for each piece of them must not grow with their
/// number.
package enum HostileShape: String, CaseIterable, Sendable {
    case lines, unknownElements = "unknown elements", unknownRequests = "unknown requests"
    case listBeforeKeys = "a list before many keys"
    case order = "$order", swappedLines = "lines the wrong way round", repeats = "repeated elements"
    case requests, emptyLists = "empty lists"
    case usedMacros = "used macros", definedMacros = "defined macros"
    case wrongWords = "wrong words", longWord = "a long word", longMacros = "long macros"
    case colons, escapes, digits, exponent = "a large exponent"
    case strayText = "stray text", comments, sections = "CDATA sections", references
    case emoji, marks = "combining marks", ligatures
    case records, unknownFields = "unknown fields", longField = "a long field", mixedLines = "mixed lines"

    /// An input of about that many bytes.
    package func input(bytes size: Int) -> FuzzInput {
        if self == .longMacros { return Self.longMacros(bytes: size) }
        let (target, head, piece, tail) = parts
        let room = max(0, size - head.utf8.count - tail.utf8.count)
        // Of pieces with numbers, one with an ordinary one.
        let count = max(1, room / (piece(10_000).utf8.count + separator.utf8.count))
        let text = head + (0..<count).map(piece).joined(separator: separator) + tail
        return FuzzInput(target: target, variant: 4, bytes: Array(text.utf8))
    }

    private var separator: String {
        switch self {
        case .lines, .unknownRequests, .listBeforeKeys, .order, .requests, .emptyLists, .usedMacros,
            .definedMacros,
            .wrongWords:
            ","
        default: ""
        }
    }

    private typealias Parts = (target: FuzzTarget, head: String, piece: (Int) -> String, tail: String)

    private var parts: Parts {
        let invoice = "{\"InvoiceAdd\":{\"CustomerRef\":{\"ListID\":\"1\"},"
        switch self {
        case .lines: return (.json, invoice + "\"InvoiceLineAdd\":[", { _ in "{\"Amount\":\"1.00\"}" }, "]}}")
        case .unknownRequests: return (.json, "[", { "{\"InvoiceAd\($0)\":{}}" }, "]")
        case .listBeforeKeys:
            let keys = (0..<900).map { "\"K\($0)\":1" }.joined(separator: ",")
            return (.json, "{\"InvoiceAdd\":{\"InvoiceLineAdd\":[", { _ in "1" }, "]," + keys + "}}")
        case .order:
            let lines = "\"InvoiceLineAdd\":{\"Amount\":\"1.00\"},\"$order\":["
            return (.json, invoice + lines, { _ in "\"InvoiceLineAdd\"" }, "]}}")
        case .requests: return (.json, "[", { _ in "{\"HostQuery\":{}}" }, "]")
        case .emptyLists: return (.json, "[", { _ in "{\"HostQuery\":[]}" }, "]")
        case .wrongWords: return (.json, "[", { _ in "{\"AccountAdd\":{\"AccountType\":\"Bunk\"}}" }, "]")
        case .usedMacros: return (.json, "[", { Self.macro("useMacro", $0) }, "]")
        case .definedMacros: return (.json, "[", { Self.macro("defMacro", $0) }, "]")
        case .longWord: return value("AccountType", "A")
        case .colons: return value("Name", "a:")
        case .escapes: return value("Name", "\\u0061")
        case .emoji: return value("Name", "\\ud83d\\ude00")
        case .digits: return (.json, invoice + "\"ExchangeRate\":1", { _ in "0" }, "}}")
        case .exponent: return (.json, invoice + "\"ExchangeRate\":1e1", { _ in "0" }, "}}")
        case .marks: return (.characters, "e", { _ in "\u{301}" }, "")
        case .ligatures: return (.characters, "", { _ in "ﷺ" }, "")
        default: return partsOfXML
        }
    }

    private var partsOfXML: Parts {
        let open = "<CustomerAddRq><CustomerAdd>"
        let close = "</CustomerAdd></CustomerAddRq>"
        let answer = "<QBXML><QBXMLMsgsRs><InvoiceQueryRs statusCode=\"0\">"
        let end = "</InvoiceQueryRs></QBXMLMsgsRs></QBXML>"
        let record = "<InvoiceRet><TxnID>1</TxnID>"
        switch self {
        case .unknownElements: return (.qbxml, open, { "<Nam\($0)/>" }, close)
        case .swappedLines:
            return (.qbxml, open, { $0.isMultiple(of: 2) ? "<Phone>1</Phone>" : "<Name>A</Name>" }, close)
        case .repeats: return (.qbxml, open, { _ in "<Name>A</Name>" }, close)
        case .strayText: return (.qbxml, open, { _ in "x<Notes/>" }, close)
        case .comments: return (.qbxml, open, { _ in "<!-- x -->" }, "<Name>A</Name>" + close)
        case .sections: return (.qbxml, open + "<Notes>", { _ in "<![CDATA[x]]>" }, "</Notes>" + close)
        case .references: return (.qbxml, open + "<Notes>", { _ in "&#65;&lt;" }, "</Notes>" + close)
        case .records: return (.answers, answer, { _ in record + "</InvoiceRet>" }, end)
        case .unknownFields:
            return (.answers, answer + record, { "<New\($0 % 500)/>" }, "</InvoiceRet>" + end)
        case .longField:
            return (.answers, answer + record + "<Memo>", { _ in "&amp;x" }, "</Memo></InvoiceRet>" + end)
        default:
            let line = "<InvoiceLineRet/><InvoiceLineGroupRet/>"
            return (.answers, answer + record, { _ in line }, "</InvoiceRet>" + end)
        }
    }

    private func value(_ element: String, _ piece: String) -> Parts {
        (.json, "{\"AccountAdd\":{\"\(element)\":\"", { _ in piece }, "\"}}")
    }

    private static func macro(_ attribute: String, _ number: Int) -> String {
        "{\"InvoiceAdd\":{\"@\(attribute)\":\"TxnID:\(number)\"}}"
    }

    /// Two macros that are nearly equal, each half of the input.
    private static func longMacros(bytes size: Int) -> FuzzInput {
        let name = String(repeating: "a", count: size / 2)
        let text = """
            [{"InvoiceAdd":{"@defMacro":"TxnID:\(name)"}},
            {"DataExtAdd":{"TxnID":{"@useMacro":"TxnID:\(name)b"}}}]
            """
        return FuzzInput(target: .json, variant: 4, bytes: Array(text.utf8))
    }
}
