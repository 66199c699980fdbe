extension CompanyFile {
    /// Makes the totals of a transaction agree with its lines.
    mutating func addUp(_ record: inout CompanyRecord, _ shape: RetShape) throws(WriteRefusal) {
        guard record.kind != "JournalEntry" else { return try checkBalance(of: record) }
        let lines = record.fields.filter { isCounted($0, in: shape) }
        let sum = lines.reduce(Money.zero) { $0 + Totals.amount($1) }
        switch record.kind {
        case _ where Pricing.saleKinds.contains(record.kind):
            addUpSale(&record, shape, lines: lines, subtotal: sum)
        case "Bill": setOpen("AmountDue", "OpenAmount", sum, &record)
        case "VendorCredit": setOpen("CreditAmount", "OpenAmount", sum, &record)
        case "Deposit":
            let cash = Money(record.fields.first(named: "CashBackInfoRet")?.fields.text("Amount") ?? "")
            record.replace(Field("DepositTotal", sum - (cash ?? .zero)))
        case "PurchaseOrder", "ItemReceipt": record.replace(Field("TotalAmount", sum))
        case "Check", "CreditCardCharge", "CreditCardCredit", "SalesTaxPaymentCheck":
            record.replace(Field("Amount", sum))
        case "Charge": setOpen("Amount", "BalanceRemaining", record.amount("Amount"), &record)
        default: break
        }
    }

    private func checkBalance(of record: CompanyRecord) throws(WriteRefusal) {
        var balance = Money.zero
        for field in record.fields {
            if field.name == "JournalDebitLine" { balance += Totals.amount(field) }
            if field.name == "JournalCreditLine" { balance = balance - Totals.amount(field) }
        }
        guard balance == .zero else {
            throw WriteRefusal(.notAllowed("Transaction is not in balance."))
        }
    }

    /// A line of a subtotal item says again what stands above it.
    private func isCounted(_ line: Field, in shape: RetShape) -> Bool {
        guard Query.isLine(line.name) else { return false }
        let item = Reference(line.fields.first(named: "ItemRef")).flatMap { record("Item", id: $0.id) }
        return item?.kind != "ItemSubtotal"
    }

    private func addUpSale(
        _ record: inout CompanyRecord, _ shape: RetShape, lines: [Field], subtotal: Money
    ) {
        record.replace(Field("Subtotal", subtotal))
        let item = record.reference("ItemSalesTaxRef").flatMap { self.record("Item", id: $0.id) }
        let isTaxed = item != nil && isTaxable(record.reference("CustomerSalesTaxCodeRef"))
        let rate = isTaxed ? Scaled(item?["TaxRate"] ?? "") : nil
        let taxed = lines.reduce(Money.zero) { $0 + taxedPart(of: $1) }
        let tax = rate?.percent(of: taxed) ?? .zero
        record.replace(Field("SalesTaxPercentage", (rate ?? Scaled(units: 0)).text))
        record.replace(Field("SalesTaxTotal", tax))
        let total = subtotal + tax
        switch record.kind {
        case "Invoice":
            let applied = record.amount("AppliedAmount")
            record.replace(Field("AppliedAmount", applied))
            record.replace(Field("BalanceRemaining", total + applied))
            record.replace(Field("IsPaid", total + applied == .zero))
        case "CreditMemo": setOpen("TotalAmount", "CreditRemaining", total, &record)
        default: record.replace(Field("TotalAmount", total))
        }
    }

    private func taxedPart(of line: Field) -> Money {
        if line.name.contains("Group") {
            return line.fields.filter { Query.isLine($0.name) }.reduce(Money.zero) { $0 + taxedPart(of: $1) }
        }
        guard let code = Reference(line.fields.first(named: "SalesTaxCodeRef")), isTaxable(code) else {
            return .zero
        }
        return Totals.amount(line)
    }

    /// A total, and what is left of it after what was applied before.
    private func setOpen(_ whole: String, _ open: String, _ total: Money, _ record: inout CompanyRecord) {
        let used =
            self.record(record.kind, id: record.id).map { $0.amount(whole) - $0.amount(open) } ?? .zero
        record.replace(Field(whole, total))
        record.replace(Field(open, total - used))
        if record.fields.firstIndex(named: "IsPaid") != nil {
            record.replace(Field("IsPaid", total - used == .zero))
        }
    }

    // MARK: What lines stand for

    /// The record of an ID in one of several families.
    func first(of families: [String], id: String) -> CompanyRecord? {
        for family in families {
            if let record = record(family, id: id) { return record }
        }
        return nil
    }

    /// Payments that wait to be deposited bring their own words and amounts.
    mutating func collect(_ record: inout CompanyRecord) throws(WriteRefusal) {
        guard record.kind == "Deposit" else { return }
        for index in record.fields.indices where record.fields[index].name == "DepositLineRet" {
            var line = record.fields[index].fields
            let id = line.text("TxnID")
            guard !id.isEmpty, line.firstIndex(named: "Amount") == nil else { continue }
            guard let payment = first(of: ["ReceivePayment", "SalesReceipt"], id: id) else {
                throw WriteRefusal(.missingReference(id, field: "PaymentTxnID"))
            }
            line.insert(Field("TxnType", payment.kind), at: 0)
            if let entity = payment.reference("CustomerRef") { line.append(Field("EntityRef", entity)) }
            if let account = payment.reference("DepositToAccountRef") {
                line.append(Field("AccountRef", account))
            }
            if let method = payment.fields.first(named: "PaymentMethodRef") { line.append(method) }
            if !payment["RefNumber"].isEmpty, line.firstIndex(named: "CheckNumber") == nil {
                line.append(Field("CheckNumber", payment["RefNumber"]))
            }
            line.append(Field("Amount", payment.amount("TotalAmount")))
            record.fields[index].content = .fields(line)
        }
    }

    /// The differences that an adjustment states, and what a build says of its assembly. Stock itself does
    /// not move in this simulator.
    func adjustStock(_ record: inout CompanyRecord, _ order: WriteOrder) throws(WriteRefusal) {
        if record.kind == "BuildAssembly",
            let item = record.reference("ItemInventoryAssemblyRef").flatMap({ self.record("Item", id: $0.id) }
            )
        {
            let stock = ["QuantityOnHand", "QuantityOnSalesOrder"].map { ($0, item[$0]) }
            for (name, quantity) in stock + [("QuantityCanBuild", "0")] {
                record.replace(Field(name, quantity.isEmpty ? "0" : quantity))
            }
        }
        guard record.kind == "InventoryAdjustment" else { return }
        let asked = order.all("InventoryAdjustmentLineAdd")
        let lines = record.fields.indices.filter { record.fields[$0].name == "InventoryAdjustmentLineRet" }
        for (index, asked) in zip(lines, asked) {
            var line = record.fields[index].fields
            let item = Reference(line.first(named: "ItemRef")).flatMap { self.record("Item", id: $0.id) }
            let parts = asked.fields.flatMap(\.fields)
            let present = Scaled(item?["QuantityOnHand"] ?? "")?.units ?? 0
            let wanted = Scaled(parts.text("NewQuantity")).map { $0.units - present }
            let difference = wanted ?? Scaled(parts.text("QuantityDifference"))?.units ?? 0
            line.removeAll { $0.name == "QuantityDifference" || $0.name == "ValueDifference" }
            line.append(Field("QuantityDifference", Scaled(units: difference).quantityText))
            line.append(Field("ValueDifference", Money(parts.text("ValueDifference")) ?? .zero))
            record.fields[index].content = .fields(line)
        }
    }

    /// Two transactions know of each other: an invoice of its sales order, a bill of its purchase order.
    mutating func link(
        _ record: inout CompanyRecord, _ shape: RetShape, to ids: [String], at moment: Int
    ) throws(WriteRefusal) {
        for id in ids {
            let kinds = ["SalesOrder", "Estimate", "PurchaseOrder", "ItemReceipt"]
            guard let other = first(of: kinds, id: id) else {
                throw WriteRefusal(.missingReference(id, field: "LinkToTxnID"))
            }
            let total = TransactionRow.total(of: other)
            record.fields.append(.link(to: other, amount: total))
            let zone = zone
            let back = Field.link(to: record, amount: total)
            change(other.kind, id) { other in
                other.insert(back)
                other.stampModified(in: zone, at: moment)
            }
        }
    }
}

extension Field {
    static func link(to record: CompanyRecord, amount: Money) -> Field {
        var fields = [
            Field("TxnID", record.id), Field("TxnType", record.kind), Field("TxnDate", record["TxnDate"]),
        ]
        if !record["RefNumber"].isEmpty { fields.append(Field("RefNumber", record["RefNumber"])) }
        return Field("LinkedTxn", fields + [Field("LinkType", "AMTTYPE"), Field("Amount", amount)])
    }
}
