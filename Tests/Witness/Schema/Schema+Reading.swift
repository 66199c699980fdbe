package import QBXML

extension Schema {
    /// Reads a sample-shaped schema: markup says which element stands where and of which type, and comments
    /// say everything else; see `Remark`.
    package init(reading bytes: [UInt8], version: Version) throws(SchemaError) {
        var reader = SchemaReader()
        let root = try reader.place(CommentedElement(parsing: bytes))
        try reader.finish()
        sets = root.content.compactMap { part in
            if case .place(let place) = part { place } else { nil }
        }
        self.version = version
    }
}

private struct SchemaReader {
    /// What was said about attributes, for the next element.
    private var attributes: [Schema.Attribute] = []
    /// What was said about values, for the next element of this name: the beginning of a choice may stand
    /// between.
    private var values: [String: [Schema.Value]] = [:]

    mutating func place(_ element: CommentedElement) throws(SchemaError) -> Schema.Place {
        var place = Schema.Place(name: element.name)
        place.attributes = try attributes(of: element)
        var nodes = element.children[...]
        if case .text(let type, _) = nodes.first {
            nodes.removeFirst()
            guard let known = Schema.ValueType(rawValue: type) else {
                throw .type(type, element: element.name, line: element.line)
            }
            place.type = known
            if known == .enumeration {
                guard let announced = values.removeValue(forKey: element.name) else {
                    throw .unannounced(element.name, line: element.line)
                }
                place.values = announced
            }
        }
        try rules(&place.rules, &nodes)
        place.content = try parts(&nodes)
        if let stray = nodes.first { throw Self.stray(stray) }
        guard place.type == nil || place.content.isEmpty else {
            throw .remark("a type beside content", line: element.line)
        }
        return place
    }

    /// What was announced must have come.
    func finish() throws(SchemaError) {
        if let name = values.keys.min() ?? attributes.first?.name { throw .missing("place for \(name)") }
    }

    /// What stands in an element or in one branch of a choice.
    private mutating func parts(
        _ nodes: inout ArraySlice<CommentedElement.Node>
    ) throws(SchemaError) -> [Schema.Part] {
        var parts: [Schema.Part] = []
        while let node = nodes.first {
            switch node {
            case .element(let element):
                nodes.removeFirst()
                var place = try place(element)
                try rules(&place.rules, &nodes)
                parts.append(.place(place))
            case .comment(let text, let line):
                guard let remark = Remark(text) else { throw .remark(text, line: line) }
                switch remark {
                case .or, .end: return parts
                case .begin(let mode, let rules):
                    nodes.removeFirst()
                    parts.append(.choice(try choice(mode, rules, &nodes, line)))
                default:
                    guard take(remark) else { throw .remark(text, line: line) }
                    nodes.removeFirst()
                }
            case .text(let text, let line): throw .remark(text, line: line)
            }
        }
        return parts
    }

    private mutating func choice(
        _ mode: Schema.Choice.Mode, _ rules: Schema.Rules, _ nodes: inout ArraySlice<CommentedElement.Node>,
        _ line: Int
    ) throws(SchemaError) -> Schema.Choice {
        var choice = Schema.Choice(mode: mode, rules: Schema.Rules(), branches: [])
        choice.rules.since = rules.since
        choice.rules.absences = rules.absences
        // How often there may be one is said by its mode, and the other rules are for values.
        guard choice.rules == rules else { throw .remark("rules that a choice cannot have", line: line) }
        while true {
            choice.branches.append(try parts(&nodes))
            guard case .comment(let text, _) = nodes.popFirst() else {
                throw .remark("BEGIN OR without END OR", line: line)
            }
            if text == "END OR" { return choice }
        }
    }

    /// Takes the rules that stand next, if there are any: behind a place with a type, and first within one
    /// with content.
    private func rules(
        _ rules: inout Schema.Rules, _ nodes: inout ArraySlice<CommentedElement.Node>
    ) throws(SchemaError) {
        guard case .comment(let text, let line) = nodes.first else { return }
        guard let remark = Remark(text) else { throw .remark(text, line: line) }
        guard case .rules(let stated) = remark else { return }
        guard rules == Schema.Rules() else { throw .remark(text, line: line) }
        rules = stated
        nodes.removeFirst()
    }

    /// Keeps what is said about an element that follows.
    private mutating func take(_ remark: Remark) -> Bool {
        switch remark {
        case .attributes: attributes = []
        case .attribute(let attribute): attributes.append(attribute)
        case .values(let name, let list): values[name] = list
        case .rules, .begin, .or, .end: return false
        }
        return true
    }

    /// In the order of the markup.
    private mutating func attributes(
        of element: CommentedElement
    ) throws(SchemaError) -> [Schema.Attribute] {
        var found: [Schema.Attribute] = []
        for (name, _) in element.attributes {
            guard let index = attributes.firstIndex(where: { $0.name == name }) else {
                throw .unannounced(name, line: element.line)
            }
            found.append(attributes.remove(at: index))
        }
        if let absent = attributes.first { throw .absent(absent.name, line: element.line) }
        return found
    }

    private static func stray(_ node: CommentedElement.Node) -> SchemaError {
        switch node {
        case .comment(let text, let line), .text(let text, let line): .remark(text, line: line)
        case .element(let element): .remark(element.name, line: element.line)
        }
    }
}
