extension Generator {
    private struct AccountPlan {
        var path: String
        var type: String
        var number: String
        var special: String?
        var opening = 0
        var isActive = true
    }

    /// Opening balances are in whole currency units and stand on the side where the account normally has
    /// them.
    private static let accounts: [AccountPlan] = [
        AccountPlan(path: "Checking", type: "Bank", number: "1000", opening: 48_210),
        AccountPlan(path: "Savings", type: "Bank", number: "1010", opening: 120_000),
        AccountPlan(path: "Petty Cash", type: "Bank", number: "1020", special: "PettyCash", opening: 300),
        AccountPlan(
            path: "Accounts Receivable", type: "AccountsReceivable", number: "1200",
            special: "AccountsReceivable"),
        AccountPlan(
            path: "Inventory Asset", type: "OtherCurrentAsset", number: "1300", special: "InventoryAssets"),
        AccountPlan(path: "Prepaid Insurance", type: "OtherCurrentAsset", number: "1400", opening: 3_600),
        AccountPlan(
            path: "Undeposited Funds", type: "OtherCurrentAsset", number: "1499", special: "UndepositedFunds"
        ),
        AccountPlan(path: "Furniture and Equipment", type: "FixedAsset", number: "1500", opening: 36_400),
        AccountPlan(path: "Vehicles", type: "FixedAsset", number: "1510", opening: 74_900),
        AccountPlan(path: "Accumulated Depreciation", type: "FixedAsset", number: "1590", opening: -41_250),
        AccountPlan(
            path: "Accounts Payable", type: "AccountsPayable", number: "2000", special: "AccountsPayable"),
        AccountPlan(path: "Business Card", type: "CreditCard", number: "2100", opening: 2_140),
        AccountPlan(
            path: "Sales Tax Payable", type: "OtherCurrentLiability", number: "2200",
            special: "SalesTaxPayable"),
        AccountPlan(
            path: "Payroll Liabilities", type: "OtherCurrentLiability", number: "2300",
            special: "PayrollLiabilities", opening: 8_730),
        AccountPlan(path: "Bank Loan", type: "LongTermLiability", number: "2600", opening: 55_000),
        AccountPlan(
            path: "Opening Balance Equity", type: "Equity", number: "3000", special: "OpeningBalanceEquity"),
        AccountPlan(
            path: "Retained Earnings", type: "Equity", number: "3900", special: "RetainedEarnings"),
        AccountPlan(path: "Services", type: "Income", number: "4000"),
        AccountPlan(path: "Services:Labor", type: "Income", number: "4010"),
        AccountPlan(path: "Services:Consulting", type: "Income", number: "4020"),
        AccountPlan(path: "Product Sales", type: "Income", number: "4100"),
        AccountPlan(path: "Reimbursed Expenses", type: "Income", number: "4200"),
        AccountPlan(path: "Sales Discounts", type: "Income", number: "4900"),
        AccountPlan(
            path: "Cost of Goods Sold", type: "CostOfGoodsSold", number: "5000", special: "CostOfGoodsSold"),
        AccountPlan(path: "Job Materials", type: "CostOfGoodsSold", number: "5100"),
        AccountPlan(path: "Subcontractors", type: "CostOfGoodsSold", number: "5200"),
        AccountPlan(path: "Advertising", type: "Expense", number: "6000"),
        AccountPlan(path: "Bank Charges", type: "Expense", number: "6050"),
        AccountPlan(path: "Depreciation", type: "Expense", number: "6100"),
        AccountPlan(path: "Insurance", type: "Expense", number: "6200"),
        AccountPlan(path: "Insurance:Liability", type: "Expense", number: "6210"),
        AccountPlan(path: "Insurance:Vehicles", type: "Expense", number: "6220"),
        AccountPlan(path: "Office Supplies", type: "Expense", number: "6300"),
        AccountPlan(
            path: "Payroll Expenses", type: "Expense", number: "6400", special: "PayrollExpenses"),
        AccountPlan(path: "Professional Fees", type: "Expense", number: "6500"),
        AccountPlan(path: "Rent", type: "Expense", number: "6600"),
        AccountPlan(path: "Repairs", type: "Expense", number: "6700"),
        AccountPlan(path: "Telephone", type: "Expense", number: "6800"),
        AccountPlan(path: "Utilities", type: "Expense", number: "6900"),
        AccountPlan(path: "Fax Line", type: "Expense", number: "6990", isActive: false),
        AccountPlan(path: "Interest Income", type: "OtherIncome", number: "7000"),
        AccountPlan(path: "Interest Expense", type: "OtherExpense", number: "8000"),
        AccountPlan(path: "Estimates", type: "NonPosting", number: "9000", special: "Estimates"),
    ]

    mutating func makeAccounts() {
        var moment = founded
        for plan in Self.accounts {
            let parts = plan.path.split(separator: ":").map(String.init)
            let parent = parts.count > 1 ? reference("Account", parts[0]) : nil
            let balance = Money(minorUnits: plan.opening * 100)
            var fields = [Field("AccountType", plan.type)]
            if let special = plan.special { fields.append(Field("SpecialAccountType", special)) }
            fields.append(Field("AccountNumber", plan.number))
            if plan.type != "NonPosting" {
                fields += [Field("Balance", balance), Field("TotalBalance", balance)]
            }
            fields.append(Field("CashFlowClassification", cashFlow(plan.type)))
            add(
                "Account", parts[parts.count - 1], at: moment, isActive: plan.isActive, parent: parent, fields
            )
            moment += 7
        }
    }

    private func cashFlow(_ type: String) -> String {
        switch type {
        case "Bank": "NotApplicable"
        case "FixedAsset", "OtherAsset": "Investing"
        case "Equity", "LongTermLiability": "Financing"
        case "AccountsReceivable", "OtherCurrentAsset", "AccountsPayable", "CreditCard",
            "OtherCurrentLiability":
            "Operating"
        default: "None"
        }
    }

    /// Balances that follow from other lists, and the one that makes assets equal liabilities and equity:
    /// what was earned so far stands in Retained Earnings, since this company keeps no expenses.
    mutating func closeBooks() {
        var stock = Money.zero
        for item in file.records("Item") {
            let quantity = Int(item["QuantityOnHand"]) ?? 0
            stock += item.amount("AverageCost") * quantity
        }
        file.changeBalance(ofAccount: reference("Account", "Inventory Asset"), by: stock)
        let payable = file.records("Vendor").reduce(Money.zero) { $0 + $1.amount("Balance") }
        file.changeBalance(ofAccount: reference("Account", "Accounts Payable"), by: payable)
        file.changeBalance(ofAccount: reference("Account", "Retained Earnings"), by: netAssets)
    }

    private var netAssets: Money {
        let assets = ["Bank", "AccountsReceivable", "OtherCurrentAsset", "FixedAsset", "OtherAsset"]
        let debts = [
            "AccountsPayable", "CreditCard", "OtherCurrentLiability", "LongTermLiability", "Equity",
        ]
        return file.records("Account").reduce(Money.zero) { sum, account in
            let type = account["AccountType"]
            if assets.contains(type) { return sum + account.amount("Balance") }
            return debts.contains(type) ? sum - account.amount("Balance") : sum
        }
    }
}
