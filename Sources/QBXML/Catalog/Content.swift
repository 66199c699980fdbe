/// The elements that may stand inside another one, in the order that QuickBooks insists on.
///
///     (?                          one of the branches, or none
///       TxnID+ id                 branch 0
///     |
///       MaxReturned? int min1     branch 1, with a choice within it
///       (? … )
///     )
///     IncludeLineItems? flag
///
/// The places of all branches stand in one row. Two facts, which a test keeps, make that enough: no name
/// stands twice in one content, and the branches of a choice that repeats are single elements. So a document
/// is right when each child has a place here, the places do not go backwards, none is used too often, and of
/// each choice one branch is used: no search through possibilities is ever needed, and everything that is
/// wrong can be told at once.
///
/// A class that never changes, so that handing one around costs one count of references and not five.
package final class Content: Sendable {
    /// Its number in `Catalog.contents`.
    package struct ID: Hashable, Sendable {
        package let index: Int32
    }

    /// Its name in the notation: the message's, the shape's, or that of the element at which it is written.
    /// No two have the same.
    package let name: String
    package let places: [Place]
    package let choices: [Choice]
    /// The numbers of the names of `places`, side by side for a quick search.
    let names: [NameIndex.ID]
    /// Where a place stands in the order: its own index, or for a choice that repeats, where elements may
    /// come in any order, the index of its first place.
    let order: [Int32]
    /// Whether nothing at all is fine too.
    package let mayBeEmpty: Bool

    init(name: String, places: [Place], choices: [Choice]) {
        self.name = name
        self.places = places
        self.choices = choices
        names = places.map(\.name)
        var order = places.indices.map { Int32($0) }
        for choice in choices where choice.repeats {
            for index in choice.places { order[index] = Int32(choice.places.lowerBound) }
        }
        self.order = order
        mayBeEmpty = Self.mayBeEmpty(0..<places.count, choice: -1, places, choices)
    }

    /// The place of a name. Documents mostly are in order, so the search begins at the last one found.
    @inline(__always)
    func index(of name: NameIndex.ID, after last: Int) -> Int? {
        var index = last
        let count = names.count
        while index < count {
            if names[index] == name { return index }
            index += 1
        }
        index = 0
        while index < last {
            if names[index] == name { return index }
            index += 1
        }
        return nil
    }

    package func place(named name: NameIndex.ID) -> Place? {
        index(of: name, after: 0).map { places[$0] }
    }

    /// Whether a place is of a choice that repeats, so that its element may come any number of times.
    package func isRepeated(_ place: Place) -> Bool {
        place.choice >= 0 && choices[Int(place.choice)].repeats
    }

    /// What stands directly in a row of places: single places and choices, in their order.
    package enum Particle: Sendable, Equatable {
        case place(Int)
        case choice(Int)
    }

    /// - Parameter choice: the choice whose branch the row is; -1 for the content itself.
    package func particles(_ row: Range<Int>? = nil, in choice: Int = -1) -> [Particle] {
        let row = row ?? 0..<places.count
        var particles: [Particle] = []
        var index = row.lowerBound
        while index < row.upperBound {
            if let inner = choices.indices.first(where: {
                choices[$0].places.lowerBound == index && choices[$0].parent == choice
            }) {
                particles.append(.choice(inner))
                index = choices[inner].places.upperBound
            } else {
                particles.append(.place(index))
                index += 1
            }
        }
        return particles
    }

    /// Whether a branch needs nothing in it.
    package func mayBeEmpty(branch: Int, of choice: Int) -> Bool {
        Self.mayBeEmpty(choices[choice].branches[branch], choice: choice, places, choices)
    }

    private static func mayBeEmpty(
        _ row: Range<Int>, choice: Int, _ places: [Place], _ choices: [Choice]
    ) -> Bool {
        for index in row where Int(places[index].choice) == choice && places[index].isRequired {
            return false
        }
        return choices.indices.allSatisfy { inner in
            guard choices[inner].parent == choice, row.contains(choices[inner].places.lowerBound) else {
                return true
            }
            return !choices[inner].isRequired
                || choices[inner].branches.contains { mayBeEmpty($0, choice: inner, places, choices) }
        }
    }
}

/// Elements of which only one branch may be used: `(?`, `(1`, `(*` or `(+` in the notation.
package struct Choice: Sendable {
    /// `(1` and `(+`: one of the branches must be used, unless a branch needs nothing.
    package let isRequired: Bool
    /// `(*` and `(+`: any number of the branches' elements, in any order.
    package let repeats: Bool
    package let since: Release
    package let editions: Editions
    /// The choice around it, and the branch there; -1 for none.
    let parent: Int
    let parentBranch: Int
    /// The places of each branch, in `Content.places`.
    package let branches: [Range<Int>]

    package var places: Range<Int> {
        (branches.first?.lowerBound ?? 0)..<(branches.last?.upperBound ?? 0)
    }
}
