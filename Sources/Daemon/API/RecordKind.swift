import QBXML

/// A kind of records by the name that stands in addresses, or several as a group.
///
///     Invoice, Customer, ItemService      what a category brings, without `Ret`
///     Invoices, received-payments         the same by the category's title or name
///     Item, Terms, Entity                 the query that answers with several kinds
///     Txn                                 every kind that has a TxnDate
struct RecordKind: Sendable {
    let name: String
    let kinds: [String]

    var isGroup: Bool { kinds != [name] }

    /// Kinds in the order of a sync, then the groups.
    static let all: [RecordKind] = kinds.map { RecordKind(name: $0.name, kinds: [$0.name]) } + groups

    private static let byName = Dictionary(
        all.map { ($0.name, $0) }, uniquingKeysWith: { one, _ in one })

    /// - Throws: the refusal that names the nearest ones there are.
    static func named(_ name: String) throws -> RecordKind {
        if let kind = byName[name] ?? called(name) { return kind }
        let names = all.map(\.name)
        // A record is called by its element as often as by its kind.
        let plain = name.hasSuffix("Ret") ? String(name.dropLast(3)) : name
        let near = Spelling.nearest(to: plain, among: names, count: 3)
        let hint = near.isEmpty ? "" : " Did you mean \(near.joined(separator: ", or "))?"
        throw OrderRefusal.notFound(
            "The mirror has no kind of records \"\(name)\".\(hint) Kinds are called as in qbXML: Customer, "
                + "ItemService, Invoice; Item, Terms, Entity and Txn are several at once.")
    }

    /// In whatever case, and by the words of the category that brings it.
    private static func called(_ name: String) -> RecordKind? {
        let word = name.lowercased()
        if let kind = all.first(where: { $0.name.lowercased() == word }) { return kind }
        guard let category = QBXML.Category.called(name) else { return nil }
        return all.first { $0.kinds == category.kinds }
    }

    /// The elements of the records of a kind; nil for a kind that the catalog lacks.
    private static let contents = Dictionary(
        kinds.map { ($0.name, $0.content) }, uniquingKeysWith: { one, _ in one })

    /// Whether some kind of these has the element in its records: `TxnDate`, `IsActive`.
    func has(_ element: String) -> Bool {
        kinds.contains { Self.contents[$0].map { Self.names(in: $0).contains(element) } ?? false }
    }

    /// What is wrong with a path of elements such as `InvoiceLineRet.Amount`; nil if some kind has it.
    func problem(ofField path: [String]) -> String? {
        var contents = kinds.compactMap { Self.contents[$0] }
        for (index, name) in path.enumerated() {
            let names = contents.flatMap { Self.names(in: $0) }
            guard names.contains(name) else {
                let place = index == 0 ? self.name : path[..<index].joined(separator: ".")
                return "\(place) has no element \(name).\(OrderRefusal.hint(name, among: names))"
            }
            contents = contents.flatMap { content in
                Catalog.standard[content].places.filter { Catalog.standard.name(of: $0) == name }
                    .compactMap(\.content)
            }
        }
        return nil
    }

    private static func names(in content: Content.ID) -> [String] {
        Catalog.standard[content].places.map { Catalog.standard.name(of: $0) }
    }

    /// What the categories of a sync bring.
    private static let kinds: [(name: String, content: Content.ID)] = {
        let contents = Dictionary(
            queries.flatMap { records(of: $0) }.map { ($0.name, $0.content) },
            uniquingKeysWith: { one, _ in one })
        return Category.all.flatMap(\.kinds).compactMap { name in contents[name].map { (name, $0) } }
    }()

    private static let groups: [RecordKind] = {
        let known = kinds.map(\.name)
        let groups = queries.compactMap { message -> RecordKind? in
            let kinds = records(of: message).map(\.name).filter { known.contains($0) }
            guard kinds.count > 1, !known.contains(message.subject) else { return nil }
            return RecordKind(name: message.subject, kinds: kinds)
        }
        // Vehicle mileage has a TxnID and no TxnDate: an order by dates would leave it out.
        let transactions = kinds.filter { names(in: $0.content).contains("TxnDate") }.map(\.name)
        return groups + [RecordKind(name: "Txn", kinds: transactions)]
    }()

    private static let queries = Catalog.standard.answers.filter { $0.operation == .query }

    private static func records(of message: Message) -> [(name: String, content: Content.ID)] {
        Catalog.standard[message.content].places.compactMap { place in
            let name = Catalog.standard.name(of: place)
            guard name.hasSuffix("Ret"), let content = place.content else { return nil }
            return (String(name.dropLast(3)), content)
        }
    }
}
