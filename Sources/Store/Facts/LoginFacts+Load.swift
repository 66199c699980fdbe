package import FoundationEssentials
package import Sync
import Timetable

/// How a password is kept: the store knows nothing of the arithmetic, only that it never sees the password.
package struct StoredPassword: Equatable, Sendable {
    /// Which arithmetic made the hash, `hmac-sha256` so far; another one later can stand beside it.
    package var scheme: String
    package var salt: [UInt8]
    /// At least 16 bytes.
    package var hash: [UInt8]

    package init(scheme: String, salt: [UInt8], hash: [UInt8]) {
        self.scheme = scheme
        self.salt = salt
        self.hash = hash
    }
}

extension Snapshot {
    /// A user with their password, to be compared outside of any transaction; names are the same in either
    /// case.
    package func login(user name: String) throws -> (user: User, password: StoredPassword)? {
        try first(SQL.password, name) { row in
            let user = User(&row)
            return (user, StoredPassword(scheme: row.next(), salt: row.next(), hash: row.next()))
        }
    }

    /// Everything that `Exchange.authenticate` wants to know; nil if there is no such user.
    ///
    /// - Parameter silenceLimit: seconds without a call after which a conversation is given up.
    package func loginFacts(
        user name: String, now: Date, lockRule: LockRule, silenceLimit: Int
    ) throws -> LoginFacts? {
        guard
            let (loginID, user, connector, standing) = try first(
                SQL.login, name,
                read: { row in
                    let id: Int64 = row.next()
                    return (id, User(&row), try Connector(&row, texts), Standing(&row))
                })
        else { return nil }
        return LoginFacts(
            user: user, connector: connector,
            recentFailures: try failures(
                loginID, since: now.addingTimeInterval(-Double(lockRule.withinSeconds))),
            lockRule: lockRule, open: try openConversation(connector: connector.id),
            history: try history(connector, standing, now: now), leases: try leases(connector),
            rivals: try rivals(connector), watermarks: try watermarks(connector: connector.id),
            settings: try categorySettings(connector: connector.id),
            coverage: try coverage(connector: connector.id), probedAt: try probedAt(connector: connector.id),
            tasks: try openTasks(connector: connector.id),
            interrupted: try interrupted(connector: connector.id),
            lastRefusal: try lastRefusal(connector: connector.id), silenceLimit: silenceLimit)
    }

    private func failures(_ loginID: Int64, since: Date) throws -> Int {
        try first("SELECT count(*) FROM login_failure WHERE login_id = ?1 AND at > ?2", loginID, since) {
            $0.next()
        } ?? 0
    }

    private func history(_ connector: Connector, _ standing: Standing, now: Date) throws -> History {
        RunHistory.history(
            runs: try runs(connector: connector.id).map(Self.asLost), force: standing.force,
            waitingSince: standing.waitingSince, pause: standing.pause,
            hasRequests: try mayServeRequests(connector: connector.id, now: now),
            createdAt: connector.createdAt)
    }

    private func mayServeRequests(connector: Int64, now: Date) throws -> Bool {
        try hasRequests(connector: connector, now: now) && restEnd(connector: connector, now: now) == nil
    }

    /// Until when requests rest, after conversations that broke off; nil if they do not.
    func restEnd(connector: Int64, now: Date) throws -> Date? {
        let latest = try rows(
            """
            SELECT number, started_at, ended_at, trigger = 'forced', code FROM conversation
            WHERE connector_id = ?1 AND is_refusal = 0 ORDER BY number DESC LIMIT ?2
            """, connector, RunHistory.retries
        ) { Self.asLost(Run(&$0)) }
        return RunHistory.restEnd(latest, now: now)
    }

    /// A login ends the conversation that is still open, so that run will not have served its due time.
    private static func asLost(_ run: Run) -> Run {
        guard run.code == nil else { return run }
        var lost = run
        lost.code = Failure.connectionLost(during: nil).code
        return lost
    }

    /// The newest runs, and behind them the newest forced ones however long ago they were: in
    /// `Morning.manual` the forced run of the morning counts all day long. Newest first.
    private func runs(connector: Int64) throws -> [Run] {
        // One more than can be broken in a row before the timetable stops looking further back.
        try rows(
            """
            SELECT number, started_at, ended_at, trigger = 'forced', code FROM conversation WHERE number IN (
                SELECT number FROM (SELECT number FROM conversation
                    WHERE connector_id = ?1 AND is_refusal = 0 AND trigger <> 'requests'
                    ORDER BY number DESC LIMIT ?2)
                UNION
                SELECT number FROM (SELECT number FROM conversation
                    WHERE connector_id = ?1 AND trigger = 'forced' ORDER BY number DESC LIMIT ?3))
            ORDER BY number DESC
            """, connector, RunHistory.retries + 1, Self.forcedRuns
        ) { Run(&$0) }
    }

    /// How many forced runs are looked through for one that was not broken off.
    static let forcedRuns = 10

    /// The conversations that other connectors have open on the same workstation.
    private func leases(_ connector: Connector) throws -> [Lease] {
        guard let workstation = connector.workstation else { return [] }
        return try rows(
            """
            SELECT c.workstation, c.name, v.started_at, v.last_call_at
            FROM connector AS c JOIN conversation AS v ON v.connector_id = c.id AND v.ended_at IS NULL
            WHERE c.workstation = ?1 AND c.id <> ?2 ORDER BY v.number
            """, workstation, connector.id
        ) { row in
            Lease(workstation: row.next(), connector: row.next(), since: row.next(), lastCall: row.next())
        }
    }

    /// The other connectors of the workstation that wait for it, the one that waits longest first.
    func rivals(_ connector: Connector) throws -> [Rival] {
        guard let workstation = connector.workstation else { return [] }
        return try rows(
            """
            SELECT name, waiting_since, coalesce(contact_at, waiting_since), poll_seconds FROM connector
            WHERE workstation = ?1 AND id <> ?2 AND waiting_since IS NOT NULL AND disabled_at IS NULL
            ORDER BY waiting_since, id
            """, workstation, connector.id
        ) { row in
            Rival(
                connector: row.next(), waitingSince: row.next(), lastContact: row.next(),
                pollSeconds: row.next())
        }
    }

    func watermarks(connector: Int64) throws -> [String: Watermark] {
        var watermarks: [String: Watermark] = [:]
        try visitRows(
            """
            SELECT category, high_water, complete_at, compared_at, page_size, doubt FROM watermark
            WHERE connector_id = ?1
            """, connector
        ) { row in
            let category: String = row.next()
            watermarks[category] = Watermark(
                highWater: row.next(), completeAt: row.next(), comparedAt: row.next(), pageSize: row.next(),
                doubt: row.next())
        }
        return watermarks
    }

    /// The connector's newest conversation, if that was a refusal at the door.
    private func lastRefusal(connector: Int64) throws -> Refusal? {
        try first(
            """
            SELECT is_refusal, ticket, login, address, code FROM conversation
            WHERE connector_id = ?1 ORDER BY number DESC LIMIT 1
            """, connector
        ) { row in
            let isRefusal: Bool = row.next()
            let refusal = Refusal(
                ticket: row.next(), user: row.next(), address: row.next(), code: row.next())
            return isRefusal ? refusal : nil
        } ?? nil
    }
}

extension User {
    /// Of `login AS l`, in the order in which `init` reads them.
    static let columns = "l.name, l.connector_id, l.locked_at, l.created_at, l.last_login_at"

    init(_ row: inout Row) {
        self.init(
            name: row.next(), connectorID: row.next(), lockedAt: row.next(), createdAt: row.next(),
            lastLoginAt: row.next())
    }
}

extension Run {
    /// `number, started_at, ended_at, trigger = 'forced', code`; the number is passed over.
    init(_ row: inout Row) {
        _ = row.next(Int64.self)
        let started: Date = row.next()
        let ended: Date? = row.next()
        let isForced: Bool = row.next()
        self.init(startedAt: started, endedAt: ended, isForced: isForced, code: row.next())
    }
}

/// Put together once: these texts are the keys under which each check-in finds its compiled statements.
private enum SQL {
    static let login = """
        SELECT l.id, \(User.columns), \(Connector.columns), \(Standing.columns)
        FROM login AS l JOIN connector AS c ON c.id = l.connector_id WHERE l.name = ?1
        """
    static let password = """
        SELECT \(User.columns), l.password_scheme, l.password_salt, l.password_hash
        FROM login AS l WHERE l.name = ?1
        """
}
