package import FoundationEssentials
package import Sync
import Timetable

extension Snapshot {
    /// Everything that a call with this ticket is decided on; nil if nobody here knows the ticket.
    ///
    /// - Parameter withNeighbours: true for `sendRequestXML`, which may have to tell the company file from
    ///   those of the other connectors; they are loaded only while that is still to be judged.
    /// - Parameters:
    ///   - now: decides which requests may go out.
    ///   - freshID: for the message set that the call may form.
    package func ticketFacts(
        ticket: String, withNeighbours: Bool, now: Date, freshID: String
    ) throws -> TicketFacts? {
        guard
            let (number, conversation, connector) = try first(
                SQL.ticket, ticket,
                read: { row in
                    let number: Int64 = row.next()
                    return (number, try Conversation(&row), try Connector(&row, texts))
                })
        else { return nil }
        let open = OpenConversation(conversation: conversation, agenda: try agenda(conversation: number))
        let mirror =
            conversation.isFinished
            ? MirrorFacts()
            : try mirrorFacts(connector: connector.id, conversation: number, agenda: open.agenda)
        let outbox =
            conversation.isFinished
            ? OutboxFacts() : try outboxFacts(connector: connector.id, now: now, freshID: freshID)
        let mayGoOn =
            withNeighbours && !conversation.isFinished
            && (connector.holdSeconds > 0 || outbox.hasWork)
        let needsNeighbours = withNeighbours && !conversation.isIdentified && !conversation.isFinished
        return TicketFacts(
            connector: connector, open: open,
            neighbours: needsNeighbours ? try neighbours(of: connector.id) : [], mirror: mirror,
            outbox: outbox, claims: mayGoOn ? try claims(on: connector, now: now) : [])
    }

    /// Who wants something that the connector's conversation is in the way of.
    private func claims(on connector: Connector, now: Date) throws -> [Claim] {
        var claims: [Claim] = []
        let own = try first(SQL.standing, connector.id) { Standing(&$0) }
        if connector.disabledAt != nil || own?.pause?.isInForce(at: now) ?? false { claims.append(.pause) }
        if own?.force != nil { claims.append(.sync) }
        for rival in try rivals(connector) where rival.isAlive(at: now) {
            claims.append(.rival(rival.connector))
        }
        return claims
    }

    /// The number under which people know the conversation of a ticket.
    package func conversationNumber(ticket: String) throws -> Int64? {
        try first("SELECT number FROM conversation WHERE ticket = ?1", ticket) { $0.next() }
    }

    /// The connector's conversation that is not over, if there is one.
    func openConversation(connector: Int64) throws -> OpenConversation? {
        guard
            let (number, conversation) = try first(
                SQL.open, connector,
                read: { row in
                    let number: Int64 = row.next()
                    return (number, try Conversation(&row))
                })
        else { return nil }
        return OpenConversation(conversation: conversation, agenda: try agenda(conversation: number))
    }

    func agenda(conversation: Int64) throws -> Agenda {
        Agenda(steps: try rows(SQL.agenda, conversation) { try Step(&$0) })
    }

    private func neighbours(of connector: Int64) throws -> [Neighbour] {
        try rows(
            "SELECT name, file_id, company_path, workstation FROM connector WHERE id <> ?1 ORDER BY id",
            connector
        ) { row in
            Neighbour(name: row.next(), fileID: row.next(), path: row.next(), workstation: row.next())
        }
    }
}

/// Put together once: these texts are the keys under which each call finds its compiled statements.
private enum SQL {
    static let ticket = """
        SELECT v.number, \(Conversation.columns), \(Connector.columns)
        FROM conversation AS v JOIN connector AS c ON c.id = v.connector_id WHERE v.ticket = ?1
        """
    static let standing = "SELECT \(Standing.columns) FROM connector AS c WHERE c.id = ?1"
    static let open = """
        SELECT v.number, \(Conversation.columns) FROM conversation AS v
        WHERE v.connector_id = ?1 AND v.ended_at IS NULL
        """
    static let agenda = """
        SELECT \(Step.columns) FROM category_run AS r WHERE r.conversation = ?1 ORDER BY r.position
        """
}
