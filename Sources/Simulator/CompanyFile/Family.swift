/// The kinds of records that one query answers together: `ItemQueryRq` answers twelve kinds, `VendorQueryRq`
/// one.
struct Family: Sendable {
    /// The query's name without `QueryRq`.
    let name: String
    let kinds: [String]
    let order: ShelfOrder

    static let all: [Family] = [
        Family(name: "Account", kinds: ["Account"], order: .name),
        Family(name: "Class", kinds: ["Class"], order: .name),
        Family(name: "Terms", kinds: ["StandardTerms", "DateDrivenTerms"], order: .name),
        Family(name: "PaymentMethod", kinds: ["PaymentMethod"], order: .name),
        Family(
            name: "Item",
            kinds: [
                "ItemService", "ItemNonInventory", "ItemOtherCharge", "ItemInventory",
                "ItemInventoryAssembly",
                "ItemFixedAsset", "ItemSubtotal", "ItemDiscount", "ItemPayment", "ItemSalesTax",
                "ItemSalesTaxGroup", "ItemGroup",
            ], order: .name),
        Family(name: "Customer", kinds: ["Customer"], order: .name),
        Family(name: "Vendor", kinds: ["Vendor"], order: .name),
        Family(name: "Employee", kinds: ["Employee"], order: .name),
        Family(name: "OtherName", kinds: ["OtherName"], order: .name),
        Family(name: "Invoice", kinds: ["Invoice"], order: .entry),
        Family(name: "ReceivePayment", kinds: ["ReceivePayment"], order: .entry),
        Family(name: "SalesReceipt", kinds: ["SalesReceipt"], order: .entry),
    ]

    /// The four families that share one name space: a name may be used once over all of them.
    static let names = ["Customer", "Vendor", "Employee", "OtherName"]

    private static let byKind: [String: Family] = {
        var table: [String: Family] = [:]
        for family in all { for kind in family.kinds { table[kind] = family } }
        return table
    }()

    /// The family of a kind. A kind that no query here asks for is a family of its own, so that what was
    /// loaded stays.
    static func holding(_ kind: String) -> Family {
        byKind[kind] ?? Family(name: kind, kinds: [kind], order: .entry)
    }
}
