extension Checker {
    /// What is missing, what is there too often, and which choices are made wrongly.
    ///
    /// - Parameter base: where the counts of this content begin in `counts`.
    mutating func checkOccurrences(_ node: Int32, _ content: Content, _ base: Int) {
        for (index, place) in content.places.enumerated() {
            let count = counts[base + index]
            let isRepeatable = place.choice >= 0 && content.choices[Int(place.choice)].repeats
            if count > place.maximum, !isRepeatable { tellRepeated(place, index, count, node) }
            if count == 0, place.isRequired, place.choice < 0 { tellMissing(place, node) }
        }
        for index in content.choices.indices where content.choices[index].parent < 0 {
            checkChoice(index, node, content, base)
        }
    }

    private mutating func checkChoice(_ index: Int, _ node: Int32, _ content: Content, _ base: Int) {
        let choice = content.choices[index]
        let used = choice.branches.indices.filter { branch in
            choice.branches[branch].contains { counts[base + $0] > 0 }
        }
        if used.isEmpty {
            if choice.isRequired,
                !choice.branches.indices.contains(where: { content.mayBeEmpty(branch: $0, of: index) })
            {
                tell(
                    .choice, node, "<\(draft.name(node, in: catalog))> needs one of several elements.",
                    expected: Finding.alternatives(
                        choice.branches.map { title(of: $0, content, index) }))
            }
            return
        }
        if used.count > 1, !choice.repeats { tellBoth(used, choice, node, content, base) }
        for branch in used where !choice.repeats {
            let row = choice.branches[branch]
            for place in row where Int(content.places[place].choice) == index {
                if counts[base + place] == 0, content.places[place].isRequired {
                    tellMissing(content.places[place], node)
                }
            }
            for inner in content.choices.indices
            where content.choices[inner].parent == index && content.choices[inner].parentBranch == branch {
                checkChoice(inner, node, content, base)
            }
        }
    }

    /// The elements of two branches stand together. The finding is put where the second one begins.
    private mutating func tellBoth(
        _ used: [Int], _ choice: Choice, _ node: Int32, _ content: Content, _ base: Int
    ) {
        let names = used.map { branch -> String in
            let present = choice.branches[branch].filter { counts[base + $0] > 0 }
            return Finding.conjunction(present.map { catalog.name(of: content.places[$0]) })
        }
        let second = choice.branches[used[1]]
        let culprit = checked.arranged[
            Int(checked.rows[Int(node)].lowerBound)..<Int(checked.rows[Int(node)].upperBound)
        ].first { second.contains(Int(checked.places[Int($0)])) }
        tell(
            .choice, culprit ?? node,
            "\(Finding.conjunction(names)) exclude each other in <\(draft.name(node, in: catalog))>.",
            expected: "only one of them")
    }

    /// `ListID`, or `MaxReturned and what goes with it` for a branch of several places.
    private func title(of row: Range<Int>, _ content: Content, _ choice: Int) -> String {
        let required = row.filter { content.places[$0].isRequired }
        let shown = required.isEmpty ? Array(row.prefix(1)) : required
        return Finding.conjunction(shown.map { catalog.name(of: content.places[$0]) })
    }

    private mutating func tellMissing(_ place: Place, _ node: Int32) {
        let name = catalog.name(of: place)
        let parent = draft.name(node, in: catalog)
        let isState = isModification && (name == "EditSequence" || name == "ListID" || name == "TxnID")
        let why =
            switch name {
            case "EditSequence" where isState:
                " It is the state that the change was made from: take it from the latest read."
            case _ where isState: " It says which record is meant."
            default: ""
            }
        tell(.missing, node, "<\(parent)> lacks <\(name)>.\(why)", place: place)
    }

    private mutating func tellRepeated(_ place: Place, _ index: Int, _ count: Int32, _ node: Int32) {
        let row = checked.rows[Int(node)]
        var seen: Int32 = 0
        var culprit = node
        for child in checked.arranged[Int(row.lowerBound)..<Int(row.upperBound)]
        where Int(checked.places[Int(child)]) == index {
            seen += 1
            if seen == place.maximum + 1 { culprit = child }
        }
        tell(
            .repeated, culprit, "<\(catalog.name(of: place))> stands \(count) times.",
            expected: place.maximum == 1 ? "once at most" : "\(place.maximum) times at most", place: place)
    }
}

extension Finding {
    /// `A`, `A and B`, `A, B and C`.
    static func conjunction(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
