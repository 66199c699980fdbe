/// A request or an answer: `InvoiceAddRq`, `InvoiceAddRs`.
package struct Message: Sendable {
    package enum Direction: Sendable {
        case request, answer
    }

    /// What a request does.
    package enum Operation: String, CaseIterable, Sendable {
        case query = "Query"
        case add = "Add"
        case modify = "Mod"
        case delete = "Del"
        case void = "Void"
        case merge = "Merge"
    }

    /// The container: `QBXMLMsgsRq`, or `QBXMLSubscriptionMsgsRq` for what concerns events.
    package enum Container: String, Sendable {
        case messages = "QBXMLMsgs"
        case subscriptions = "QBXMLSubscriptionMsgs"
    }

    /// The element: `InvoiceAddRq`.
    package let name: String
    package let direction: Direction
    package let container: Container
    package let since: Release
    package let editions: Editions
    package let content: Content.ID
    /// `metaData` of queries from 4.0 on.
    package let hasMetaData: Bool
    /// `iterator` and `iteratorID` of queries from 5.0 on.
    package let hasIterator: Bool

    /// Without `Rq` or `Rs`: `InvoiceAdd`.
    package var title: String { String(name.dropLast(2)) }

    package var operation: Operation? {
        Operation.allCases.first { title.hasSuffix($0.rawValue) }
    }

    /// What it is about: `Invoice` of `InvoiceAddRq`, `Txn` of `TxnDelRq`.
    package var subject: String {
        operation.map { String(title.dropLast($0.rawValue.count)) } ?? title
    }

    package var changesBooks: Bool { operation != .query }

    /// The attributes that are the sender's, in the order in which they go out.
    var attributes: [String] {
        (hasMetaData ? ["metaData"] : []) + (hasIterator ? ["iterator", "iteratorID"] : [])
    }

    static let macroSince = Release(major: 2, minor: 0)
    static let metaDataSince = Release(major: 4, minor: 0)
    static let iteratorSince = Release(major: 5, minor: 0)
}

/// An attribute of an element.
package struct Attribute: Sendable, Equatable {
    /// The number of its name.
    let name: NameIndex.ID
    package let isRequired: Bool
}
