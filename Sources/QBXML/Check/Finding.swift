/// One thing that is wrong with a request, or that its sender should know, found before anything is sent.
package struct Finding: Equatable, Sendable {
    package enum Severity: String, Sendable {
        /// QuickBooks would refuse the request, or do something else than was meant.
        case error
        /// It will be taken; the sender should know.
        case warning
    }

    package var rule: CheckRule
    package var severity: Severity
    /// Where: a JSON pointer (RFC 6901) such as `/0/InvoiceAdd/InvoiceLineAdd/3/Quantity`, or an XML path
    /// such as `/QBXML/QBXMLMsgsRq/InvoiceAddRq[1]/InvoiceAdd/InvoiceLineAdd[4]/Quantity`.
    package var pointer: String
    /// The line in the input, from 1.
    package var line: Int
    /// Which request of the input, from 0; nil for what concerns all of them.
    package var request: Int?
    /// What is wrong, in a sentence.
    package var problem: String
    /// What would be right.
    package var expected: String?
    /// Known names that are spelt nearly like this one.
    package var nearest: [String]
    /// What the catalog says of the element: `RefNumber: text of at most 11 characters, optional`.
    package var catalog: String?

    /// The whole of it for people, without the place.
    package var sentence: String {
        var sentence = problem
        if !nearest.isEmpty { sentence += " Did you mean \(Self.alternatives(nearest))?" }
        if let expected { sentence += " Expected: \(expected)." }
        return sentence
    }

    /// `A`, `A or B`, `A, B or C`.
    static func alternatives(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " or " + last
    }
}

/// The rule that a finding is about. The raw value is its name in JSON.
package enum CheckRule: String, CaseIterable, Sendable {
    case unknownRequest = "unknown-request"
    case unknownElement = "unknown-element"
    case misplacedElement = "misplaced-element"
    case unknownAttribute = "unknown-attribute"
    case attributeMissing = "attribute-missing"
    case attributeValue = "attribute-value"
    case order
    case missing
    case repeated
    case choice
    case structure
    case length
    case enumeration
    case format
    case range
    case calendar
    case characters
    case name
    case version
    case edition
    case requestID = "request-id"
    case iterator
    case macro
    case blank
    case unlistedLines = "unlisted-lines"
    case wanted
    case envelope
    case prolog

    /// Whether a schema of qbXML knows the rule too, so that QuickBooks refuses the whole document for it
    /// (0x80040400). What is left are rules that it applies later, or that no schema can express.
    package var isOfSchema: Bool {
        switch self {
        case .unknownRequest, .unknownElement, .misplacedElement, .unknownAttribute, .attributeMissing,
            .attributeValue, .order, .missing, .repeated, .choice, .structure, .length, .enumeration, .format,
            .range, .version, .edition, .envelope:
            true
        case .calendar, .characters, .name, .requestID, .iterator, .macro, .blank, .unlistedLines, .wanted,
            .prolog:
            false
        }
    }

    /// The rule in a sentence, for those who meet it for the first time.
    package var explanation: String {
        switch self {
        case .unknownRequest: "A request must be one of those that qbXML has."
        case .unknownElement: "QuickBooks refuses a whole document for one element that it does not know."
        case .misplacedElement:
            "Every element has its own parent; elsewhere it is as wrong as an unknown one."
        case .unknownAttribute: "Elements have no attributes but those in the schema."
        case .attributeMissing: "Some attributes must be there."
        case .attributeValue: "An attribute takes one of the values in the schema."
        case .order: "The children of an element must come in the order of the schema."
        case .missing: "Some elements must be there."
        case .repeated: "An element may come more often only where the schema says so."
        case .choice: "Of some groups of elements exactly one, or at most one, may be used."
        case .structure: "An element holds either a value or other elements, as the schema says."
        case .length: "Every text has its greatest length; nothing is ever cut here."
        case .enumeration: "Some values are words from a list; upper and lower case count."
        case .format: "Every type of value has its form."
        case .range: "Some numbers have a smallest and a greatest value."
        case .calendar: "A time must exist, and filters know those from 1970 to January 2038 only."
        case .characters:
            "QuickBooks keeps text in Windows-1252; what that cannot hold would become a question mark."
        case .name: "Names of list entries have rules of their own."
        case .version: "An element can be sent only to a QuickBooks whose qbXML version has it."
        case .edition: "Some elements belong to the editions of some countries only."
        case .requestID: "QuickBooks echoes the ID of a request, and refuses long ones."
        case .iterator: "A query is paged by iterator, iteratorID and MaxReturned together."
        case .macro: "A macro must be defined before it is used, and only once in a message set."
        case .blank: "The ID of a record and its EditSequence must not be empty where they must be there."
        case .unlistedLines:
            "A change that lists lines deletes those lines of the transaction that it does not list."
        case .wanted: "IncludeRetElement names direct children of the record that is answered."
        case .envelope: "A message set says what happens after an error."
        case .prolog: "A document begins with an XML declaration and the qbXML version that it is written in."
        }
    }
}
