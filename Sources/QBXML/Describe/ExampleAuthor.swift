/// Writes examples: what a request must have, one branch of each choice that must be made, and of the rest
/// what tells a newcomer most.
struct ExampleAuthor {
    let catalog: Catalog
    let message: Message

    /// - Parameter path: the names that lead from the message to an element that must be in the example; it
    ///   may leave out the element that gives the message its name.
    func write(toward path: [String] = []) -> Example {
        let content = catalog[message.content]
        let isBeside = content.places.contains { catalog.name(of: $0) == path.first }
        let isInside = !path.isEmpty && !isBeside && catalog.element(of: message) != nil
        let members = members(
            of: content, in: [message.title], toward: (isInside ? [message.title] : [])[...] + path)
        let iterator = iterator(beside: members)
        // JSON may leave the outer element away where it holds the inner one and nothing else.
        if members.count == 1, members[0].name == message.title, case .members(let inner) = members[0].content
        {
            return Example(name: message.title, members: inner)
        }
        let isNested = members.contains { $0.name == message.title }
        return Example(name: isNested ? message.name : message.title, members: iterator + members)
    }

    /// - Parameter around: the elements around it, the innermost last.
    private func members(
        of content: Content, in around: [String], toward path: ArraySlice<String>
    ) -> [Example.Member] {
        var selection = ExampleSelection(
            catalog: catalog, message: message, content: content, parent: around.last ?? "",
            target: path.first)
        return selection.places().map { index in
            let place = content.places[index]
            let name = catalog.name(of: place)
            let repeats = place.choice >= 0 && content.choices[Int(place.choice)].repeats
            return Example.Member(
                name: name,
                content: value(
                    of: place, name, in: around, toward: name == path.first ? path.dropFirst() : []),
                isList: place.isList || repeats)
        }
    }

    private func value(
        of place: Place, _ name: String, in around: [String], toward path: ArraySlice<String>
    ) -> Example.Member.Content {
        if let content = place.content {
            return .members(members(of: catalog[content], in: around + [name], toward: path))
        }
        let value = ExampleValue(catalog: catalog, message: message).text(for: place, in: around)
        return place.type == .flag || place.type == .int ? .bare(value) : .text(value)
    }

    /// An iterator where there is a page size: it needs one beside it.
    private func iterator(beside members: [Example.Member]) -> [Example.Member] {
        guard message.hasIterator, members.contains(where: { $0.name == "MaxReturned" }) else { return [] }
        return [Example.Member(name: "@iterator", content: .text("Start"))]
    }
}

extension Catalog {
    /// Nil for an answer, and for a request that no QuickBooks takes any more.
    package func example(of message: Message) -> Example? {
        guard message.direction == .request, !message.editions.isEmpty else { return nil }
        return ExampleAuthor(catalog: self, message: message).write()
    }

    /// The whole request with that element in it; nil as above.
    package func example(of occurrence: Occurrence) -> Example? {
        let message = occurrence.message
        guard message.direction == .request, !occurrence.context.editions.isEmpty else { return nil }
        let path = occurrence.path.split(separator: ".").dropFirst().map(String.init)
        return ExampleAuthor(catalog: self, message: message).write(toward: path)
    }
}
