/// What QuickBooks adds to a transaction by itself: numbers, dates, accounts, addresses, tax, totals.
extension CompanyFile {
    mutating func complete(
        transaction record: inout CompanyRecord, _ shape: RetShape, _ order: inout WriteOrder
    ) throws(WriteRefusal) {
        let day = zone.wall(at: order.moment).day
        if shape.has("TxnDate"), record["TxnDate"].isEmpty { record.replace(Field("TxnDate", day.text)) }
        guard !rules.isClosed(record["TxnDate"]) else { throw WriteRefusal(.closedForChange) }
        if shape.has("TxnNumber") { record.replace(Field("TxnNumber", next("TxnNumber"))) }
        number(&record, shape)
        setAccounts(&record, shape)
        inherit(&record, shape)
        try adjustStock(&record, order)
        try link(&record, shape, to: order.all("LinkToTxnID").map(\.text), at: order.moment)
        try collect(&record)
        try finish(&record, shape, &order)
        guard order.all("ApplyCheckToTxnAdd").isEmpty else { throw .notImitated("<ApplyCheckToTxnAdd>") }
        try settle(&record, order)
    }

    /// Prices the lines, numbers them, and makes the totals right.
    mutating func finish(
        _ record: inout CompanyRecord, _ shape: RetShape, _ order: inout WriteOrder
    ) throws(WriteRefusal) {
        var pricing = Pricing(file: self)
        record.fields = pricing.priced(record.fields, in: shape)
        if shape.has("Rate"), record.kind == "Charge" {
            record.fields = pricing.priced(line: record.fields, in: shape)
        }
        record.fields = try numbered(record.fields, in: shape, isLine: false, &order)
        try addUp(&record, shape)
    }

    /// A line that has no ID yet gets one.
    private mutating func numbered(
        _ fields: [Field], in shape: RetShape, isLine: Bool, _ order: inout WriteOrder
    ) throws(WriteRefusal) -> [Field] {
        var made: [Field] = []
        for field in fields {
            guard case .fields(let inner) = field.content, let within = shape.shape(inside: field.name),
                within.has("TxnLineID")
            else {
                if field.name != MacroBook.marker { made.append(field) }
                continue
            }
            made.append(Field(field.name, try numbered(inner, in: within, isLine: true, &order)))
        }
        guard isLine else { return made }
        if made.text("TxnLineID").isEmpty {
            made.removeAll { $0.name == "TxnLineID" }
            made.insert(Field("TxnLineID", newTxnID(at: order.moment)), at: 0)
        }
        if let macro = fields.first(named: MacroBook.marker)?.text {
            try order.macros.define(macro, as: made.text("TxnLineID"))
        }
        return shape.ordered(made)
    }

    // MARK: Heads

    /// Kinds that QuickBooks numbers when nobody else did.
    private static let numberedKinds: Set = [
        "Invoice", "SalesReceipt", "CreditMemo", "Estimate", "SalesOrder", "PurchaseOrder", "JournalEntry",
        "InventoryAdjustment", "TransferInventory", "BuildAssembly", "Charge",
    ]

    private mutating func number(_ record: inout CompanyRecord, _ shape: RetShape) {
        guard Self.numberedKinds.contains(record.kind), shape.has("RefNumber") else { return }
        let counter = record.kind == "Invoice" ? "RefNumber" : "RefNumber.\(record.kind)"
        let start = record.kind == "Invoice" ? 0 : 100
        guard record["RefNumber"].isEmpty else {
            // The next one follows the greatest number that anybody gave.
            if let given = Int(record["RefNumber"]), given < 100_000_000 {
                counters[counter] = max(counters[counter, default: 0], given - start)
            }
            return
        }
        record.replace(Field("RefNumber", next(counter) + start))
    }

    private func setAccounts(_ record: inout CompanyRecord, _ shape: RetShape) {
        let chart = Chart(self)
        let payable = records("Account").first { $0["AccountType"] == "AccountsPayable" }?.reference
        let accounts = [
            ("ARAccountRef", chart.receivable), ("APAccountRef", payable),
            ("DepositToAccountRef", chart.undeposited), ("RefundFromAccountRef", chart.checking),
        ]
        for (name, account) in accounts where shape.has(name) && record.reference(name) == nil {
            if let account { record.fields.append(Field(name, account)) }
        }
    }

    /// What a transaction takes from its customer or vendor unless it says otherwise.
    private func inherit(_ record: inout CompanyRecord, _ shape: RetShape) {
        let customer = record.reference("CustomerRef").flatMap { self.record("Customer", id: $0.id) }
        let vendor = record.reference("VendorRef").flatMap { self.record("Vendor", id: $0.id) }
        func take(_ name: String, from source: CompanyRecord?) {
            guard shape.has(name), record.fields.firstIndex(named: name) == nil,
                let field = source?.fields.first(named: name)
            else { return }
            record.fields.append(field)
        }
        if Pricing.saleKinds.contains(record.kind) {
            for name in ["BillAddress", "ShipAddress", "TermsRef", "SalesRepRef"] {
                take(name, from: customer)
            }
            inheritTax(&record, shape, customer)
        }
        if record.kind == "Bill" {
            for name in ["VendorAddress", "TermsRef"] { take(name, from: vendor) }
        }
        record.addAddressBlocks(shape)
        guard shape.has("DueDate"), record["DueDate"].isEmpty, let day = CivilDay(record["TxnDate"]) else {
            return
        }
        record.fields.append(Field("DueDate", dueDay(record.reference("TermsRef"), from: day).text))
    }

    private func inheritTax(
        _ record: inout CompanyRecord, _ shape: RetShape, _ customer: CompanyRecord?
    ) {
        if record.reference("CustomerSalesTaxCodeRef") == nil,
            let code = customer?.reference("SalesTaxCodeRef"), shape.has("CustomerSalesTaxCodeRef")
        {
            record.fields.append(Field("CustomerSalesTaxCodeRef", code))
        }
        guard record.reference("ItemSalesTaxRef") == nil,
            isTaxable(record.reference("CustomerSalesTaxCodeRef"))
        else { return }
        if let item = customer?.reference("ItemSalesTaxRef") ?? Chart(self).salesTax?.item {
            record.fields.append(Field("ItemSalesTaxRef", item))
        }
    }

    /// Who has no tax code is taxed.
    func isTaxable(_ code: Reference?) -> Bool {
        guard let code else { return true }
        guard let record = record("SalesTaxCode", id: code.id) else { return code.id != Chart.nonTaxable.id }
        return record["IsTaxable"] != "false"
    }
}
