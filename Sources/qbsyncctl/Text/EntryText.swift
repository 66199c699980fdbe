import QBXML

/// The list of what the catalog knows, for a person.
enum EntryText {
    static func lines(_ entries: [Entry], width: Int?) -> [Line] {
        Table(
            [
                .init("NAME"), .init("WHAT IT IS", narrowing: .wrap), .init("SINCE", isTrailing: true),
                .init("EDITIONS"),
            ],
            rows: entries.map { entry in
                [
                    Line(entry.name, .bold), Line(kind(entry)), Line(entry.since ?? ""),
                    Line(editions(entry)),
                ]
            }
        ).lines(width: width)
    }

    private static func kind(_ entry: Entry) -> String {
        switch entry.kind {
        case .request:
            let verb = entry.operation.flatMap { Message.Operation(rawValue: $0) }?.verb ?? "asks"
            return verb + (entry.hasIterator == true ? ", in pages" : "")
        case .element: return "element in \(Quantity.count(entry.homes ?? 0, "place"))"
        }
    }

    private static func editions(_ entry: Entry) -> String {
        guard let editions = entry.editions, editions.count < Edition.allCases.count else { return "" }
        return editions.isEmpty ? "none (Online Edition)" : editions.joined(separator: " ")
    }
}
