extension Draft {
    /// A request that gives a value, as `$from` names it.
    package struct Source: Equatable, Sendable {
        /// Its ID, or `#0` for the first of the same call.
        package var name: String
        /// Where the name stands in what was read, with its quotes.
        package var place: Range<Int>

        /// Whether it is named by where it stands; an ID never begins so.
        package var isNumbered: Bool { name.hasPrefix("#") }

        /// `#3`: the fourth request. Nil for an ID, and for what is no number.
        package var number: Int? { isNumbered ? Int(name.dropFirst()) : nil }
    }

    /// All requests that `$from` names, in the order of writing.
    package var namedSources: [Source] {
        sources.values.sorted { $0.place.lowerBound < $1.place.lowerBound }
    }
}

extension Checked {
    /// A request that takes a value, and from whom.
    package struct Taking: Equatable, Sendable {
        /// Which one of those that were read, from 0.
        package var request: Int
        package var source: Draft.Source
        package var pointer: String
        package var line: Int

        /// - Parameter number: where the request that takes the value stands.
        package func problem(at number: Int) -> String {
            "\"\(source.name)\" in \"\(DraftLink.from)\" is no request in front of this one, "
                + "which is \"#\(number)\"."
        }

        package func expected(at number: Int) -> String {
            let near = number == 1 ? ", or \"#0\"" : number > 1 ? ", or \"#0\" to \"#\(number - 1)\"" : ""
            return "the ID of a request\(near)"
        }
    }

    /// - Parameters:
    ///   - limit: no more are told; all are counted.
    ///   - isWanted: which of them are looked for, by the source and the request that takes from it.
    package func takings(
        limit: Int = .max, in catalog: Catalog = .standard, where isWanted: (Draft.Source, Int) -> Bool
    ) -> (count: Int, told: [Taking]) {
        guard !draft.sources.isEmpty else { return (0, []) }
        var located = self
        var (count, told): (Int, [Taking]) = (0, [])
        var request = -1
        // The tree lies flat in the order of writing, so what belongs to a request stands behind it.
        for (node, source) in draft.sources.sorted(by: { $0.key < $1.key }) {
            while request + 1 < draft.requests.count, draft.requests[request + 1] <= node { request += 1 }
            guard request >= 0, isWanted(source, request) else { continue }
            count += 1
            guard told.count < limit else { continue }
            let (pointer, line) = located.location(of: node, in: catalog)
            told.append(Taking(request: request, source: source, pointer: pointer, line: line))
        }
        return (count, told)
    }

    /// Values that are to come from the request itself, from a later one, or from none.
    ///
    /// - Parameter front: how many requests stand in front of those that were checked.
    package func misplacedTakings(
        behind front: Int = 0, limit: Int, in catalog: Catalog = .standard
    ) -> (count: Int, told: [Taking]) {
        takings(limit: limit, in: catalog) { source, request in
            source.isNumbered && !(source.number.map { (0..<front + request).contains($0) } ?? false)
        }
    }
}
