package import FoundationEssentials

/// What the probe of a category answered.
package struct CoverageRow: Equatable, Sendable {
    package var category: String
    package var answer: String
    /// QuickBooks' status and words.
    package var code: Int?
    package var sentence: String?
    package var probedAt: Date
    /// Since when it has answered so.
    package var since: Date
    /// What it answered before, and since when; nil while it has had one answer only.
    package var previous: String?
    package var previousSince: Date?
    package var wasReadableAt: Date?
}

extension Snapshot {
    /// The categories that were probed, by their names.
    package func coverageRows(connector: Int64) throws -> [String: CoverageRow] {
        let rows = try rows(
            """
            SELECT category, answer, code, sentence, probed_at, since, previous_answer, previous_since,
                was_readable_at
            FROM coverage WHERE connector_id = ?1
            """, connector
        ) { row in
            CoverageRow(
                category: row.next(), answer: row.next(), code: row.next(), sentence: row.next(),
                probedAt: row.next(), since: row.next(), previous: row.next(), previousSince: row.next(),
                wasReadableAt: row.next())
        }
        return Dictionary(rows.map { ($0.category, $0) }, uniquingKeysWith: { one, _ in one })
    }
}
