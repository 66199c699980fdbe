internal import QBXML
internal import XML

extension Mutator {
    /// A child that is in a choice, with what else the choice would have allowed.
    private struct Alternative {
        let site: Site
        let child: Int
        let other: Place
    }

    private mutating func alternative(_ document: Element, _ sites: [Site]) -> Alternative? {
        var found: [(site: Site, child: Int, others: [Place])] = []
        for site in sites {
            guard let id = site.content, !catalog[id].choices.isEmpty else { continue }
            let content = catalog[id]
            for (index, child) in document[site.path[...]].elements.enumerated() {
                guard let place = content.places.firstIndex(where: { catalog.name(of: $0) == child.name })
                else { continue }
                let others = content.choices.filter { $0.places.contains(place) }.flatMap { choice in
                    choice.branches.filter { !$0.contains(place) }.flatMap { content.places[$0] }
                }
                if !others.isEmpty { found.append((site, index, others)) }
            }
        }
        guard let chosen = maker.dice.pick(found), let other = maker.dice.pick(chosen.others) else {
            return nil
        }
        return Alternative(site: chosen.site, child: chosen.child, other: other)
    }

    /// An element in place of one of another branch.
    mutating func wrongBranch(_ document: inout Element, _ sites: [Site]) -> Mutation? {
        guard let found = alternative(document, sites) else { return nil }
        var element = document[found.site.path[...]]
        let index = element.childIndex(ofElement: found.child)
        element.children[index] = .element(maker.smallest(found.other))
        document[found.site.path[...]] = element
        return told(.wrongBranch, document, found.site.path, child: found.child)
    }

    /// An element beside one of another branch, in the order of the schema or the other way round.
    mutating func bothBranches(_ document: inout Element, _ sites: [Site]) -> Mutation? {
        guard let found = alternative(document, sites) else { return nil }
        return put(
            maker.smallest(found.other), at: found.child + maker.dice.below(2), in: found.site, &document,
            .bothBranches)
    }
}

extension ValueMaker {
    /// An element of the place with as little inside as it may have.
    mutating func smallest(_ place: Place) -> Element {
        var element = Element(name: catalog.name(of: place))
        for (name, isRequired) in catalog.attributes(of: place) where isRequired {
            element.attributes.append(Element.Attribute(name: name, value: "1"))
        }
        if let id = place.content {
            element.children = smallest(catalog[id], nil, in: -1).map { .element($0) }
        } else {
            let text = value(of: place)
            if !text.isEmpty { element.children = [.text(text)] }
        }
        return element
    }

    private mutating func smallest(_ content: Content, _ row: Range<Int>?, in choice: Int) -> [Element] {
        var children: [Element] = []
        for particle in content.particles(row, in: choice) {
            switch particle {
            case .place(let index):
                if content.places[index].isRequired { children.append(smallest(content.places[index])) }
            case .choice(let index):
                guard content.choices[index].isRequired, let first = content.choices[index].branches.first
                else { continue }
                children += smallest(content, first, in: index)
            }
        }
        return children
    }
}
