extension Catalog {
    /// What an element holds, for a column of a table: `text up to 11`, `ListID, FullName (209)`.
    package func brief(_ place: Place) -> String {
        if let content = place.content { return brief(self[content]) }
        guard let type = place.type else { return "" }
        if type == .enumeration, let enumeration = enumeration(of: place) { return brief(enumeration) }
        let (least, greatest) = bounds(of: place)
        let range =
            switch (least, greatest) {
            case (let least?, let greatest?): ", \(least) to \(greatest)"
            case (let least?, nil): ", \(least) or more"
            case (nil, let greatest?): ", \(greatest) at most"
            case (nil, nil): ""
            }
        return type.word + (limits(of: place).map { " up to \($0)" } ?? "") + range
    }

    /// The names inside, if they are few, else their number.
    func brief(_ content: Content) -> String {
        if content.places.isEmpty { return "nothing" }
        guard content.places.count <= 4 else { return "\(content.places.count) elements" }
        return content.places.map { place in
            name(of: place) + (limits(of: place).map { " (\($0))" } ?? "")
        }.joined(separator: ", ")
    }

    private func brief(_ enumeration: Enumeration) -> String {
        guard enumeration.values.count <= 6 else { return "one of \(enumeration.values.count) words" }
        return enumeration.values.map { value in
            value.name + (value.name == enumeration.standard ? " (standard)" : "")
        }.joined(separator: ", ")
    }

    /// `11`, or `3 (CA, UK), 6 (AU)`.
    private func limits(of place: Place) -> String? {
        var groups: [(limit: Int, editions: [String])] = []
        for edition in place.editions.list {
            guard let limit = place.length.limit(in: edition) else { continue }
            if let known = groups.firstIndex(where: { $0.limit == limit }) {
                groups[known].editions.append(edition.rawValue)
            } else {
                groups.append((limit, [edition.rawValue]))
            }
        }
        guard let first = groups.first else { return nil }
        if groups.count == 1 { return "\(first.limit)" }
        return groups.map { "\($0.limit) (\($0.editions.joined(separator: ", ")))" }.joined(separator: ", ")
    }
}

extension ValueType {
    /// In a word or two; `title` says more.
    package var word: String {
        switch self {
        case .text: "text"
        case .id: "ID"
        case .guid: "GUID or 0"
        case .flag: "true or false"
        case .int: "whole number"
        case .date: "date"
        case .time: "time"
        case .interval: "length of time"
        case .amount: "amount"
        case .price: "price"
        case .quantity: "quantity"
        case .percent: "percentage"
        case .float: "decimal number"
        case .enumeration: "word"
        case .empty: "nothing"
        }
    }
}
