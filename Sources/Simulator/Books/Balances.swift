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

    mutating func changeBalance(_ family: String, _ id: String, by amount: Money) {
        guard amount != .zero else { return }
        change(family, id) { $0.add(amount, to: "Balance") }
        changeTotalBalance(family, id, by: amount)
    }

    /// The total balance of an entry and of everybody above it.
    mutating func changeTotalBalance(_ family: String, _ id: String, by amount: Money) {
        guard amount != .zero else { return }
        var place: String? = id
        // QuickBooks allows five levels; a loop in loaded records must not become one here.
        var levels = 0
        while let at = place, levels <= 10 {
            place = nil
            change(family, at) { record in
                record.add(amount, to: "TotalBalance")
                place = record.reference("ParentRef")?.id
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
