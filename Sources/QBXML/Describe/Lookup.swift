/// What a name leads to: `InvoiceAdd`, `InvoiceAdd.InvoiceLineAdd.ItemRef`, `InvoiceRet`, `RefNumber`,
/// `@iterator`.
package enum Lookup: Sendable {
    case message(Message)
    /// All the places that are called so: one in a message's path, many for a name by itself.
    case places([Occurrence])
    case attribute(AttributeDescription)
    /// No element, but what several messages are about: `Invoice`.
    case subject(String)
    case unknown(Unknown)

    package struct Unknown: Equatable, Sendable {
        /// The part of the path that leads nowhere.
        package let name: String
        /// The path that does lead somewhere; nil for none.
        package let within: String?
        /// What was probably meant, the likeliest first: names that are spelt nearly so, or places deeper
        /// inside.
        package let nearest: [String]
    }
}

extension Catalog {
    /// Upper and lower case do not count, since a person types it; a message is also found without its `Rq`.
    package func look(up path: String) -> Lookup {
        let parts = path.split { "./<> ".contains($0) }.map(String.init)
        guard let head = parts.first else { return unknown(path, within: nil, among: titles) }
        if head.hasPrefix("@") || Describer.knowsAttribute(head) {
            return attribute(head, within: nil, among: nil)
        }
        if let message = message(spelt: head) { return follow(parts.dropFirst(), from: message) }
        guard let name = spelling(of: head, among: index.names).flatMap({ index.id(of: $0) }) else {
            return subject(head)
        }
        let found = OccurrenceSearch(name, in: self, messages: requests + answers).found
        guard !found.isEmpty else { return subject(head) }
        return follow(parts.dropFirst(), from: found, path: self.name(name))
    }

    package var titles: [String] { requests.map(\.title) }

    // MARK: Following a path

    private func follow(_ parts: ArraySlice<String>, from message: Message) -> Lookup {
        guard let part = parts.first else { return .message(message) }
        let path = message.direction == .request ? message.title : message.name
        if part.hasPrefix("@") {
            let description = Describer(catalog: self).describe(message, depth: 0)
            let own = element(of: message).map { Describer(catalog: self).attributes(of: $0) } ?? []
            return attribute(part, within: path, among: description.attributes + own)
        }
        let context = Describer.Context(path: path, since: message.since, editions: message.editions)
        // `InvoiceAdd.CustomerRef` goes through the element InvoiceAdd of InvoiceAddRq, which is not named
        // twice.
        let contents = [message.content] + [element(of: message)?.content].compactMap { $0 }
        for content in contents {
            guard let place = place(spelt: part, in: self[content]) else { continue }
            let found = Occurrence(
                message: message, place: place, home: content, parent: path,
                context: self.context(of: place, in: self[content], context, message))
            return follow(parts.dropFirst(), from: [found], path: found.path)
        }
        return strayed(part, path, contents, context, message)
    }

    private func follow(_ parts: ArraySlice<String>, from found: [Occurrence], path: String) -> Lookup {
        guard let part = parts.first else { return .places(found) }
        if part.hasPrefix("@") {
            return attribute(
                part, within: path,
                among: found.flatMap { Describer(catalog: self).attributes(of: $0.place) })
        }
        let next = found.compactMap { occurrence -> Occurrence? in
            guard let content = occurrence.place.content, let place = place(spelt: part, in: self[content])
            else { return nil }
            return Occurrence(
                message: occurrence.message, place: place, home: content,
                parent: name(of: occurrence.place),
                context: context(of: place, in: self[content], occurrence.context, occurrence.message))
        }
        guard let first = next.first else {
            let contents = found.compactMap(\.place.content)
            guard let one = found.first, !contents.isEmpty else {
                return .unknown(.init(name: part, within: path, nearest: []))
            }
            return strayed(part, path, contents, one.context, one.message)
        }
        return follow(parts.dropFirst(), from: next, path: path + "." + name(of: first.place))
    }

    /// The part does not stand there: perhaps deeper inside, perhaps it is misspelt.
    private func strayed(
        _ part: String, _ path: String, _ contents: [Content.ID], _ context: Describer.Context,
        _ message: Message
    ) -> Lookup {
        if let name = spelling(of: part, among: index.names).flatMap({ index.id(of: $0) }) {
            let deeper = OccurrenceSearch(name, in: self, messages: [message]).found.map(\.path)
                .filter { $0.hasPrefix(context.path + ".") }
            if !deeper.isEmpty {
                return .unknown(.init(name: part, within: path, nearest: Array(deeper.prefix(3))))
            }
        }
        let names = contents.flatMap { self[$0].places }.map { name(of: $0) }
        return unknown(part, within: path, among: names)
    }

    // MARK: Names

    private func message(spelt name: String) -> Message? {
        let names = requests.map(\.name) + answers.map(\.name)
        return (message(name) ?? message(name + "Rq"))
            ?? (spelling(of: name, among: names) ?? spelling(of: name + "Rq", among: names)).flatMap {
                message($0)
            }
    }

    private func place(spelt part: String, in content: Content) -> Place? {
        spelling(of: part, among: content.places.map { name(of: $0) })
            .flatMap { index.id(of: $0) }.flatMap { content.place(named: $0) }
    }

    /// The name itself, or the one that differs in upper and lower case only.
    private func spelling(of name: String, among names: [String]) -> String? {
        if names.contains(name) { return name }
        let lowercased = name.lowercased()
        return names.first { $0.utf8.count == name.utf8.count && $0.lowercased() == lowercased }
    }

    private func attribute(_ name: String, within path: String?, among: [AttributeDescription]?) -> Lookup {
        let bare = name.hasPrefix("@") ? String(name.dropFirst()) : name
        let known = among ?? Describer.namedAttributes.map { Describer(catalog: self).attribute($0) }
        if let description = known.first(where: { $0.name.lowercased() == bare.lowercased() }) {
            return .attribute(description)
        }
        return unknown(name, within: path, among: known.map { "@" + $0.name })
    }

    private func subject(_ name: String) -> Lookup {
        if let subject = spelling(of: name, among: requests.map(\.subject)) { return .subject(subject) }
        let records = answers.flatMap { self[$0.content].places }.map { self.name(of: $0) }
        return unknown(name, within: nil, among: titles + Set(records).sorted() + index.names)
    }

    private func unknown(_ name: String, within path: String?, among names: [String]) -> Lookup {
        .unknown(.init(name: name, within: path, nearest: Spelling.nearest(to: name, among: names, count: 3)))
    }
}
