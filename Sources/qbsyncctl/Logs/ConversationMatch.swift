import API
import FoundationEssentials

/// Finds the daemon's own conversations for updates of a log.
struct ConversationMatch: Sendable {
    let client: Client

    /// Clocks that disagree more than this are a condition of their own.
    private static let leeway = 300.0
    /// So many conversations of each connector are looked through for one at the same time.
    private static let depth = 1000

    func matched(_ updates: [LogReport.Update]) async throws -> [LogReport.Update] {
        var updates = updates
        var histories: [(connector: String, entries: [ConversationEntry])]?
        for index in updates.indices {
            if let ticket = updates[index].ticket, let found = try await conversation(ticket) {
                updates[index].conversation = Self.match(found.connector, found.conversation, by: "ticket")
                continue
            }
            guard updates[index].startedAt != nil, updates[index].user != nil else { continue }
            if histories == nil { histories = try await self.histories() }
            updates[index].conversation = Self.nearest(to: updates[index], in: histories ?? [])
        }
        return updates
    }

    private func conversation(_ ticket: String) async throws -> FoundConversation? {
        do {
            return try await client.get(
                Path.conversation(Destination.percentEncoded(ticket)), as: FoundConversation.self)
        } catch Failure.refused(let problem) where problem.status == 404 {
            return nil
        }
    }

    private func histories() async throws -> [(connector: String, entries: [ConversationEntry])] {
        var histories: [(connector: String, entries: [ConversationEntry])] = []
        let report = try await client.get(Path.status, as: StatusReport.self)
        for name in report.connectors.map(\.name) {
            let path = Path.connector(Destination.percentEncoded(name), "history")
            let query = [(name: "limit", value: "\(Self.depth)")]
            histories.append((name, try await client.get(path, query: query, as: [ConversationEntry].self)))
        }
        return histories
    }

    /// The conversation of the same user that began nearest to the update.
    static func nearest(
        to update: LogReport.Update, in histories: [(connector: String, entries: [ConversationEntry])]
    ) -> LogReport.Match? {
        guard !update.isIdle, let at = update.startedAt, let user = update.user else { return nil }
        let candidates = histories.flatMap { history in
            history.entries.filter { $0.user == user }.map { (history.connector, $0) }
        }
        func distance(_ entry: ConversationEntry) -> Double {
            // A refusal that came again and again is one row from its first to its last time.
            if at >= entry.startedAt, at <= entry.lastCallAt { return 0 }
            return min(
                abs(entry.startedAt.timeIntervalSince(at)), abs(entry.lastCallAt.timeIntervalSince(at)))
        }
        guard let best = candidates.min(by: { distance($0.1) < distance($1.1) }), distance(best.1) <= leeway
        else { return nil }
        return match(best.0, best.1, by: "time")
    }

    private static func match(
        _ connector: String, _ entry: ConversationEntry, by: String
    ) -> LogReport.Match {
        LogReport.Match(connector: connector, number: entry.number, by: by, sentence: entry.sentence)
    }
}
