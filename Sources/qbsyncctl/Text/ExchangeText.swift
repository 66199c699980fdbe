import API

/// One side of a call, for a person.
struct ExchangeText {
    private let exchange: ExchangeEntry

    init(_ exchange: ExchangeEntry) { self.exchange = exchange }

    func heading(_ clock: LocalClock) -> Line {
        let isReceived = exchange.direction == "received"
        let details = exchange.details.map { "  \($0.name)=\($0.value)" }.joined()
        let size = exchange.bytes > 0 ? "  \(Quantity.bytes(exchange.bytes))" : ""
        return Line(clock.long(exchange.at) + "  ", .grey)
            + Line(isReceived ? "→ " : "← ", isReceived ? .blue : .green) + Line(exchange.operation, .bold)
            + Line(size + details)
    }

    /// - Parameter asTheyStand: without line breaks that were not there.
    func documents(asTheyStand: Bool) -> [String] {
        var documents = [exchange.document, exchange.ending].compactMap { $0 }
            .map { asTheyStand ? $0 : Self.broken($0) }
        if exchange.leftOut > 0, !asTheyStand {
            documents.insert(
                "[\(Quantity.bytes(exchange.leftOut)) were not kept]", at: documents.isEmpty ? 0 : 1)
        }
        return documents.map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }
    }

    /// A document of one line is not for reading. Control characters must not reach a terminal.
    private static func broken(_ document: String) -> String {
        let text = document.contains("\n") ? document : document.replacing("><", with: ">\n<")
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { Span(String($0)).text }
            .joined(separator: "\n")
    }
}
