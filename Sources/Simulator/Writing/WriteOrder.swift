/// A request that adds or changes a record, ready to be carried out.
struct WriteOrder {
    /// The kind of record: `ItemService`, `Invoice`.
    let kind: String
    /// What stands in the `…Add` or `…Mod` element.
    let fields: [Field]
    /// The name by which later requests of the set call what is added.
    var macro: String?
    let moment: Int
    var macros: MacroBook

    /// The elements of a name, as they were written.
    func all(_ name: String) -> [Field] { fields.filter { $0.name == name } }

    func flag(_ name: String) -> Bool {
        let text = fields.text(name)
        return text == "true" || text == "1"
    }
}

/// What a request did, for its answer and for the ledger.
struct Written {
    enum Content {
        /// A record as it is now.
        case record(family: String, id: String)
        /// What is answered beside any record: the ID and time of a deletion, a custom field.
        case fields([Field])
    }

    var kind: String
    var id: String
    var content: Content
}
