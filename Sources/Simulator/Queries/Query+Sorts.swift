/// Filters by the sort of an entity, an account or an item, of which TransactionQuery has three.
extension Query {
    /// Puts the entries of a sort in the place of its word, and names in that of roots that were given by ID,
    /// since what lies below those is told by its path.
    mutating func resolve(in file: CompanyFile) {
        for (kind, branch) in branches {
            let families = Self.families[kind] ?? []
            if let sort = branch.sort {
                let entries = families.flatMap { file.records($0) }
                branches[kind]?.ids = Set(entries.filter { Self.isOf(sort, $0) }.map(\.id))
            } else if branch.withChildren {
                for id in branch.ids {
                    guard let root = families.lazy.compactMap({ file.record($0, id: id) }).first else {
                        continue
                    }
                    branches[kind]?.names.append(root.fullName.lowercased())
                }
            }
        }
    }

    private static let families: [BranchKind: [String]] = [
        .entity: Family.names, .account: ["Account"], .item: ["Item"], .category: ["Class"],
        .site: ["InventorySite"],
    ]

    private static func isOf(_ sort: String, _ record: CompanyRecord) -> Bool {
        if let kinds = itemKinds[sort] { return kinds.contains(record.kind) }
        if sort == "AllExceptFixedAsset" { return record.kind != "ItemFixedAsset" }
        if record.kind == "Account" {
            return (accountTypes[sort] ?? [sort]).contains(record["AccountType"])
        }
        return record.kind == sort
    }

    private static let itemKinds: [String: Set<String>] = [
        "Assembly": ["ItemInventoryAssembly"], "Discount": ["ItemDiscount"],
        "FixedAsset": ["ItemFixedAsset"], "Inventory": ["ItemInventory"],
        "InventoryAndAssembly": ["ItemInventory", "ItemInventoryAssembly"],
        "NonInventory": ["ItemNonInventory"], "OtherCharge": ["ItemOtherCharge"], "Payment": ["ItemPayment"],
        "Sales": [
            "ItemService", "ItemInventory", "ItemInventoryAssembly", "ItemNonInventory", "ItemOtherCharge",
            "ItemGroup",
        ],
        "SalesTax": ["ItemSalesTax", "ItemSalesTaxGroup"], "Service": ["ItemService"],
    ]

    private static let currentAssets: Set = ["Bank", "AccountsReceivable", "OtherCurrentAsset"]
    private static let assets = currentAssets.union(["FixedAsset", "OtherAsset"])
    private static let currentDebts: Set = ["AccountsPayable", "CreditCard", "OtherCurrentLiability"]
    private static let debts = currentDebts.union(["LongTermLiability"])
    private static let expenses: Set = ["Expense", "OtherExpense", "CostOfGoodsSold"]

    /// The words that mean several types of accounts, or one under another name.
    private static let accountTypes: [String: Set<String>] = [
        "APOrCreditCard": ["AccountsPayable", "CreditCard"],
        "APAndSalesTax": ["AccountsPayable", "OtherCurrentLiability"],
        "ARAndAP": ["AccountsReceivable", "AccountsPayable"], "Asset": assets,
        "BalanceSheet": assets.union(debts).union(["Equity"]),
        "BankAndUF": ["Bank", "OtherCurrentAsset"],
        "BankAndARAndAPAndUF": ["Bank", "AccountsReceivable", "AccountsPayable", "OtherCurrentAsset"],
        "CostOfSales": ["CostOfGoodsSold"], "CurrentAsset": currentAssets,
        "CurrentAssetAndExpense": currentAssets.union(expenses), "CurrentLiability": currentDebts,
        "EquityAndIncomeAndExpense": expenses.union(["Equity", "Income", "OtherIncome"]),
        "ExpenseAndOtherExpense": ["Expense", "OtherExpense"],
        "IncomeAndExpense": expenses.union(["Income", "OtherIncome"]),
        "IncomeAndOtherIncome": ["Income", "OtherIncome"], "Liability": debts,
        "LiabilityAndEquity": debts.union(["Equity"]), "OrdinaryExpense": ["Expense"],
        "OrdinaryIncome": ["Income"], "OrdinaryIncomeAndCOGS": ["Income", "CostOfGoodsSold"],
        "OrdinaryIncomeAndExpense": ["Income", "Expense", "CostOfGoodsSold"],
        "OtherIncomeOrExpense": ["OtherIncome", "OtherExpense"],
    ]
}
