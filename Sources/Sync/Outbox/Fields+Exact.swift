import FoundationEssentials
import QBXML

/// Comparing with the catalog at hand, which knows what is a text and what a number.
extension Fields {
    /// Whether a record says what a change sent. A text that differs in case alone is another text, and "007"
    /// another than "7": that may be just what was changed. Amounts are equal by value, and names in
    /// references without case, as QuickBooks finds them.
    ///
    /// - Parameter place: where the field stands in the request; nil for what the catalog lacks.
    static func says(_ own: Fields?, exactly sent: Fields, _ place: Place?) -> Bool {
        guard let own else { return sent.text?.isEmpty ?? false }
        switch (own, sent) {
        case (.text(let one), .text(let other)):
            let isText = place?.type.map { !$0.isDecimal && $0 != .flag && $0 != .guid } ?? true
            return isText ? one == other : same(one, other)
        case (.object, .object(let members)):
            if members["ListID"] != nil || members["FullName"] != nil { return own.agrees(with: sent) }
            let content = place?.content.map { Catalog.standard[$0] }
            return members.allSatisfy { name, value in
                says(own[name], exactly: value, content?.place(named: name))
            }
        case (.list(let records), .list(let values)):
            return records.count == values.count
                && zip(records, values).allSatisfy { says($0, exactly: $1, place) }
        case (.list(let records), _):
            return records.count == 1 && says(records[0], exactly: sent, place)
        default:
            return false
        }
    }

    /// Whether all amounts are zero, those of lines too. Prices are no amounts; what is linked, or was paid,
    /// has its own.
    ///
    /// - Parameter content: what the catalog says of the record.
    func hasNoAmount(_ content: Content?) -> Bool {
        switch self {
        case .text: true
        case .list(let values): values.allSatisfy { $0.hasNoAmount(content) }
        case .object(let members):
            members.allSatisfy { name, value in
                let place = content?.place(named: name)
                if name == "LinkedTxn" || name.hasSuffix("AppliedToTxnRet") { return true }
                guard place?.type == .amount else {
                    return value.hasNoAmount(place?.content.map { Catalog.standard[$0] })
                }
                return value.text.map { $0.isEmpty || Self.same($0, "0") } ?? false
            }
        }
    }
}

extension Content {
    func place(named name: String) -> Place? {
        Catalog.standard.index.id(of: name).flatMap { place(named: $0) }
    }
}

extension Catalog {
    /// What stands in an element of a message: in the `InvoiceRet` of an `InvoiceQueryRs`.
    func content(of element: String, in message: String) -> Content? {
        guard let message = self.message(message), let name = index.id(of: element) else { return nil }
        return self[message.content].place(named: name)?.content.map { self[$0] }
    }
}
