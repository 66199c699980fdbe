/// An invoice before it is entered: who buys what.
struct InvoiceDraft {
    struct Line {
        var item: Chart.SaleItem
        /// In hundredths: 1.5 hours are 150.
        var quantity: Int

        var amount: Money {
            let product = item.price.minorUnits * quantity
            return Money(minorUnits: (product + 50) / 100)
        }

        /// `1.5`, without needless zeros, as QuickBooks writes quantities.
        var quantityText: String {
            let (whole, rest) = (quantity / 100, quantity % 100)
            if rest == 0 { return "\(whole)" }
            return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(twoDigits(rest))"
        }
    }

    var customerID: String
    var lines: [Line]
    var category: Reference?
    var purchaseOrder: String?
    var memo: String?

    var subtotal: Money { lines.reduce(.zero) { $0 + $1.amount } }

    func tax(_ rate: Int, isTaxable: Bool) -> Money {
        guard isTaxable else { return .zero }
        let taxed = lines.filter(\.item.isTaxable).reduce(Money.zero) { $0 + $1.amount }
        return taxed.share(hundredthsOfPercent: rate)
    }
}

extension CompanyFile {
    /// Enters an invoice: the record itself, and what it does to the balances of its customer and of the
    /// accounts.
    /// - Returns: its TxnID, or nil when there is no such customer.
    mutating func post(_ draft: InvoiceDraft, chart: Chart, at moment: Int) -> String? {
        guard let customer = record("Customer", id: draft.customerID) else { return nil }
        let isTaxable = customer.reference("SalesTaxCodeRef")?.id != Chart.nonTaxable.id
        let rate = isTaxable ? chart.salesTax?.rate ?? 0 : 0
        let tax = draft.tax(rate, isTaxable: isTaxable)
        let total = draft.subtotal + tax
        let id = newTxnID(at: moment)
        var fields = head(id: id, at: moment)
        fields += [
            Field("TxnNumber", next("TxnNumber")), Field("CustomerRef", customer.reference),
        ]
        if let category = draft.category { fields.append(Field("ClassRef", category)) }
        if let account = chart.receivable { fields.append(Field("ARAccountRef", account)) }
        let day = zone.wall(at: moment).day
        fields += [
            Field("TemplateRef", present(Chart.template, in: "Template")), Field("TxnDate", day.text),
            Field("RefNumber", next("RefNumber")),
        ]
        fields += addresses(of: customer)
        fields += [Field("IsPending", false), Field("IsFinanceCharge", false)]
        if let order = draft.purchaseOrder { fields.append(Field("PONumber", order)) }
        fields += terms(of: customer, from: day)
        fields += [Field("ShipDate", day.text), Field("Subtotal", draft.subtotal)]
        if let item = chart.salesTax?.item, isTaxable { fields.append(Field("ItemSalesTaxRef", item)) }
        fields += [
            Field("SalesTaxPercentage", Money(minorUnits: rate)), Field("SalesTaxTotal", tax),
            Field("AppliedAmount", Money.zero), Field("BalanceRemaining", total),
        ]
        if let memo = draft.memo { fields.append(Field("Memo", memo)) }
        fields += [
            Field("IsPaid", false), Field("IsToBePrinted", false),
            Field("IsToBeEmailed", !customer["Email"].isEmpty),
            Field("CustomerSalesTaxCodeRef", taxCode(isTaxable)),
        ]
        fields += draft.lines.map { line in lineField(line, draft, at: moment) }
        put(CompanyRecord(kind: "Invoice", id: id, at: zone.wall(at: moment), fields: fields))
        changeBalance(ofCustomer: customer.id, by: total)
        changeBalance(ofAccount: chart.receivable, by: total)
        changeBalance(ofAccount: chart.salesTaxPayable, by: tax)
        return id
    }

    private mutating func lineField(
        _ line: InvoiceDraft.Line, _ draft: InvoiceDraft, at moment: Int
    ) -> Field {
        var fields = [
            Field("TxnLineID", newTxnID(at: moment)), Field("ItemRef", line.item.reference),
        ]
        if !line.item.description.isEmpty { fields.append(Field("Desc", line.item.description)) }
        fields += [Field("Quantity", line.quantityText), Field("Rate", line.item.price)]
        if let category = draft.category { fields.append(Field("ClassRef", category)) }
        fields += [
            Field("Amount", line.amount),
            Field("SalesTaxCodeRef", taxCode(line.item.isTaxable)),
        ]
        return Field("InvoiceLineRet", fields)
    }

    private func taxCode(_ isTaxable: Bool) -> Reference {
        present(isTaxable ? Chart.taxable : Chart.nonTaxable, in: "SalesTaxCode")
    }

    /// Under the name that the entry has now.
    private func present(_ reference: Reference, in family: String) -> Reference {
        record(family, id: reference.id)?.reference ?? reference
    }

    private func addresses(of customer: CompanyRecord) -> [Field] {
        ["BillAddress", "BillAddressBlock", "ShipAddress", "ShipAddressBlock"].compactMap {
            customer.fields.first(named: $0)
        }
    }

    /// The terms and the day on which they make the invoice due.
    private func terms(of customer: CompanyRecord, from day: CivilDay) -> [Field] {
        guard let reference = customer.reference("TermsRef"), record("Terms", id: reference.id) != nil
        else {
            return [Field("DueDate", day.text)]
        }
        return [Field("TermsRef", reference), Field("DueDate", dueDay(reference, from: day).text)]
    }

    /// When something of a day must be paid; at once without terms.
    func dueDay(_ reference: Reference?, from day: CivilDay) -> CivilDay {
        guard let reference, let terms = record("Terms", id: reference.id) else { return day }
        guard let dayOfMonth = Int(terms["DayOfMonthDue"]) else {
            return day.adding(days: Int(terms["StdDueDays"]) ?? 0)
        }
        let month = day.day < dayOfMonth ? day : day.adding(months: 1)
        return CivilDay(year: month.year, month: month.month, day: dayOfMonth)
    }

    /// What every record begins with; the EditSequence is the moment of its last change in Unix seconds.
    func head(id: String, at moment: Int, isTransaction: Bool = true) -> [Field] {
        let stamp = zone.stamp(at: moment)
        return [
            Field(isTransaction ? "TxnID" : "ListID", id), Field("TimeCreated", stamp),
            Field("TimeModified", stamp),
            Field("EditSequence", moment),
        ]
    }
}
