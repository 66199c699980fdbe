/// Which entries of the lists an element may refer to, looked up once for many made-up records.
struct Directory {
    /// By family, by kind, and accounts by type.
    private var entries: [String: [Reference]] = [:]

    init(_ file: CompanyFile) {
        for family in Family.all where family.order == .name {
            for record in file.records(family.name) where record.isActive {
                let reference = record.reference
                guard !reference.name.isEmpty else { continue }
                entries[family.name, default: []].append(reference)
                if record.kind != family.name { entries[record.kind, default: []].append(reference) }
                let type = record["AccountType"]
                if !type.isEmpty { entries["Account." + type, default: []].append(reference) }
            }
        }
    }

    /// Something to which an element may refer; nil where the company has nothing of that sort.
    func pick(_ element: String, in kind: String, _ seed: inout Seed) -> Reference? {
        let names = Self.lists(for: element, in: kind)
        let choices = names.compactMap { entries[$0] }.filter { !$0.isEmpty }
        guard !choices.isEmpty else { return nil }
        return seed.pick(seed.pick(choices))
    }

    private static func lists(for element: String, in kind: String) -> [String] {
        if let special = special["\(kind).\(element)"] ?? special[element] { return special }
        guard element.hasSuffix("Ref") else { return [] }
        let name = String(element.dropLast("Ref".count))
        return Family.named(name) != nil || Family.holding(name).name != name ? [name] : []
    }

    /// Where the element's name is not that of the list.
    private static let special: [String: [String]] = [
        "APAccountRef": ["Account.AccountsPayable"], "ARAccountRef": ["Account.AccountsReceivable"],
        "AccountRef": ["Account.Expense", "Account.CostOfGoodsSold"], "BankAccountRef": ["Account.Bank"],
        "Check.AccountRef": ["Account.Bank"], "CreditCardCharge.AccountRef": ["Account.CreditCard"],
        "CreditCardCredit.AccountRef": ["Account.CreditCard"], "Deposit.AccountRef": ["Account.Income"],
        "InventoryAdjustment.AccountRef": ["Account.CostOfGoodsSold"],
        "CreditCardAccountRef": ["Account.CreditCard"], "DepositToAccountRef": ["Account.Bank"],
        "RefundFromAccountRef": ["Account.Bank"], "TransferFromAccountRef": ["Account.Bank"],
        "TransferToAccountRef": ["Account.Bank"], "ExpenseAccountRef": ["Account.Expense"],
        "LiabilityAccountRef": ["Account.OtherCurrentLiability"], "IncomeAccountRef": ["Account.Income"],
        "COGSAccountRef": ["Account.CostOfGoodsSold"], "AssetAccountRef": ["Account.FixedAsset"],
        "ParentRef": [], "ParentSiteRef": [], "CurrencyRef": [], "BillingRateRef": ["BillingRate"],
        "CustomerSalesTaxCodeRef": ["SalesTaxCode"], "EntityRef": ["Vendor", "Customer"],
        "TimeTracking.EntityRef": ["Employee"], "PayeeEntityRef": ["Vendor"],
        "SalesTaxPaymentCheck.PayeeEntityRef": ["Vendor"], "ShipToEntityRef": ["Customer"],
        "SalesRepEntityRef": ["Employee", "Vendor"], "FromInventorySiteRef": ["InventorySite"],
        "ToInventorySiteRef": ["InventorySite"],
        "ItemRef": ["ItemService", "ItemNonInventory", "ItemInventory"],
        "InventoryAdjustment.ItemRef": ["ItemInventory"], "TransferInventory.ItemRef": ["ItemInventory"],
        "BuildAssembly.ItemRef": ["ItemInventory"], "PurchaseOrder.ItemRef": ["ItemInventory"],
        "Bill.ItemRef": ["ItemInventory"], "ItemReceipt.ItemRef": ["ItemInventory"],
        "Check.ItemRef": ["ItemInventory"], "VehicleMileage.ItemRef": ["ItemService"],
        "ItemGroupRef": ["ItemGroup"], "SupervisorRef": ["Employee"], "TaxVendorRef": ["Vendor"],
        "PrefVendorRef": ["Vendor"], "OverrideUOMSetRef": [], "UnitOfMeasureSetRef": [],
        "LeadRef": ["Lead"], "InventorySiteLocationRef": [],
    ]
}
