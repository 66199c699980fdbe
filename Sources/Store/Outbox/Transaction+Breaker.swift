package import FoundationEssentials
import QBXML
package import Sync

/*
 The breaker. The commonest accident of integrations is a loop that makes the same document again and again:
 each copy is carried out exactly once, and the books have fifty. Two signs stop whoever queues them, for one
 connector, until a person lets them go on:

     the same content was added twice within a day
     five records of one kind, name and customer, vendor or parent were asked for within an hour

 What takes values or macros from elsewhere says the same and means another record: it is no twin by its
 content.

 What is stopped waits in the queue, what is under way is finished, and other sources go on.
*/
package enum Breaker {
    package static let sameContentSeconds = 86_400.0
    package static let sameKeySeconds = 3_600.0
    package static let sameKeyCount = 5
}

extension Snapshot {
    package func stoppedSources(connector: Int64) throws -> [StoppedSource] {
        try rows(
            """
            SELECT source, since, sentence FROM stopped_source WHERE connector_id = ?1
            ORDER BY since, source
            """, connector
        ) { StoppedSource(source: $0.next(), since: $0.next(), sentence: $0.next()) }
    }
}

extension Transaction {
    /// - Returns: why the source may queue nothing; nil if it may.
    func stopIfLooping(
        _ order: QueueOrder, connector: Connector, source: String, at now: Date
    ) throws -> StoppedSource? {
        if let standing = try stoppedSources(connector: connector.id).first(where: { $0.source == source }) {
            return standing
        }
        let since = try beginning(Breaker.sameKeySeconds, source, connector.id, now)
        var asked: [[String]: Int] = [:]
        for request in order.requests where request.subject.operation == .add {
            guard let name = request.subject.title else { continue }
            let key = [request.title, name, request.subject.entity ?? "", request.subject.txnDate ?? ""]
            asked[key, default: 0] += 1
            let before = try first(
                """
                SELECT count(*) FROM request INDEXED BY request_key
                WHERE connector_id = ?1 AND title = ?2 AND name = ?3 AND coalesce(entity, '') = ?4
                    AND coalesce(txn_date, '') = ?5 AND source = ?6 AND queued_at > ?7
                    AND state IN ('queued', 'sent', 'succeeded', 'outcome unknown')
                """, connector.id, key[0], key[1], key[2], key[3], source, since
            ) { $0.next(Int.self) }
            guard asked[key, default: 0] + (before ?? 0) >= Breaker.sameKeyCount else { continue }
            return try stop(
                source, connector.id,
                "\(source) asked \(Breaker.sameKeyCount) times within an hour for \(request.title) \(name). "
                    + Self.advice(source, connector.name), at: now)
        }
        return nil
    }

    /// When the same was added by the same source. By itself and not joined to the request in question: in a
    /// join SQLite reads the index only up to the connector, which is all that was ever added.
    static let twin = """
        SELECT max(settled_at) FROM request INDEXED BY request_content
        WHERE connector_id = ?1 AND content = ?2 AND state = 'succeeded' AND source = ?3 AND number <> ?4
        """

    /// After something was added: is it the second of its kind?
    func stopIfDoubled(_ number: Int64, at now: Date) throws {
        let added = try first(
            """
            SELECT q.source, q.connector_id, c.name, q.title, q.name, q.content
            FROM request AS q JOIN connector AS c ON c.id = q.connector_id
            WHERE q.number = ?1 AND q.operation = 'Add'
            """, number
        ) { row in
            (
                source: row.next(String.self), connector: row.next(Int64.self),
                connectorName: row.next(String.self),
                title: row.next(String.self), name: row.next(String?.self), content: row.next(String?.self)
            )
        }
        guard let found = added, let content = found.content else { return }
        let twin = try first(Self.twin, found.connector, content, found.source, number) {
            $0.next(Date?.self)
        }
        guard let settled = twin ?? nil,
            settled > (try beginning(Breaker.sameContentSeconds, found.source, found.connector, now))
        else { return }
        let what = [found.title, found.name].compactMap { $0 }.joined(separator: " ")
        _ = try stop(
            found.source, found.connector,
            "\(found.source) added the same twice within a day: \(what). "
                + Self.advice(found.source, found.connectorName), at: now)
    }

    /// The kind in the words of the index `event_released`, so that SQLite takes it.
    static let release = """
        SELECT max(at) FROM event INDEXED BY event_released
        WHERE subject = ?1 AND connector_id = ?2 AND kind = '\(EventKind.sourceReleased.rawValue)'
        """

    /// What was before a person looked and released the source does not count any more.
    private func beginning(
        _ seconds: Double, _ source: String, _ connector: Int64, _ now: Date
    ) throws -> Date {
        let released = try first(Self.release, source, connector) { $0.next(Date?.self) }
        return max(now.addingTimeInterval(-seconds), (released ?? nil) ?? .distantPast)
    }

    private static func advice(_ source: String, _ connector: String) -> String {
        "Nothing more of it is sent. Look whether it runs in a loop, then: "
            + "\(StoppedSource.release(source, connector: connector))."
    }

    private func stop(
        _ source: String, _ connector: Int64, _ sentence: String, at now: Date
    ) throws -> StoppedSource {
        try execute(
            """
            INSERT INTO stopped_source (connector_id, source, since, sentence) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT DO NOTHING
            """, connector, source, now, sentence)
        try execute(
            """
            INSERT INTO message (connector_id, category, subject, kind, name, sentence, since, last_seen_at)
            VALUES (?1, 'requests', ?2, 'Source', ?3, ?4, ?5, ?5)
            ON CONFLICT DO UPDATE SET sentence = excluded.sentence, last_seen_at = excluded.last_seen_at
            """, connector, "source: " + source, source, sentence, now)
        try event(.sourceStopped, source: source, connector: connector, sentence, at: now)
        return StoppedSource(source: source, since: now, sentence: sentence)
    }

    /// A person has looked: the source goes on.
    ///
    /// - Returns: false if it was not stopped.
    package func release(
        source: String, connector: Connector, by author: Author, at now: Date
    ) throws -> Bool {
        try execute(
            "DELETE FROM stopped_source WHERE connector_id = ?1 AND source = ?2", connector.id, source)
        guard changes > 0 else { return false }
        try execute(
            "DELETE FROM message WHERE connector_id = ?1 AND category = 'requests' AND subject = ?2",
            connector.id, "source: " + source)
        try event(
            .sourceReleased, source: source, connector: connector.id, "Released by \(author.name).", at: now)
        try audit(author, .releaseSource, connector: connector.name, subject: source, at: now)
        return true
    }
}
