extension Checker {
    /// Puts the children of an element into the order in which they go out, and in raw qbXML says which ones
    /// were out of it.
    ///
    /// JSON has no order, so the catalog's is taken; among the elements of a choice that repeats
    /// (`InvoiceLineAdd`, `InvoiceLineGroupAdd`) that is one name after the other, unless `$order` says how
    /// they mix.
    mutating func arrange(_ node: Int32, _ content: Content) {
        let row = checked.rows[Int(node)]
        let range = Int(row.lowerBound)..<Int(row.upperBound)
        var children = Array(checked.arranged[range])
        let isMixed = draft.orders[node] != nil
        if let names = draft.orders[node] { mix(&children, as: names, node) }
        if draft.origin == .xml || isMixed {
            tellMisplaced(children, content, node)
            children = stablySorted(children) { content.order[Int(checked.places[Int($0)])] }
        } else {
            children = stablySorted(children) { Int32(checked.places[Int($0)]) }
        }
        checked.arranged.replaceSubrange(range, with: children)
    }

    private func stablySorted(_ children: [Int32], by key: (Int32) -> Int32) -> [Int32] {
        children.enumerated().sorted { one, other in
            (key(one.element), one.offset) < (key(other.element), other.offset)
        }.map(\.element)
    }

    /// The children in the sequence of the names; each name takes the next child of that name.
    private mutating func mix(_ children: inout [Int32], as names: [String], _ node: Int32) {
        var byName: [String: [Int32]] = [:]
        for child in children.reversed() { byName[draft.name(child, in: catalog), default: []].append(child) }
        // What is left out (`null` in an Add, an empty list) may be named all the same.
        let leftOut = Set(
            draft.elements(of: node).map { draft.name($0, in: catalog) }.filter { byName[$0] == nil })
        var mixed: [Int32] = []
        for name in names where !leftOut.contains(name) {
            guard let next = byName[name]?.popLast() else {
                return tell(
                    .order, node, "$order names <\(name)> more often than it is there.",
                    expected: "each child once, by its name")
            }
            mixed.append(next)
        }
        guard mixed.count == children.count else {
            let forgotten = byName.filter { !$0.value.isEmpty }.keys.sorted()
            return tell(
                .order, node, "$order leaves out \(Finding.conjunction(forgotten)).",
                expected: "each child once, by its name")
        }
        children = mixed
    }

    /// The fewest elements that would have to move: those outside of the longest row that is in order.
    private mutating func tellMisplaced(_ children: [Int32], _ content: Content, _ node: Int32) {
        let children = withoutSurplus(children, content)
        let keys = children.map { content.order[Int(checked.places[Int($0)])] }
        let kept = Self.longestRow(keys)
        guard kept.count < keys.count else { return }
        let isKept = Set(kept)
        for (index, child) in children.enumerated() where !isKept.contains(index) {
            if isOnlyCounted(.order) { continue }
            let name = draft.name(child, in: catalog)
            let place = content.places[Int(checked.places[Int(child)])]
            let later = kept.first { $0 < index && keys[$0] > keys[index] }
            let earlier = kept.last { $0 > index && keys[$0] < keys[index] }
            let expected =
                if let later {
                    "before <\(draft.name(children[later], in: catalog))>"
                } else if let earlier {
                    "after <\(draft.name(children[earlier], in: catalog))>"
                } else {
                    "the order of the schema"
                }
            tell(
                .order, child, "<\(name)> stands at the wrong place in <\(draft.name(node, in: catalog))>.",
                expected: expected, place: place)
        }
    }

    /// Without those that stand too often: one mistake is one finding.
    private func withoutSurplus(_ children: [Int32], _ content: Content) -> [Int32] {
        var seen: [Int16: Int32] = [:]
        return children.filter { child in
            let index = checked.places[Int(child)]
            let place = content.places[Int(index)]
            if place.choice >= 0, content.choices[Int(place.choice)].repeats { return true }
            seen[index, default: 0] += 1
            return seen[index, default: 0] <= place.maximum
        }
    }

    /// The indices of a longest subsequence that never goes down, by patience sorting.
    static func longestRow(_ keys: [Int32]) -> [Int] {
        // `ends[n]`: the index at which the best row of n + 1 elements ends.
        var ends: [Int] = []
        var before = Array(repeating: -1, count: keys.count)
        for (index, key) in keys.enumerated() {
            var low = 0
            var high = ends.count
            while low < high {
                let middle = (low + high) / 2
                if keys[ends[middle]] <= key { low = middle + 1 } else { high = middle }
            }
            if low > 0 { before[index] = ends[low - 1] }
            if low == ends.count { ends.append(index) } else { ends[low] = index }
        }
        var row: [Int] = []
        var index = ends.last ?? -1
        while index >= 0 {
            row.append(index)
            index = before[index]
        }
        return row.reversed()
    }
}
