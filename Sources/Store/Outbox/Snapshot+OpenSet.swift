import FoundationEssentials
import QBXML
import Sync

/// The message set that is out or in doubt.
extension Snapshot {
    func openSet(connector: Int64) throws -> MessageSet? {
        let set = try first(
            """
            SELECT id, document, stage, is_recoverable, sends, asks, since, requests FROM message_set
            WHERE connector_id = ?1 AND stage <> 'closed'
            """, connector
        ) { row in
            MessageSet(
                id: row.next(), document: row.next(), stage: try row.word(), isRecoverable: row.next(),
                sends: row.next(), asks: row.next(), since: row.next(), writes: [], size: row.next())
        }
        guard var set else { return nil }
        set.writes = try resolved(
            rows(
                """
                SELECT \(StoredWrite.columns) FROM request AS q WHERE q.set_id = ?1 AND q.state = 'sent'
                ORDER BY q.position
                """, set.id
            ) { try StoredWrite(&$0) })
        return set
    }

    /// What else is to be known of a set before it is decided about.
    func loadStanding(
        of set: MessageSet, connector: Int64, now: Date, into facts: inout OutboxFacts
    ) throws {
        facts.isWaitedFor = try isWaitedFor(set.id)
        if set.stage == .unknownThere { facts.isWithheld = try isWithheld(set.id, now) }
        // In the conversation in which it was asked after, or looked for.
        if set.isRecoverable, set.asks > 0 || set.sends == 0 {
            facts.breakOffs = try breakOffs(set.id, connector: connector)
            let categories = set.writes.filter { !$0.isExamined }.compactMap { $0.subject.kind }
                .compactMap { Category.bringing(kind: $0)?.name }
            facts.stored = try stored(Array(Set(categories)), connector, [:])
        }
    }

    private func isWithheld(_ set: String, _ now: Date) throws -> Bool {
        try first(
            """
            SELECT 1 FROM request AS q INDEXED BY request_set
            WHERE q.set_id = ?1 AND q.state = 'sent' AND NOT (\(OutboxSQL.mayGo)) LIMIT 1
            """, set, now
        ) { $0.next(Bool.self) } ?? false
    }

    /// The codes with which conversations broke off at the requests, one after the other up to now, since a
    /// set went out.
    private func breakOffs(_ set: String, connector: Int64) throws -> [String] {
        let title = Step(.writes, category: Step.requests).title
        let endings: [String?] = try rows(
            """
            SELECT iif(v.ended_at >= (SELECT s.sent_at FROM message_set AS s WHERE s.id = ?2), v.ending, NULL)
            FROM conversation AS v
            WHERE v.connector_id = ?1 AND v.is_refusal = 0 AND v.number < (
                SELECT max(number) FROM conversation WHERE connector_id = ?1 AND is_refusal = 0)
            ORDER BY v.number DESC LIMIT \(Self.breakOffLimit)
            """, connector, set
        ) { $0.next(String?.self) }
        var codes: [String] = []
        for ending in endings {
            guard case .unsuccessful(.sessionLost(let code, title))? = ending.flatMap(EndingNotation.read)
            else { break }
            codes.append(code)
        }
        return codes
    }

    /// More than are ever looked at.
    private static let breakOffLimit = 20

    /// Whether somebody else waits for a request of a set.
    private func isWaitedFor(_ set: String) throws -> Bool {
        try first(
            """
            SELECT 1 FROM request AS q INDEXED BY request_set
                JOIN request_need AS n INDEXED BY request_need_back ON n.needs = q.number
                JOIN request AS child ON child.number = n.request
            WHERE q.set_id = ?1 AND child.state = 'queued' LIMIT 1
            """, set
        ) { $0.next(Bool.self) } ?? false
    }
}
