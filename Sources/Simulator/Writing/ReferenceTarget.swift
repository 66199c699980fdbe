/// Which lists an element of a request may refer to.
enum ReferenceTarget {
    /// - Parameter kind: the kind of record that is written, for references to its own list.
    static func families(of element: String, in kind: String) -> [String] {
        if element == "ParentRef" { return [Family.holding(kind).name] }
        if let special = special[element] { return special }
        guard element.hasSuffix("Ref") else { return [] }
        let name = String(element.dropLast("Ref".count))
        if name.hasSuffix("Account") { return ["Account"] }
        if name.hasSuffix("Class") { return ["Class"] }
        if name.hasSuffix("TaxCode") { return ["SalesTaxCode"] }
        if name.hasSuffix("Entity") { return Family.names }
        if name.hasSuffix("Vendor") { return ["Vendor"] }
        if name.hasPrefix("Item") { return ["Item"] }
        if name.contains("InventorySite") { return ["InventorySite"] }
        if name.hasSuffix("PaymentMethod") { return ["PaymentMethod"] }
        return [name]
    }

    private static let special = [
        "ParentSiteRef": ["InventorySite"], "SupervisorRef": ["Employee"],
        "OverrideUOMSetRef": ["UnitOfMeasureSet"], "PayrollItemWageRef": ["PayrollItemWage"],
    ]

    /// Whether an element with these children is a reference to a list entry.
    static func isReference(_ name: String, _ children: [Field]) -> Bool {
        name.hasSuffix("Ref") && !children.isEmpty
            && children.allSatisfy { $0.name == "ListID" || $0.name == "FullName" }
    }
}

extension CompanyFile {
    /// The entry that a reference of a request means, with its ID and its name. When both are given the ID
    /// counts.
    func target(of field: Field, in kind: String) throws(WriteRefusal) -> Reference {
        let families = ReferenceTarget.families(of: field.name, in: kind)
        let id = field.fields.text("ListID")
        let name = field.fields.text("FullName")
        for family in families {
            let found = id.isEmpty ? record(family, named: name) : record(family, id: id)
            if let found { return found.reference }
        }
        let title = String(field.name.dropLast("Ref".count))
        throw WriteRefusal(.missingReference(id.isEmpty ? name : id, field: title))
    }
}
