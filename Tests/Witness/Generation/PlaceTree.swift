package import QBXML

/// Every place where an element may stand in some messages, each path by itself, with how often it was
/// generated. One content that stands in several places is there several times.
package struct PlaceTree: Sendable {
    struct Spot: Sendable {
        /// Nil for a message itself.
        let place: Place?
        let content: Content.ID?
        let parent: Int
        let isInScope: Bool
        /// The spots of its content's places, in their order.
        var children = 0..<0
        /// How many spots in it, itself among them, were never generated.
        var unseen = 1
        var visits = 0
    }

    private(set) var spots: [Spot] = []
    package let messages: [Message]
    private var roots: [Int] = []

    init(of messages: [Message], in catalog: Catalog, scope: Scope) {
        self.messages = messages
        for message in messages {
            roots.append(spots.count)
            spots.append(
                Spot(place: nil, content: message.content, parent: -1, isInScope: scope.has(message)))
            expand(spots.count - 1, in: catalog, scope)
        }
    }

    private mutating func expand(_ spot: Int, in catalog: Catalog, _ scope: Scope) {
        guard spots[spot].isInScope else {
            spots[spot].unseen = 0
            return
        }
        guard let id = spots[spot].content else { return }
        let content = catalog[id]
        let first = spots.count
        for place in content.places {
            spots.append(
                Spot(
                    place: place, content: place.content, parent: spot,
                    isInScope: scope.has(place) && scope.has(content.outerChoices(of: place))))
        }
        spots[spot].children = first..<spots.count
        for child in spots[spot].children {
            expand(child, in: catalog, scope)
            spots[spot].unseen += spots[child].unseen
        }
    }

    subscript(spot: Int) -> Spot { spots[spot] }

    func root(of message: Int) -> Int { roots[message] }

    mutating func visit(_ spot: Int) {
        spots[spot].visits += 1
        guard spots[spot].visits == 1 else { return }
        var above = spot
        while above >= 0 {
            spots[above].unseen -= 1
            above = spots[above].parent
        }
    }

    // MARK: Coverage

    package var placeCount: Int { spots.count { $0.isInScope && $0.place != nil } }

    package var visitedCount: Int { spots.count { $0.visits > 0 && $0.place != nil } }

    package var messageCount: Int { roots.count { spots[$0].isInScope } }

    package var visitedMessageCount: Int { roots.count { spots[$0].visits > 0 } }

    /// `InvoiceAddRq/InvoiceAdd/Memo`: what was never generated.
    package func unvisited(in catalog: Catalog = .standard) -> [String] {
        spots.indices.filter { spots[$0].isInScope && spots[$0].visits == 0 }.map { path($0, catalog) }
    }

    private func path(_ spot: Int, _ catalog: Catalog) -> String {
        guard let place = spots[spot].place else {
            return roots.firstIndex(of: spot).map { messages[$0].name } ?? ""
        }
        return path(spots[spot].parent, catalog) + "/" + catalog.name(of: place)
    }
}

extension Content {
    /// The choices around a place, from the outside in.
    fileprivate func outerChoices(of place: Place) -> [Choice] {
        guard let index = places.firstIndex(where: { $0.name == place.name }) else { return [] }
        return choices.filter { $0.places.contains(index) }
    }
}

extension Scope {
    fileprivate func has(_ choices: [Choice]) -> Bool { choices.allSatisfy { has($0) } }
}
