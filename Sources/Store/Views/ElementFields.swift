import QBXML

/// What stands in an element of an answer, laid out flat: the single values under the path that leads to
/// them, and the elements that repeat.
struct ElementFields {
    struct Value: Equatable {
        /// The names of the elements from the outer one down to it.
        let path: [String]
        /// The beginning of the column's name: the path in small letters.
        let name: String
        let type: ValueType
    }

    struct Reference: Equatable {
        let path: [String]
        let name: String
    }

    /// An element that may come more than once.
    struct List {
        let path: [String]
        let element: String
        let place: Place
    }

    enum Field: Equatable {
        case value(Value)
        case reference(Reference)

        /// Whether it is what `record.name` may hold.
        var isName: Bool {
            guard case .value(let value) = self else { return false }
            return value.path == ["Name"] || value.path == ["FullName"]
        }
    }

    private(set) var fields: [Field] = []
    private(set) var lists: [List] = []

    /// - Parameter parent: the name of the element whose content it is.
    init(of content: Content.ID, parent: String, in catalog: Catalog) {
        walk(content, parent: parent, path: [], catalog)
    }

    private mutating func walk(_ id: Content.ID, parent: String, path: [String], _ catalog: Catalog) {
        let content = catalog[id]
        // What only the discontinued Online Edition had cannot come any more.
        for place in content.places where !place.editions.isEmpty {
            let element = catalog.name(of: place)
            let here = path + [element]
            if catalog.isListInAnswers(element, of: parent) {
                lists.append(List(path: here, element: element, place: place))
            } else if let inner = place.content {
                if Self.isReference(element, inner, catalog) {
                    fields.append(
                        .reference(Reference(path: here, name: Self.name(path, ViewName.reference(element)))))
                } else {
                    walk(inner, parent: element, path: here, catalog)
                }
            } else if let type = place.type, type != .empty {
                fields.append(
                    .value(Value(path: here, name: Self.name(path, ViewName.snake(element)), type: type)))
            }
        }
    }

    private static func name(_ path: [String], _ last: String) -> String {
        (path.map { ViewName.snake(ViewName.plain($0)) } + [last]).joined(separator: "_")
    }

    /// `CustomerRef`: a ListID and a FullName, nothing else.
    static func isReference(_ element: String, _ content: Content.ID, _ catalog: Catalog) -> Bool {
        element.hasSuffix("Ref")
            && catalog[content].places.map { catalog.name(of: $0) } == ["ListID", "FullName"]
    }
}
