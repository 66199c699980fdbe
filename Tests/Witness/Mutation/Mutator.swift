package import QBXML
package import XML

/// Makes one thing of a document wrong, or at least another: what people and programs get wrong about qbXML.
package struct Mutator: Sendable {
    var maker: ValueMaker
    let catalog: Catalog

    package init(catalog: Catalog = .standard, seed: UInt64) {
        self.catalog = catalog
        maker = ValueMaker(catalog: catalog, scope: .desktop, dice: Dice(seed: seed))
    }

    /// Changes the document at a random place.
    ///
    /// - Returns: what was done. Not every kind finds a place in every document; then another is tried.
    package mutating func mutate(_ document: inout Element) -> Mutation {
        let sites = Site.all(in: document, catalog)
        while true {
            guard let kind = maker.dice.pick(Mutation.Kind.allCases) else { continue }
            if let mutation = mutate(&document, kind, sites) { return mutation }
        }
    }

    /// - Returns: nil where the document has no place for a change of that kind.
    package mutating func mutate(_ document: inout Element, _ kind: Mutation.Kind) -> Mutation? {
        mutate(&document, kind, Site.all(in: document, catalog))
    }

    private mutating func mutate(
        _ document: inout Element, _ kind: Mutation.Kind, _ sites: [Site]
    ) -> Mutation? {
        switch kind {
        case .swap: swap(&document, sites)
        case .drop: drop(&document, sites)
        case .duplicate: duplicate(&document, sites)
        case .rename: rename(&document, sites)
        case .move: move(&document, sites)
        case .tooLong, .wrongWord, .wrongForm, .outOfRange, .emptied, .padded:
            changeValue(&document, kind, sites)
        case .wrongBranch: wrongBranch(&document, sites)
        case .bothBranches: bothBranches(&document, sites)
        case .strayText: strayText(&document, sites)
        case .childInValue: childInValue(&document, sites)
        case .unknownElement: insert(&document, sites, named: "Qb" + maker.digits(3), kind)
        case .foreignElement:
            maker.dice.pick(catalog.index.names).flatMap { name in
                name.hasPrefix("@") ? nil : insert(&document, sites, named: name, kind)
            }
        case .attributeAdded: addAttribute(&document, sites)
        case .attributeDropped: dropAttribute(&document, sites)
        case .attributeChanged: changeAttribute(&document, sites)
        case .envelope: changeEnvelope(&document)
        }
    }

    // MARK: Order and number

    /// Elements below the message set, which are what most mistakes are about.
    private func inner(_ sites: [Site]) -> [Site] { sites.filter { $0.path.count > 1 } }

    private mutating func swap(_ document: inout Element, _ sites: [Site]) -> Mutation? {
        guard let site = maker.dice.pick(sites.filter { $0.path.count > 1 && $0.childCount > 1 }) else {
            return nil
        }
        let first = maker.dice.below(site.childCount)
        let second = (first + 1 + maker.dice.below(site.childCount - 1)) % site.childCount
        var element = document[site.path[...]]
        element.children.swapAt(element.childIndex(ofElement: first), element.childIndex(ofElement: second))
        document[site.path[...]] = element
        return told(.swap, document, site.path, child: min(first, second))
    }

    private mutating func drop(_ document: inout Element, _ sites: [Site]) -> Mutation? {
        guard let site = maker.dice.pick(inner(sites)), let index = site.path.last else { return nil }
        let parent = Array(site.path.dropLast())
        var element = document[parent[...]]
        element.children.remove(at: element.childIndex(ofElement: index))
        document[parent[...]] = element
        return told(.drop, document, parent, child: nil)
    }

    private mutating func duplicate(_ document: inout Element, _ sites: [Site]) -> Mutation? {
        guard let site = maker.dice.pick(inner(sites)), let index = site.path.last else { return nil }
        let parent = Array(site.path.dropLast())
        var element = document[parent[...]]
        let copy = element.children[element.childIndex(ofElement: index)]
        // Mostly beside itself, sometimes somewhere else.
        let target = maker.dice.chance(70) ? index + 1 : maker.dice.below(element.elements.count + 1)
        element.children.insert(copy, at: element.childIndex(ofElement: target))
        document[parent[...]] = element
        return told(.duplicate, document, parent, child: target)
    }

    private mutating func rename(_ document: inout Element, _ sites: [Site]) -> Mutation? {
        guard let site = maker.dice.pick(sites), let index = site.path.last else { return nil }
        // A typing error, or the name of a neighbour.
        let neighbours = site.around.map { catalog[$0].places.map { catalog.name(of: $0) } } ?? []
        let name = maker.dice.chance(50) ? maker.misspelt(site.name) : maker.dice.pick(neighbours)
        guard let name, name != site.name else { return nil }
        document[site.path[...]].name = name
        return told(.rename, document, Array(site.path.dropLast()), child: index)
    }

    private mutating func move(_ document: inout Element, _ sites: [Site]) -> Mutation? {
        let inner = inner(sites)
        guard let site = maker.dice.pick(inner.filter { $0.path.count > 3 }), let index = site.path.last,
            let target = maker.dice.pick(inner.filter { $0.childCount > 0 }),
            !target.path.starts(with: site.path)
        else { return nil }
        let moved = document[site.path[...]]
        // Put in before the old one is taken out, so that the target's way stays right if it lies behind.
        let position = maker.dice.below(target.childCount + 1)
        var element = document[target.path[...]]
        element.children.insert(.element(moved), at: element.childIndex(ofElement: position))
        document[target.path[...]] = element
        let parent = Array(site.path.dropLast())
        guard parent != target.path, !parent.starts(with: target.path) else {
            return told(.duplicate, document, target.path, child: position)
        }
        var old = document[parent[...]]
        old.children.remove(at: old.childIndex(ofElement: index))
        document[parent[...]] = old
        return told(.move, document, target.path, child: position)
    }

    // MARK: Telling

    func told(_ kind: Mutation.Kind, _ document: Element, _ parent: [Int], child: Int?) -> Mutation {
        Mutation(
            kind: kind, parent: document.xmlPath(parent[...]),
            element: child.map { document.xmlPath((parent + [$0])[...]) })
    }
}

extension ValueMaker {
    /// A letter dropped, doubled, or in the wrong case.
    mutating func misspelt(_ word: String) -> String {
        var letters = Array(word)
        guard !letters.isEmpty else { return "x" }
        let place = dice.below(letters.count)
        switch dice.below(3) {
        case 0 where letters.count > 1 && (place > 0 || letters[1].isLetter): letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        default:
            let letter = letters[place]
            letters[place] = Character(letter.isUppercase ? letter.lowercased() : letter.uppercased())
        }
        return String(letters)
    }
}
