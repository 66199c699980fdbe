package import Sync

extension Snapshot {
    /// A conversation by the ticket that its calls carried, with its connector's name.
    package func conversation(ticket: String) throws -> (connector: String, row: ConversationRow)? {
        let found = try first(
            """
            SELECT v.number, c.name FROM conversation AS v JOIN connector AS c ON c.id = v.connector_id
            WHERE v.ticket = ?1
            """, ticket
        ) { row in (number: row.next(Int64.self), connector: row.next(String.self)) }
        guard let found, let row = try conversation(number: found.number) else { return nil }
        return (found.connector, row)
    }
}
