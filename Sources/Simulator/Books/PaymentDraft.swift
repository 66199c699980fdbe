/// A payment before it is entered: which invoices it settles, and by how much.
struct PaymentDraft {
    struct Share {
        var invoiceID: String
        var amount: Money
    }

    var customerID: String
    var shares: [Share]
    var method: Reference?
    var depositTo: Reference?
    /// The number of the cheque.
    var number: String?
}

extension CompanyFile {
    /// Enters a payment: the record, the invoices it is applied to, and the balances.
    ///
    /// Shares above what an invoice still owes are cut to that: QuickBooks refuses to pay more than the
    /// amount due.
    /// - Returns: its TxnID, or nil when nothing is left to be paid.
    mutating func post(_ draft: PaymentDraft, chart: Chart, at moment: Int) -> String? {
        guard let customer = record("Customer", id: draft.customerID) else { return nil }
        let shares = draft.shares.compactMap { share -> PaymentDraft.Share? in
            guard let invoice = record("Invoice", id: share.invoiceID) else { return nil }
            let amount = min(share.amount, invoice.amount("BalanceRemaining"))
            return amount > .zero ? PaymentDraft.Share(invoiceID: share.invoiceID, amount: amount) : nil
        }
        guard !shares.isEmpty else { return nil }
        let total = shares.reduce(Money.zero) { $0 + $1.amount }
        let id = newTxnID(at: moment)
        let day = zone.wall(at: moment).day
        var fields = head(id: id, at: moment)
        fields += [
            Field("TxnNumber", next("TxnNumber")), Field("CustomerRef", customer.reference),
        ]
        if let account = chart.receivable { fields.append(Field("ARAccountRef", account)) }
        fields.append(Field("TxnDate", day.text))
        if let number = draft.number { fields.append(Field("RefNumber", number)) }
        fields.append(Field("TotalAmount", total))
        if let method = draft.method { fields.append(Field("PaymentMethodRef", method)) }
        if let account = draft.depositTo { fields.append(Field("DepositToAccountRef", account)) }
        fields += [Field("UnusedPayment", Money.zero), Field("UnusedCredits", Money.zero)]
        for share in shares {
            if let applied = apply(share, paymentID: id, on: day, number: draft.number, at: moment) {
                fields.append(applied)
            }
        }
        put(CompanyRecord(kind: "ReceivePayment", id: id, at: zone.wall(at: moment), fields: fields))
        changeBalance(ofCustomer: customer.id, by: -total)
        changeBalance(ofAccount: chart.receivable, by: -total)
        changeBalance(ofAccount: draft.depositTo, by: total)
        return id
    }

    /// Lets an invoice know of the payment, which moves its TimeModified, and says what the payment says of
    /// it.
    private mutating func apply(
        _ share: PaymentDraft.Share, paymentID: String, on day: CivilDay, number: String?, at moment: Int
    ) -> Field? {
        var link = [
            Field("TxnID", paymentID), Field("TxnType", "ReceivePayment"), Field("TxnDate", day.text),
        ]
        if let number { link.append(Field("RefNumber", number)) }
        link += [Field("LinkType", "AMTTYPE"), Field("Amount", -share.amount)]
        let stamp = zone.stamp(at: moment)
        let wall = zone.wall(at: moment)
        change("Invoice", share.invoiceID) { invoice in
            let rest = invoice.amount("BalanceRemaining") - share.amount
            invoice.fields.set("AppliedAmount", (invoice.amount("AppliedAmount") - share.amount).text)
            invoice.fields.set("BalanceRemaining", rest.text)
            invoice.fields.set("IsPaid", rest == .zero ? "true" : "false")
            let place = invoice.fields.firstIndex { Query.isLine($0.name) } ?? invoice.fields.count
            invoice.fields.insert(Field("LinkedTxn", link), at: place)
            invoice.stampModified(stamp, wall: wall, moment: moment)
        }
        guard let invoice = record("Invoice", id: share.invoiceID) else { return nil }
        return Field(
            "AppliedToTxnRet",
            [
                Field("TxnID", invoice.id), Field("TxnType", "Invoice"), Field("TxnDate", invoice["TxnDate"]),
                Field("RefNumber", invoice["RefNumber"]),
                Field("BalanceRemaining", invoice.amount("BalanceRemaining")), Field("Amount", share.amount),
            ])
    }
}

extension CompanyRecord {
    /// Marks the record as changed at a moment: both of its times, and the EditSequence.
    mutating func stampModified(_ stamp: String, wall: OfficeTime, moment: Int) {
        fields.set("TimeModified", stamp)
        fields.set("EditSequence", String(moment))
        modified = wall
    }
}
