/// How many records of each kind a connector has in the mirror.
struct RecordCounts {
    /// In the order of the alphabet.
    private(set) var kinds: [String] = []
    private var counts: [String: Int] = [:]

    init(_ session: Session, connector: String, withDeleted: Bool) async throws {
        let sql = """
            SELECT kind, count(*) FROM mirror WHERE connector = \(SQLRows.quoted(connector))
            \(withDeleted ? "" : "AND deleted_at IS NULL") GROUP BY kind ORDER BY kind
            """
        for row in try await SQLRows.rows(sql, session) where row.count == 2 {
            guard let kind = row[0].text, let count = Int(row[1].json) else { continue }
            kinds.append(kind)
            counts[kind] = count
        }
    }

    subscript(kind: String) -> Int? { counts[kind] ?? 0 }
}
