/// Balances follow what is entered. None of them moves the TimeModified of its record: QuickBooks computes
/// them when it is asked, so a server that reads only what was modified sees an old balance, and this
/// simulator lets it.
extension CompanyFile {
    /// The customer's own balance, and the total balance of everybody above it.
    mutating func changeBalance(ofCustomer id: String, by amount: Money) {
        changeBalance("Customer", id, by: amount)
    }

    mutating func changeBalance(ofAccount account: Reference?, by amount: Money) {
        guard let account else { return }
        changeBalance("Account", account.id, by: amount)
    }

    private mutating func changeBalance(_ family: String, _ id: String, by amount: Money) {
        guard amount != .zero else { return }
        var parent: String?
        change(family, id) { record in
            record.add(amount, to: "Balance")
            record.add(amount, to: "TotalBalance")
            parent = record.reference("ParentRef")?.id
        }
        // QuickBooks allows five levels; a loop in loaded records must not become one here.
        var levels = 0
        while let above = parent, levels < 10 {
            parent = nil
            change(family, above) { record in
                record.add(amount, to: "TotalBalance")
                parent = record.reference("ParentRef")?.id
            }
            levels += 1
        }
    }
}

extension CompanyRecord {
    fileprivate mutating func add(_ amount: Money, to name: String) {
        fields.set(name, (self.amount(name) + amount).text)
    }
}
