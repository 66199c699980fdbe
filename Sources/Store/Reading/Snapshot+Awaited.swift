/// The exchange that a conversation waits for an answer to.
package struct AwaitedExchange: Equatable, Sendable {
    /// Its number within the conversation.
    package var sequence: Int
    package var category: String
}

extension Snapshot {
    /// - Returns: nil if nobody knows the ticket, or no answer is awaited: then a response is a repeated one.
    package func awaitedExchange(ticket: String) throws -> AwaitedExchange? {
        try first(
            "SELECT sequence, asked_category FROM conversation WHERE ticket = ?1 AND phase = 'awaiting'",
            ticket
        ) { AwaitedExchange(sequence: $0.next(), category: $0.next()) }
    }

    /// `TimeModified` of a record as the mirror holds it; nil if it holds none.
    package func timeModified(connector: Int64, kind: String, id: String) throws -> String? {
        try first(
            "SELECT time_modified FROM record WHERE connector_id = ?1 AND kind = ?2 AND id = ?3", connector,
            kind,
            id
        ) { $0.next(String?.self) } ?? nil
    }

    /// The place of a category in the agenda of a conversation.
    package func position(of category: String, ticket: String) throws -> Int? {
        try first(
            """
            SELECT r.position FROM category_run AS r JOIN conversation AS v ON v.number = r.conversation
            WHERE v.ticket = ?1 AND r.category = ?2
            """, ticket, category
        ) { $0.next() }
    }
}
