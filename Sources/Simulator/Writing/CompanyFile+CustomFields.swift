/// Custom fields by request: of list entries, of transactions and their lines, of the company.
extension CompanyFile {
    /// - Parameter operation: `DataExtAdd`, `DataExtMod` or `DataExtDel`.
    mutating func setCustomField(
        _ operation: String, _ fields: [Field], at moment: Int
    ) throws(WriteRefusal) -> Written {
        let wanted = CustomField(
            ownerID: fields.text("OwnerID"), name: fields.text("DataExtName"),
            value: fields.text("DataExtValue"))
        func isMeant(_ field: CustomField) -> Bool {
            field.isOwned(by: wanted.ownerID) && field.name.lowercased() == wanted.name.lowercased()
        }
        func edit(_ present: inout [CustomField]) throws(WriteRefusal) {
            let index = present.firstIndex(where: isMeant)
            if operation != "DataExtAdd", index == nil { throw WriteRefusal(.missingObject(wanted.name)) }
            if operation == "DataExtAdd", index != nil { throw WriteRefusal(.nameInUse(wanted.name)) }
            if let index { present.remove(at: index) }
            if operation != "DataExtDel" { present.insert(wanted, at: index ?? present.count) }
        }
        guard fields.text("OtherDataExtType").isEmpty else {
            try edit(&company.extensions)
            return written(wanted, "Company", "Company", operation, fields)
        }
        let target = try bearer(fields)
        guard !rules.isClosed(target["TxnDate"]) else { throw WriteRefusal(.closedForChange) }
        var record = target
        let line = fields.text("TxnLineID")
        if line.isEmpty {
            try edit(&record.extensions)
        } else {
            guard let index = record.fields.firstIndex(where: { $0.fields.text("TxnLineID") == line }) else {
                throw WriteRefusal(.missingObject(line))
            }
            var inner = record.fields[index].fields
            var present = inner.filter { $0.name == "DataExtRet" }.map { CustomField($0) }
            try edit(&present)
            inner.removeAll { $0.name == "DataExtRet" }
            record.fields[index].content = .fields(inner + present.map(\.field))
        }
        record.stampModified(in: zone, at: moment)
        put(record)
        return written(wanted, record.kind, record.id, operation, fields)
    }

    /// The record that bears the field.
    private func bearer(_ fields: [Field]) throws(WriteRefusal) -> CompanyRecord {
        let kind = fields.text("TxnDataExtType")
        guard kind.isEmpty else { return try present(fields.text("TxnID"), kind) }
        let list = fields.text("ListDataExtType")
        let reference = fields.first(named: "ListObjRef")?.fields ?? []
        let (id, name) = (reference.text("ListID"), reference.text("FullName"))
        let found = id.isEmpty ? record(list, named: name) : record(list, id: id)
        guard let found else {
            throw WriteRefusal(.missingReference(id.isEmpty ? name : id, field: list))
        }
        guard !rules.isBusy(found.id) else { throw WriteRefusal(.inUse(found.id)) }
        return found
    }

    private func written(
        _ field: CustomField, _ kind: String, _ id: String, _ operation: String, _ asked: [Field]
    ) -> Written {
        guard operation == "DataExtDel" else {
            return Written(kind: kind, id: id, content: .fields([field.field]))
        }
        let time = now.map { zone.stamp(at: $0) } ?? ""
        return Written(
            kind: kind, id: id,
            content: .fields([Field("DataExtDelRet", asked + [Field("TimeDeleted", time)])]))
    }
}
