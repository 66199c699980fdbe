/// What QuickBooks works out of other records when it is asked.
extension CompanyFile {
    mutating func workOut(_ kind: String, _ query: Query) -> [Answered] {
        switch kind {
        case "ListDeleted", "TxnDeleted": findDeleted(query, kind: kind)
        case "Transaction": findTransactions(query)
        case "BarCode": made(kind, barCodes(query))
        case "DataExtDef": made(kind, customFields(query))
        case "SalesTaxPayable": made(kind, salesTax)
        case "ReceivePaymentToDeposit": made(kind, undeposited)
        case "BillToPay": made(kind, toPay(query))
        case "ItemAssembliesCanBuild": made(kind, canBuild(query))
        case "AccountTaxLineInfo": made(kind, taxLines)
        default: made(kind, [[Field("IsFiling1099Misc", false)]])
        }
    }

    private func made(_ kind: String, _ rows: [[Field]]) -> [Answered] {
        rows.enumerated().map { number, fields in
            .made(CompanyRecord(kind: kind, id: "\(kind) \(number)", fields: fields))
        }
    }

    private func barCodes(_ query: Query) -> [[Field]] {
        records("Item").compactMap { item in
            let code = item["BarCodeValue"]
            guard !code.isEmpty, query.barCodes.isEmpty || query.barCodes.contains(code) else { return nil }
            return [Field("ListType", item.kind), Field("ListID", item.id), Field("FullName", item.fullName)]
        }
    }

    /// The public ones unless an owner is named, with what they are used for.
    private func customFields(_ query: Query) -> [[Field]] {
        var uses: [String: (field: CustomField, objects: Set<String>)] = [:]
        func note(_ field: CustomField, _ object: String) {
            uses["\(field.ownerID) \(field.name)", default: (field, [])].objects.insert(object)
        }
        for field in company.extensions { note(field, "Company") }
        for (family, shelf) in shelves {
            for record in shelf.records { for field in record.extensions { note(field, family) } }
        }
        let owners = query.owners.isEmpty ? ["0"] : query.owners
        return uses.sorted { $0.key < $1.key }.map(\.value).enumerated().compactMap { number, use in
            let isAsked =
                query.types.isEmpty
                ? owners.contains { use.field.isOwned(by: $0) } : !use.objects.isDisjoint(with: query.types)
            guard isAsked else { return nil }
            var fields = [
                Field("OwnerID", use.field.ownerID), Field("DataExtID", number + 1),
                Field("DataExtName", use.field.name), Field("DataExtType", use.field.type),
            ]
            fields += use.objects.sorted().map { Field("AssignToObject", $0) }
            return fields + [
                Field("DataExtListRequire", false), Field("DataExtTxnRequire", false),
                Field("DataExtFormatString", ""),
            ]
        }
    }

    /// What is owed to the agency of the tax that is charged.
    private var salesTax: [[Field]] {
        let chart = Chart(self)
        guard let account = chart.salesTaxPayable.flatMap({ record("Account", id: $0.id) }),
            let tax = chart.salesTax?.item, let item = record("Item", id: tax.id)
        else { return [] }
        let amount = account.amount("Balance")
        var fields: [Field] = []
        if let agency = item.reference("TaxVendorRef") { fields.append(Field("PayeeEntityRef", agency)) }
        fields.append(Field("Amount", amount))
        fields.append(
            Field("SalesTaxPayableLineRet", [Field("ItemSalesTaxRef", tax), Field("Amount", amount)]))
        return [fields]
    }

    /// Payments that wait in Undeposited Funds.
    private var undeposited: [[Field]] {
        guard let account = Chart(self).undeposited else { return [] }
        return records("ReceivePayment").filter { $0.reference("DepositToAccountRef")?.id == account.id }
            .map { payment in
                var fields = [Field("TxnID", payment.id), Field("TxnType", "ReceivePayment")]
                fields += ["CustomerRef", "TxnDate", "RefNumber"].compactMap {
                    payment.fields.first(named: $0)
                }
                return fields + [Field("Amount", payment.amount("TotalAmount"))]
            }
    }

    /// Open bills of a vendor, and its credits.
    private func toPay(_ query: Query) -> [[Field]] {
        let lastDay = query.lastDay
        let bills = records("Bill").filter { bill in
            guard bill["IsPaid"] != "true", query.matches(bill, kinds: ["Bill"]) else { return false }
            guard let lastDay, let due = CivilDay(bill["DueDate"]) else { return true }
            return due <= lastDay
        }
        let credits = records("VendorCredit").filter { credit in
            credit.amount("OpenAmount") > .zero && query.matches(credit, kinds: ["VendorCredit"])
        }
        func head(_ record: CompanyRecord) -> [Field] {
            [Field("TxnID", record.id), Field("TxnType", record.kind)]
                + ["APAccountRef", "TxnDate", "RefNumber"].compactMap { record.fields.first(named: $0) }
        }
        return bills.map { bill in
            let due = bill.fields.first(named: "DueDate").map { [$0] } ?? []
            let rest = [Field("AmountDue", bill.amount("OpenAmount"))]
            return [Field("BillToPay", head(bill) + due + rest)]
        }
            + credits.map {
                [Field("CreditToApply", head($0) + [Field("CreditRemaining", $0.amount("OpenAmount"))])]
            }
    }

    /// As many as the scarcest part allows.
    private func canBuild(_ query: Query) -> [[Field]] {
        guard
            let item = records("Item").first(where: { item in
                item.kind == "ItemInventoryAssembly"
                    && query.branches[.item].map { $0.holds(item.reference) } ?? false
            })
        else { return [] }
        let parts = item.fields.filter { $0.name == "ItemInventoryAssemblyLine" }
        let counts = parts.map { part -> Int in
            let id = Reference(part.fields.first(named: "ItemInventoryRef"))?.id ?? ""
            let stock = record("Item", id: id).flatMap { Int($0["QuantityOnHand"]) } ?? 0
            return stock / max(Int(part.fields.text("Quantity")) ?? 1, 1)
        }
        var fields = [Field("ItemInventoryAssemblyRef", item.reference)]
        if let day = query.lastDay { fields.append(Field("TxnDate", day.text)) }
        return [fields + [Field("QuantityCanBuild", counts.min() ?? 0)]]
    }

    /// The lines of the tax form to which accounts belong.
    private var taxLines: [[Field]] {
        let lines = records("Account").compactMap { $0.fields.first(named: "TaxLineInfoRet")?.fields }
        return lines.reduce(into: []) { known, line in if !known.contains(line) { known.append(line) } }
    }
}
