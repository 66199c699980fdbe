extension CompanyFile {
    /// Nil for a report that is not imitated.
    func report(_ question: ReportQuestion) -> Report? {
        switch question.type {
        case "ProfitAndLossStandard": profitAndLoss(question)
        case "BalanceSheetStandard": balanceSheet(question)
        case "OpenInvoices": openBalances("Open Invoices", "Invoice", "CustomerRef", question)
        case "UnpaidBillsDetail": openBalances("Unpaid Bills Detail", "Bill", "VendorRef", question)
        default: nil
        }
    }

    private static let amounts = [
        Report.Column(title: "", type: "Blank", dataType: "STRTYPE"),
        Report.Column(title: "Total", type: "Amount", dataType: "AMTTYPE"),
    ]

    /// Accounts of some types with what stands in them, a heading, and their sum.
    private func section(
        _ title: String, _ types: [String], _ amounts: [String: Money], to report: inout Report
    ) -> Money {
        let accounts = records("Account").filter {
            types.contains($0["AccountType"]) && (amounts[$0.id] ?? .zero) != .zero
        }
        guard !accounts.isEmpty else { return .zero }
        report.rows.append(.text(title))
        var sum = Money.zero
        for account in accounts {
            let amount = amounts[account.id] ?? .zero
            sum += amount
            report.rows.append(
                .data(
                    about: Report.About(type: "account", value: account.fullName),
                    [account.fullName, amount.text]))
        }
        report.rows.append(.subtotal(["Total \(title)", sum.text]))
        return sum
    }

    // MARK: Profit and loss

    private func profitAndLoss(_ question: ReportQuestion) -> Report {
        var report = Report(
            title: "Profit & Loss", subtitle: question.subtitle, basis: question.basis,
            columns: Self.amounts)
        let earned = Postings(of: self, in: question.period).amounts
        let income = section("Income", ["Income"], earned, to: &report)
        let cost = section("Cost of Goods Sold", ["CostOfGoodsSold"], earned, to: &report)
        report.rows.append(.subtotal(["Gross Profit", (income - cost).text]))
        let expense = section("Expense", ["Expense"], earned, to: &report)
        let other = section("Other Income", ["OtherIncome"], earned, to: &report)
        let otherCost = section("Other Expense", ["OtherExpense"], earned, to: &report)
        let net = income - cost - expense + other - otherCost
        report.rows.append(.total(["Net Income", net.text]))
        return report
    }

    // MARK: Balance sheet

    /// By the balances that the accounts have now. What was earned and is in no account yet is net income.
    private func balanceSheet(_ question: ReportQuestion) -> Report {
        var report = Report(
            title: "Balance Sheet", subtitle: "As of \(ReportQuestion.words(question.today))",
            basis: question.basis, columns: Self.amounts)
        var balances: [String: Money] = [:]
        for account in records("Account") { balances[account.id] = account.amount("Balance") }
        var assets = Money.zero
        for (title, types) in [
            ("Checking/Savings", ["Bank"]), ("Accounts Receivable", ["AccountsReceivable"]),
            ("Other Current Assets", ["OtherCurrentAsset"]), ("Fixed Assets", ["FixedAsset"]),
            ("Other Assets", ["OtherAsset"]),
        ] {
            assets += section(title, types, balances, to: &report)
        }
        report.rows.append(.total(["TOTAL ASSETS", assets.text]))
        var debts = Money.zero
        for (title, types) in [
            ("Accounts Payable", ["AccountsPayable"]), ("Credit Cards", ["CreditCard"]),
            ("Other Current Liabilities", ["OtherCurrentLiability"]),
            ("Long Term Liabilities", ["LongTermLiability"]), ("Equity", ["Equity"]),
        ] {
            debts += section(title, types, balances, to: &report)
        }
        let rest = assets - debts
        if rest != .zero { report.rows.append(.data(about: nil, ["Net Income", rest.text])) }
        report.rows.append(.total(["TOTAL LIABILITIES & EQUITY", (debts + rest).text]))
        return report
    }

    // MARK: What is open

    private func openBalances(
        _ title: String, _ kind: String, _ party: String, _ question: ReportQuestion
    ) -> Report {
        var report = Report(
            title: title, subtitle: "As of \(ReportQuestion.words(question.today))", basis: nil,
            columns: [
                Report.Column(title: "", type: "Blank", dataType: "STRTYPE"),
                Report.Column(title: "Type", type: "TxnType", dataType: "STRTYPE"),
                Report.Column(title: "Date", type: "Date", dataType: "DATETYPE"),
                Report.Column(title: "Num", type: "RefNumber", dataType: "STRTYPE"),
                Report.Column(title: "Due Date", type: "DueDate", dataType: "DATETYPE"),
                Report.Column(title: "Aging", type: "Aging", dataType: "INTTYPE"),
                Report.Column(title: "Open Balance", type: "OpenBalance", dataType: "AMTTYPE"),
            ])
        let element = kind == "Invoice" ? "BalanceRemaining" : "OpenAmount"
        let open = records(kind).filter { $0.amount(element) != .zero }
        let groups = Dictionary(grouping: open) { $0.reference(party)?.name ?? "" }
        var total = Money.zero
        for (name, records) in groups.sorted(by: { $0.key.lowercased() < $1.key.lowercased() }) {
            report.rows.append(.text(name))
            var sum = Money.zero
            for record in records {
                sum += record.amount(element)
                let due = CivilDay(record["DueDate"])
                let age = due.map { max(0, question.today.number - $0.number) } ?? 0
                report.rows.append(
                    .data(
                        about: nil,
                        [
                            "", kind, record["TxnDate"], record["RefNumber"], record["DueDate"],
                            age > 0 ? "\(age)" : "", record.amount(element).text,
                        ]))
            }
            total += sum
            report.rows.append(.subtotal(["Total \(name)", "", "", "", "", "", sum.text]))
        }
        report.rows.append(.total(["TOTAL", "", "", "", "", "", total.text]))
        return report
    }
}
