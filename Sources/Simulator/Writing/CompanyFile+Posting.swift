/// What a transaction does to the balances of customers, vendors and accounts.
struct Posting: Equatable {
    var family: String
    var id: String
    var amount: Money
}

extension CompanyFile {
    /// Lets a written transaction move the balances, and remembers that it did: those that were made up move
    /// none and must take none back.
    mutating func post(_ record: CompanyRecord) {
        posted.insert(record.id)
        for posting in postings(of: record) { change(posting, by: posting.amount) }
    }

    /// Takes back what `post` did.
    mutating func unpost(_ record: CompanyRecord) {
        guard posted.remove(record.id) != nil else { return }
        for posting in postings(of: record) { change(posting, by: -posting.amount) }
    }

    private mutating func change(_ posting: Posting, by amount: Money) {
        changeBalance(posting.family, posting.id, by: amount)
    }

    func postings(of record: CompanyRecord) -> [Posting] {
        var made: [Posting] = []
        func add(_ family: String, _ element: String, _ amount: Money) {
            guard let id = record.reference(element)?.id, amount != .zero else { return }
            made.append(Posting(family: family, id: id, amount: amount))
        }
        let total = TransactionRow.total(of: record)
        let tax = record.amount("SalesTaxTotal")
        switch record.kind {
        case "Invoice", "CreditMemo":
            let sign = record.kind == "Invoice" ? 1 : -1
            let sum = (record.amount("Subtotal") + tax) * sign
            add("Customer", "CustomerRef", sum)
            add("Account", "ARAccountRef", sum)
            made += taxPosting(tax * sign)
        case "Charge":
            add("Customer", "CustomerRef", total)
            add("Account", "ARAccountRef", total)
        case "SalesReceipt":
            add("Account", "DepositToAccountRef", total)
            made += taxPosting(tax)
        case "ReceivePayment":
            let discounts = record.fields.filter { $0.name == "AppliedToTxnRet" }
                .reduce(Money.zero) { $0 + (Money($1.fields.text("DiscountAmount")) ?? .zero) }
            add("Customer", "CustomerRef", -total - discounts)
            add("Account", "ARAccountRef", -total - discounts)
            add("Account", "DepositToAccountRef", total)
        case "ARRefundCreditCard":
            add("Customer", "CustomerRef", total)
            add("Account", "ARAccountRef", total)
            add("Account", "RefundFromAccountRef", -total)
        case "Bill", "ItemReceipt", "VendorCredit":
            let sum = record.kind == "VendorCredit" ? -total : total
            add("Vendor", "VendorRef", sum)
            add("Account", "APAccountRef", sum)
        case "BillPaymentCheck", "BillPaymentCreditCard":
            add("Vendor", "PayeeEntityRef", -total)
            add("Account", "APAccountRef", -total)
            add("Account", "BankAccountRef", -total)
            add("Account", "CreditCardAccountRef", total)
        case "Check", "CreditCardCredit": add("Account", "AccountRef", -total)
        case "CreditCardCharge": add("Account", "AccountRef", total)
        case "SalesTaxPaymentCheck":
            add("Account", "BankAccountRef", -total)
            made += taxPosting(-total)
        case "Transfer":
            add("Account", "TransferFromAccountRef", -total)
            add("Account", "TransferToAccountRef", total)
        case "Deposit": made += deposit(record)
        case "JournalEntry": made += journal(record)
        default: break
        }
        return made
    }

    private func taxPosting(_ amount: Money) -> [Posting] {
        guard let account = Chart(self).salesTaxPayable, amount != .zero else { return [] }
        return [Posting(family: "Account", id: account.id, amount: amount)]
    }

    /// What is deposited leaves the accounts in which it waited.
    private func deposit(_ record: CompanyRecord) -> [Posting] {
        var made: [Posting] = []
        if let account = record.reference("DepositToAccountRef") {
            made.append(
                Posting(family: "Account", id: account.id, amount: record.amount("DepositTotal")))
        }
        for line in record.fields where line.name == "DepositLineRet" {
            guard let account = Reference(line.fields.first(named: "AccountRef")),
                !line.fields.text("TxnID").isEmpty
            else { continue }
            made.append(Posting(family: "Account", id: account.id, amount: -Totals.amount(line)))
        }
        return made
    }

    private static let debitTypes: Set = [
        "Bank", "AccountsReceivable", "OtherCurrentAsset", "FixedAsset", "OtherAsset",
    ]
    private static let creditTypes: Set = [
        "AccountsPayable", "CreditCard", "OtherCurrentLiability", "LongTermLiability", "Equity",
    ]

    /// Income and expense accounts show no balance.
    private func journal(_ record: CompanyRecord) -> [Posting] {
        var made: [Posting] = []
        for line in record.fields where line.name.hasPrefix("Journal") {
            guard let id = Reference(line.fields.first(named: "AccountRef"))?.id,
                let type = self.record("Account", id: id)?["AccountType"]
            else { continue }
            let debit = line.name == "JournalDebitLine" ? Totals.amount(line) : -Totals.amount(line)
            if Self.debitTypes.contains(type) {
                made.append(Posting(family: "Account", id: id, amount: debit))
            } else if Self.creditTypes.contains(type) {
                made.append(Posting(family: "Account", id: id, amount: -debit))
            }
            guard let entity = Reference(line.fields.first(named: "EntityRef")) else { continue }
            if type == "AccountsReceivable", self.record("Customer", id: entity.id) != nil {
                made.append(Posting(family: "Customer", id: entity.id, amount: debit))
            } else if type == "AccountsPayable", self.record("Vendor", id: entity.id) != nil {
                made.append(Posting(family: "Vendor", id: entity.id, amount: -debit))
            }
        }
        return made
    }
}
