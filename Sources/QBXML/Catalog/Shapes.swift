/// What JSON becomes of an element of an answer: list or single, text or number.
///
/// A view of the catalog by the names of parent and child, since that is all that the decoder has. One name
/// may stand for several contents (`InvoiceLineRet` in an invoice and in a group); what one of them has, all
/// have here.
struct Shapes: Sendable {
    /// How an element without children is written.
    enum Form: UInt8, Sendable {
        /// A JSON string. Money, prices, quantities, percentages, dates and IDs are always text: never a
        /// binary float.
        case text
        /// A JSON string, one of the words that the catalog has for it.
        case enumeration
        /// `true` or `false`, if it says exactly one of the two.
        case boolean
        /// A JSON number, if it is exactly a whole number of 32 bits.
        case integer
        /// A JSON string without the percent sign that some versions of QuickBooks add.
        case percentage
    }

    struct Child: Sendable {
        var form = Form.text
        /// Whether it may come more than once.
        var isList = false
        /// The number of its words in `Catalog.enumerations`; only where `form` says so.
        var enumeration = -1

        static let plain = Child()
    }

    /// The element that answers stand in.
    static let messageSet = "QBXMLMsgsRs"

    let catalog: Catalog
    /// By the name of an answer or of an element in one.
    private var contents: [String: [Content.ID]] = [:]
    private var attributes: [String: Set<String>] = [:]
    /// By name, whatever it stands in: no element is text in one place and a number in another.
    private var forms: [NameIndex.ID: Form] = [:]

    /// Put together once, at the first answer.
    static let standard = Shapes(of: .standard)

    init(of catalog: Catalog) {
        self.catalog = catalog
        for answer in catalog.answers { add(answer.content, of: answer.name) }
    }

    private mutating func add(_ content: Content.ID, of parent: String) {
        if contents[parent]?.contains(content) == true { return }
        contents[parent, default: []].append(content)
        for place in catalog[content].places {
            let name = catalog.name(of: place)
            for attribute in catalog.attributes(of: place) {
                attributes[name, default: []].insert(attribute.name)
            }
            if let inner = place.content {
                add(inner, of: name)
            } else {
                forms[place.name] = Child(place).form
            }
        }
    }

    /// What the catalog says of an element within another one; nil if it has none there.
    ///
    /// - Parameter element: with `@` in front for an attribute.
    func child(_ element: String, of parent: String) -> Child? {
        if element.hasPrefix("@") { return attribute(String(element.dropFirst()), of: parent) }
        if parent == Self.messageSet {
            return catalog.message(element)?.direction == .answer ? Child() : nil
        }
        guard let name = catalog.index.id(of: element) else { return nil }
        var child: Child?
        for content in contents[parent] ?? [] {
            guard let place = catalog[content].place(named: name) else { continue }
            let isList = place.isList || catalog[content].isRepeated(place)
            if child == nil { child = Child(place) }
            if isList { child?.isList = true }
        }
        return child
    }

    /// What becomes of an element that the catalog does not have in this place: if it has the name elsewhere,
    /// the same as there.
    func stranger(_ element: String) -> Child {
        guard let form = catalog.index.id(of: element).flatMap({ forms[$0] }), form != .enumeration
        else { return .plain }
        return Child(form: form)
    }

    /// Whether the answers of the catalog have an element of that name anywhere.
    func knows(_ element: String) -> Bool {
        contents[element] != nil || catalog.index.id(of: element).map { forms[$0] != nil } ?? false
    }

    private func attribute(_ name: String, of element: String) -> Child? {
        guard attributes[element]?.contains(name) == true else { return nil }
        let words = catalog.enumerations.firstIndex { $0.name == "@" + name }
        return Child(form: words == nil ? .text : .enumeration, enumeration: words ?? -1)
    }
}

extension Shapes.Child {
    fileprivate init(_ place: Place) {
        switch place.type {
        case .flag: form = .boolean
        case .int: form = .integer
        case .percent: form = .percentage
        case .enumeration where place.enumeration >= 0:
            form = .enumeration
            enumeration = Int(place.enumeration)
        default: form = .text
        }
    }
}

extension Catalog {
    /// Whether the JSON of records has an element as a list: true of a name within another one wherever any
    /// answer of the catalog lets it come twice.
    package func isListInAnswers(_ element: String, of parent: String) -> Bool {
        Shapes.standard.child(element, of: parent)?.isList ?? false
    }
}
