/// One record of a company file: the content of a `…Ret` element.
package struct CompanyRecord: Equatable, Sendable {
    /// The name of the element without its ending: `Customer`, `ItemService`, `StandardTerms`, `Invoice`.
    package let kind: String
    /// ListID or TxnID. A loaded record that has neither gets a number of ours, which is never answered.
    package let id: String
    /// The children in the schema's order, without the custom fields.
    package internal(set) var fields: [Field]
    package internal(set) var extensions: [CustomField]
    package internal(set) var created: OfficeTime
    package internal(set) var modified: OfficeTime

    /// A record that was made here, at a time that is known.
    init(kind: String, id: String, at wall: OfficeTime, fields: [Field], extensions: [CustomField] = []) {
        self.kind = kind
        self.id = id
        self.fields = fields
        self.extensions = extensions
        created = wall
        modified = wall
    }

    /// A record that says itself when it was made, or has no times at all.
    init(kind: String, id: String, fields: [Field], extensions: [CustomField] = []) {
        self.kind = kind
        self.id = id
        self.fields = fields
        self.extensions = extensions
        let made = WrittenTime(fields.text("TimeCreated"))?.wall ?? OfficeTime(seconds: 0)
        created = made
        // The wall's time is right in what QuickBooks writes; the offset beside it is not, so it is left
        // aside.
        modified = WrittenTime(fields.text("TimeModified"))?.wall ?? made
    }

    /// Reads a loaded `…Ret`, moving its custom fields aside.
    init(kind: String, fallbackID: String, fields: [Field]) {
        let own = fields.filter { $0.name != "DataExtRet" }
        let id = own.first { $0.name == "ListID" || $0.name == "TxnID" }?.text
        self.init(
            kind: kind, id: id ?? fallbackID, fields: own,
            extensions: fields.filter { $0.name == "DataExtRet" }.map { CustomField($0) })
    }

    package var name: String { fields.text("Name") }

    /// The whole path of a sub-entry, the name of any other list entry, the number of a transaction.
    package var fullName: String {
        for candidate in ["FullName", "Name", "Initial", "RefNumber"] {
            if let text = fields.first(named: candidate)?.text { return text }
        }
        return ""
    }

    package var editSequence: String { fields.text("EditSequence") }

    /// Kinds without the element count as active, as in QuickBooks.
    package var isActive: Bool { fields.text("IsActive") != "false" }

    /// The text of a child, empty when there is none.
    package subscript(name: String) -> String { fields.text(name) }

    func amount(_ name: String) -> Money { Money(fields.text(name)) ?? .zero }

    func reference(_ name: String) -> Reference? { Reference(fields.first(named: name)) }

    var reference: Reference { Reference(id: id, name: fullName) }
}
