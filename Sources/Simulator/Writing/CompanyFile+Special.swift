extension CompanyFile {
    /// An account or item that QuickBooks makes for its own use: Undeposited Funds, Reimb Subt.
    mutating func enterSpecial(
        _ subject: String, _ fields: [Field], at moment: Int
    ) throws(WriteRefusal) -> Written {
        let isAccount = subject == "SpecialAccount"
        let type = fields.text(isAccount ? "SpecialAccountType" : "SpecialItemType")
        let family = isAccount ? "Account" : "Item"
        let key = isAccount ? "SpecialAccountType" : "SpecialItemType"
        let kind =
            isAccount
            ? "Account" : Self.specialItems.first { type.hasSuffix($0.key) }?.value ?? "ItemOtherCharge"
        let name = Self.spaced(type)
        if let other = records(family).first(where: { $0[key] == type }) ?? record(family, named: name) {
            throw WriteRefusal(.nameInUse(other.fullName))
        }
        guard let shape = RetShape(of: kind) else { throw .notImitated("this request") }
        let id = newListID(family, at: moment)
        var made = head(id: id, at: moment, isTransaction: false)
        made += [Field("Name", name), Field("IsActive", true), Field(key, type)]
        if shape.has("FullName") { made += [Field("FullName", name), Field("Sublevel", 0)] }
        if isAccount {
            made += [
                Field("AccountType", Self.accountTypes[type] ?? "OtherCurrentAsset"),
                Field("Balance", Money.zero), Field("TotalBalance", Money.zero),
            ]
        }
        if let guid = fields.first(named: "ExternalGUID") { made.append(guid) }
        put(
            CompanyRecord(kind: kind, id: id, at: zone.wall(at: moment), fields: shape.ordered(made)))
        return Written(kind: kind, id: id, content: .record(family: family, id: id))
    }

    private static let specialItems = ["Subtotal": "ItemSubtotal", "Group": "ItemGroup"]

    private static let accountTypes = [
        "AccountsPayable": "AccountsPayable", "AccountsReceivable": "AccountsReceivable",
        "CondenseItemAdjustmentExpenses": "Expense", "CostOfGoodsSold": "CostOfGoodsSold",
        "DirectDepositLiabilities": "OtherCurrentLiability", "Estimates": "NonPosting",
        "ExchangeGainLoss": "OtherExpense", "OpeningBalanceEquity": "Equity",
        "PayrollExpenses": "Expense", "PayrollLiabilities": "OtherCurrentLiability",
        "PurchaseOrders": "NonPosting", "ReconciliationDifferences": "Expense",
        "RetainedEarnings": "Equity", "SalesOrders": "NonPosting",
        "SalesTaxPayable": "OtherCurrentLiability", "UncategorizedExpenses": "Expense",
        "UncategorizedIncome": "Income",
    ]

    /// `UndepositedFunds` is called Undeposited Funds.
    private static func spaced(_ word: String) -> String {
        var text = ""
        for character in word {
            if character.isUppercase, !text.isEmpty { text.append(" ") }
            text.append(character)
        }
        return text
    }

    /// Whether a transaction is cleared stands in no answer, so that nothing is kept of it.
    func markCleared(_ fields: [Field]) throws(WriteRefusal) -> Written {
        let id = fields.text("TxnID")
        guard
            let record = first(
                of: Family.all.filter { $0.order == .entry }.map(\.name), id: id)
        else { throw WriteRefusal(.missingObject(id)) }
        guard !rules.isBusy(id) else { throw WriteRefusal(.inUse(id)) }
        guard !rules.isClosed(record["TxnDate"]) else { throw WriteRefusal(.closedForChange) }
        return Written(kind: record.kind, id: id, content: .fields([]))
    }
}
