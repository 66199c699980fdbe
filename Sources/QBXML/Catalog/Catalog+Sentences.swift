extension Catalog {
    /// What the catalog says of a place, in one line: `RefNumber: text of at most 11 characters, optional`.
    package func sentence(about place: Place) -> String { name(of: place) + ": " + facts(of: place) }

    /// The same without the name.
    ///
    /// - Parameter content: what it stands in, if that is known: in a choice that repeats the place's own
    ///   count has no meaning.
    package func facts(of place: Place, in content: Content? = nil) -> String {
        var parts = [kind(of: place)]
        let isRepeated = content?.isRepeated(place) ?? false
        parts.append(isRepeated ? "any number" : occurrence(of: place))
        if place.since > .first { parts.append("since qbXML \(place.since.version)") }
        if let editions = editions(of: place.editions) { parts.append(editions) }
        return parts.joined(separator: ", ")
    }

    /// `text of at most 11 characters`, `elements`, `one of Active, Inactive`.
    package func kind(of place: Place) -> String {
        guard let type = place.type else { return "elements" }
        if type == .enumeration, let values = enumeration(of: place)?.values.map(\.name) {
            return values.count <= 8
                ? "one of \(values.joined(separator: ", "))" : "one of \(values.count) words"
        }
        let range =
            switch bounds(of: place) {
            case (let least?, let greatest?): " from \(least) to \(greatest)"
            case (let least?, nil): " of \(least) or more"
            case (nil, let greatest?): " of \(greatest) at most"
            case (nil, nil): ""
            }
        return type.title + (length(of: place) ?? "") + range
    }

    /// ` of at most 11 characters`, or by edition where they differ.
    private func length(of place: Place) -> String? {
        let limits = Edition.allCases.compactMap { edition in
            place.editions.contains(Editions(edition))
                ? place.length.limit(in: edition).map { (edition, $0) } : nil
        }
        guard let first = limits.first else { return nil }
        if limits.allSatisfy({ $0.1 == first.1 }) { return " of at most \(first.1) characters" }
        return " of at most " + limits.map { "\($0.1) (\($0.0.rawValue))" }.joined(separator: ", ")
            + " characters"
    }

    package func occurrence(of place: Place) -> String {
        switch (place.isRequired, place.maximum) {
        case (true, 1): "required"
        case (false, 1): "optional"
        case (true, Place.unbounded): "one or more"
        case (false, Place.unbounded): "any number"
        case (true, let most): "one to \(most)"
        case (false, let most): "at most \(most)"
        }
    }

    /// Nil where all have it.
    package func editions(of editions: Editions) -> String? {
        if editions == .all { return nil }
        if editions.isEmpty { return "not on the desktop" }
        return "only in " + editions.list.map(\.rawValue).joined(separator: ", ")
    }
}
