internal import QBXML
internal import XML

/// An element of a document with what the catalog says of it.
struct Site {
    /// The way from the root: an index in `Element.elements` for each level.
    let path: [Int]
    let name: String
    /// Nil for the envelope, messages and whatever the catalog does not have there.
    let place: Place?
    /// What it holds by the catalog; nil for values and for the envelope.
    let content: Content.ID?
    /// What its parent holds by the catalog.
    let around: Content.ID?
    let childCount: Int
    let attributeCount: Int
}

extension Site {
    /// All elements of a document, parents before their children.
    static func all(in document: Element, _ catalog: Catalog) -> [Site] {
        var sites: [Site] = []
        gather(document, at: [], place: nil, content: nil, around: nil, catalog, &sites)
        return sites
    }

    private static func gather(
        _ element: Element, at path: [Int], place: Place?, content: Content.ID?, around: Content.ID?,
        _ catalog: Catalog, _ sites: inout [Site]
    ) {
        let children = element.elements
        sites.append(
            Site(
                path: path, name: element.name, place: place, content: content, around: around,
                childCount: children.count, attributeCount: element.attributes.count))
        for (index, child) in children.enumerated() {
            var childPlace: Place?
            var childContent: Content.ID?
            if path.count == 1 {
                childContent = catalog.message(child.name)?.content
            } else if let content, let name = catalog.index.id(of: child.name) {
                childPlace = catalog[content].place(named: name)
                childContent = childPlace?.content
            }
            gather(
                child, at: path + [index], place: childPlace, content: childContent, around: content,
                catalog, &sites)
        }
    }
}

extension Element {
    /// The element at a way of indices in `elements`.
    subscript(path: ArraySlice<Int>) -> Element {
        get {
            guard let first = path.first else { return self }
            return elements[first][path.dropFirst()]
        }
        set {
            guard let first = path.first else {
                self = newValue
                return
            }
            let index = childIndex(ofElement: first)
            guard case .element(var child) = children[index] else { return }
            child[path.dropFirst()] = newValue
            children[index] = .element(child)
        }
    }

    /// Where the n-th child element stands among all children; behind the last one for one more.
    func childIndex(ofElement number: Int) -> Int {
        var seen = 0
        for (index, child) in children.enumerated() {
            if case .element = child {
                if seen == number { return index }
                seen += 1
            }
        }
        return children.count
    }

    /// `/QBXML/QBXMLMsgsRq/InvoiceAddRq[2]/InvoiceAdd`, as libxml2 and our findings write it.
    func xmlPath(_ path: ArraySlice<Int>) -> String { "/" + name + innerPath(path) }

    private func innerPath(_ path: ArraySlice<Int>) -> String {
        guard let first = path.first, elements.indices.contains(first) else { return "" }
        let child = elements[first]
        let twins = elements.indices.filter { elements[$0].name == child.name }
        let number = twins.firstIndex(of: first).map { $0 + 1 } ?? 1
        return "/" + child.name + (twins.count > 1 ? "[\(number)]" : "") + child.innerPath(path.dropFirst())
    }
}
