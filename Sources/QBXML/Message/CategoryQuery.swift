/// One query for the records of a category, or for one page of them.
package struct CategoryQuery: Equatable, Sendable {
    package var category: Category
    /// Wall time without an offset: records modified at or after it. Nil reads all.
    package var since: String?
    package var page: QueryPage
    /// Echoed by QuickBooks; at most 50 characters (status 1060).
    package var requestID: String

    package init(category: Category, since: String? = nil, page: QueryPage, requestID: String) {
        self.category = category
        self.since = since
        self.page = page
        self.requestID = requestID
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
