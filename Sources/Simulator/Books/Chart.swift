/// The accounts and lists that entering a sale needs, found in the company file itself.
///
/// A generated company has them all. A loaded one may lack any of them; then the elements that would name
/// them are left out, as QuickBooks leaves out what is not set.
struct Chart {
    var receivable: Reference?
    var undeposited: Reference?
    var checking: Reference?
    var salesTaxPayable: Reference?
    /// The tax that is charged, with its rate in hundredths of a percent.
    var salesTax: (item: Reference, rate: Int)?
    var saleItems: [SaleItem]

    /// Lists of which the simulator keeps no records, since nothing here asks for them.
    static let taxable = Reference(id: "80000001-1388588400", name: "Tax")
    static let nonTaxable = Reference(id: "80000002-1388588400", name: "Non")
    static let template = Reference(id: "80000003-1388588400", name: "Intuit Service Invoice")

    init(_ file: CompanyFile) {
        let accounts = file.records("Account")
        func special(_ type: String) -> Reference? {
            accounts.first { $0["SpecialAccountType"] == type }?.reference
        }
        receivable =
            special("AccountsReceivable")
            ?? accounts.first { $0["AccountType"] == "AccountsReceivable" }?.reference
        undeposited = special("UndepositedFunds")
        checking = accounts.first { $0["AccountType"] == "Bank" }?.reference
        salesTaxPayable = special("SalesTaxPayable")
        let items = file.records("Item").filter(\.isActive)
        if let tax = items.first(where: { $0.kind == "ItemSalesTax" }), let rate = Money(tax["TaxRate"]) {
            salesTax = (tax.reference, rate.minorUnits)
        }
        saleItems = items.compactMap { SaleItem($0) }
    }

    /// Something to sell, with what a line of an invoice takes from it.
    struct SaleItem {
        var reference: Reference
        var description: String
        var price: Money
        var isTaxable: Bool
        var isService: Bool

        /// Nil for items that have no price of their own: discounts, taxes, subtotals, groups.
        init?(_ record: CompanyRecord) {
            let one = record.fields.first(named: "SalesOrPurchase")?.fields
            let both = record.fields.first(named: "SalesAndPurchase")?.fields
            let price = one?.text("Price") ?? both?.text("SalesPrice") ?? record["SalesPrice"]
            guard let amount = Money(price), amount > .zero, !price.isEmpty else { return nil }
            self.price = amount
            reference = record.reference
            description = one?.text("Desc") ?? both?.text("SalesDesc") ?? record["SalesDesc"]
            isTaxable = record.reference("SalesTaxCodeRef")?.id == Chart.taxable.id
            isService = record.kind == "ItemService"
        }
    }
}
