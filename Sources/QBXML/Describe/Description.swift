/// A message of the catalog, told for people and programs: what it is, and everything inside it.
package struct MessageDescription: Encodable, Equatable, Sendable {
    /// The element: `InvoiceAddRq`.
    package var name: String
    /// What it is called in JSON: `InvoiceAdd`.
    package var title: String
    /// `request` or `answer`.
    package var direction: String
    /// `Query`, `Add`, `Mod`, `Del`, `Void` or `Merge`.
    package var operation: String?
    /// The answer to a request, the request of an answer.
    package var counterpart: String
    /// The element around it in a document: `QBXMLMsgsRq`.
    package var container: String
    package var since: String
    package var editions: [String]
    package var attributes: [AttributeDescription]
    package var traits: [Trait]
    package var members: [Member]
}

/// What stands inside an element, in the order of the schema.
package enum Member: Encodable, Equatable, Sendable {
    case element(ElementDescription)
    case choice(ChoiceDescription)

    private enum CodingKeys: String, CodingKey { case element, choice }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .element(let element): try container.encode(element, forKey: .element)
        case .choice(let choice): try container.encode(choice, forKey: .choice)
        }
    }
}

/// An element at one place. Versions and editions are those that count there, with what is around it.
package struct ElementDescription: Encodable, Equatable, Sendable {
    package var name: String
    /// As `qbsyncctl describe` takes it: `InvoiceAdd.InvoiceLineAdd.ItemRef`.
    package var path: String
    /// A name of `ValueType`, or `elements`.
    package var type: String
    /// The value in words: `text of at most 11 characters`.
    package var value: String
    /// The same as short as it may be: `text up to 11`.
    package var brief: String
    /// `required`, `optional`, `one or more`, `any number`, `at most 8`.
    package var occurrence: String
    package var minimum: Int
    /// Nil where nobody counts.
    package var maximum: Int?
    package var since: String
    package var editions: [String]
    /// The greatest length in characters by edition; nil where none is known.
    package var lengths: [String: Int]?
    package var least: String?
    package var greatest: String?
    package var values: [ValueDescription]?
    package var attributes: [AttributeDescription]
    /// Whether `useMacro` may stand for its value.
    package var takesMacro: Bool
    /// The names of the elements inside, nil for a value.
    package var inside: [String]?
    /// The same at length, as deep as was asked for.
    package var members: [Member]?
}

package struct ChoiceDescription: Encodable, Equatable, Sendable {
    package enum Rule: String, Encodable, Sendable {
        case oneOf = "one of"
        case atMostOneOf = "at most one of"
        case anyNumberOf = "any number, in any order, of"
        case oneOrMoreOf = "one or more, in any order, of"
    }

    package var rule: Rule
    package var since: String
    package var branches: [[Member]]
}

/// One of the words of an enumeration.
package struct ValueDescription: Encodable, Equatable, Sendable {
    package var name: String
    /// Nil for one that is as old as its element.
    package var since: String?
    /// The last version that has it.
    package var until: String?
    /// Whether QuickBooks takes it when the element is left out.
    package var isStandard: Bool
}

package struct AttributeDescription: Encodable, Equatable, Sendable {
    package var name: String
    package var isRequired: Bool
    package var since: String?
    /// What it is for, where that is known.
    package var purpose: String?
    package var values: [ValueDescription]?
}
