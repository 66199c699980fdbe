/// Makes JSON Schema (2020-12) of the catalog's contents. Each content becomes one definition, however many
/// elements have it.
///
///     "InvoiceLineAdd": {
///       "type": "object",
///       "properties": {
///         "ItemRef": {"description": "elements, optional", "x-qbxml": {"order": 1}, "anyOf": [
///            {"$ref": "#/$defs/Ref"}, {"type": "null"}]}, …
///         "$order": {…}
///       },
///       "additionalProperties": false,
///       "anyOf": [{"title": "Rate", "properties": {"RatePercent": NOTHING, …}}, …]
///     }
///
/// Requests are closed: what the check refuses by form, the schema refuses. It takes the forms that one
/// should write, and the check a few more (a list of one where no list is due, a number for a text). Records
/// are open: they say which types and lists come, and refuse neither elements and words that a newer
/// QuickBooks adds, nor what a query left out.
struct SchemaBuilder {
    /// Where the definitions stand, and what they are called there.
    enum Home {
        /// `#/$defs/`, in a document about one subject.
        case document
        /// `#/components/schemas/`, beside those of all other subjects: a content that has several uses is
        /// there several times, with the use behind its name (`Ref.ModRq`).
        case components(used: [Content.ID: Set<SchemaUse>])
    }

    let catalog: Catalog
    let scope: SchemaScope
    private let home: Home
    private(set) var definitions: [JSON.Member] = []
    private var known: Set<String> = []
    /// Contents that were referred to and are not yet defined.
    private var waiting: [(name: String, content: Content.ID, use: SchemaUse)] = []
    private let requestOf: [Content.ID: Message]
    /// The first place of each content whose elements have attributes; the others have the same ones.
    private let ownerOf: [Content.ID: Place]

    init(_ catalog: Catalog, _ scope: SchemaScope, home: Home) {
        self.catalog = catalog
        self.scope = scope
        self.home = home
        requestOf = Dictionary(
            catalog.requests.map { ($0.content, $0) }, uniquingKeysWith: { one, _ in one })
        let owners = catalog.contents.lazy.flatMap(\.places).filter { !$0.attributes.isEmpty }
        ownerOf = Dictionary(
            owners.compactMap { place in place.content.map { ($0, place) } },
            uniquingKeysWith: { one, _ in one })
    }

    // MARK: Definitions

    mutating func reference(to content: Content.ID, _ use: SchemaUse) -> JSON {
        let name = name(of: content, use)
        if known.insert(name).inserted { waiting.append((name, content, use)) }
        return reference(name)
    }

    /// Some subjects have another one's content: `CustomerQuery` is `CustomerQueryRq`.
    mutating func define(_ subject: SchemaSubject) {
        let reference = reference(to: subject.content, subject.use)
        if name(of: subject.content, subject.use) != subject.name { define(subject.name, reference) }
    }

    /// What says the same as leaving an element out.
    mutating func nothing(_ use: SchemaUse) -> JSON {
        let clears = use == .modification
        let name = clears && isBesideOthers ? "nothing.\(use.rawValue)" : "nothing"
        if known.insert(name).inserted {
            define(
                name,
                [
                    "description": "Says the same as leaving the element out.",
                    "enum": clears ? [[]] : [.null, []],
                ])
        }
        return reference(name)
    }

    mutating func order() -> JSON {
        if known.insert("order").inserted {
            define(
                "order",
                [
                    "description": """
                    The sequence of the children by their names, each as often as it is there. Needed only \
                    where elements that may come in any order are mixed.
                    """,
                    "type": "array", "items": ["type": "string"],
                ])
        }
        return reference("order")
    }

    /// Defines everything that was referred to so far, and what that refers to in turn.
    mutating func finish() {
        var next = 0
        while next < waiting.count {
            let (name, content, use) = waiting[next]
            define(name, object(content, use))
            next += 1
        }
        waiting.removeAll()
    }

    private mutating func define(_ name: String, _ schema: JSON) {
        definitions.append(JSON.Member(name, schema))
    }

    private var isBesideOthers: Bool {
        if case .components = home { true } else { false }
    }

    private func name(of content: Content.ID, _ use: SchemaUse) -> String {
        let name = catalog[content].name
        if case .components(let used) = home, used[content, default: []].count > 1 {
            return "\(name).\(use.rawValue)"
        }
        return name
    }

    private func reference(_ name: String) -> JSON {
        ["$ref": .text((isBesideOthers ? "#/components/schemas/" : "#/$defs/") + name)]
    }

    // MARK: Objects

    mutating func object(_ id: Content.ID, _ use: SchemaUse) -> JSON {
        let content = catalog[id]
        var properties = attributes(of: id)
        var required: [String] = []
        for (index, place) in content.places.enumerated() where scope.includes(place, in: content) {
            let name = catalog.name(of: place)
            properties.append(JSON.Member(name, property(index, of: content, use)))
            if place.isRequired, place.choice < 0 { required.append(name) }
        }
        properties.append(JSON.Member("$order", order()))
        var schema: JSON = ["type": "object", "properties": .object(properties)]
        if use == .record { return schema }
        if !required.isEmpty { schema["required"] = .texts(required) }
        if properties.contains(where: { $0.key == "@iteratorID" }) {
            schema["dependentRequired"] = ["@iteratorID": ["@iterator"]]
        }
        schema["additionalProperties"] = false
        return joining(choices(of: content, use), to: schema)
    }

    private func attributes(of content: Content.ID) -> [JSON.Member] {
        if let request = requestOf[content] { return requestAttributes(of: request) }
        return ownerOf[content].map { attributes(of: $0) } ?? []
    }
}
