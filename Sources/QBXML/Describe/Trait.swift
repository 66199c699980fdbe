/// What a request can do, or asks for, that its elements alone do not say.
package enum Trait: String, CaseIterable, Encodable, Sendable {
    case pages = "pages"
    case cutsOff = "cuts-off"
    case filtersByModification = "filters-by-modification"
    case leavesInactiveOut = "leaves-inactive-out"
    case leavesLinesOut = "leaves-lines-out"
    case leavesCustomFieldsOut = "leaves-custom-fields-out"
    case counts = "counts"
    case needsEditSequence = "needs-edit-sequence"
    case replacesLines = "replaces-lines"
    case definesMacro = "defines-macro"
    case choosesElements = "chooses-elements"
    case standsApart = "stands-apart"

    /// For a person, beside the element or attribute that it is about.
    package var sentence: String {
        switch self {
        case .pages:
            "iterator=\"Start\" with MaxReturned gives the first page; iterator=\"Continue\" with the "
                + "iteratorID of the answer, and the same filters, gives the next."
        case .cutsOff:
            "MaxReturned cuts the answer off, and nothing says what is missing: there is no iterator here."
        case .filtersByModification:
            "FromModifiedDate, by itself or in a range filter, asks for what was changed since then."
        case .leavesInactiveOut: "Inactive records stay out of the answer unless ActiveStatus is All."
        case .leavesLinesOut: "Transactions come without their lines unless IncludeLineItems is true."
        case .leavesCustomFieldsOut:
            "Custom fields stay out unless OwnerID asks for them: 0 for the public ones."
        case .counts: "metaData=\"MetaDataOnly\" answers with the number of records alone (retCount)."
        case .needsEditSequence:
            "EditSequence is that of the latest read. If the record was changed since, QuickBooks answers "
                + "with status 3200 and the record as it is now."
        case .replacesLines:
            "If it lists lines it means them all: lines of the transaction that it leaves out are deleted. "
                + "A line with its TxnLineID alone stays as it is; TxnLineID -1 makes a new one."
        case .definesMacro:
            "defMacro names the new record, so that a later request of the same message set can use its ID."
        case .choosesElements: "IncludeRetElement names the elements that are wanted back, which is faster."
        case .standsApart: "It goes into QBXMLSubscriptionMsgsRq, where other requests cannot stand."
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rawValue, forKey: .name)
        try container.encode(sentence, forKey: .sentence)
    }

    private enum CodingKeys: String, CodingKey { case name, sentence }
}

extension Catalog {
    /// The traits of a request, in the order of their list; an answer has none.
    func traits(of message: Message) -> [Trait] {
        guard message.direction == .request else { return [] }
        return Trait.allCases.filter { has($0, message) }
    }

    private func has(_ trait: Trait, _ message: Message) -> Bool {
        let isQuery = message.operation == .query
        return switch trait {
        case .pages: message.hasIterator
        case .cutsOff: !message.hasIterator && holds(["MaxReturned"], message)
        case .filtersByModification:
            isQuery
                && holds(
                    [
                        "FromModifiedDate", "ModifiedDateRangeFilter", "TransactionModifiedDateRangeFilter",
                    ], message)
        case .leavesInactiveOut: isQuery && holds(["ActiveStatus"], message)
        case .leavesLinesOut: isQuery && holds(["IncludeLineItems"], message)
        case .leavesCustomFieldsOut: isQuery && holds(["OwnerID"], message) && message.subject != "DataExtDef"
        case .counts: message.hasMetaData
        case .needsEditSequence: holds(["EditSequence"], message)
        case .replacesLines: message.operation == .modify && names(in: message).contains(where: isLine)
        case .definesMacro:
            element(of: message).map { attributes(of: $0).contains { $0.name == "defMacro" } } ?? false
        case .choosesElements: holds(["IncludeRetElement"], message)
        case .standsApart: message.container == .subscriptions
        }
    }

    /// The element that a message is about and that JSON may write for it: `InvoiceAdd` in `InvoiceAddRq`.
    func element(of message: Message) -> Place? {
        self[message.content].places.first { name(of: $0) == message.title }
    }

    /// The names in the message and in the element that it is about.
    private func names(in message: Message) -> [String] {
        let inner = element(of: message)?.content.map { self[$0].places } ?? []
        return (self[message.content].places + inner).map { name(of: $0) }
    }

    private func holds(_ wanted: [String], _ message: Message) -> Bool {
        names(in: message).contains { wanted.contains($0) }
    }

    /// The lines of a transaction's change, of which QuickBooks deletes those that are left out.
    func isLine(_ name: String) -> Bool {
        name.hasSuffix("LineMod") || name.hasSuffix("LineGroupMod")
    }
}
