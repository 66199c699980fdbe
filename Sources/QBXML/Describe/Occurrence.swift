/// One place of one message where an element stands.
package struct Occurrence: Sendable {
    package let message: Message
    package let place: Place
    /// The content that it stands in.
    let home: Content.ID
    /// The name of the element around it; the message's own where there is none.
    package let parent: String
    let context: Describer.Context

    package var path: String { context.path }
}

/// Finds every place of a name. Contents stand in many messages, so which of them hold the name at all is
/// found out once for each content.
struct OccurrenceSearch {
    private let catalog: Catalog
    private let name: NameIndex.ID
    private var holds: [Bool?]
    private(set) var found: [Occurrence] = []

    init(_ name: NameIndex.ID, in catalog: Catalog, messages: [Message]) {
        self.catalog = catalog
        self.name = name
        holds = Array(repeating: nil, count: catalog.contents.count)
        for message in messages { search(message) }
    }

    private mutating func search(_ message: Message) {
        walk(
            message.content, message, parent: message.direction == .request ? message.title : message.name,
            Describer.Context(
                path: message.direction == .request ? message.title : message.name, since: message.since,
                editions: message.editions))
    }

    private mutating func walk(
        _ id: Content.ID, _ message: Message, parent: String, _ context: Describer.Context
    ) {
        guard holdsName(id) else { return }
        for place in catalog[id].places {
            let inner = catalog.context(of: place, in: catalog[id], context, message)
            if place.name == name {
                found.append(
                    Occurrence(message: message, place: place, home: id, parent: parent, context: inner))
            }
            if let content = place.content { walk(content, message, parent: catalog.name(of: place), inner) }
        }
    }

    private mutating func holdsName(_ id: Content.ID) -> Bool {
        if let known = holds[Int(id.index)] { return known }
        let answer = catalog[id].places.contains { place in
            place.name == name || place.content.map { holdsName($0) } ?? false
        }
        holds[Int(id.index)] = answer
        return answer
    }
}

extension Catalog {
    /// What is known of a place within a content of a message. The element that gives the message its name
    /// adds nothing to the path.
    func context(
        of place: Place, in content: Content, _ outer: Describer.Context, _ message: Message
    ) -> Describer.Context {
        let name = name(of: place)
        var inner = outer.entering(place, named: name, of: content)
        if message.direction == .request, name == message.title, outer.path == name { inner.path = name }
        return inner
    }
}
