import FoundationEssentials
package import Sync
import Timetable

extension Snapshot {
    /// Conversations of a connector with what each did to its categories, newest first.
    ///
    /// - Parameter before: conversations with smaller numbers only, to page on.
    package func history(
        connector: Int64, before: Int64 = .max, limit: Int
    ) throws -> [ConversationRow] {
        var conversations = try rows(
            """
            SELECT \(ConversationRow.columns) FROM conversation AS v
            WHERE v.connector_id = ?1 AND v.number < ?2 ORDER BY v.number DESC LIMIT ?3
            """, connector, before, limit
        ) { try ConversationRow(&$0) }
        for index in conversations.indices {
            conversations[index].counts = try counts(conversation: conversations[index].number)
        }
        return conversations
    }

    package func conversation(number: Int64) throws -> ConversationRow? {
        var found = try first(
            "SELECT \(ConversationRow.columns) FROM conversation AS v WHERE v.number = ?1", number
        ) { try ConversationRow(&$0) }
        found?.counts = try counts(conversation: number)
        return found
    }

    /// Number of the connector's newest conversation, whatever became of it.
    package func newestConversation(connector: Int64) throws -> Int64? {
        try first(
            "SELECT number FROM conversation WHERE connector_id = ?1 ORDER BY number DESC LIMIT 1", connector
        ) { $0.next() }
    }

    private func counts(conversation: Int64) throws -> [CategoryCounts] {
        try rows(
            """
            SELECT category, purpose, state, received, remaining, restarts, is_resumed, added, updated,
                unchanged, failed, deleted, trouble
            FROM category_run WHERE conversation = ?1 ORDER BY position
            """, conversation
        ) { row in
            CategoryCounts(
                category: row.next(), purpose: try row.word(), state: try row.word(), received: row.next(),
                remaining: row.next(), restarts: row.next(), isResumed: row.next(),
                counts: IngestCounts(
                    added: row.next(), updated: row.next(), unchanged: row.next(), failed: row.next(),
                    deleted: row.next()),
                trouble: row.next())
        }
    }
}

extension ConversationRow {
    /// Of `conversation AS v`, in the order in which `init` reads them. The counts are loaded where they are
    /// shown.
    static let columns = """
        v.number, v.ticket, v.state, v.code, v.sentence, v.ending ->> '$.hresult', v.trigger, v.login,
        v.address, v.started_at, v.last_call_at, v.ended_at, v.repeats, v.percent, v.bytes_received,
        v.bytes_sent
        """

    init(_ row: inout Row) throws {
        self.init(
            number: row.next(), ticket: row.next(), state: try row.word(), code: row.next(),
            sentence: row.next(String?.self) ?? "In progress.", hresult: row.next(), trigger: try row.word(),
            user: row.next(), address: row.next(), startedAt: row.next(), lastCallAt: row.next(),
            endedAt: row.next(),
            repeats: row.next(), percent: row.next(), bytesReceived: row.next(), bytesSent: row.next(),
            counts: [])
    }
}
