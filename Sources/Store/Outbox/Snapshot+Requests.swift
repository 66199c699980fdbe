package import FoundationEssentials
import QBXML
package import Sync

/// A request as people and programs see it.
package struct RequestRow: Equatable, Sendable {
    package var number: Int64
    package var id: String
    package var connectorID: Int64
    package var connector: String
    package var state: Write.State
    package var outcome: Write.Outcome
    package var title: String
    /// `Add`; nil for a question.
    package var operation: String?
    package var kind: String?
    package var recordID: String?
    package var editSequence: String?
    package var name: String?
    package var source: String
    package var reference: String?
    package var priority: Int
    package var queuedAt: Date
    package var notBefore: Date?
    package var expiresAt: Date?
    package var sentAt: Date?
    package var settledAt: Date?
    package var attempts: Int
    package var statusCode: Int?
    package var statusMessage: String?
    package var code: String?
    package var sentence: String?
    package var dismissedAt: Date?
    package var dismissedBy: String?
    /// It is queued, and others must have succeeded before.
    package var isBlocked = false
    /// The breaker has stopped its source.
    package var isStopped = false
    /// It is queued, and its category is not written.
    package var isClosed = false
}

/// The rest of a request: its bytes, what came of it, and what it waits for.
package struct RequestDetail: Equatable, Sendable {
    package var row: RequestRow
    /// In canonical form.
    package var body: [UInt8]
    /// The exact document that it last went out in.
    package var document: [UInt8]?
    package var result: [UInt8]?
    /// A list of records as JSON.
    package var candidates: [UInt8]?
    /// Those that must succeed first and have not.
    package var waitsFor: [RequestRow]
    /// In front of it, and over without success or of unknown outcome.
    package var hindrances: [RequestRow]
}

extension Snapshot {
    package func requestRow(_ number: Int64) throws -> RequestRow? {
        try first("\(RequestSQL.rows) WHERE q.number = ?1", number) { try RequestRow(&$0) }
    }

    package func requestRow(id: String) throws -> RequestRow? {
        try first("\(RequestSQL.rows) WHERE q.id = ?1", id) { try RequestRow(&$0) }
    }

    package func requestDetail(id: String) throws -> RequestDetail? {
        guard let row = try requestRow(id: id) else { return nil }
        let waitsFor = try rows(
            """
            \(RequestSQL.rows) JOIN request_need AS n ON n.needs = q.number
            WHERE n.request = ?1 AND q.state <> 'succeeded' ORDER BY q.number
            """, row.number
        ) { try RequestRow(&$0) }
        let hindrances = row.isBlocked ? try self.hindrances(of: row.number) : []
        return try first(
            """
            SELECT q.body, s.document, CAST(q.result AS BLOB), CAST(q.candidates AS BLOB)
            FROM request AS q LEFT JOIN message_set AS s ON s.id = q.set_id WHERE q.number = ?1
            """, row.number
        ) { cells in
            RequestDetail(
                row: row, body: cells.next(), document: cells.next(), result: cells.next(),
                candidates: cells.next(), waitsFor: waitsFor, hindrances: hindrances)
        }
    }

    /// The requests of a connector, newest first.
    ///
    /// - Parameters:
    ///   - states: only these; empty for all.
    ///   - before: smaller numbers only, to page on.
    package func requests(
        connector: Int64, states: Set<Write.State> = [], before: Int64 = .max, limit: Int
    ) throws -> [RequestRow] {
        if states.isEmpty { return try requests(connector: connector, "", before: before, limit: limit) }
        // State by state: each has its own index, in which the newest are found at once.
        let found = try states.flatMap { state in
            try requests(
                connector: connector, " AND \(RequestSQL.stands(state, of: "q."))", before: before,
                limit: limit)
        }
        return Array(found.sorted { $0.number > $1.number }.prefix(limit))
    }

    private func requests(
        connector: Int64, _ filter: String, before: Int64, limit: Int
    ) throws -> [RequestRow] {
        try rows(
            """
            \(RequestSQL.rows) WHERE q.connector_id = ?1 AND q.number < ?2\(filter)
            ORDER BY q.number DESC LIMIT ?3
            """, connector, before, limit
        ) { try RequestRow(&$0) }
    }

    /// How many requests stand in each state that is not over, and how many failed and were not dismissed.
    package func requestCounts(connector: Int64) throws -> [Write.State: Int] {
        var counts: [Write.State: Int] = [:]
        let parts: [(Write.State, String)] = [
            (.queued, RequestSQL.stands(.queued)), (.sent, RequestSQL.stands(.sent)),
            (.failed, "state = 'failed' AND \(RequestSQL.troubled)"),
            (.unknown, "state = 'outcome unknown' AND \(RequestSQL.troubled)"),
        ]
        for (state, filter) in parts {
            counts[state] =
                try first("SELECT count(*) FROM request WHERE connector_id = ?1 AND \(filter)", connector) {
                    $0.next(Int.self)
                }
        }
        return counts
    }
}

extension RequestRow {
    init(_ row: inout Row) throws {
        self.init(
            number: row.next(), id: row.next(), connectorID: row.next(), connector: row.next(),
            state: try row.word(), outcome: try row.word(), title: row.next(), operation: row.next(),
            kind: row.next(), recordID: row.next(), editSequence: row.next(), name: row.next(),
            source: row.next(), reference: row.next(), priority: row.next(), queuedAt: row.next(),
            notBefore: row.next(), expiresAt: row.next(), sentAt: row.next(), settledAt: row.next(),
            attempts: row.next(), statusCode: row.next(), statusMessage: row.next(), code: row.next(),
            sentence: row.next(), dismissedAt: row.next(), dismissedBy: row.next(), isBlocked: row.next(),
            isStopped: row.next(), isClosed: row.next())
    }
}

enum RequestSQL {
    /// In the words of the indexes `request_waiting` and `request_state`, so that SQLite takes them.
    static func stands(_ state: Write.State, of table: String = "") -> String {
        let word = "\(table)state = '\(state.rawValue)'"
        return state == .queued ? word : "\(table)state <> 'queued' AND \(word)"
    }

    /// What waits for one of these does not go out by itself.
    static let lost = "state IN ('failed', 'cancelled', 'expired', 'outcome unknown')"

    /// In the words of the index `request_trouble`, so that SQLite takes it.
    static let troubled = "state IN ('failed', 'outcome unknown') AND dismissed_at IS NULL"

    static let rows = """
        SELECT q.number, q.id, q.connector_id, c.name, q.state, q.outcome, q.title, q.operation, q.kind,
            q.record_id, q.edit_sequence, q.name, q.source, q.reference, q.priority, q.queued_at,
            q.not_before, q.expires_at, q.sent_at, q.settled_at, q.attempts, q.status_code,
            q.status_message, q.code, q.sentence, q.dismissed_at, q.dismissed_by,
            q.state = 'queued' AND q.blockers > 0,
            EXISTS (SELECT 1 FROM stopped_source AS t
                WHERE t.connector_id = q.connector_id AND t.source = q.source),
            q.state = 'queued' AND \(OutboxSQL.isClosed)
        FROM request AS q JOIN connector AS c ON c.id = q.connector_id
        """
}
