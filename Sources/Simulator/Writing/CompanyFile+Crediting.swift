/// Credits that are used up for what is owed: a credit memo for an invoice, a vendor's credit for a bill. No
/// balance moves by it; the credit has moved it already.
extension CompanyFile {
    /// - Parameter credits: `<SetCredit>` elements.
    /// - Returns: what was applied in all.
    @discardableResult
    mutating func apply(
        credits: [Field], to kind: String, _ id: String, at moment: Int
    ) throws(WriteRefusal) -> Money {
        var sum = Money.zero
        for field in credits {
            let creditID = field.fields.text("CreditTxnID")
            let isBill = kind == "Bill"
            guard let credit = record(isBill ? "VendorCredit" : "CreditMemo", id: creditID),
                let target = record(kind, id: id)
            else { throw WriteRefusal(.missingReference(creditID, field: "CreditTxnID")) }
            guard !rules.isBusy(creditID) else { throw WriteRefusal(.inUse(creditID)) }
            let amount = Money(field.fields.text("AppliedAmount")) ?? .zero
            let (left, owed) = (credit.amount(credit.openName), target.amount(target.openName))
            guard amount <= left, amount <= owed else {
                throw WriteRefusal(
                    .cannotSave("\(left.text) is left of the credit, and \(owed.text) is owed."))
            }
            use(amount, of: credit, for: target, at: moment)
            use(amount, of: target, for: credit, at: moment)
            sum += amount
        }
        return sum
    }

    private mutating func use(
        _ amount: Money, of record: CompanyRecord, for other: CompanyRecord, at moment: Int
    ) {
        let link = Field.link(to: other, amount: -amount)
        let (zone, open) = (zone, record.openName)
        change(record.kind, record.id) { record in
            let rest = record.amount(open) - amount
            record.replace(Field(open, rest))
            if record.fields.firstIndex(named: "AppliedAmount") != nil {
                record.fields.set("AppliedAmount", (record.amount("AppliedAmount") - amount).text)
            }
            if record.fields.firstIndex(named: "IsPaid") != nil {
                record.fields.set("IsPaid", rest == .zero ? "true" : "false")
            }
            record.insert(link)
            record.stampModified(in: zone, at: moment)
        }
    }
}

extension CompanyRecord {
    /// Where it stands what is still open of a transaction.
    var openName: String {
        switch kind {
        case "Bill", "VendorCredit": "OpenAmount"
        case "CreditMemo": "CreditRemaining"
        default: "BalanceRemaining"
        }
    }

    /// What a credit was used for, in the form in which payments say it.
    var creditedTransactions: [Field] {
        guard kind == "CreditMemo" || kind == "VendorCredit" else { return [] }
        return fields.filter {
            $0.name == "LinkedTxn" && ["Invoice", "Charge", "Bill"].contains($0.fields.text("TxnType"))
        }.map { link in
            let amount = Money(link.fields.text("Amount")) ?? .zero
            return Field(
                link.name,
                link.fields.map { $0.name == "Amount" ? Field("Amount", -amount) : $0 })
        }
    }
}
