/// One query about the records of a category, or for one page of them.
package struct CategoryQuery: Equatable, Sendable {
    /// What is asked.
    package enum Question: Equatable, Sendable {
        /// All records, or those modified at or after a wall time without an offset.
        case records(since: String?)
        /// Transactions by the date on them, both days included: `2026-01-31`.
        case dated(from: String, to: String)
        /// The same records as `records`, but only ID and EditSequence of each.
        case identities(since: String?)
        /// Of all records only what drifts.
        case drifts
        /// These and no others.
        case named([String])
        /// How many there are.
        case count(since: String?)
        /// One record, whichever.
        case probe
    }

    package var category: Category
    package var question: Question
    package var page: QueryPage
    /// Echoed by QuickBooks; at most 50 characters (status 1060).
    package var requestID: String

    package init(category: Category, question: Question, page: QueryPage = .whole, requestID: String) {
        self.category = category
        self.question = question
        self.page = page
        self.requestID = requestID
    }

    package init(category: Category, since: String? = nil, page: QueryPage, requestID: String) {
        self.init(category: category, question: .records(since: since), page: page, requestID: requestID)
    }
}

/// How much of a query's result is asked for.
package enum QueryPage: Equatable, Sendable {
    /// Everything in one answer.
    case whole
    /// Opens an iterator; `size` is at least 1.
    case first(size: Int)
    /// The next page of an open iterator; the filters must be those of the first.
    case next(iteratorID: String, size: Int)
    /// Gives an iterator up before its end.
    case stop(iteratorID: String)
}

/// What was deleted, as far as QuickBooks remembers it: about 90 days.
///
///     <TxnDeletedQueryRq requestID="7"><TxnDelType>Invoice</TxnDelType>…
///       <DeletedDateRangeFilter><FromDeletedDate>2026-11-01T10:00:00</FromDeletedDate>…
package struct DeletedQuery: Equatable, Sendable {
    package enum Family: String, Sendable {
        case list = "ListDeletedQueryRq"
        case transaction = "TxnDeletedQueryRq"

        var type: String { self == .list ? "ListDelType" : "TxnDelType" }
    }

    package var family: Family
    /// At least one.
    package var types: [String]
    /// Wall time without an offset.
    package var since: String
    package var requestID: String

    package init(family: Family, types: [String], since: String, requestID: String) {
        self.family = family
        self.types = types
        self.since = since
        self.requestID = requestID
    }

    static let listTypes = types("ListDelType")
    static let transactionTypes = types("TxnDelType")

    /// Each word with the version that brought it.
    private static func types(_ enumeration: String) -> [String: Version] {
        let values = Catalog.standard.enumerations.first { $0.name == enumeration }?.values ?? []
        let first = Version(major: 1, minor: 0)
        return Dictionary(
            values.map { ($0.name, $0.since?.version ?? first) }, uniquingKeysWith: { one, _ in one })
    }
}
