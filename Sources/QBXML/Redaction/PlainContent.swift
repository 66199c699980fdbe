/// What of a document tells nothing about a company or its people, and so may be shown to anybody: IDs,
/// dates, the words of enumerations, yes and no, counts.
///
/// The catalog says which elements these are: every place that has the name must have one of those types. A
/// value is shown only if it has the form of its type, so that text in the wrong place does not slip through.
struct PlainContent: Sendable {
    static let standard = PlainContent(of: .standard)

    /// By name of the element.
    private let types: [String: ValueType]
    /// The words of all enumerations.
    private let words: Set<String>
    private let names: Set<String>
    private let attributeNames: Set<String>

    /// Elements of a plain type that are about a person.
    private static let personal: Set = [
        "BirthDate", "HiredDate", "ReleasedDate", "OriginalHireDate", "AdjustedServiceDate",
        "WorkAuthExpireDate", "Gender", "Ethnicity", "Disabled", "MilitaryStatus", "USCitizen", "USVeteran",
        "KeyEmployee", "EmployeeType", "PartOrFullTime", "Exempt", "OnFile", "AVSStreet", "AVSZip",
        "CardSecurityCodeMatch",
    ]
    /// Whole numbers that count something. Others are parts of card numbers, of terms, of people.
    private static let counts: Set = [
        "MaxReturned", "TxnNumber", "NumRows", "NumColumns", "NumColTitleRows", "Sublevel",
    ]
    /// Texts that name QuickBooks itself, or a state of a record.
    private static let program: Set = [
        "EditSequence", "ProductName", "MajorVersion", "MinorVersion", "SupportedQBXMLVersion",
    ]
    /// Around the messages.
    private static let envelope: Set = [
        "QBXML", "QBXMLMsgsRq", "QBXMLMsgsRs", "QBXMLSubscriptionMsgsRq", "QBXMLSubscriptionMsgsRs",
        "QBXMLEvents", "QBPOSXML", "QBPOSXMLMsgsRq", "QBPOSXMLMsgsRs", "ErrorRecovery", "SignonMsgsRq",
        "SignonMsgsRs",
    ]
    /// Attributes that belong to the protocol. `statusMessage` is not among them: it quotes the books.
    private static let attributes: Set = [
        "statusCode", "statusSeverity", "requestID", "iterator", "iteratorID", "iteratorRemainingCount",
        "retCount", "metaData", "onError", "responseData", "newMessageSetID", "oldMessageSetID",
        "messageSetStatusCode", "colID", "dataType", "rowNumber", "titleRow", "version", "encoding",
        "standalone",
    ]

    init(of catalog: Catalog) {
        var found: [String: Set<ValueType?>] = [:]
        for content in catalog.contents {
            for place in content.places { found[catalog.name(of: place), default: []].insert(place.type) }
        }
        var types: [String: ValueType] = [:]
        for (name, kinds) in found where !Self.personal.contains(name) {
            guard kinds.count == 1, let only = kinds.first, let type = only else { continue }
            switch type {
            case .id, .guid, .flag, .date, .time, .enumeration: types[name] = type
            case .int where Self.counts.contains(name): types[name] = type
            case .text where Self.program.contains(name): types[name] = type
            default: continue
            }
        }
        self.types = types
        words = Set(catalog.enumerations.flatMap { $0.values.map(\.name) })
        let messages = (catalog.requests + catalog.answers).map(\.name)
        names = Self.envelope.union(found.keys).union(messages)
        attributeNames = Self.attributes.union(catalog.attributes.map { catalog.name($0.name) })
            .union(["statusMessage"])
    }

    /// Whether a tag may keep its name. One that the catalog does not have could be a text that somebody
    /// forgot to escape.
    func knows(element name: String) -> Bool { names.contains(name) }

    func knows(attribute name: String) -> Bool { attributeNames.contains(name) }

    /// The longest value that is ever shown.
    static let longest = 80

    func shows(_ text: ArraySlice<UInt8>, of element: String) -> Bool {
        guard !text.isEmpty, text.count <= Self.longest, let type = types[element] else { return false }
        switch type {
        case .id, .guid: return text.count <= 40 && text.allSatisfy(Self.isOfID)
        case .enumeration: return words.contains(String(decoding: text, as: UTF8.self))
        case .text: return text.allSatisfy { Self.isOfProtocol($0) || $0 == Byte.space }
        default:
            // A day that a filter would not take is a day all the same.
            if case .wrong = type.verdict(on: text) { return false }
            return true
        }
    }

    /// What QuickBooks says whenever nothing is wrong.
    private static let goodMessages: Set = [
        "Status OK", "A query request did not find a matching object in QuickBooks",
    ]

    func shows(_ value: ArraySlice<UInt8>, ofAttribute name: String) -> Bool {
        if name == "statusMessage" {
            return Self.goodMessages.contains(String(decoding: value, as: UTF8.self))
        }
        return Self.attributes.contains(name) && value.count <= Self.longest
            && value.allSatisfy(Self.isOfProtocol)
    }

    /// The names of elements that a sentence of QuickBooks speaks of: `CustomerRef`, `EditSequence`. A name
    /// with no capital inside could as well be somebody's.
    func namesSpoken(in sentence: ArraySlice<UInt8>) -> [String] {
        sentence.split { !Self.isLetterOrDigit($0) }.compactMap { word in
            let isCompound = zip(word, word.dropFirst()).contains { Self.isSmall($0) && Self.isCapital($1) }
            guard isCompound else { return nil }
            let name = String(decoding: word, as: UTF8.self)
            return names.contains(name) ? name : nil
        }
    }

    private static func isOfID(_ byte: UInt8) -> Bool {
        Byte.digits.contains(byte) || "abcdefABCDEF-{}".utf8.contains(byte)
    }

    private static func isOfProtocol(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "._:-{}".utf8.contains(byte)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        Byte.digits.contains(byte) || isSmall(byte) || isCapital(byte)
    }

    private static func isSmall(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isCapital(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}
