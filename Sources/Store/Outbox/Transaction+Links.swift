import FoundationEssentials
package import QBXML
import Sync

/// Values that one request takes from the record of an earlier one.
extension Transaction {
    /// What links name and nobody knows: neither a request of the connector nor an earlier one of the call.
    func unknownSources(_ order: QueueOrder, _ connector: Connector) throws -> [String] {
        var unknown: [String] = []
        for (place, request) in order.requests.enumerated() {
            for link in request.links {
                if let index = Self.index(link.request) {
                    if !(0..<place).contains(index) { unknown.append(link.request) }
                } else if try number(of: link.request, connector.id) == nil {
                    unknown.append(link.request)
                }
            }
        }
        return unknown
    }

    /// A request waits for those that it takes values from.
    func link(_ number: Int64, _ request: QueuedRequest, earlier: [Int64]) throws {
        guard !request.links.isEmpty else { return }
        let connector = try first("SELECT connector_id FROM request WHERE number = ?1", number) {
            $0.next(Int64.self)
        }
        guard let connector else { return }
        var kept: [JSON] = []
        for link in request.links {
            let source =
                try Self.index(link.request).map { earlier[$0] } ?? self.number(of: link.request, connector)
            guard let source else { continue }
            try execute("INSERT OR IGNORE INTO request_need (request, needs) VALUES (?1, ?2)", number, source)
            kept.append([
                "token": .text(link.token), "source": .number(String(source)), "path": .text(link.path),
            ])
        }
        try execute(
            "UPDATE request SET links = ?2 WHERE number = ?1", number,
            String(decoding: JSON.list(kept).bytes, as: UTF8.self))
    }

    /// `#3`: the fourth request of the same call.
    private static func index(_ text: String) -> Int? { text.hasPrefix("#") ? Int(text.dropFirst()) : nil }

    /// Records that came back without their fields, of which a request waits for a value, and whose reading
    /// ended with its conversation: another one reads them.
    ///
    /// - Returns: their categories.
    func takeOver(connector: Int64, by conversation: Int64) throws -> [String] {
        try execute(
            """
            INSERT INTO wanted (conversation, category, kind, id)
            SELECT DISTINCT ?2, w.category, w.kind, w.id FROM wanted AS w
                CROSS JOIN conversation AS v ON v.number = w.conversation
                CROSS JOIN request AS source INDEXED BY request_record
                    ON source.connector_id = ?1 AND source.kind = w.kind AND source.record_id = w.id
            WHERE v.connector_id = ?1 AND v.ended_at IS NOT NULL
                AND source.state = 'succeeded' AND source.result IS NULL
                AND EXISTS (SELECT 1 FROM request_need AS n JOIN request AS q ON q.number = n.request
                    WHERE n.needs = source.number AND q.state = 'queued' AND q.links IS NOT NULL)
            """, connector, conversation)
        guard changes > 0 else { return [] }
        return try rows("SELECT DISTINCT category FROM wanted WHERE conversation = ?1", conversation) {
            $0.next()
        }
    }

    private func number(of id: String, _ connector: Int64) throws -> Int64? {
        try first("SELECT number FROM request WHERE id = ?1 AND connector_id = ?2", id, connector) {
            $0.next()
        }
    }
}

extension Snapshot {
    /// What a request takes from others, by their IDs.
    package func links(of number: Int64) throws -> [DraftLink] {
        try rows(
            """
            SELECT link.value ->> '$.token', source.id, link.value ->> '$.path'
            FROM request AS q, json_each(q.links) AS link
            JOIN request AS source ON source.number = link.value ->> '$.source'
            WHERE q.number = ?1 AND q.links IS NOT NULL
            """, number
        ) { DraftLink(token: $0.next(), request: $0.next(), path: $0.next()) }
    }

    /// The requests with the values that are known now. One whose value is not there, or does not fit, says
    /// so.
    func resolved(_ writes: [StoredWrite]) throws -> [Write] {
        try writes.map { stored in
            guard stored.takesValues else { return stored.write }
            var write = stored.write
            let all = try values(of: write.number)
            for taken in all {
                guard let value = taken.value else { continue }
                write.body = DraftLink.put(value, for: taken.token, into: write.body)
            }
            // What defines a macro may be in the same message set.
            let missing = all.filter { $0.value == nil && (!DraftLink.isMacro($0.token) || $0.isOver) }
            if missing.isEmpty { write.checkValues(all, stored.write.body) } else { write.miss(missing) }
            return write
        }
    }

    /// A record that came back without its fields is read in the same conversation. What takes a value of it
    /// waits for that.
    func awaitsRecord(_ stored: StoredWrite) throws -> Bool {
        guard stored.takesValues else { return false }
        return try first(
            """
            SELECT 1 FROM request AS q, json_each(q.links) AS link
            JOIN request AS source ON source.number = link.value ->> '$.source'
            WHERE q.number = ?1 AND source.state = 'succeeded' AND source.result IS NULL
                AND link.value ->> '$.path' NOT IN ('TxnID', 'ListID')
                AND NOT EXISTS (SELECT 1 FROM record AS r WHERE r.connector_id = source.connector_id
                    AND r.kind = source.kind AND r.id = source.record_id AND r.deleted_at IS NULL)
                AND EXISTS (SELECT 1 FROM wanted AS w JOIN conversation AS c ON c.number = w.conversation
                    WHERE w.kind = source.kind AND w.id = source.record_id
                        AND c.connector_id = source.connector_id AND c.ended_at IS NULL)
            LIMIT 1
            """, stored.write.number
        ) { $0.next(Bool.self) } ?? false
    }

    private func values(of number: Int64) throws -> [TakenValue] {
        try rows(
            """
            SELECT link.value ->> '$.token', source.title, source.id, source.state = 'succeeded',
                link.value ->> '$.path',
                coalesce(source.result ->> ('$.' || (link.value ->> '$.path')),
                    CASE WHEN source.state <> 'succeeded' THEN NULL
                        WHEN link.value ->> '$.path' IN ('TxnID', 'ListID') THEN source.record_id
                        -- A later version than that which the request made may be somebody else's.
                        WHEN link.value ->> '$.path' = 'EditSequence' AND source.edit_sequence IS NOT NULL
                            THEN source.edit_sequence
                        -- It was carried out, and its record was lost on the way.
                        WHEN source.result IS NULL THEN r.json ->> ('$.' || (link.value ->> '$.path'))
                    END)
            FROM request AS q, json_each(q.links) AS link
            JOIN request AS source ON source.number = link.value ->> '$.source'
            LEFT JOIN record AS r ON r.connector_id = source.connector_id AND r.kind = source.kind
                AND r.id = source.record_id AND r.deleted_at IS NULL
            WHERE q.number = ?1 AND q.links IS NOT NULL
            """, number
        ) { row in
            TakenValue(
                token: row.next(), title: row.next(), source: row.next(), isOver: row.next(),
                path: row.next(), value: row.next())
        }
    }
}

/// A value that a request takes from the record of another.
private struct TakenValue {
    var token: String
    /// Of the request that gives it.
    var title: String
    var source: String
    /// It has succeeded.
    var isOver: Bool
    var path: String
    var value: String?
}

extension Write {
    /// Which value of which record is not there, and where it was to stand.
    fileprivate mutating func miss(_ missing: [TakenValue]) {
        let places = Self.places(of: missing, in: body)
        isMissing = missing.map { taken in
            let place = places[taken.token].map { ", to be put into \($0)" } ?? ""
            return "The record of \(taken.title) \(taken.source) has no value \"\(taken.path)\"\(place)."
        }.joined(separator: " ")
    }

    /// Where the tokens of values stand.
    private static func places(of values: [TakenValue], in body: [UInt8]) -> [String: String] {
        guard let draft = try? Draft(reading: body) else { return [:] }
        let checked = Checker.check(draft)
        return values.reduce(into: [:]) { $0[$1.token] = checked.place(of: $1.token) }
    }

    /// A value of another record is as good as any text: an amount must be one, a name must not be too long.
    ///
    /// - Parameters:
    ///   - values: what was taken.
    ///   - original: the request with tokens in their places.
    fileprivate mutating func checkValues(_ values: [TakenValue], _ original: [UInt8]) {
        func told(_ reason: String, at pointer: String?) -> String {
            let places = Self.places(of: values, in: original)
            let there = values.filter { $0.value != nil && places[$0.token] == pointer }
            let sources = (there.isEmpty ? values : there).map { taken in
                "\"\(taken.path)\" of the record of \(taken.title) \(taken.source)"
            }.joined(separator: ", ")
            return "A value that it takes from another does not fit: \(sources). \(reason)"
        }
        do {
            let checked = Checker.check(try Draft(reading: body))
            // What defines a macro of its bundle is another request, and was there when both were queued.
            if let error = checked.errors.first(where: { $0.rule != .macro }) {
                isMissing = told(error.sentence, at: error.pointer)
            } else {
                body = checked.request(0)
                subject = checked.subject(of: 0)
            }
        } catch {
            isMissing = told(error.sentence, at: nil)
        }
    }
}
