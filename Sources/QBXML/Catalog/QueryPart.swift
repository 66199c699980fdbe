/// One thing that a query of a category sends.
///
/// A request in an older version than `since` leaves the part out.
package struct QueryPart: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// The attributes `iterator` and `iteratorID`.
        case iterator
        /// `<MaxReturned>`: sent with an iterator only, since without one the rest would be cut off silently.
        case pageSize(element: String)
        /// The modified-date filter; the path has two elements where the date stands inside a range filter.
        case modifiedSince(path: [String])
        /// An element with a fixed value.
        case constant(element: String, value: String)
    }

    package let content: Content
    package let since: Version

    /// The parts of a query in the order of the catalog: paging and the filter of modified times where the
    /// query has them, and what is asked for (`ActiveStatus=All`).
    ///
    /// - Returns: nil if something is asked for that the query does not have.
    static func parts(of query: Message, asking: [Substring], in catalog: Catalog) -> [QueryPart]? {
        var asked: [String: String] = [:]
        for word in asking {
            let halves = word.split(separator: "=", maxSplits: 1)
            guard halves.count == 2 else { return nil }
            asked[String(halves[0])] = String(halves[1])
        }
        var parts: [QueryPart] = []
        if query.hasIterator {
            parts.append(QueryPart(content: .iterator, since: Message.iteratorSince.version))
        }
        for place in catalog[query.content].places {
            let name = catalog.name(of: place)
            guard let content = content(name, place, asked.removeValue(forKey: name), query, catalog) else {
                continue
            }
            let since = max(place.since, query.since)
            parts.append(QueryPart(content: content, since: since.version))
        }
        return asked.isEmpty ? parts : nil
    }

    private static func content(
        _ name: String, _ place: Place, _ asked: String?, _ query: Message, _ catalog: Catalog
    ) -> Content? {
        if let asked { return .constant(element: name, value: asked) }
        switch name {
        case "MaxReturned": return query.hasIterator ? .pageSize(element: name) : nil
        case modified: return .modifiedSince(path: [name])
        // Transactions have their filter of dates in a range; the other range in the same choice is about
        // the date on the document.
        case _ where name.hasSuffix("ModifiedDateRangeFilter"):
            let inside = place.content.map { catalog[$0].places } ?? []
            return inside.contains { catalog.name(of: $0) == modified }
                ? .modifiedSince(path: [name, modified]) : nil
        default: return nil
        }
    }

    private static let modified = "FromModifiedDate"
}
