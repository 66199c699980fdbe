extension Checker {
    /// Judges the children of an element, and then what is inside them.
    mutating func checkObject(_ node: Int32, _ id: Content.ID) {
        let content = catalog[id]
        let first = checked.arranged.count
        let base = counts.count
        counts.append(contentsOf: repeatElement(0, count: content.places.count))
        defer { counts.removeLast(content.places.count) }
        if draft.nodes[Int(node)].form == .object { checkStrayText(node) }

        var last = 0
        var isOrdered = true
        var child = draft.nodes[Int(node)].firstChild
        while child >= 0 {
            let value = draft.nodes[Int(child)]
            if !value.isAttribute {
                if let place = content.index(of: value.name, after: last), value.stranger < 0 {
                    checked.places[Int(child)] = Int16(place)
                    if value.form != .nothing && !isLeftOut(value) {
                        counts[base + place] += 1
                        // JSON has no order at all, not even among the elements of a choice that repeats.
                        let isBefore =
                            draft.origin == .json
                            ? place < last : content.order[place] < content.order[last]
                        if isBefore { isOrdered = false }
                        last = place
                        checked.arranged.append(child)
                    }
                } else {
                    tellUnknown(child, in: content, of: node)
                }
            }
            child = value.nextSibling
        }
        let row = Int32(first)..<Int32(checked.arranged.count)
        checked.rows[Int(node)] = row
        if !isOrdered || draft.orders[node] != nil { arrange(node, content) }
        checkOccurrences(node, content, base)
        for index in row { checkChild(checked.arranged[Int(index)], content) }
    }

    /// `null` clears in a Mod; elsewhere it says the same as leaving the element out.
    private func isLeftOut(_ value: Draft.Node) -> Bool {
        value.form == .null && !isModification
    }

    var isModification: Bool { checked.requests.last?.message.operation == .modify }

    private mutating func checkChild(_ child: Int32, _ content: Content) {
        let place = content.places[Int(checked.places[Int(child)])]
        if place.since > checked.needed || place.editions != .all || !place.attributes.isEmpty
            || draft.nodes[Int(child)].firstChild >= 0
        {
            let isSendable = checkVersion(
                place.since, place.editions, of: catalog.name(of: place), at: child, place: place)
            checkAttributes(of: child, place)
            if !isSendable { return }
        }
        if place.choice >= 0 {
            let choice = content.choices[Int(place.choice)]
            if choice.since > checked.needed {
                checkVersion(choice.since, .all, of: catalog.name(of: place), at: child, place: place)
            }
        }
        switch place.kind {
        case .value(let type): checkValue(child, type, place)
        case .content(let inside): checkInside(child, inside, place)
        }
    }

    private mutating func checkInside(_ child: Int32, _ inside: Content.ID, _ place: Place) {
        switch draft.nodes[Int(child)].form {
        case .object: checkObject(child, inside)
        case .null: checkObject(child, inside)
        case _ where isBlank(child): checkObject(child, inside)
        default:
            if isOnlyCounted(.structure) { return }
            tell(
                .structure, child, "<\(catalog.name(of: place))> holds elements, not a value.",
                expected: names(of: catalog[inside]), place: place)
        }
    }

    /// Nothing but white space, which an empty element may hold: `<ClassRef> </ClassRef>`, `"ClassRef": ""`.
    func isBlank(_ node: Int32) -> Bool {
        draft.nodes[Int(node)].form == .text && isBlank(draft.text(node))
    }

    func isBlank(_ text: ArraySlice<UInt8>) -> Bool { text.allSatisfy { $0 <= Byte.space } }

    mutating func checkStrayText(_ node: Int32) {
        let value = draft.nodes[Int(node)]
        guard value.textStart < value.textEnd else { return }
        tell(
            .structure, node,
            "<\(draft.name(node, in: catalog))> holds elements; the text beside them has no meaning.")
    }

    // MARK: Unknown

    private mutating func tellUnknown(_ child: Int32, in content: Content, of parent: Int32) {
        if isOnlyCounted(.unknownElement) { return }
        let name = draft.name(child, in: catalog)
        let parentName = draft.name(parent, in: catalog)
        // A container of this content that has it is the likeliest thing that was meant.
        let homes = content.places.filter { place in
            guard let inside = place.content else { return false }
            return catalog[inside].place(named: draft.nodes[Int(child)].name) != nil
        }
        if draft.nodes[Int(child)].stranger < 0, !homes.isEmpty {
            return tell(
                .misplacedElement, child, "<\(name)> does not stand directly in <\(parentName)>.",
                expected: "inside \(Finding.alternatives(homes.map { "<\(catalog.name(of: $0))>" }))")
        }
        let known = content.places.map { catalog.name(of: $0) }
        let isElsewhere = draft.nodes[Int(child)].stranger < 0
        tell(
            isElsewhere ? .misplacedElement : .unknownElement, child,
            isElsewhere
                ? "qbXML has <\(name)>, but not in <\(parentName)>."
                : "There is no <\(name)> in <\(parentName)>.",
            expected: content.places.count <= 12 ? names(of: content) : nil,
            nearest: Spelling.nearest(to: name, among: known).map { [$0] } ?? [])
    }

    func names(of content: Content) -> String {
        content.places.isEmpty
            ? "nothing inside" : Finding.alternatives(content.places.map { catalog.name(of: $0) })
    }

    // MARK: Attributes

    mutating func checkAttributes(of node: Int32, _ place: Place) {
        var child = draft.nodes[Int(node)].firstChild
        let known = catalog.attributes(of: place)
        while child >= 0 {
            if draft.nodes[Int(child)].isAttribute {
                let name = draft.name(child, in: catalog)
                let isKnown = known.contains { $0.name == name } || place.takesMacro && name == "useMacro"
                if !isKnown {
                    tellUnknownAttribute(
                        child, name, known.map(\.name) + (place.takesMacro ? ["useMacro"] : []),
                        of: catalog.name(of: place))
                } else if name == "defMacro" || name == "useMacro" {
                    checkMacro(child, name)
                    checkCharacters(ofAttribute: child)
                }
            }
            child = draft.nodes[Int(child)].nextSibling
        }
        for attribute in known where attribute.isRequired {
            if draft.attribute(attribute.name, of: node, in: catalog) == nil {
                tell(
                    .attributeMissing, node,
                    "<\(catalog.name(of: place))> lacks the attribute \(attribute.name).")
            }
        }
    }

    mutating func checkAttributeValue(_ node: Int32, _ name: String) {
        guard let enumeration = catalog.enumeration(ofAttribute: name) else { return }
        let values = enumeration.values.map(\.name)
        let text = draft.string(node)
        guard !values.contains(text), !isOnlyCounted(.attributeValue) else { return }
        tell(
            .attributeValue, node, "\(name)=\"\(text)\" is none of the values that it has.",
            expected: Finding.alternatives(values),
            nearest: Spelling.nearest(to: text, among: values).map { [$0] } ?? [])
    }

    mutating func tellUnknownAttribute(
        _ node: Int32, _ name: String, _ known: [String], of element: String
    ) {
        if isOnlyCounted(.unknownAttribute) { return }
        tell(
            .unknownAttribute, node, "<\(element)> has no attribute \(name).",
            expected: known.isEmpty ? "no attribute" : Finding.alternatives(known),
            nearest: Spelling.nearest(to: name, among: known).map { [$0] } ?? [])
    }
}
