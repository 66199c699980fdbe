internal import QBXML

/// The catalog's facts, as the schemas of several versions and an XSD set state them together.
///
/// The newest schema says nearly everything. The older ones tell since when there is what it leaves unmarked,
/// and the XSD set how often at most something may come. What is equal is written once (`Contents`), and
/// everything goes into the notation that the catalog reads (`DataFile`).
package struct Derivation {
    package let files: [DataFile]
    package let requests: Int
    package let answers: Int
    /// Places in requests and answers, each counted wherever it may come.
    package let places: Int
    package let enumerations: Int
    /// Where the XSD set and the newest schema contradict each other; then the schema is believed. A sentence
    /// each.
    package let disagreements: [String]

    /// - Parameter schemas: ascending by version.
    package init(schemas: [Schema], xsd: XSD?) throws(SchemaError) {
        guard var newest = schemas.last else { throw .missing("schema") }
        newest.dateWhatIsNew(after: schemas.dropLast())
        disagreements = xsd.map { newest.bound(by: $0) } ?? []
        let enumerations = Enumerations(of: schemas)
        // Events are what QuickBooks tells subscribers of its own accord, by a way that does not reach a
        // server.
        let sets = newest.sets.filter { $0.name.hasSuffix("Rq") || $0.name.hasSuffix("Rs") }
        let messages = Messages(in: sets)
        files = DataFile.all(enumerations: enumerations, messages: messages)
        requests = messages.all.count { $0.isRequest }
        answers = messages.all.count { !$0.isRequest }
        places = messages.places
        self.enumerations = enumerations.all.count
    }
}
