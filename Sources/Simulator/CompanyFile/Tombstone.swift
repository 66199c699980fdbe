internal import QBXML

/// What QuickBooks remembers of a record that was deleted, or merged into another one, for 90 days.
///
/// ```xml
/// <TxnDeletedRet>
///   <TxnDelType>Invoice</TxnDelType><TxnID>1F6-1241605561</TxnID>
///   <TimeCreated>…</TimeCreated><TimeDeleted>…</TimeDeleted><RefNumber>1021</RefNumber>
/// </TxnDeletedRet>
/// ```
package struct Tombstone: Equatable, Sendable {
    /// A word of `ListDelType` or `TxnDelType`.
    package let kind: String
    package let id: String
    /// The full name of a list entry, the number of a transaction; empty where it had none.
    package let name: String
    let timeCreated: String
    let timeDeleted: String
    /// The wall's time of the deletion.
    package let deleted: OfficeTime

    /// Nil for a kind whose deletions QuickBooks never tells, such as Transfer.
    init?(_ record: CompanyRecord, stamp: String, wall: OfficeTime) {
        guard Self.tells(record.kind) else { return nil }
        kind = record.kind
        id = record.id
        name = record.fullName
        timeCreated = record["TimeCreated"].isEmpty ? stamp : record["TimeCreated"]
        timeDeleted = stamp
        deleted = wall
    }

    /// Reads a `ListDeletedRet` or `TxnDeletedRet`; nil if it does not say what was deleted and when.
    init?(_ fields: [Field]) {
        guard let kind = (fields.first(named: "ListDelType") ?? fields.first(named: "TxnDelType"))?.text,
            let id = (fields.first(named: "ListID") ?? fields.first(named: "TxnID"))?.text,
            let time = WrittenTime(fields.text("TimeDeleted"))
        else { return nil }
        self.kind = kind
        self.id = id
        name = (fields.first(named: "FullName") ?? fields.first(named: "RefNumber"))?.text ?? ""
        timeCreated = fields.text("TimeCreated")
        timeDeleted = fields.text("TimeDeleted")
        deleted = time.wall
    }

    /// Whether a transaction was deleted, not a list entry.
    package var isTransaction: Bool { Self.words("TxnDelType").contains(kind) }

    var fields: [Field] {
        var fields = [
            Field(isTransaction ? "TxnDelType" : "ListDelType", kind),
            Field(isTransaction ? "TxnID" : "ListID", id), Field("TimeCreated", timeCreated),
            Field("TimeDeleted", timeDeleted),
        ]
        if !name.isEmpty { fields.append(Field(isTransaction ? "RefNumber" : "FullName", name)) }
        return fields
    }

    /// Whether the deletions of a kind can be asked for at all.
    package static func tells(_ kind: String) -> Bool {
        words("ListDelType").contains(kind) || words("TxnDelType").contains(kind)
    }

    private static func words(_ element: String) -> Set<String> { words[element] ?? [] }

    private static let words: [String: Set<String>] = Dictionary(
        uniqueKeysWithValues: ["ListDelType", "TxnDelType"].map { ($0, Set(Catalog.standard.words(of: $0))) })
}

extension Catalog {
    /// The values of an enumeration, in the catalog's order; none if there is no such.
    func words(of element: String) -> [String] {
        enumerations.first { $0.name == element }?.values.map(\.name) ?? []
    }
}
