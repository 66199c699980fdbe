/// A ListID with the name that stands beside it.
struct Reference: Hashable, Sendable {
    var id: String
    var name: String

    init(id: String, name: String) {
        self.id = id
        self.name = name
    }

    /// Reads `<CustomerRef>` and its like; nil without a ListID.
    init?(_ field: Field?) {
        guard let field, let id = field.fields.first(named: "ListID")?.text else { return nil }
        self.id = id
        name = field.fields.first(named: "FullName")?.text ?? ""
    }
}
