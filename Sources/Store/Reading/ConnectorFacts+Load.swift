import FoundationEssentials
package import Sync
import Timetable

/// An open conversation with its connector's name: what the minute's tick looks through for clients that fell
/// silent.
package struct RunningSync: Equatable, Sendable {
    package var connector: String
    /// Of its company file.
    package var path: String?
    package var number: Int64
    package var open: OpenConversation
}

extension Snapshot {
    /// Everything that status and `explain` are made from, for all connectors in the order in which they were
    /// made.
    ///
    /// A handful of queries, each over all connectors, whatever their number. The dots carry no counts.
    ///
    /// - Parameter name: only this connector; the result is empty if there is none.
    package func connectorFacts(named name: String? = nil) throws -> [ConnectorFacts] {
        let all = try standings(around: name)
        let chosen = name == nil ? all : all.filter { $0.connector.name == name }
        guard let first = chosen.first else { return [] }
        let scope = name == nil ? Scope.all : Scope(first.connector.id)
        let users = try users(scope)
        let running = Dictionary(grouping: try runningSyncs(), by: \.open.conversation.connectorID)
        let dots = try dots(scope)
        let syncs = try latestSyncs(scope)
        let runs = try runs(scope)
        let messages = try messageCounts(scope)
        let complete = try completions(scope)
        let rhythms = try rhythms(scope)
        let places = Dictionary(grouping: all) { Place($0.connector.workstation) }
        return chosen.map { entry in
            let (connector, standing) = entry
            let neighbours = connector.workstation == nil ? [] : places[Place(connector.workstation)] ?? []
            let others = neighbours.filter { $0.connector.id != connector.id }
            return ConnectorFacts(
                connector: connector, users: users[connector.id] ?? [],
                open: running[connector.id]?.first?.open, dots: dots[connector.id] ?? [],
                lastContact: standing.contact,
                history: RunHistory.history(
                    runs: runs[connector.id] ?? [], force: standing.force,
                    waitingSince: standing.waitingSince,
                    pause: standing.pause, createdAt: connector.createdAt),
                leases: leases(others, running), rivals: rivals(others),
                messageCount: messages[connector.id] ?? 0, completeAt: complete[connector.id] ?? [:],
                rhythm: rhythms[connector.id] ?? Rhythm(),
                latestSync: syncs[connector.id])
        }
    }

    /// All conversations that are not over, oldest first. The index is named, because for the sake of the
    /// order SQLite would rather look through all of history.
    package func runningSyncs() throws -> [RunningSync] {
        let open = try rows(
            """
            SELECT c.name, c.company_path, v.number, \(Conversation.columns)
            FROM conversation AS v INDEXED BY conversation_open JOIN connector AS c ON c.id = v.connector_id
            WHERE v.ended_at IS NULL ORDER BY v.number
            """
        ) { row -> (String, String?, Int64, Conversation) in
            (row.next(), row.next(), row.next(), try Conversation(&row))
        }
        return try open.map { name, path, number, conversation in
            RunningSync(
                connector: name, path: path, number: number,
                open: OpenConversation(conversation: conversation, agenda: try agenda(conversation: number)))
        }
    }

    /// A connector's users, in the order in which they were made.
    package func users(connector: Int64) throws -> [User] {
        try users(Scope(connector))[connector] ?? []
    }

    private typealias Entry = (connector: Connector, standing: Standing)

    /// All connectors, or one with those of its workstation.
    private func standings(around name: String?) throws -> [Entry] {
        try rows(
            """
            SELECT \(Connector.columns), \(Standing.columns) FROM connector AS c
            WHERE ?1 IS NULL OR c.name = ?1
                OR c.workstation = (SELECT workstation FROM connector WHERE name = ?1)
            ORDER BY c.id
            """, name
        ) { row in (try Connector(&row, texts), Standing(&row)) }
    }

    private func users(_ scope: Scope) throws -> [Int64: [User]] {
        let users = try rows(
            """
            SELECT \(User.columns) FROM login AS l WHERE l.connector_id BETWEEN ?1 AND ?2
            ORDER BY l.connector_id, l.id
            """, scope.from, scope.to
        ) { User(&$0) }
        return Dictionary(grouping: users, by: \.connectorID)
    }

    /// The last ten conversations of each connector, oldest first (AT-6).
    private func dots(_ scope: Scope) throws -> [Int64: [ConversationRow]] {
        var dots: [Int64: [ConversationRow]] = [:]
        try visitRows(
            """
            SELECT v.connector_id, \(ConversationRow.columns)
            FROM connector AS c JOIN conversation AS v ON v.number IN (
                SELECT number FROM conversation WHERE connector_id = c.id ORDER BY number DESC LIMIT 10)
            WHERE c.id BETWEEN ?1 AND ?2 ORDER BY v.number
            """, scope.from, scope.to
        ) { row in
            let connector: Int64 = row.next()
            dots[connector, default: []].append(try ConversationRow(&row))
        }
        return dots
    }

    private func latestSyncs(_ scope: Scope) throws -> [Int64: ConversationRow] {
        var syncs: [Int64: ConversationRow] = [:]
        try visitRows(
            """
            SELECT v.connector_id, \(ConversationRow.columns)
            FROM connector AS c JOIN conversation AS v ON v.number = (
                SELECT number FROM conversation
                WHERE connector_id = c.id AND is_refusal = 0 AND trigger <> 'requests'
                ORDER BY number DESC LIMIT 1)
            WHERE c.id BETWEEN ?1 AND ?2
            """, scope.from, scope.to
        ) { row in
            let connector: Int64 = row.next()
            syncs[connector] = try ConversationRow(&row)
        }
        return syncs
    }

    /// The runs that the timetable's history is made from, newest first.
    private func runs(_ scope: Scope) throws -> [Int64: [Run]] {
        var runs: [Int64: [Run]] = [:]
        try visitRows(
            """
            SELECT v.connector_id, v.number, v.started_at, v.ended_at, v.trigger = 'forced', v.code
            FROM connector AS c JOIN conversation AS v ON v.number IN (
                SELECT number FROM (SELECT number FROM conversation
                    WHERE connector_id = c.id AND is_refusal = 0 AND trigger <> 'requests'
                    ORDER BY number DESC LIMIT ?3)
                UNION
                SELECT number FROM (SELECT number FROM conversation
                    WHERE connector_id = c.id AND trigger = 'forced' ORDER BY number DESC LIMIT ?4))
            WHERE c.id BETWEEN ?1 AND ?2 ORDER BY v.number DESC
            """, scope.from, scope.to, RunHistory.retries + 1, Self.forcedRuns
        ) { row in
            let connector: Int64 = row.next()
            runs[connector, default: []].append(Run(&row))
        }
        return runs
    }

    private func messageCounts(_ scope: Scope) throws -> [Int64: Int] {
        var counts: [Int64: Int] = [:]
        try visitRows(
            """
            SELECT connector_id, count(*) FROM message WHERE connector_id BETWEEN ?1 AND ?2
            GROUP BY connector_id
            UNION ALL
            SELECT c.id, count(*) FROM webhook AS w
            JOIN connector AS c ON w.connector_id IS NULL OR c.id = w.connector_id
            WHERE w.disabled_because <> 'asked' AND c.id BETWEEN ?1 AND ?2 GROUP BY c.id
            """, scope.from, scope.to
        ) { row in
            let connector: Int64 = row.next()
            counts[connector, default: 0] += row.next(Int.self)
        }
        return counts
    }

    private func completions(_ scope: Scope) throws -> [Int64: [String: Date]] {
        var completions: [Int64: [String: Date]] = [:]
        try visitRows(
            "SELECT connector_id, category, complete_at FROM watermark WHERE connector_id BETWEEN ?1 AND ?2",
            scope.from, scope.to
        ) { row in
            let connector: Int64 = row.next()
            let category: String = row.next()
            completions[connector, default: [:]][category] = row.next(Date.self)
        }
        return completions
    }

    private func leases(_ others: [Entry], _ running: [Int64: [RunningSync]]) -> [Lease] {
        others.flatMap { other in
            (running[other.connector.id] ?? []).map { sync in
                Lease(
                    workstation: other.connector.workstation ?? "", connector: other.connector.name,
                    since: sync.open.conversation.startedAt, lastCall: sync.open.conversation.lastCallAt)
            }
        }
    }

    private func rivals(_ others: [Entry]) -> [Rival] {
        let waiting = others.compactMap { other -> Rival? in
            guard let since = other.standing.waitingSince, other.connector.disabledAt == nil else {
                return nil
            }
            return Rival(
                connector: other.connector.name, waitingSince: since,
                lastContact: other.standing.contact?.at ?? since,
                pollSeconds: other.connector.rule.pollSeconds)
        }
        return waiting.sorted { $0.waitingSince < $1.waitingSince }
    }
}

/// One connector or all of them, as a range of ids: so one statement serves both, and finds its rows by the
/// index.
struct Scope {
    let from: Int64
    let to: Int64

    static let all = Scope(from: .min, to: .max)

    init(_ connector: Int64) { self.init(from: connector, to: connector) }

    private init(from: Int64, to: Int64) {
        self.from = from
        self.to = to
    }
}

/// A workstation as Windows compares names: without case.
private struct Place: Hashable {
    let name: String?

    init(_ workstation: String?) { name = workstation?.lowercased() }
}
