internal import QBXML

/// Adding by request: what an `…Add` says becomes a record.
extension CompanyFile {
    /// - Returns: the ID of the new record.
    mutating func enter(_ order: inout WriteOrder) throws(WriteRefusal) -> String {
        guard let shape = RetShape(of: order.kind) else { throw .notImitated("this request") }
        if order.kind == "Currency", shelves["Currency"]?.isEmpty ?? true {
            throw WriteRefusal(.featureIsOff)
        }
        let family = Family.holding(order.kind)
        let fields = try shape.shaped(order.fields, in: self)
        let isTransaction = !shape.has("ListID")
        let id =
            isTransaction
            ? newTxnID(at: order.moment) : newListID(family.name, at: order.moment)
        if let macro = order.macro { try order.macros.define(macro, as: id) }
        var record = CompanyRecord(
            kind: order.kind, id: id, at: zone.wall(at: order.moment),
            fields: head(id: id, at: order.moment, isTransaction: isTransaction) + fields)
        setFlags(&record, shape)
        if isTransaction {
            try complete(transaction: &record, shape, &order)
        } else {
            try complete(entry: &record, shape, order)
        }
        record.fields = shape.ordered(record.fields)
        put(record)
        if isTransaction { post(record) }
        try apply(credits: order.all("SetCredit"), to: order.kind, id, at: order.moment)
        return id
    }

    /// What nobody ticked is answered as not ticked; what nobody put aside is active.
    private func setFlags(_ record: inout CompanyRecord, _ shape: RetShape) {
        for place in shape.content.places where place.type == .flag {
            let name = RetShape.name(of: place)
            guard place.editions.contains(Editions(.unitedStates)), !Plausible.isLeftOut(name, record.kind),
                record.fields.firstIndex(named: name) == nil
            else { continue }
            record.fields.append(Field(name, name == "IsActive"))
        }
    }

    // MARK: Lists

    private mutating func complete(
        entry record: inout CompanyRecord, _ shape: RetShape, _ order: WriteOrder
    ) throws(WriteRefusal) {
        try nameEntry(&record, shape)
        let family = Family.holding(record.kind).name
        try checkName(of: record, in: family)
        for name in ["Balance", "TotalBalance"] where shape.has(name) {
            record.fields.append(Field(name, Money(order.fields.text("OpenBalance")) ?? .zero))
        }
        if let parent = record.reference("ParentRef"), record.amount("TotalBalance") != .zero {
            changeTotalBalance(family, parent.id, by: record.amount("TotalBalance"))
        }
        for (name, value) in Self.entryDefaults[record.kind] ?? [] where record[name].isEmpty {
            record.fields.append(Field(name, value))
        }
        for name in ["NameOnCheck", "PrintAs"] where shape.has(name) && record[name].isEmpty {
            record.fields.append(Field(name, record.name))
        }
        if shape.has("Address") || shape.has("BillAddress") || shape.has("VendorAddress") {
            record.addAddressBlocks(shape)
        }
        if let rate = order.fields.first(named: "RateEntry")?.fields {
            record.fields.append(Field("CurrentRate", rate.text("Rate")))
            record.fields.append(Field("CurrentEffectiveDate", rate.text("EffectiveDate")))
        }
    }

    private static let entryDefaults: [String: [(String, String)]] = {
        let stock = [
            ("QuantityOnHand", "0"), ("AverageCost", "0.00"), ("QuantityOnOrder", "0"),
            ("QuantityOnSalesOrder", "0"),
        ]
        return [
            "ItemInventory": stock, "ItemInventoryAssembly": stock, "Customer": [("JobStatus", "None")],
            "PriceLevel": [("PriceLevelType", "FixedPercentage")],
        ]
    }()

    /// The full name of a path, and the name of a person that is made of its parts.
    func nameEntry(_ record: inout CompanyRecord, _ shape: RetShape) throws(WriteRefusal) {
        if record.kind == "Employee" {
            let parts = ["FirstName", "MiddleName", "LastName"].map { record[$0] }.filter { !$0.isEmpty }
            guard !parts.isEmpty else { throw WriteRefusal(.missingElement("FirstName")) }
            record.replace(Field("Name", parts.joined(separator: " ")))
        }
        guard shape.has("Name") else { return }
        guard !record.name.contains(":"), !record.name.isEmpty else {
            throw WriteRefusal(.badName(record.name))
        }
        guard shape.has("FullName") else { return }
        let parent = record.reference("ParentRef")
        let fullName = parent.map { "\($0.name):\(record.name)" } ?? record.name
        record.replace(Field("FullName", fullName))
        if shape.has("Sublevel") { record.replace(Field("Sublevel", fullName.count { $0 == ":" })) }
    }

    /// A name is used once within its list, and over four lists together at their top.
    func checkName(of record: CompanyRecord, in family: String) throws(WriteRefusal) {
        let name = record.fullName
        guard !name.isEmpty, record.kind != "ToDo" else { return }
        let isShared = Family.names.contains(family) && record.reference("ParentRef") == nil
        for list in isShared ? Family.names : [family] {
            guard let other = self.record(list, named: name) else { continue }
            guard other.id == record.id && list == family else { throw WriteRefusal(.nameInUse(name)) }
        }
    }
}

extension CompanyRecord {
    /// Sets a child, which is put at the end if it is not there yet.
    mutating func replace(_ field: Field) {
        if let index = fields.firstIndex(named: field.name) {
            fields[index] = field
        } else {
            fields.append(field)
        }
    }

    /// The lines of an address as they are printed, beside its parts.
    mutating func addAddressBlocks(_ shape: RetShape) {
        for address in fields where shape.has(address.name + "Block") {
            let parts = address.fields
            var lines = (1...5).map { parts.text("Addr\($0)") }
            let place = [parts.text("City"), parts.text("State")].filter { !$0.isEmpty }
            lines.append(
                [place.joined(separator: ", "), parts.text("PostalCode")].filter { !$0.isEmpty }
                    .joined(separator: " "))
            lines.append(parts.text("Country"))
            let printed = lines.filter { !$0.isEmpty }.prefix(5)
            guard !printed.isEmpty else { continue }
            replace(
                Field(
                    address.name + "Block",
                    printed.enumerated().map { Field("Addr\($0.offset + 1)", $0.element) }))
        }
    }
}
