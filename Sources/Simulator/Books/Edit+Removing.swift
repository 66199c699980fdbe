internal import QBXML

extension CompanyFile {
    /// Deletes a record, with what it did to others.
    mutating func remove(_ family: String, _ name: String, at moment: Int) throws(EditError) -> String {
        let record = try find(family, name)
        guard referrers(to: record.reference).allSatisfy({ isOwnLink($0, of: record) }) else {
            throw .inUse(family: family, name: record.fullName.isEmpty ? record.id : record.fullName)
        }
        try undo(record, at: moment)
        for user in referrers(to: record.reference) { unlink(record.id, from: user, at: moment) }
        bury(record, at: moment)
        return record.id
    }

    /// Lets a transaction stay with nothing in it.
    mutating func void(_ family: String, _ name: String, at moment: Int) throws(EditError) -> String {
        let record = try find(family, name)
        guard Catalog.standard.words(of: "TxnVoidType").contains(record.kind) else {
            throw .notPossible("QuickBooks voids no records of kind \(record.kind).")
        }
        guard !record.isVoid else {
            throw .notPossible("\(record.kind) \(record.fullName) is void already.")
        }
        guard referrers(to: record.reference).allSatisfy({ isOwnLink($0, of: record) }) else {
            throw .notPossible("Something was applied to \(record.kind) \(record.fullName).")
        }
        try undo(record, at: moment)
        let zone = zone
        change(family, record.id) { record in
            record.fields = record.fields.map { VoidedField.of($0, in: record.kind) }
            record.fields.removeAll { $0.name == "LinkedTxn" || $0.name.hasSuffix("AppliedToTxnRet") }
            if record.fields.firstIndex(named: "IsPaid") != nil { record.fields.set("IsPaid", "true") }
            record.markVoid()
            record.stampModified(in: zone, at: moment)
        }
        return record.id
    }

    /// Takes back what a transaction did: to the balances, and to the transactions that it settled.
    private mutating func undo(_ record: CompanyRecord, at moment: Int) throws(EditError) {
        guard record.kind != "Invoice" || record.amount("AppliedAmount") == .zero else {
            throw .notPossible("Invoice \(record.fullName) has payments; QuickBooks keeps it.")
        }
        switch record.kind {
        case _ where posted.contains(record.id): unpost(record)
        case "Invoice": undoInvoice(record)
        case "ReceivePayment": undoPayment(record)
        default: break
        }
        let applied = record.fields.filter { $0.name.hasSuffix("AppliedToTxnRet") }
        for applied in applied + record.creditedTransactions {
            reopen(applied, paidBy: record.id, at: moment)
        }
    }

    private mutating func undoInvoice(_ invoice: CompanyRecord) {
        guard let customer = invoice.reference("CustomerRef") else { return }
        let rest = invoice.amount("BalanceRemaining")
        changeBalance(ofCustomer: customer.id, by: -rest)
        changeBalance(ofAccount: invoice.reference("ARAccountRef"), by: -rest)
        changeBalance(ofAccount: Chart(self).salesTaxPayable, by: -invoice.amount("SalesTaxTotal"))
    }

    private mutating func undoPayment(_ payment: CompanyRecord) {
        let total = payment.amount("TotalAmount")
        if let customer = payment.reference("CustomerRef") {
            changeBalance(ofCustomer: customer.id, by: total)
        }
        changeBalance(ofAccount: payment.reference("ARAccountRef"), by: total)
        changeBalance(ofAccount: payment.reference("DepositToAccountRef"), by: -total)
    }

    /// What a payment settled is open again, and knows nothing more of the payment.
    mutating func reopen(_ applied: Field, paidBy payment: String, at moment: Int) {
        let kind = applied.fields.text("TxnType")
        let amount = ["Amount", "DiscountAmount", "RefundAmount"].reduce(Money.zero) {
            $0 + (Money(applied.fields.text($1)) ?? .zero)
        }
        let zone = zone
        change(Family.holding(kind).name, applied.fields.text("TxnID")) { record in
            if record.fields.firstIndex(named: "BalanceRemaining") != nil {
                let rest = record.amount("BalanceRemaining") + amount
                record.fields.set("BalanceRemaining", rest.text)
                record.fields.set("AppliedAmount", (record.amount("AppliedAmount") + amount).text)
            }
            if record.fields.firstIndex(named: "IsPaid") != nil { record.fields.set("IsPaid", "false") }
            if record.fields.firstIndex(named: "OpenAmount") != nil {
                record.fields.set("OpenAmount", (record.amount("OpenAmount") + amount).text)
            }
            if record.fields.firstIndex(named: "CreditRemaining") != nil {
                record.fields.set("CreditRemaining", (record.amount("CreditRemaining") + amount).text)
            }
            record.fields.removeAll { $0.isLink(to: payment) }
            record.stampModified(in: zone, at: moment)
        }
    }

    /// Whether all that binds a record to another is a link that the record itself made, which goes with it.
    private func isOwnLink(_ user: CompanyRecord, of record: CompanyRecord) -> Bool {
        user.fields.allSatisfy { !$0.refers(to: record.reference) || $0.isLink(to: record.id) }
    }

    private mutating func unlink(_ id: String, from user: CompanyRecord, at moment: Int) {
        let zone = zone
        change(Family.holding(user.kind).name, user.id) { user in
            user.fields.removeAll { $0.isLink(to: id) }
            user.stampModified(in: zone, at: moment)
        }
    }
}

extension CompanyRecord {
    /// Where a person reads that a transaction is void: journal entries have memos on their lines only.
    private var memo: String? {
        let elements = Family.elements(of: kind)
        return ["Memo", "Desc"].first { elements.contains($0) }
    }

    var isVoid: Bool {
        if let memo { return self[memo].hasPrefix("VOID:") }
        let lines = fields.filter { Query.isLine($0.name) }
        return !lines.isEmpty && lines.allSatisfy { Totals.amount($0) == .zero }
    }

    fileprivate mutating func markVoid() {
        guard let memo else { return }
        set(memo, to: "VOID:" + (self[memo].isEmpty ? "" : " " + self[memo]))
    }
}

extension Field {
    func isLink(to id: String) -> Bool { name == "LinkedTxn" && fields.text("TxnID") == id }
}

/// What is left of a field when its transaction is voided: no amounts and no quantities. Prices stay.
enum VoidedField {
    static func of(_ field: Field, in kind: String) -> Field {
        Family.content(of: kind).map { emptied(field, in: $0) } ?? field
    }

    private static func emptied(_ field: Field, in content: Content) -> Field {
        let catalog = Catalog.standard
        guard let place = catalog.index.id(of: field.name).flatMap({ content.place(named: $0) })
        else { return field }
        switch field.content {
        case .text:
            switch place.type {
            case .amount: return Field(field.name, Money.zero)
            case .quantity: return Field(field.name, "0")
            default: return field
            }
        case .fields(let inner):
            guard let content = place.content else { return field }
            return Field(field.name, inner.map { emptied($0, in: catalog[content]) })
        }
    }
}
