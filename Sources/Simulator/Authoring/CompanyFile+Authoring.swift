extension CompanyFile {
    /// The kinds that are made up after the catalog, what others refer to first.
    static let authoredKinds = [
        "SalesTaxCode", "Template", "OtherName", "SalesRep", "CustomerType", "VendorType", "JobType",
        "CustomerMsg", "ShipMethod", "PayrollItemWage", "PayrollItemNonWage", "PriceLevel", "BillingRate",
        "Vehicle", "UnitOfMeasureSet", "WorkersCompCode", "InventorySite", "Lead", "ToDo", "ItemSites",
        "Estimate", "SalesOrder", "SalesReceipt", "CreditMemo", "Charge", "PurchaseOrder", "ItemReceipt",
        "Bill", "VendorCredit", "BillPaymentCheck", "BillPaymentCreditCard", "SalesTaxPaymentCheck",
        "InventoryAdjustment", "TransferInventory", "BuildAssembly", "Check", "CreditCardCharge",
        "CreditCardCredit", "ARRefundCreditCard", "JournalEntry", "Deposit", "Transfer", "TimeTracking",
        "VehicleMileage",
    ]

    /// Makes up a record of a kind and enters it.
    /// - Returns: its ID, or nil if the company lacks what such a record must refer to.
    mutating func author(
        _ kind: String, number: Int, at moment: Int, by directory: Directory, _ seed: inout Seed
    ) -> String? {
        let family = Family.holding(kind)
        let id =
            Self.fixedIDs["\(kind) \(number)"].flatMap { self.record(family.name, id: $0) == nil ? $0 : nil }
            ?? (family.order == .name ? newListID(family.name, at: moment) : newTxnID(at: moment))
        var author = RecordAuthor(
            directory: directory, kind: kind, id: id, moment: moment, seed: seed, number: number)
        seed = Seed(seed.next())
        guard var fields = author.fields(in: &self) else { return nil }
        if fields.firstIndex(named: "Sublevel") != nil { fields.set("FullName", fields.text("Name")) }
        let record = CompanyRecord(kind: kind, id: id, at: zone.wall(at: moment), fields: fields)
        put(kind.hasPrefix("BillPayment") ? payBill(with: record, at: moment) : record)
        noteID(id, family: family.name)
        return id
    }

    /// Entries to which invoices refer in every generated company.
    private static let fixedIDs = [
        "SalesTaxCode 1": Chart.taxable.id, "SalesTaxCode 2": Chart.nonTaxable.id,
        "Template 1": Chart.template.id,
    ]

    /// Lets a made-up payment settle the oldest open bill of all, and both know of each other.
    private mutating func payBill(with payment: CompanyRecord, at moment: Int) -> CompanyRecord {
        var payment = payment
        let wall = zone.wall(at: moment)
        guard
            let bill = records("Bill").first(where: { bill in
                bill["IsPaid"] == "false" && bill.amount("OpenAmount") > .zero && bill.modified <= wall
            })
        else { return payment }
        let amount = bill.amount("OpenAmount")
        for (name, source) in [("PayeeEntityRef", "VendorRef"), ("APAccountRef", "APAccountRef")] {
            guard let index = payment.fields.firstIndex(named: name),
                let reference = bill.reference(source)
            else { continue }
            payment.fields[index] = Field(name, reference)
        }
        payment.set("Amount", to: amount.text)
        var applied = [Field("TxnID", bill.id), Field("TxnType", "Bill"), Field("TxnDate", bill["TxnDate"])]
        if !bill["RefNumber"].isEmpty { applied.append(Field("RefNumber", bill["RefNumber"])) }
        applied += [Field("BalanceRemaining", Money.zero), Field("Amount", amount)]
        payment.insert(Field("AppliedToTxnRet", applied))
        var link = [
            Field("TxnID", payment.id), Field("TxnType", payment.kind), Field("TxnDate", payment["TxnDate"]),
        ]
        if !payment["RefNumber"].isEmpty { link.append(Field("RefNumber", payment["RefNumber"])) }
        link += [Field("LinkType", "AMTTYPE"), Field("Amount", -amount)]
        let zone = zone
        change("Bill", bill.id) { bill in
            bill.insert(Field("LinkedTxn", link))
            bill.fields.set("IsPaid", "true")
            bill.fields.set("OpenAmount", Money.zero.text)
            bill.stampModified(in: zone, at: moment)
        }
        return payment
    }
}
