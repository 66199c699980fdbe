extension Draft {
    /// An element of a draft, for whoever carries requests out instead of checking or encoding them: the
    /// simulator.
    package struct Element: Sendable {
        private let draft: Draft
        private let node: Int32
        private let catalog: Catalog

        fileprivate init(_ node: Int32, of draft: Draft, _ catalog: Catalog) {
            self.node = node
            self.draft = draft
            self.catalog = catalog
        }

        package var name: String { draft.name(node, in: catalog) }

        /// Empty for an element that holds others.
        package var text: String { draft.string(node) }

        package var elements: [Element] {
            draft.children(of: node).filter { !draft.nodes[Int($0)].isAttribute }
                .map { Element($0, of: draft, catalog) }
        }

        /// The first child of this name.
        package subscript(name: String) -> Element? {
            draft.child(name, of: node, in: catalog).map { Element($0, of: draft, catalog) }
        }

        package func attribute(_ name: String) -> String? {
            draft.attribute(name, of: node, in: catalog).map { draft.string($0) }
        }
    }

    /// The outermost element that was read; nil if there was none.
    package func root(in catalog: Catalog = .standard) -> Element? {
        nodes.isEmpty ? nil : Element(0, of: self, catalog)
    }
}

extension Checked {
    /// The element that a request was written as.
    package func element(of request: Request, in catalog: Catalog = .standard) -> Draft.Element {
        Draft.Element(request.node, of: draft, catalog)
    }
}
