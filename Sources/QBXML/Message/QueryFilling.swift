internal import XML

/// A query with what goes into it, by the names of the elements: the catalog has the order.
struct QueryFilling {
    private enum Content {
        case texts([String])
        case children([(name: String, text: String)])
    }

    private let query: Message
    private let version: Version
    private var attributes: [(name: String, value: String)]
    private var contents: [String: Content] = [:]

    init(_ query: CategoryQuery, version: Version) {
        let category = query.category
        self.init(category.query, requestID: query.requestID, version: version)
        let page = category.iterates(in: version) ? query.page : .whole
        ask(query.question, of: category, page)
        open(page)
    }

    init(_ query: DeletedQuery, version: Version) {
        self.init(query.family.rawValue, requestID: query.requestID, version: version)
        contents[query.family.type] = .texts(query.types)
        if let since = Stamp(query.since) {
            contents["DeletedDateRangeFilter"] = .children([("FromDeletedDate", since.wallTime)])
        }
    }

    /// - Parameter name: of a request that the catalog has; a category names no other.
    private init(_ name: String, requestID: String, version: Version) {
        guard let query = Catalog.standard.message(name) else {
            preconditionFailure("The catalog has no \(name).")
        }
        self.query = query
        self.version = version
        attributes = [("requestID", requestID)]
    }

    private mutating func ask(_ question: CategoryQuery.Question, of category: Category, _ page: QueryPage) {
        contents["ActiveStatus"] = .texts(["All"])
        contents["DoneStatus"] = .texts(["All"])
        switch question {
        case .records(let since):
            filter(since: since)
            wantAll()
        case .dated(let from, let to):
            contents["TxnDateRangeFilter"] = .children([("FromTxnDate", from), ("ToTxnDate", to)])
            wantAll()
        case .identities(let since):
            filter(since: since)
            contents["IncludeRetElement"] = .texts([category.identity.rawValue, "EditSequence"])
        case .drifts:
            contents["IncludeRetElement"] = .texts(
                [category.identity.rawValue, "EditSequence"] + category.drifts)
        case .named(let ids):
            // IDs exclude every other filter.
            contents["ActiveStatus"] = nil
            contents["DoneStatus"] = nil
            contents[category.identity.rawValue] = .texts(ids)
            wantAll()
        case .count(let since):
            filter(since: since)
            attributes.append(("metaData", "MetaDataOnly"))
        case .probe:
            contents["MaxReturned"] = .texts(["1"])
        }
        // Without an iterator the rest would be cut off silently.
        if let size = page.size { contents["MaxReturned"] = .texts([String(max(1, size))]) }
    }

    private mutating func wantAll() {
        contents["IncludeLineItems"] = .texts(["true"])
        contents["IncludeComponentLineItems"] = .texts(["true"])
        contents["IncludeLinkedTxns"] = .texts(["true"])
        contents["OwnerID"] = .texts(["0"])
    }

    /// A time that cannot be read would have the whole document refused; reading everything is always right.
    private mutating func filter(since: String?) {
        guard let since = since.flatMap({ Stamp($0) }) else { return }
        contents[Self.modified] = .texts([since.wallTime])
        contents["ModifiedDateRangeFilter"] = .children([(Self.modified, since.wallTime)])
    }

    private static let modified = "FromModifiedDate"

    private mutating func open(_ page: QueryPage) {
        switch page {
        case .whole: break
        case .first: attributes.append(("iterator", "Start"))
        case .next(let iteratorID, _): attributes += [("iterator", "Continue"), ("iteratorID", iteratorID)]
        case .stop(let iteratorID): attributes += [("iterator", "Stop"), ("iteratorID", iteratorID)]
        }
    }

    /// What the query has a place for, in the order of the catalog; what this version lacks is left out.
    func write(to writer: inout Writer) {
        let catalog = Catalog.standard
        writer.open(query.name, attributes: attributes)
        for place in catalog[query.content].places where place.since.version <= version {
            let name = catalog.name(of: place)
            switch contents[name] {
            case .texts(let texts)?:
                for text in texts { writer.leaf(name, text) }
            case .children(let children)?:
                writer.open(name)
                for child in children { writer.leaf(child.name, child.text) }
                writer.close(name)
            case nil: break
            }
        }
        writer.close(query.name)
    }
}

extension QueryPage {
    fileprivate var size: Int? {
        switch self {
        case .first(let size), .next(_, let size): size
        case .whole, .stop: nil
        }
    }
}
