/// A line in the list of all that the catalog knows, as one searches it.
package struct Entry: Encodable, Equatable, Sendable {
    package enum Kind: String, Encodable, Sendable {
        case request, element
    }

    package var name: String
    package var kind: Kind
    /// `Query`, `Add`, …, for a request.
    package var operation: String?
    package var since: String?
    package var editions: [String]?
    /// Whether a query can be read in pages.
    package var hasIterator: Bool?
    /// In how many elements and messages it stands, for an element.
    package var homes: Int?
}

extension Catalog {
    /// All requests; with words, the requests and then the elements whose texts hold all of the words.
    ///
    /// A request's text is its name, what it does (`adds`, `changes`, …) and, for one that can be read in
    /// pages, `iterator`.
    package func entries(holding words: [String] = []) -> [Entry] {
        // Somebody puts them into one pair of quotes.
        let words = words.flatMap { $0.lowercased().split(separator: " ").map(String.init) }
        let found = requests.filter { request in
            let text = searchText(of: request)
            return words.allSatisfy { text.contains($0) }
        }
        return found.map(entry) + (words.isEmpty ? [] : elements(holding: words))
    }

    private func searchText(of request: Message) -> String {
        [
            request.name, request.operation?.verb ?? "", request.hasIterator ? "iterator" : "",
            request.container == .subscriptions ? "subscription" : "",
        ].joined(separator: " ").lowercased()
    }

    private func entry(of request: Message) -> Entry {
        Entry(
            name: request.title, kind: .request, operation: request.operation?.rawValue,
            since: request.since.version.description, editions: request.editions.list.map(\.rawValue),
            hasIterator: request.operation == .query ? request.hasIterator : nil)
    }

    /// The requests about a subject such as `Invoice`, and the record that they answer with.
    package func entries(about subject: String) -> [Entry] {
        requests.filter { $0.subject == subject }.map(entry) + elements { $0 == subject + "Ret" }
    }

    private func elements(holding words: [String]) -> [Entry] {
        let titles = Set(titles)
        return elements { name in
            let text = name.lowercased()
            return words.allSatisfy { text.contains($0) } && !titles.contains(name)
        }
    }

    private func elements(where isWanted: (String) -> Bool) -> [Entry] {
        let wanted = index.names.filter(isWanted).sorted()
        let ids = Set(wanted.compactMap { index.id(of: $0) })
        var homes: [NameIndex.ID: Int] = [:]
        for place in contents.flatMap(\.places) where ids.contains(place.name) {
            homes[place.name, default: 0] += 1
        }
        return wanted.compactMap { name in
            index.id(of: name).flatMap { homes[$0] }.map { Entry(name: name, kind: .element, homes: $0) }
        }
    }
}

extension Message.Operation {
    /// What the request does: `a request that adds`.
    package var verb: String {
        switch self {
        case .query: "reads"
        case .add: "adds"
        case .modify: "changes"
        case .delete: "deletes"
        case .void: "voids"
        case .merge: "merges"
        }
    }
}
