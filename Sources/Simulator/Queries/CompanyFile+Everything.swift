internal import QBXML

/// A record as the fullest query for its kind answers it.
package struct WholeRecord: Equatable, Sendable {
    /// The name of the element without its ending: `ItemService`, `Invoice`.
    package let kind: String
    /// What the query is called without `QueryRq`: `Item`, `Invoice`.
    package let family: String
    /// ListID or TxnID.
    package let id: String
    /// Empty for the few kinds that have none.
    package let editSequence: String
    /// The whole `<…Ret>` with lines, linked transactions and custom fields, byte for byte as answered.
    package let text: [UInt8]
}

extension CompanyFile {
    /// Every record that has an ID, as the fullest query would answer it now: what a mirror that is complete
    /// must equal.
    ///
    /// Families come in the order of `counts`, records in that of an answer. What a restriction hides is
    /// among it (`restriction(of:)` tells which that is), and so is what is inactive. The company, its
    /// preferences and what QuickBooks works out when asked (TransactionQuery, deletions, reports) are not.
    /// - Parameters:
    ///   - families: only these; all of them when nil.
    ///   - owners: whose custom fields, `0` being the public ones.
    package func everything(of families: Set<String>? = nil, owners: [String] = ["0"]) -> [WholeRecord] {
        counts.map(\.family).filter { families?.contains($0) ?? true }.flatMap { name -> [WholeRecord] in
            guard var shelf = shelves[name] else { return [] }
            let request = Catalog.standard.message(name + "QueryRq")
            let hasOwner = request.map { Catalog.standard.place("OwnerID", in: $0) != nil } ?? true
            let order = (Family.named(name) ?? Family.holding(name)).order
            return shelf.places(inOrderOf: order).map { place in
                whole(shelf.records[place], name, hasOwner ? owners : [])
            }
        }
    }

    private func whole(_ record: CompanyRecord, _ family: String, _ owners: [String]) -> WholeRecord {
        var writer = AnswerWriter(reserving: 4 << 10)
        let owned = record.extensions.filter { extra in owners.contains { extra.isOwned(by: $0) } }
        writer.record(record.kind, fields: record.fields + owned.map(\.field))
        return WholeRecord(
            kind: record.kind, family: family, id: record.id, editSequence: record.editSequence,
            text: writer.written)
    }
}
