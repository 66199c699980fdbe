package import FoundationEssentials
package import Sync

/// A condition as it was told: it began, and perhaps ended.
package struct ConditionRow: Equatable, Sendable {
    package var number: Int64
    /// Nil for the whole installation.
    package var connector: String?
    package var code: String
    package var subject: String
    package var sentence: String
    package var since: Date
    package var beganAt: Date
    package var endedAt: Date?

    init(_ row: inout Row) {
        number = row.next()
        connector = row.next()
        code = row.next()
        subject = row.next()
        sentence = row.next()
        since = row.next()
        beganAt = row.next()
        endedAt = row.next()
    }

    static let select = """
        SELECT s.number, c.name, s.code, s.subject, s.sentence, s.since, s.began_at, s.ended_at
        FROM condition AS s LEFT JOIN connector AS c ON c.id = s.connector_id
        """

    fileprivate var identity: [String?] { [connector, code, subject] }
}

extension HealthFinding {
    fileprivate var identity: [String?] { [connector, condition.rawValue, subject] }
}

extension Snapshot {
    package func standingConditions() throws -> [ConditionRow] {
        try rows("\(ConditionRow.select) WHERE s.ended_at IS NULL ORDER BY s.number") { ConditionRow(&$0) }
    }

    /// Conditions that are over, the latest first.
    package func pastConditions(connector: String? = nil, limit: Int) throws -> [ConditionRow] {
        try rows(
            """
            \(ConditionRow.select) WHERE s.ended_at IS NOT NULL AND (?1 IS NULL OR c.name = ?1)
            ORDER BY s.ended_at DESC, s.number DESC LIMIT ?2
            """, connector, limit
        ) { ConditionRow(&$0) }
    }
}

extension Transaction {
    /// Compares what is found with what was told, and writes down the difference with its events.
    ///
    /// - Returns: what is to be told now: beginnings, and ends.
    package func settleConditions(
        _ findings: [HealthFinding], at now: Date
    ) throws -> (began: [HealthFinding], ended: [ConditionRow]) {
        let standing = try standingConditions()
        // A thousand quiet connectors are a thousand of each.
        let (told, found) = (Set(standing.map(\.identity)), Set(findings.map(\.identity)))
        let began = findings.filter { !told.contains($0.identity) }
        let ended = standing.filter { !found.contains($0.identity) }
        for finding in began {
            try execute(
                """
                INSERT INTO condition (connector_id, code, subject, sentence, since, began_at)
                VALUES ((SELECT id FROM connector WHERE name = ?1), ?2, ?3, ?4, ?5, ?6)
                """, finding.connector, finding.condition.rawValue, finding.subject, finding.sentence,
                finding.since, now)
            try conditionEvent(.conditionBegan, finding.connector, finding.key, finding.sentence, at: now)
        }
        for row in ended {
            try execute("UPDATE condition SET ended_at = ?2 WHERE number = ?1", row.number, now)
            let key = row.subject.isEmpty ? row.code : "\(row.code):\(row.subject)"
            try conditionEvent(.conditionEnded, row.connector, key, row.sentence, at: now)
        }
        return (began, ended)
    }

    /// What concerns all connectors is told with the default one, since each event belongs to a connector;
    /// before the first is made nobody listens.
    private func conditionEvent(
        _ event: EventKind, _ connector: String?, _ subject: String, _ sentence: String, at: Date
    ) throws {
        hasTaskNews = true
        try execute(
            """
            INSERT INTO event (at, connector_id, kind, subject, sentence)
            SELECT ?1, id, ?3, ?4, ?5 FROM connector
            WHERE CASE WHEN ?2 IS NULL THEN is_default = 1 ELSE name = ?2 END
            """, at, connector, event.rawValue, subject, sentence)
    }

    /// Takes away what ended long ago.
    package func pruneConditions(endedBefore: Date) throws {
        try execute("DELETE FROM condition WHERE ended_at < ?1", endedBefore)
    }
}
