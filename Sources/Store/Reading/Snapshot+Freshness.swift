package import FoundationEssentials
package import Sync

/// How fresh one category of a connector's mirror is.
package struct FreshnessRow: Equatable, Sendable {
    package var category: String
    /// When it was last read to its end; nil if it never was.
    package var completeAt: Date?
    /// The latest `TimeModified`, as the company PC's wall time.
    package var highWater: String?
    /// QuickBooks' own count, and when it was asked for.
    package var expected: Int?
    package var countedAt: Date?
    /// When both counts agreed for the last time.
    package var reconciledAt: Date?
    /// Why it is not complete; nil while it is.
    package var doubt: String?
    package var comparedAt: Date?
    package var pageSize: Int?
}

/// What tells whether a category is complete.
package struct CategorySoundness: Equatable, Sendable {
    /// When it was last read to its end; nil if it never was.
    package var completeAt: Date?
    /// Why it is not complete; nil while it is.
    package var doubt: String?
    package var direction: CategorySetting.Direction
    /// Of the probe; nil before the first one.
    package var answer: String?
    package var probedAt: Date?
}

extension Snapshot {
    /// Of `watermark AS w`: a count that did not agree, or that the category could not be read the last time.
    static let doubt = """
        coalesce(w.doubt, (SELECT m.sentence FROM message AS m
            WHERE m.connector_id = w.connector_id AND m.category = w.category AND m.subject = ''))
        """

    /// What tells whether one category is complete, in one look.
    package func soundness(connector: Int64, category: String) throws -> CategorySoundness {
        let found = try first(
            """
            SELECT w.complete_at, \(Self.doubt), coalesce(s.direction, ?3),
                p.answer, p.probed_at
            FROM (SELECT 1)
            LEFT JOIN watermark AS w ON w.connector_id = ?1 AND w.category = ?2
            LEFT JOIN category_setting AS s ON s.connector_id = ?1 AND s.category = ?2
            LEFT JOIN coverage AS p ON p.connector_id = ?1 AND p.category = ?2
            """, connector, category, CategorySetting.standard.direction.rawValue
        ) { row in
            CategorySoundness(
                completeAt: row.next(), doubt: row.next(), direction: try row.word(), answer: row.next(),
                probedAt: row.next())
        }
        return found ?? CategorySoundness(direction: CategorySetting.standard.direction)
    }

    /// The categories that have been read, by their names.
    package func freshness(connector: Int64) throws -> [String: FreshnessRow] {
        let rows = try rows(
            """
            SELECT category, complete_at, high_water, expected, counted_at, reconciled_at, \(Self.doubt),
                compared_at, page_size
            FROM watermark AS w WHERE connector_id = ?1
            """, connector
        ) { row in
            FreshnessRow(
                category: row.next(), completeAt: row.next(), highWater: row.next(), expected: row.next(),
                countedAt: row.next(), reconciledAt: row.next(), doubt: row.next(), comparedAt: row.next(),
                pageSize: row.next())
        }
        return Dictionary(rows.map { ($0.category, $0) }, uniquingKeysWith: { one, _ in one })
    }

    /// How many records of each kind there are that are not deleted. It reads an index of all of them, which
    /// takes a tenth of a second for a million.
    package func recordCounts(connector: Int64) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        try visitRows(
            """
            SELECT kind, count(*) FROM record INDEXED BY record_live
            WHERE connector_id = ?1 AND deleted_at IS NULL GROUP BY kind
            """, connector
        ) { row in
            let kind: String = row.next()
            counts[kind] = row.next()
        }
        return counts
    }
}
