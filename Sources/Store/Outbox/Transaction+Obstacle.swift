import FoundationEssentials
import QBXML
import Sync

/// What stands in the way of a request that failed, shown beside what was sent.
extension Transaction {
    /// 3100, "name in use": QuickBooks does not say by whom.
    private static let nameInUse = 3100

    func showObstacle(_ end: WriteEnd, connector: Int64) throws {
        var candidates = end.candidates
        var sentence = end.sentence
        if end.status?.code == Self.nameInUse, let kind = end.write.subject.kind,
            let name = end.write.subject.title
        {
            candidates = try holders(of: name, sharedBy: kind, connector: connector)
            if let holder = candidates.first {
                sentence += " The name belongs to \(holder.kind) \(holder.id)."
            }
        }
        guard !candidates.isEmpty else { return }
        try execute(
            "UPDATE request SET candidates = ?2, sentence = ?3 WHERE number = ?1", end.write.number,
            try candidateList(candidates), sentence)
    }

    /// The records of that name, as far as the mirror knows: QuickBooks compares without case.
    private func holders(
        of name: String, sharedBy kind: String, connector: Int64
    ) throws -> [Candidate] {
        var found: [Candidate] = []
        for kind in Self.nameSpace(of: kind) {
            found += try rows(
                """
                SELECT \(Candidate.columns) FROM record AS r INDEXED BY record_name
                WHERE r.connector_id = ?1 AND r.kind = ?2 AND r.name = ?3 COLLATE NOCASE
                    AND r.deleted_at IS NULL LIMIT 5
                """, connector, kind, name
            ) { Candidate(&$0) }
        }
        return found
    }

    /// Customers, vendors, employees and other names share one space of names, and so do items of all sorts
    /// (reference: qbXML's name lists).
    private static func nameSpace(of kind: String) -> [String] {
        let entities = ["Customer", "Vendor", "Employee", "OtherName"]
        if entities.contains(kind) { return entities }
        guard let category = Category.bringing(kind: kind) else { return [kind] }
        return category.kinds.isEmpty ? [kind] : category.kinds
    }
}
