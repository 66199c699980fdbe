/// A small document as a tree. For large ones there is `Reader`.
package struct Element: Equatable, Sendable {
    /// Without its prefix.
    package var name: String
    package var namespace: String?
    package var attributes: [Attribute]
    package var children: [Node]

    package enum Node: Equatable, Sendable {
        case element(Element)
        case text(String)
    }

    package struct Attribute: Equatable, Sendable {
        package var name: String
        package var namespace: String?
        package var value: String

        package init(name: String, namespace: String? = nil, value: String) {
            self.name = name
            self.namespace = namespace
            self.value = value
        }
    }

    package init(
        name: String, namespace: String? = nil, attributes: [Attribute] = [], children: [Node] = []
    ) {
        self.name = name
        self.namespace = namespace
        self.attributes = attributes
        self.children = children
    }

    /// Its own text, joined, without that of its children.
    package var text: String {
        children.reduce(into: "") { text, child in
            if case .text(let piece) = child { text += piece }
        }
    }

    package var elements: [Element] {
        children.compactMap { child in
            if case .element(let element) = child { element } else { nil }
        }
    }

    /// The first child of this local name.
    package subscript(name: String) -> Element? { elements.first { $0.name == name } }

    package func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    /// The value of the first attribute of this local name.
    package func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}
