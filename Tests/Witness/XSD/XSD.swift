internal import XML

/// How often each element may come, as an XSD set says it.
///
/// The sample-shaped schemas know only "may repeat"; the XSD set knows how often at most, and that some
/// elements may be left out which those call required. Everything else that it says is said there as well.
package struct XSD {
    /// A child, wherever in its parent's sequences and choices it stands.
    struct Child {
        var name: String
        var least: Int
        /// Nil for no end.
        var most: Int?
        var content: Content
    }

    /// Where the children of an element are declared.
    enum Content {
        case element(String)
        case type(String)
        case here([Particle])
    }

    enum Particle {
        case child(Child)
        case group(String)
    }

    private var elements: [String: Content] = [:]
    /// Those with children; whatever is not here is a type of values.
    private var types: [String: [Particle]] = [:]
    private var groups: [String: [Particle]] = [:]

    /// - Parameter files: the roots of the set's files; of what has the same name, the last one counts.
    init(reading files: [Element]) throws(SchemaError) {
        for declaration in files.flatMap(\.elements) {
            let name = declaration.attribute("name") ?? ""
            switch declaration.name {
            case "element": elements[name] = try Self.content(of: declaration)
            case "complexType": types[name] = try Self.particles(in: declaration)
            case "group": groups[name] = try Self.particles(in: declaration)
            case "simpleType", "include": break
            default: throw .foreign(declaration.name, in: "schema")
            }
        }
    }

    /// The children of an element that has a declaration of its own, by name.
    func children(ofElement name: String) -> [String: Child] { children(of: .element(name)) }

    func children(of content: Content) -> [String: Child] {
        var children: [String: Child] = [:]
        for child in particles(of: content).flatMap(resolve) { children[child.name] = child }
        return children
    }

    private func particles(of content: Content) -> [Particle] {
        switch content {
        case .element(let name): elements[name].map(particles) ?? []
        case .type(let name): types[name] ?? []
        case .here(let particles): particles
        }
    }

    private func resolve(_ particle: Particle) -> [Child] {
        switch particle {
        case .child(let child): [child]
        case .group(let name): (groups[name] ?? []).flatMap(resolve)
        }
    }

    private static func content(of declaration: Element) throws(SchemaError) -> Content {
        if let type = declaration.attribute("type") { return .type(type) }
        guard let type = declaration["complexType"] else { return .here([]) }
        return .here(try particles(in: type))
    }

    private static func particles(in parent: Element) throws(SchemaError) -> [Particle] {
        var particles: [Particle] = []
        for part in parent.elements {
            switch part.name {
            case "element": particles.append(.child(try child(part)))
            case "group": particles.append(.group(part.attribute("ref") ?? ""))
            case "sequence", "choice": particles += try Self.particles(in: part)
            case "attribute", "annotation", "simpleContent": break
            default: throw .foreign(part.name, in: parent.attribute("name") ?? parent.name)
            }
        }
        return particles
    }

    private static func child(_ element: Element) throws(SchemaError) -> Child {
        let reference = element.attribute("ref")
        let name = reference ?? element.attribute("name") ?? ""
        let least = Int(element.attribute("minOccurs") ?? "1")
        let limit = element.attribute("maxOccurs") ?? "1"
        guard let least, limit == "unbounded" || Int(limit) != nil else {
            throw .foreign("an occurrence that is no number", in: name)
        }
        let content = if let reference { Content.element(reference) } else { try content(of: element) }
        return Child(name: name, least: least, most: Int(limit), content: content)
    }
}
