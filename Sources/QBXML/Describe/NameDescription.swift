/// An element's name with every place where it stands, those of one form together: `RefNumber` is text of at
/// most 11 characters in an invoice and of 20 in a bill.
package struct NameDescription: Encodable, Equatable, Sendable {
    package struct Form: Encodable, Equatable, Sendable {
        /// One of them, for all; its path is a real one only if it is the only one.
        package var element: ElementDescription
        package var homes: [Home]
    }

    /// An element, or a message, in which it stands.
    package struct Home: Encodable, Equatable, Sendable {
        package var name: String
        /// The version that brought it there, if it is younger than what it stands in.
        package var since: String?
        package var messages: [String]
    }

    /// As it was asked for, rightly spelt: `RefNumber`, `InvoiceAdd.RefNumber`.
    package var path: String
    package var places: Int
    package var forms: [Form]
    /// Where it stands among its neighbours, if there is one place only.
    package var position: Position?
}

package struct Position: Encodable, Equatable, Sendable {
    package var message: String
    package var parent: String
    package var after: String?
    package var before: String?
    /// What excludes it, or may be mixed with it, by the choice that it belongs to.
    package var rule: ChoiceDescription.Rule?
    package var branches: [[String]]?
}

extension Catalog {
    package func describe(_ message: Message, depth: Int) -> MessageDescription {
        Describer(catalog: self).describe(message, depth: depth)
    }

    /// - Parameter depth: how many levels inside are told, if all the places have one form.
    package func describe(_ found: [Occurrence], depth: Int) -> NameDescription {
        var forms: [(key: String, all: [Occurrence])] = []
        var numbers: [String: Int] = [:]
        for occurrence in found {
            let key = form(of: occurrence.place)
            if let number = numbers[key] {
                forms[number].all.append(occurrence)
            } else {
                numbers[key] = forms.count
                forms.append((key, [occurrence]))
            }
        }
        let isOne = forms.count == 1
        return NameDescription(
            path: path(of: found), places: found.count,
            forms: forms.map { form in
                NameDescription.Form(
                    element: element(of: form.all, depth: isOne ? depth : 0), homes: homes(of: form.all))
            }, position: found.count == 1 ? found.first.map(position) : nil)
    }

    /// The path in the one message, else the part that all have in common at their ends.
    private func path(of found: [Occurrence]) -> String {
        guard let first = found.first else { return "" }
        guard found.count > 1 else { return first.path }
        var tail = first.path.split(separator: ".")[...]
        for occurrence in found {
            let parts = occurrence.path.split(separator: ".")
            while !parts.reversed().starts(with: tail.reversed()) { tail = tail.dropFirst() }
        }
        return tail.isEmpty ? name(of: first.place) : tail.joined(separator: ".")
    }

    private func element(of all: [Occurrence], depth: Int) -> ElementDescription {
        guard var first = all.first else { preconditionFailure("A form without a place.") }
        var context = first.context
        for occurrence in all {
            context.editions.formUnion(occurrence.context.editions)
            // The place that says most of versions is the oldest.
            if occurrence.context.since < context.since {
                context.since = occurrence.context.since
                first = occurrence
            }
        }
        context.path = path(of: all)
        return Describer(catalog: self).describe(first.place, context, depth: depth)
    }

    /// What makes two places of a name the same thing. Contents are compared by what is in them, because the
    /// same elements can stand in two contents.
    private func form(of place: Place) -> String {
        guard let content = place.content else { return kind(of: place) }
        return self[content].places.map { name(of: $0) + ":" + brief($0) }.joined(separator: ";")
    }

    private func homes(of all: [Occurrence]) -> [NameDescription.Home] {
        var homes: [NameDescription.Home] = []
        var numbers: [String: Int] = [:]
        for occurrence in all {
            let since = occurrence.place.since
            let told = since > .first ? since.version.description : nil
            if let number = numbers[occurrence.parent] {
                // The same parent in another message: as a rule it has the same versions there.
                if told == nil { homes[number].since = nil }
                if homes[number].messages.last != occurrence.message.name {
                    homes[number].messages.append(occurrence.message.name)
                }
            } else {
                numbers[occurrence.parent] = homes.count
                homes.append(
                    NameDescription.Home(
                        name: occurrence.parent, since: told, messages: [occurrence.message.name]))
            }
        }
        return homes
    }

    // MARK: One place

    private func position(of occurrence: Occurrence) -> Position {
        let content = self[occurrence.home]
        let index = content.places.firstIndex { $0.name == occurrence.place.name } ?? 0
        var position = Position(message: occurrence.message.name, parent: occurrence.parent)
        let choice = Int(occurrence.place.choice)
        let inner = choice < 0 ? nil : content.choices[choice]
        // Within a choice that repeats, order has no meaning; the neighbours are those of the choice.
        let row = inner.flatMap { $0.repeats ? $0.places : nil } ?? index..<(index + 1)
        if row.lowerBound > 0 { position.after = name(of: content.places[row.lowerBound - 1]) }
        if row.upperBound < content.places.count {
            position.before = name(of: content.places[row.upperBound])
        }
        if let inner {
            position.rule = Describer.rule(of: choice, in: content)
            position.branches = inner.branches.map { $0.map { name(of: content.places[$0]) } }
        }
        return position
    }
}
