package import FoundationEssentials
import Sync

/// Every kind of event there is, as programs read it: the description of the API and the filters of webhooks
/// take them from here.
package enum EventKind: String, CaseIterable, Sendable {
    case conversationBegan = "conversation.began"
    case conversationEnded = "conversation.ended"
    case queued = "request.queued"
    case sent = "request.sent"
    case succeeded = "request.succeeded"
    case failed = "request.failed"
    case unknown = "request.unknown"
    case cancelled = "request.cancelled"
    case expired = "request.expired"
    case dismissed = "request.dismissed"
    case edited = "request.edited"
    case decided = "request.decided"
    case sourceStopped = "source.stopped"
    case sourceReleased = "source.released"
    case conditionBegan = "condition.began"
    case conditionEnded = "condition.ended"
    case databaseRestored = "database.restored"

    package static let all: [String] = allCases.map(\.rawValue)
}

package struct EventRow: Equatable, Sendable {
    package var number: Int64
    package var at: Date
    package var connector: String
    package var kind: String
    package var subject: String
    package var sentence: String?
}

extension Transaction {
    /// What happened to a source of requests.
    func event(
        _ event: EventKind, source: String, connector: Int64, _ sentence: String, at: Date
    ) throws {
        hasTaskNews = true
        try execute(
            """
            INSERT INTO event (at, connector_id, kind, subject, sentence) VALUES (?1, ?2, ?3, ?4, ?5)
            """, at, connector, event.rawValue, source, sentence)
    }

    /// A conversation began, or was refused at the door.
    func event(_ event: EventKind, conversation ticket: String, _ sentence: String?, at: Date) throws {
        hasTaskNews = true
        try execute(
            """
            INSERT INTO event (at, connector_id, kind, subject, sentence)
            SELECT ?2, connector_id, ?3, number, ?4 FROM conversation WHERE ticket = ?1
            """, ticket, at, event.rawValue, sentence)
    }

    /// It ended; told once, though it is saved at each later call as well.
    func eventOfEnd(_ ticket: String, _ ending: Ending, at: Date) throws {
        try execute(
            """
            INSERT INTO event (at, connector_id, kind, subject, sentence)
            SELECT ?2, connector_id, ?3, number, ?4 FROM conversation WHERE ticket = ?1 AND ended_at IS NULL
            """, ticket, at, EventKind.conversationEnded.rawValue, ending.sentence)
        if changes > 0 { hasTaskNews = true }
    }

    /// A line for each request that was just queued. Nobody else queues meanwhile, so their numbers have no
    /// gaps.
    func eventsOfQueueing(_ numbers: [Int64], at: Date) throws {
        guard let first = numbers.first, let last = numbers.last else { return }
        hasTaskNews = true
        try execute(
            """
            INSERT INTO event (at, connector_id, kind, subject)
            SELECT ?3, connector_id, ?4, id FROM request WHERE number BETWEEN ?1 AND ?2 ORDER BY number
            """, first, last, at, EventKind.queued.rawValue)
    }

    /// A line of what happened, in the transaction in which it does.
    func event(_ event: EventKind, of number: Int64, _ sentence: String?, at: Date) throws {
        hasTaskNews = true
        try execute(
            """
            INSERT INTO event (at, connector_id, kind, subject, sentence)
            SELECT ?2, connector_id, ?3, id, ?4 FROM request WHERE number = ?1
            """, number, at, event.rawValue, sentence)
    }
}

extension Snapshot {
    /// Events behind a number, oldest first. Numbers are given in the order of the commits.
    package func events(
        after: Int64, connector: Int64? = nil, limit: Int
    ) throws -> (rows: [EventRow], next: Int64, newest: Int64) {
        let newest = try newestEvent()
        let found = try rows(
            """
            SELECT e.number, e.at, c.name, e.kind, e.subject, e.sentence FROM event AS e
            JOIN connector AS c ON c.id = e.connector_id
            WHERE e.number > ?1 AND (?2 IS NULL OR e.connector_id = ?2) ORDER BY e.number LIMIT ?3
            """, after, connector, limit
        ) { row in
            EventRow(
                number: row.next(), at: row.next(), connector: row.next(), kind: row.next(),
                subject: row.next(), sentence: row.next())
        }
        let next = found.count == limit ? found.last?.number ?? newest : max(after, newest)
        return (found, next, newest)
    }

    func event(number: Int64) throws -> EventRow? {
        try first(
            """
            SELECT e.number, e.at, c.name, e.kind, e.subject, e.sentence FROM event AS e
            JOIN connector AS c ON c.id = e.connector_id WHERE e.number = ?1
            """, number
        ) { row in
            EventRow(
                number: row.next(), at: row.next(), connector: row.next(), kind: row.next(),
                subject: row.next(), sentence: row.next())
        }
    }

    /// The number from which on events are kept: older ones went when their time was over. Nil while nothing
    /// ever happened.
    package func oldestEvent() throws -> Int64? {
        try first("SELECT min(number) FROM event") { $0.next(Int64?.self) } ?? nil
    }

    package func newestEvent() throws -> Int64 {
        try first("SELECT seq FROM sqlite_sequence WHERE name = 'event'") { $0.next() } ?? 0
    }
}
