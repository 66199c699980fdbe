package import QBXML
package import XML

/// Makes random documents that are right by the catalog: some of the optional places, one branch of each
/// choice, repetitions within their bounds.
///
/// It leans towards places that it has not made yet, so that after some thousand documents every one has been
/// there (`PlaceTree`).
package struct DocumentGenerator: Sendable {
    package private(set) var places: PlaceTree
    package var maker: ValueMaker
    private let catalog: Catalog

    /// How many of a hundred optional places a document takes; another number for each document.
    private var density = 50
    /// How many more elements the document should have: after that only required ones come.
    private var room = 0

    private static let largest = 120

    package init(
        _ messages: [Message], in catalog: Catalog = .standard, scope: Scope = .desktop, seed: UInt64
    ) {
        self.catalog = catalog
        places = PlaceTree(of: messages, in: catalog, scope: scope)
        maker = ValueMaker(catalog: catalog, scope: scope, dice: Dice(seed: seed))
    }

    /// The message of an index in `places.messages`: `<InvoiceAddRq …>…</InvoiceAddRq>`.
    package mutating func message(_ index: Int) -> Element {
        density = maker.dice.pick(5, 20, 50, 80, 95)
        room = maker.dice.number(in: 5...Self.largest)
        let root = places.root(of: index)
        places.visit(root)
        let message = places.messages[index]
        return Element(
            name: message.name, attributes: maker.attributes(of: message),
            children: children(of: root).map { .element($0) })
    }

    // MARK: Contents

    private mutating func children(of spot: Int, row: Range<Int>? = nil, choice: Int = -1) -> [Element] {
        guard let id = places[spot].content else { return [] }
        let content = catalog[id]
        var children: [Element] = []
        for particle in content.particles(row, in: choice) {
            switch particle {
            case .place(let index):
                let child = places[spot].children.lowerBound + index
                for _ in 0..<count(at: child) { children.append(element(at: child)) }
            case .choice(let index):
                children += branch(of: index, content, spot)
            }
        }
        return children
    }

    private mutating func count(at spot: Int) -> Int {
        guard places[spot].isInScope, let place = places[spot].place else { return 0 }
        guard place.isRequired || wantsOptional(spot...spot) else { return 0 }
        guard place.isList, room > 0, maker.dice.chance(35) else { return 1 }
        let most = min(Int(place.maximum), places[spot].content == nil ? 50 : 8)
        return maker.dice.chance(10) ? most : maker.dice.number(in: 1...min(3, most))
    }

    private mutating func wantsOptional(_ spots: ClosedRange<Int>) -> Bool {
        guard room > 0 else { return false }
        return maker.dice.chance(isUnseen(spots) ? max(60, density) : density)
    }

    private func isUnseen(_ spots: ClosedRange<Int>) -> Bool { spots.contains { places[$0].unseen > 0 } }

    private mutating func branch(of index: Int, _ content: Content, _ spot: Int) -> [Element] {
        let choice = content.choices[index]
        let first = places[spot].children.lowerBound
        let branches = choice.branches.indices.filter { branch in
            choice.branches[branch].contains { places[first + $0].isInScope }
        }
        func spots(_ branch: Int) -> ClosedRange<Int> {
            first + choice.branches[branch].lowerBound...first + choice.branches[branch].upperBound - 1
        }
        let all = first + choice.places.lowerBound...first + choice.places.upperBound - 1
        guard choice.isRequired || wantsOptional(all) else { return [] }
        var children: [Element] = []
        for _ in 0..<(choice.repeats ? maker.dice.number(in: 1...4) : 1) {
            let unseen = branches.filter { isUnseen(spots($0)) }
            let pool = unseen.isEmpty || maker.dice.chance(30) ? branches : unseen
            guard let branch = maker.dice.pick(pool) else { break }
            children += self.children(of: spot, row: choice.branches[branch], choice: index)
        }
        return children
    }

    private mutating func element(at spot: Int) -> Element {
        places.visit(spot)
        room -= 1
        guard let place = places[spot].place else { return Element(name: "") }
        var element = Element(name: catalog.name(of: place), attributes: maker.attributes(of: place))
        if places[spot].content != nil {
            element.children = children(of: spot).map { .element($0) }
        } else {
            // A macro stands for the value.
            let text = element.attribute("useMacro") == nil ? maker.value(of: place) : ""
            if !text.isEmpty { element.children = [.text(text)] }
        }
        return element
    }
}

extension ValueMaker {
    mutating func attributes(of message: Message) -> [Element.Attribute] {
        var attributes: [Element.Attribute] = []
        if message.direction == .answer {
            attributes = [
                Element.Attribute(name: "statusCode", value: dice.pick("0", "1", "500", "3120")),
                Element.Attribute(name: "statusSeverity", value: dice.pick("Info", "Warn", "Error")),
            ]
            if dice.chance(70) {
                attributes.append(Element.Attribute(name: "statusMessage", value: text(limit: 60)))
            }
        }
        if dice.chance(70) {
            attributes.append(Element.Attribute(name: "requestID", value: text(limit: 50)))
        }
        guard message.direction == .request else { return attributes }
        if message.hasMetaData, dice.chance(30) {
            attributes.append(Element.Attribute(name: "metaData", value: word(ofAttribute: "metaData")))
        }
        if message.hasIterator, dice.chance(40) {
            attributes.append(Element.Attribute(name: "iterator", value: word(ofAttribute: "iterator")))
            if dice.chance(50) { attributes.append(Element.Attribute(name: "iteratorID", value: guid())) }
        }
        return attributes
    }

    mutating func attributes(of place: Place) -> [Element.Attribute] {
        var attributes: [Element.Attribute] = []
        for (name, isRequired) in catalog.attributes(of: place) where isRequired || dice.chance(25) {
            attributes.append(Element.Attribute(name: name, value: value(ofAttribute: name)))
        }
        if place.takesMacro, dice.chance(15) {
            attributes.append(Element.Attribute(name: "useMacro", value: "TxnID:M\(dice.below(3))"))
        }
        return attributes
    }

    private mutating func value(ofAttribute name: String) -> String {
        if catalog.enumeration(ofAttribute: name) != nil { return word(ofAttribute: name) }
        switch name {
        case "defMacro": return "TxnID:M\(dice.below(1_000_000))"
        case "rowNumber", "colID", "titleRow": return String(dice.below(100))
        default: return text(limit: 20)
        }
    }
}
