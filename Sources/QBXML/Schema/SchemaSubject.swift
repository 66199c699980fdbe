/// Something that one can have a schema of, by the key under which it stands in JSON.
///
///     InvoiceAdd        the element of that name, the short form of a request
///     InvoiceAddRq      the whole request
///     CustomerQuery     the whole request, which has no element of its own
///     InvoiceRet        a record, as QuickBooks gives it; also by its kind: Invoice
package struct SchemaSubject: Sendable {
    package let name: String
    /// The request, or the first of the answers that bring the record.
    package let message: Message
    package let since: Release
    package let editions: Editions
    let content: Content.ID
    let use: SchemaUse

    package var isRecord: Bool { use == .record }

    /// The kind that a record has in the mirror: `Invoice`; for a request its name without `Rq`.
    package var title: String {
        if isRecord { return String(name.dropLast(3)) }
        return name.hasSuffix("Rq") ? String(name.dropLast(2)) : name
    }

    private init(
        name: String, message: Message, since: Release, editions: Editions, content: Content.ID,
        use: SchemaUse
    ) {
        self.name = name
        self.message = message
        self.since = since
        self.editions = editions
        self.content = content
        self.use = use
    }

    /// A request by its whole name, or in its short form.
    init(_ message: Message, isShort: Bool, _ catalog: Catalog) {
        let inner = catalog[message.content].places.first { catalog.name(of: $0) == message.title }
        self.init(
            name: isShort ? message.title : message.name, message: message, since: message.since,
            editions: message.editions,
            content: isShort ? inner?.content ?? message.content : message.content,
            use: message.operation == .modify ? .modification : .request)
    }

    /// All records, each with what is true of any of the answers that bring it.
    static func records(_ catalog: Catalog) -> [SchemaSubject] {
        var records: [SchemaSubject] = []
        var positions: [String: Int] = [:]
        for message in catalog.answers {
            for place in catalog[message.content].places {
                let name = catalog.name(of: place)
                guard let content = place.content, name.hasSuffix("Ret") else { continue }
                let since = max(message.since, place.since)
                let editions = message.editions.intersection(place.editions)
                let known = positions[name].map { records[$0] }
                let record = SchemaSubject(
                    name: name, message: known?.message ?? message, since: min(known?.since ?? since, since),
                    editions: editions.union(known?.editions ?? []), content: content, use: .record)
                if let position = positions[name] {
                    records[position] = record
                } else {
                    positions[name] = records.count
                    records.append(record)
                }
            }
        }
        return records
    }
}

extension Catalog {
    /// The requests in their short form, and the records.
    package var schemaSubjects: [SchemaSubject] {
        requests.map { SchemaSubject($0, isShort: true, self) } + SchemaSubject.records(self)
    }

    /// The same with the requests in both forms.
    var everySchemaSubject: [SchemaSubject] {
        requests.map { SchemaSubject($0, isShort: false, self) } + schemaSubjects
    }

    /// - Parameter name: a request with or without `Rq`, a record with or without `Ret`.
    package func schemaSubject(_ name: String) -> SchemaSubject? {
        if let message = message(name) {
            return message.direction == .request ? SchemaSubject(message, isShort: false, self) : nil
        }
        if let message = message(name + "Rq") { return SchemaSubject(message, isShort: true, self) }
        return SchemaSubject.records(self).first { $0.name == name || $0.title == name }
    }
}
