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
    /// The editions of QuickBooks that have it.
    package let editions: Editions
    /// The elements that its answer may hold: `ReceivePaymentRet`.
    package let records: [String]
    package let identity: Identity
    package let paging: Paging
    package let modified: Modified
    /// Members that change without a new EditSequence, because other records change them: balances.
    package let drifts: [String]
    /// Whether QuickBooks counts its records without sending them.
    package let hasCount: Bool
    package let hasActiveStatus: Bool
    package let hasLineItems: Bool
    package let hasOwnerID: Bool
    /// Whether transactions can be asked for by the date on them.
    package let hasDates: Bool

    /// Nil if the section lacks something, or the catalog lacks what it names; a test reads every section.
    private init?(_ section: Notation.Section, _ catalog: Catalog) {
        let query = section.text("query")
        guard let request = catalog.message(query), let answer = catalog.message(request.title + "Rs")
        else { return nil }
        let records = catalog[answer.content].places.filter { catalog.name(of: $0).hasSuffix("Ret") }
        let features = catalog.features(of: request)
        let children = records.first?.content.map { catalog[$0].places.map { catalog.name(of: $0) } } ?? []
        name = section.name
        title = section.text("title")
        singular = section.text("singular")
        self.query = query
        since = request.since.version
        editions = request.editions
        self.records = records.map { catalog.name(of: $0) }
        identity = [Identity.listID, .txnID].first { children.contains($0.rawValue) } ?? .single
        // One query has the iterator's attributes and no size of its pages: it is read as a whole.
        paging = features.iterator && features.maxReturned ? .iterator : .whole
        modified =
            switch features.modifiedFilter {
            case .direct: .direct
            case .range: .range
            case nil: .none
            }
        drifts = section["drifts"].map { String($0) }
        hasCount = features.metaData
        hasActiveStatus = features.activeStatus
        hasLineItems = features.includeLineItems
        hasOwnerID = features.ownerID
        hasDates = catalog[request.content].places.contains { catalog.name(of: $0) == "TxnDateRangeFilter" }
    }

    /// All of them, in the fixed order of a sync (SA-23).
    package static let all: [Category] = Notation(notation).sections.compactMap {
        Category($0, Catalog.standard)
    }

    package static func named(_ name: String) -> Category? { byName[name] }

    private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { one, _ in one })

    /// The category that brings records of a kind: `customers` for `Customer`.
    package static func bringing(kind: String) -> Category? { byKind[kind] }

    private static let byKind = Dictionary(
        all.flatMap { category in category.kinds.map { ($0, category) } }, uniquingKeysWith: { one, _ in one }
    )

    /// By whatever a person calls it, in any case: by its name, its words for people, or one of its kinds
    /// (`received-payments`, `Received payments`, `ReceivePayment`).
    package static func called(_ text: String) -> Category? { byWord[text.lowercased()] }

    private static let byWord = Dictionary(
        all.map { ($0.name, $0) }
            + all.flatMap { category in
                (category.kinds + [category.title, category.singular]).map { ($0.lowercased(), category) }
            }, uniquingKeysWith: { one, _ in one })

    /// The kinds of its records: `Invoice`; several for items and terms.
    package var kinds: [String] { records.map { String($0.dropLast(3)) } }

    /// Whether the query can be paged in this version; otherwise it is asked for as a whole.
    package func iterates(in version: Version) -> Bool {
        paging == .iterator && Message.iteratorSince.version <= version
    }

    /// Whether QuickBooks in this version says how many records there are.
    package func counts(in version: Version) -> Bool {
        hasCount && Message.metaDataSince.version <= version
    }

    /// Whether a QuickBooks of this version and edition has the query.
    ///
    /// - Parameter edition: nil if nobody knows it.
    package func exists(in version: Version, _ edition: Edition?) -> Bool {
        since <= version && (edition.map { editions.contains(Editions($0)) } ?? true)
    }

    /// Whether QuickBooks keeps a list of those of the category that were deleted.
    package var hasDeletions: Bool { !deletionTypes().isEmpty }

    /// The words of `ListDelType` or `TxnDelType` for its records, as far as a version has them.
    package func deletionTypes(in version: Version = Catalog.newest) -> [String] {
        guard identity != .single else { return [] }
        let known = identity == .listID ? DeletedQuery.listTypes : DeletedQuery.transactionTypes
        return kinds.filter { kind in known[kind].map { $0 <= version } ?? false }
    }
}
