/// One kind of record within a sync: a query of the catalog, and how we ask it.
package struct Category: Hashable, Sendable {
    /// What tells a record of the category from the others.
    package enum Identity: String, Sendable {
        case listID = "ListID"
        case txnID = "TxnID"
        /// A company file has exactly one.
        case single
    }

    package enum Paging: Sendable {
        case iterator, whole
    }

    /// Where the modified-date filter stands in the query, if it has one.
    package enum Modified: Sendable {
        case direct, range, none
    }

    /// The word in addresses and settings: `received-payments`.
    package let name: String
    /// The words for people: `Received payments`.
    package let title: String
    /// One of them, in running text: `received payment`.
    package let singular: String
    /// The request element: `ReceivePaymentQueryRq`.
    package let query: String
    /// The first qbXML version that has the request.
    package let since: Version
    /// The elements that its answer may hold: `ReceivePaymentRet`.
    package let records: [String]
    package let identity: Identity
    /// What we put into the query, in the schema's order.
    package let parts: [QueryPart]

    /// Nil if the section lacks something, or the catalog lacks what it names; a test reads every section.
    private init?(_ section: Notation.Section, _ catalog: Catalog) {
        let query = section.text("query")
        guard let request = catalog.message(query),
            let answer = catalog.message(request.title + "Rs"),
            let parts = QueryPart.parts(of: request, asking: section["asks"], in: catalog)
        else { return nil }
        let records = catalog[answer.content].places.filter { catalog.name(of: $0).hasSuffix("Ret") }
        name = section.name
        title = section.text("title")
        singular = section.text("singular")
        self.query = query
        since = request.since.version
        self.records = records.map { catalog.name(of: $0) }
        let children = records.first?.content.map { catalog[$0].places.map { catalog.name(of: $0) } } ?? []
        identity = [Identity.listID, .txnID].first { children.contains($0.rawValue) } ?? .single
        self.parts = parts
    }

    /// All of them, in the fixed order of a sync (SA-23).
    package static let all: [Category] = Notation(notation).sections.compactMap {
        Category($0, Catalog.standard)
    }

    package static func named(_ name: String) -> Category? { all.first { $0.name == name } }

    package var paging: Paging {
        parts.contains { $0.content == .iterator } ? .iterator : .whole
    }

    package var modified: Modified {
        for part in parts {
            if case .modifiedSince(let path) = part.content { return path.count == 1 ? .direct : .range }
        }
        return .none
    }

    package var hasActiveStatus: Bool { sends("ActiveStatus") }
    package var hasLineItems: Bool { sends("IncludeLineItems") }
    package var hasOwnerID: Bool { sends("OwnerID") }

    /// Whether the query can be paged in this version; otherwise it is asked for as a whole.
    package func iterates(in version: Version) -> Bool {
        parts.contains { $0.content == .iterator && $0.since <= version }
    }

    private func sends(_ name: String) -> Bool {
        parts.contains { part in
            if case .constant(let element, _) = part.content { element == name } else { false }
        }
    }
}
