/// Makes descriptions of what the catalog says.
///
/// In the catalog an element is as old as what is around it unless it says more; in a description every
/// element says its own version and editions, because a person looks at one of them.
struct Describer {
    /// What is known of the place that is being described.
    struct Context {
        var path: String
        var since: Release
        var editions: Editions
        /// Whether it belongs to a choice of which any number may stand there.
        var isFree = false

        func entering(_ place: Place, named name: String, of content: Content) -> Context {
            let choice = Int(place.choice)
            return Context(
                path: path.isEmpty ? name : "\(path).\(name)",
                since: max(since, place.since, content.since(ofChoice: choice)),
                editions: editions.intersection(place.editions),
                isFree: choice >= 0 && content.choices[choice].repeats)
        }
    }

    let catalog: Catalog

    /// - Parameter depth: how many levels of elements are told at length; the element that gives a message
    ///   its name counts for none.
    func describe(_ message: Message, depth: Int) -> MessageDescription {
        let isRequest = message.direction == .request
        let context = Context(
            path: isRequest ? message.title : message.name, since: message.since, editions: message.editions)
        return MessageDescription(
            name: message.name, title: message.title, direction: isRequest ? "request" : "answer",
            operation: message.operation?.rawValue, counterpart: message.title + (isRequest ? "Rs" : "Rq"),
            container: message.container.rawValue + (isRequest ? "Rq" : "Rs"),
            since: message.since.version.description, editions: message.editions.list.map(\.rawValue),
            attributes: attributes(of: message), traits: catalog.traits(of: message),
            members: members(of: catalog[message.content], context, depth: depth, title: message.title))
    }

    /// - Parameter context: that of the element itself, its own name at the end of the path.
    func describe(_ place: Place, _ context: Context, depth: Int) -> ElementDescription {
        let values = catalog.enumeration(of: place).map(values)
        let bounds = catalog.bounds(of: place)
        let content = place.content.map { catalog[$0] }
        return ElementDescription(
            name: catalog.name(of: place), path: context.path, type: place.type?.rawValue ?? "elements",
            value: content.map { "elements: \(catalog.brief($0))" } ?? catalog.kind(of: place),
            brief: catalog.brief(place),
            occurrence: context.isFree ? "any number" : catalog.occurrence(of: place),
            minimum: context.isFree ? 0 : Int(place.minimum),
            maximum: context.isFree || place.maximum == Place.unbounded ? nil : Int(place.maximum),
            since: context.since.version.description, editions: context.editions.list.map(\.rawValue),
            lengths: lengths(of: place, context.editions), least: bounds.least, greatest: bounds.greatest,
            values: values, attributes: attributes(of: place), takesMacro: place.takesMacro,
            inside: content.map { $0.places.map { catalog.name(of: $0) } },
            members: depth > 0 ? content.map { members(of: $0, context, depth: depth) } : nil)
    }

    // MARK: Inside

    private func members(
        of content: Content, _ context: Context, depth: Int, title: String = ""
    ) -> [Member] {
        Walk(describer: self, content: content, context: context, depth: depth, title: title)
            .members(content.particles())
    }

    /// The particles of one content.
    private struct Walk {
        let describer: Describer
        let content: Content
        let context: Context
        let depth: Int
        let title: String

        func members(_ particles: [Content.Particle]) -> [Member] {
            particles.map { particle in
                switch particle {
                case .place(let index): .element(element(content.places[index]))
                case .choice(let index): .choice(choice(index))
                }
            }
        }

        private func element(_ place: Place) -> ElementDescription {
            let name = describer.catalog.name(of: place)
            var inner = context.entering(place, named: name, of: content)
            let isTitle = name == title
            if isTitle { inner.path = context.path }
            return describer.describe(place, inner, depth: isTitle ? depth : depth - 1)
        }

        private func choice(_ index: Int) -> ChoiceDescription {
            ChoiceDescription(
                rule: Describer.rule(of: index, in: content),
                since: max(context.since, content.since(ofChoice: index)).version.description,
                branches: content.choices[index].branches.map { members(content.particles($0, in: index)) })
        }
    }

    static func rule(of index: Int, in content: Content) -> ChoiceDescription.Rule {
        let choice = content.choices[index]
        if choice.repeats { return choice.isRequired ? .oneOrMoreOf : .anyNumberOf }
        let mayBeLeftOut =
            !choice.isRequired
            || choice.branches.indices.contains { content.mayBeEmpty(branch: $0, of: index) }
        return mayBeLeftOut ? .atMostOneOf : .oneOf
    }

    // MARK: Values

    private func values(of enumeration: Enumeration) -> [ValueDescription] {
        enumeration.values.map { value in
            ValueDescription(
                name: value.name, since: value.since?.version.description,
                until: value.until?.version.description, isStandard: value.name == enumeration.standard)
        }
    }

    private func lengths(of place: Place, _ editions: Editions) -> [String: Int]? {
        let limits = editions.list.compactMap { edition in
            place.length.limit(in: edition).map { (edition.rawValue, $0) }
        }
        return limits.isEmpty ? nil : Dictionary(uniqueKeysWithValues: limits)
    }

    // MARK: Attributes

    func attributes(of place: Place) -> [AttributeDescription] {
        let own = catalog.attributes(of: place).map { attribute($0.name, isRequired: $0.isRequired) }
        return own + (place.takesMacro ? [attribute("useMacro")] : [])
    }

    private func attributes(of message: Message) -> [AttributeDescription] {
        let request = catalog.message(message.title + "Rq") ?? message
        var attributes = [attribute("requestID")]
        if message.direction == .request {
            if message.hasMetaData { attributes.append(attribute("metaData", since: Message.metaDataSince)) }
            if message.hasIterator {
                attributes += ["iterator", "iteratorID"].map { attribute($0, since: Message.iteratorSince) }
            }
            return attributes
        }
        attributes += ["statusCode", "statusSeverity", "statusMessage"].map { attribute($0) }
        if request.hasMetaData { attributes.append(attribute("retCount", since: Message.metaDataSince)) }
        if request.hasIterator {
            attributes += ["iteratorRemainingCount", "iteratorID"].map {
                attribute($0, since: Message.iteratorSince)
            }
        }
        return attributes
    }

    func attribute(
        _ name: String, isRequired: Bool = false, since: Release? = nil
    ) -> AttributeDescription {
        AttributeDescription(
            name: name, isRequired: isRequired, since: since?.version.description,
            purpose: Self.purposes[name], values: catalog.enumeration(ofAttribute: name).map(values))
    }

    static func knowsAttribute(_ name: String) -> Bool { purposes[name] != nil }

    static var namedAttributes: [String] { purposes.keys.sorted() }

    private static let purposes = [
        "requestID": "text of at most 50 characters that the answer repeats",
        "metaData": "whether the answer holds the number of records, the records, or both",
        "iterator": "begins, continues or ends the reading in pages",
        "iteratorID": "which iterator is meant, as QuickBooks named it in the answer to Start",
        "iteratorRemainingCount": "how many records are left after this page",
        "retCount": "how many records there are",
        "statusCode": "0 if all went well; qbsyncctl explain-code tells the others",
        "statusSeverity": "Info, Warn or Error",
        "statusMessage": "QuickBooks' own words",
        "defMacro": "a name such as TxnID:Invoice1 for the ID that QuickBooks will give",
        "useMacro": "such a name, in place of an ID, in a later request of the same message set",
    ]
}

extension Content {
    /// The youngest of a choice and those around it.
    func since(ofChoice index: Int) -> Release {
        index < 0 ? .first : max(choices[index].since, since(ofChoice: choices[index].parent))
    }
}
