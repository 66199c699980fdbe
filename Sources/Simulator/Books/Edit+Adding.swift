extension CompanyFile {
    /// Whether a top-level name is taken in the name space that four lists share.
    func isTaken(_ name: String) -> Bool {
        Family.names.contains { record($0, named: name) != nil }
    }

    mutating func addCustomer(
        _ name: String, parent parentName: String?, at moment: Int
    ) throws(EditError) -> String {
        guard !name.isEmpty, !name.contains(":"), name.count <= 41 else {
            throw .notPossible("A customer's name has 1 to 41 characters and no colon.")
        }
        var parent: CompanyRecord?
        if let parentName { parent = try find("Customer", parentName) }
        let fullName = parent.map { $0.fullName + ":" + name } ?? name
        let isUsed = parent == nil ? isTaken(name) : record("Customer", named: fullName) != nil
        guard !isUsed else { throw .nameInUse(fullName) }
        let id = newListID("Customer", at: moment)
        var fields = head(id: id, at: moment, isTransaction: false)
        fields += [Field("Name", name), Field("FullName", fullName), Field("IsActive", true)]
        if let parent { fields.append(Field("ParentRef", parent.reference)) }
        fields.append(Field("Sublevel", fullName.filter { $0 == ":" }.count))
        // A job inherits the addresses and terms of its customer.
        if let parent {
            for name in ["CompanyName", "BillAddress", "BillAddressBlock", "TermsRef"] {
                if let field = parent.fields.first(named: name) { fields.append(field) }
            }
        }
        fields += [Field("Balance", Money.zero), Field("TotalBalance", Money.zero)]
        if let field = parent?.fields.first(named: "SalesTaxCodeRef") { fields.append(field) }
        fields.append(Field("JobStatus", "None"))
        put(CompanyRecord(kind: "Customer", id: id, at: zone.wall(at: moment), fields: fields))
        return id
    }

    mutating func addVendor(_ name: String, at moment: Int) throws(EditError) -> String {
        guard !name.isEmpty, !name.contains(":"), name.count <= 41 else {
            throw .notPossible("A vendor's name has 1 to 41 characters and no colon.")
        }
        guard !isTaken(name) else { throw .nameInUse(name) }
        let id = newListID("Vendor", at: moment)
        var fields = head(id: id, at: moment, isTransaction: false)
        fields += [
            Field("Name", name), Field("IsActive", true), Field("NameOnCheck", name),
            Field("IsVendorEligibleFor1099", false), Field("Balance", Money.zero),
        ]
        put(CompanyRecord(kind: "Vendor", id: id, at: zone.wall(at: moment), fields: fields))
        return id
    }

    mutating func addInvoice(_ customer: String, lines: Int, at moment: Int) throws(EditError) -> String {
        let customer = try find("Customer", customer)
        let chart = Chart(self)
        guard !chart.saleItems.isEmpty else {
            throw .notPossible("The company file has no item with a price.")
        }
        let made = (0..<max(lines, 1)).map { _ in
            InvoiceDraft.Line(
                item: seed.pick(chart.saleItems), quantity: seed.number(in: 1...8) * 100)
        }
        let draft = InvoiceDraft(customerID: customer.id, lines: made)
        guard let id = post(draft, chart: chart, at: moment) else {
            throw .noSuchRecord(family: "Customer", name: customer.id)
        }
        return id
    }

    mutating func receivePayment(
        _ invoice: String, _ amount: Money?, at moment: Int
    ) throws(EditError) -> String {
        let invoice = try find("Invoice", invoice)
        guard let customer = invoice.reference("CustomerRef") else {
            throw .notPossible("Invoice \(invoice.fullName) names no customer.")
        }
        let chart = Chart(self)
        let draft = PaymentDraft(
            customerID: customer.id,
            shares: [
                PaymentDraft.Share(
                    invoiceID: invoice.id, amount: amount ?? invoice.amount("BalanceRemaining"))
            ],
            method: record("PaymentMethod", named: "Check")?.reference, depositTo: chart.undeposited,
            number: String(seed.number(in: 1_001...9_999)))
        guard let id = post(draft, chart: chart, at: moment) else {
            throw .notPossible("Invoice \(invoice.fullName) is paid already.")
        }
        return id
    }

    /// Something of any kind; its lines, amounts and words are made up.
    mutating func add(_ kind: String, at moment: Int) throws(EditError) -> String {
        guard Family.content(of: kind) != nil else { throw .notPossible("\(kind) is no kind of record.") }
        let number = next("Authored.\(kind)") + records(Family.holding(kind).name).count
        var stream = seed.split("\(kind) \(number)")
        guard let id = author(kind, number: number, at: moment, by: Directory(self), &stream) else {
            throw .notPossible("The company file lacks what a \(kind) must refer to.")
        }
        return id
    }
}
