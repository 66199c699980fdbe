/// What the lines of transactions of a stretch of days put into accounts of income and expense, each on the
/// side where it normally stands.
struct Postings {
    /// By the account's ListID.
    private(set) var amounts: [String: Money] = [:]

    private let period: Query.DayRange
    /// The accounts of an item: for its sales and for its cost.
    private var itemAccounts: [String: (income: String?, cost: String?)] = [:]
    private var isIncome: [String: Bool] = [:]

    init(of file: CompanyFile, in period: Query.DayRange) {
        self.period = period
        for item in file.records("Item") { itemAccounts[item.id] = Self.accounts(of: item) }
        for account in file.records("Account") {
            isIncome[account.id] = account["AccountType"].hasSuffix("Income")
        }
        for kind in ["Invoice", "SalesReceipt"] { addSales(file.records(kind), sign: 1) }
        addSales(file.records("CreditMemo"), sign: -1)
        for kind in ["Bill", "ItemReceipt", "Check", "CreditCardCharge"] {
            addCosts(file.records(kind), sign: 1)
        }
        for kind in ["VendorCredit", "CreditCardCredit"] { addCosts(file.records(kind), sign: -1) }
        addEntries(file)
    }

    private static func accounts(of item: CompanyRecord) -> (income: String?, cost: String?) {
        let one = item.fields.first(named: "SalesOrPurchase")?.fields.first(named: "AccountRef")
        let both = item.fields.first(named: "SalesAndPurchase")?.fields ?? []
        let income = item.reference("IncomeAccountRef") ?? Reference(both.first(named: "IncomeAccountRef"))
        let cost = item.reference("COGSAccountRef") ?? Reference(both.first(named: "ExpenseAccountRef"))
        let single = Reference(one)?.id ?? item.reference("AccountRef")?.id
        return (income?.id ?? single, cost?.id ?? single)
    }

    private func counts(_ record: CompanyRecord) -> Bool { period.contains(CivilDay(record["TxnDate"])) }

    /// Lines, and those within groups.
    private func lines(of fields: [Field]) -> [Field] {
        fields.filter { Query.isLine($0.name) }.flatMap { line in
            line.name.contains("Group") ? lines(of: line.fields) : [line]
        }
    }

    private mutating func addSales(_ records: [CompanyRecord], sign: Int) {
        for record in records where counts(record) {
            for line in lines(of: record.fields) {
                guard let item = Reference(line.fields.first(named: "ItemRef")) else { continue }
                add(Totals.amount(line) * sign, to: itemAccounts[item.id]?.income)
            }
        }
    }

    private mutating func addCosts(_ records: [CompanyRecord], sign: Int) {
        for record in records where counts(record) {
            for line in lines(of: record.fields) {
                let item = Reference(line.fields.first(named: "ItemRef")).flatMap {
                    itemAccounts[$0.id]?.cost
                }
                let account = Reference(line.fields.first(named: "AccountRef"))?.id ?? item
                // What is bought for an item that is only sold takes from its account of income.
                let isTaken = account.flatMap { isIncome[$0] } ?? false
                add(Totals.amount(line) * (isTaken ? -sign : sign), to: account)
            }
        }
    }

    private mutating func addEntries(_ file: CompanyFile) {
        for record in file.records("JournalEntry") + file.records("Deposit") where counts(record) {
            for line in lines(of: record.fields) {
                guard let account = Reference(line.fields.first(named: "AccountRef"))?.id else { continue }
                let isCredit = line.name != "JournalDebitLine"
                let sign = isCredit == (isIncome[account] ?? false) ? 1 : -1
                add(Totals.amount(line) * sign, to: account)
            }
        }
    }

    private mutating func add(_ amount: Money, to account: String?) {
        guard let account else { return }
        amounts[account, default: .zero] += amount
    }
}
