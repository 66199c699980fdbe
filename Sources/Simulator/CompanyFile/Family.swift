internal import QBXML

/// The kinds of records that one query answers together: `ItemQueryRq` answers twelve kinds, `VendorQueryRq`
/// one. Which they are stands in the catalog.
struct Family: Sendable {
    /// The query's name without `QueryRq`.
    let name: String
    let kinds: [String]
    let order: ShelfOrder

    /// A kind that no query asks for is a family of its own, so that what was loaded stays.
    private init(_ name: String) {
        let catalog = Catalog.standard
        let query = catalog.message(name + "QueryRq")
        let kinds = query.map { Self.kinds(answering: $0) } ?? []
        self.name = name
        self.kinds = kinds.isEmpty ? [name] : kinds
        // Lists are asked for by ListID and come by name.
        order = query.flatMap { catalog.place("ListID", in: $0) } == nil ? .entry : .name
    }

    /// Those that every company here has, if only empty.
    static let all: [Family] = [
        "Account", "Class", "Terms", "PaymentMethod", "Item", "Customer", "Vendor", "Employee", "OtherName",
        "Invoice", "ReceivePayment", "SalesReceipt",
    ].map { Family($0) }

    /// The four families that share one name space: a name may be used once over all of them.
    static let names = ["Customer", "Vendor", "Employee", "OtherName"]

    private static let byKind: [String: Family] = {
        var table: [String: Family] = [:]
        for family in all { for kind in family.kinds { table[kind] = family } }
        return table
    }()

    static func holding(_ kind: String) -> Family { byKind[kind] ?? Family(kind) }

    /// The names of the records in the answer to a query, without `Ret`.
    static func kinds(answering query: Message) -> [String] {
        let catalog = Catalog.standard
        guard let answer = catalog.message(query.title + "Rs") else { return [] }
        return catalog[answer.content].places.map { catalog.name(of: $0) }
            .filter { $0.hasSuffix("Ret") }.map { String($0.dropLast("Ret".count)) }
    }
}

extension Catalog {
    /// Where an element stands directly in a message.
    func place(_ name: String, in message: Message) -> Place? {
        index.id(of: name).flatMap { self[message.content].place(named: $0) }
    }
}
