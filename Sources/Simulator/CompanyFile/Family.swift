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
        // Lists have ListIDs and come by name.
        order = Self.elements(of: self.kinds[0]).contains("ListID") ? .name : .entry
    }

    /// Those that every company here has, if only empty. The answers to the queries that are missing here are
    /// worked out when somebody asks.
    static let all: [Family] = [
        "Account", "Class", "Terms", "PaymentMethod", "Item", "Customer", "Vendor", "Employee", "OtherName",
        "Invoice", "ReceivePayment", "SalesReceipt",
        // Lists.
        "Lead", "SalesRep", "CustomerType", "VendorType", "JobType", "CustomerMsg", "ShipMethod",
        "SalesTaxCode", "ToDo", "PayrollItemWage", "PayrollItemNonWage", "Template", "PriceLevel",
        "BillingRate", "Vehicle", "UnitOfMeasureSet", "WorkersCompCode", "Currency", "InventorySite",
        "ItemSites",
        // Transactions.
        "Estimate", "SalesOrder", "CreditMemo", "Charge", "PurchaseOrder", "ItemReceipt", "Bill",
        "VendorCredit", "BillPaymentCheck", "BillPaymentCreditCard", "SalesTaxPaymentCheck",
        "InventoryAdjustment", "TransferInventory", "BuildAssembly", "Check", "CreditCardCharge",
        "CreditCardCredit", "ARRefundCreditCard", "JournalEntry", "Deposit", "Transfer", "TimeTracking",
        "VehicleMileage",
    ].map { Family($0) }

    /// The four families that share one name space: a name may be used once over all of them.
    static let names = ["Customer", "Vendor", "Employee", "OtherName"]

    private static let byKind: [String: Family] = {
        var table: [String: Family] = [:]
        for family in all { for kind in family.kinds { table[kind] = family } }
        return table
    }()

    static func holding(_ kind: String) -> Family { byKind[kind] ?? Family(kind) }

    static func named(_ name: String) -> Family? { byName[name] }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// The names of the records in the answer to a query, without `Ret`.
    static func kinds(answering query: Message) -> [String] {
        let catalog = Catalog.standard
        guard let answer = catalog.message(query.title + "Rs") else { return [] }
        return catalog[answer.content].places.map { catalog.name(of: $0) }
            .filter { $0.hasSuffix("Ret") }.map { String($0.dropLast("Ret".count)) }
    }

    /// What stands in a record of a kind, in the catalog's order; nothing for a kind that it lacks.
    static func elements(of kind: String) -> [String] { elements[kind] ?? [] }

    private static let elements: [String: [String]] = contents.mapValues { content in
        let catalog = Catalog.standard
        // What no desktop edition has does not count.
        return catalog[content].places.filter { !$0.editions.isEmpty }.map { catalog.name(of: $0) }
    }

    static func content(of kind: String) -> Content? {
        contents[kind].map { Catalog.standard[$0] }
    }

    private static let contents: [String: Content.ID] = {
        let catalog = Catalog.standard
        var table: [String: Content.ID] = [:]
        for answer in catalog.answers where answer.title.hasSuffix("Query") {
            for place in catalog[answer.content].places {
                let name = catalog.name(of: place)
                guard name.hasSuffix("Ret"), let content = place.content else { continue }
                table[String(name.dropLast("Ret".count))] = content
            }
        }
        return table
    }()
}

extension Catalog {
    /// Where an element stands directly in a message.
    func place(_ name: String, in message: Message) -> Place? {
        index.id(of: name).flatMap { self[message.content].place(named: $0) }
    }
}
