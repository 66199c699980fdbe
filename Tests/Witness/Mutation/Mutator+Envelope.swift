internal import QBXML
internal import XML

extension Mutator {
    // MARK: Attributes

    private static let attributeNames = [
        "requestID", "metaData", "iterator", "iteratorID", "defMacro", "useMacro", "onError", "xmlData", "id",
    ]

    mutating func addAttribute(_ document: inout Element, _ sites: [Site]) -> Mutation? {
        guard let site = maker.dice.pick(sites), let name = maker.dice.pick(Self.attributeNames) else {
            return nil
        }
        var element = document[site.path[...]]
        guard element.attribute(name) == nil else { return nil }
        let value = name == "defMacro" || name == "useMacro" ? "TxnID:A" : maker.word(ofAttribute: name)
        element.attributes.append(Element.Attribute(name: name, value: value))
        document[site.path[...]] = element
        return told(.attributeAdded, document, site)
    }

    mutating func dropAttribute(_ document: inout Element, _ sites: [Site]) -> Mutation? {
        guard let site = maker.dice.pick(sites.filter { $0.attributeCount > 0 }) else { return nil }
        document[site.path[...]].attributes.remove(at: maker.dice.below(site.attributeCount))
        return told(.attributeDropped, document, site)
    }

    mutating func changeAttribute(_ document: inout Element, _ sites: [Site]) -> Mutation? {
        guard let site = maker.dice.pick(sites.filter { $0.attributeCount > 0 }) else { return nil }
        var element = document[site.path[...]]
        let index = maker.dice.below(site.attributeCount)
        let value = element.attributes[index].value
        element.attributes[index].value =
            maker.dice.pick("", maker.misspelt(value), value + " ", maker.text(length: 51))
        guard element.attributes[index].value != value else { return nil }
        document[site.path[...]] = element
        return told(.attributeChanged, document, site)
    }

    private func told(_ kind: Mutation.Kind, _ document: Element, _ site: Site) -> Mutation {
        guard let index = site.path.last else { return told(kind, document, [], child: nil) }
        return told(kind, document, Array(site.path.dropLast()), child: index)
    }

    // MARK: Envelope

    mutating func changeEnvelope(_ document: inout Element) -> Mutation? {
        guard var set = document.elements.first else { return nil }
        switch maker.dice.below(5) {
        case 0: set.attributes.removeAll { $0.name == "onError" }
        case 1:
            set.attributes.removeAll { $0.name == "responseData" }
            set.attributes.append(Element.Attribute(name: "responseData", value: "includeSome"))
        case 2:
            let isOfMessages = set.name.hasPrefix("QBXMLMsgs")
            set.name = isOfMessages ? "QBXMLSubscriptionMsgsRq" : "QBXMLMsgsRq"
        case 3:
            document.children.append(.element(Element(name: maker.dice.pick(set.name, "SignonMsgsRq"))))
            return told(.envelope, document, [], child: 1)
        default: set.children = []
        }
        guard set != document.elements.first else { return nil }
        document.children = [.element(set)]
        return told(.envelope, document, [], child: 0)
    }
}
