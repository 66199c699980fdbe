package import FoundationEssentials
package import Sync

extension Transaction {
    /// Loads, decides and applies. Where what was applied changes what waits to be sent, all three once more:
    /// what is sent is decided on what the database has, and on nothing else.
    ///
    /// - Parameters:
    ///   - withNeighbours: as for `ticketFacts`.
    ///   - freshID: gives an ID for each message set that may be formed.
    /// - Returns: with the connector, and everything that was decided; nil if nobody here knows the ticket.
    package func decide(
        _ call: Exchange.TicketCall, ticket: String, withNeighbours: Bool, now: Date,
        freshID: () -> String, records: any RecordSource = NoRecords()
    ) throws -> (connector: Connector, decision: Decision)? {
        var (changes, events): ([Change], [Event]) = ([], [])
        for round in 1... {
            guard
                var facts = try ticketFacts(
                    ticket: ticket, withNeighbours: withNeighbours, now: now, freshID: freshID())
            else { return nil }
            facts.isLastRound = round >= Self.mostRounds
            var decision = Exchange.decide(call, facts, now: now)
            try apply(decision.changes, records: records)
            changes += decision.changes
            events += decision.events
            if decision.isUnfinished { continue }
            (decision.changes, decision.events) = (changes, events)
            return (facts.connector, decision)
        }
        return nil
    }

    /// Some thousand requests that fail before they are sent; the rest goes on with the next sync.
    private static let mostRounds = 50
}
