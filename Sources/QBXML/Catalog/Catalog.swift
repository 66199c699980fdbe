/// What qbXML 16.0 for the desktop consists of: all requests and all answers, with every element, its type,
/// length, order, choices, versions and editions.
///
/// Everything that must know the shape of a message reads it here: encoding, decoding, checking, the
/// documentation, the simulator. The facts are data (`Data/Catalog+*.swift`, in the notation that
/// `CatalogReader` explains); how they were won and are kept right is told in CONTRIBUTING.md.
package struct Catalog: Sendable {
    package let requests: [Message]
    package let answers: [Message]
    package let contents: [Content]
    package let attributes: [Attribute]
    package let enumerations: [Enumeration]
    package let index: NameIndex
    /// Smallest and greatest values, as written.
    package let bounds: [(least: String?, greatest: String?)]
    private let messages: [String: Message]

    /// Read once, when somebody first asks.
    package static let standard = Catalog(
        reading: [
            enumerations, shapes, queries, additions, modifications, removals, answers,
        ])

    init(
        requests: [Message], answers: [Message], contents: [Content], attributes: [Attribute],
        enumerations: [Enumeration], index: NameIndex, bounds: [(least: String?, greatest: String?)]
    ) {
        self.requests = requests
        self.answers = answers
        self.contents = contents
        self.attributes = attributes
        self.enumerations = enumerations
        self.index = index
        self.bounds = bounds
        messages = Dictionary(
            (requests + answers).map { ($0.name, $0) }, uniquingKeysWith: { one, _ in one })
    }

    /// The newest version that the facts describe.
    package static let newest = Version(major: 16, minor: 0)

    /// Every version of the desktop's qbXML up to that.
    package static let versions: [Version] = [
        (1, 0), (1, 1), (2, 0), (2, 1), (3, 0), (4, 0), (4, 1), (5, 0), (6, 0), (6, 1), (7, 0), (8, 0),
        (9, 0), (10, 0), (11, 0), (12, 0), (13, 0), (14, 0), (15, 0), (16, 0),
    ].map { Version(major: $0, minor: $1) }

    package func message(_ name: String) -> Message? { messages[name] }

    package subscript(content: Content.ID) -> Content { contents[Int(content.index)] }

    package func name(_ id: NameIndex.ID) -> String { index.names[Int(id.number)] }

    package func name(of place: Place) -> String { name(place.name) }

    package func attributes(of place: Place) -> [(name: String, isRequired: Bool)] {
        attributes[Int(place.attributes.lowerBound)..<Int(place.attributes.upperBound)]
            .map { (name($0.name), $0.isRequired) }
    }

    package func enumeration(of place: Place) -> Enumeration? {
        place.enumeration < 0 ? nil : enumerations[Int(place.enumeration)]
    }

    /// The values of an attribute, for the few that are enumerations: `iterator`, `onError`.
    package func enumeration(ofAttribute name: String) -> Enumeration? {
        enumerations.first { $0.name == "@" + name }
    }

    package func bounds(of place: Place) -> (least: String?, greatest: String?) {
        place.bounds < 0 ? (nil, nil) : bounds[Int(place.bounds)]
    }
}

/// The values that an element or attribute may have.
package struct Enumeration: Sendable {
    package struct Value: Sendable, Equatable {
        package let name: String
        /// Nil for one that is as old as its element, as far as anybody knows.
        package let since: Release?
        /// The last version that has it.
        package let until: Release?
    }

    /// The element's name, or the attribute's behind `@`.
    package let name: String
    package let values: [Value]
    /// What QuickBooks takes when the element is left out.
    package let standard: String?

    func contains(_ text: UnsafeBufferPointer<UInt8>) -> Value? {
        values.first { $0.name.utf8.count == text.count && $0.name.utf8.elementsEqual(text) }
    }
}
