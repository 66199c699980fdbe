/// One thing that a query sends, as the catalog lists it: `ActiveStatus=All`, `OwnerID=0@2.0`.
///
/// After `@` stands the qbXML version that brought it; without it, the part is as old as its query. A request
/// in an older version leaves the part out.
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

    init?(_ word: Substring) {
        let halves = word.split(separator: "@")
        guard let body = halves.first, let since = halves.count == 1 ? .first : Version(String(halves[1]))
        else { return nil }
        self.since = since
        if let equals = body.firstIndex(of: "=") {
            content = .constant(
                element: String(body[..<equals]), value: String(body[equals...].dropFirst()))
        } else if body == "iterator" {
            content = .iterator
        } else if body == "MaxReturned" {
            content = .pageSize(element: String(body))
        } else if body.hasSuffix("FromModifiedDate") {
            content = .modifiedSince(path: body.split(separator: "/").map(String.init))
        } else {
            return nil
        }
    }
}
