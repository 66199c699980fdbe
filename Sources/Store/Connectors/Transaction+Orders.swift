package import FoundationEssentials
import Sync
package import Timetable

/// What an order to stop found to do.
package struct Stopped: Equatable, Sendable {
    /// A sync is running and finishes the category in progress.
    package var isRunning: Bool
    /// A forced sync waited for the next check-in and will not start.
    package var withdrewForce: Bool
}

/// Orders about syncing (SA-4, SA-5, SA-6). Whether a forced sync may start is the timetable's to say; it is
/// only noted here.
extension Transaction {
    /// Notes a forced sync for the next check-in; a second one replaces the first.
    package func force(_ name: String, duringShutdown: Bool, by author: Author, at now: Date) throws -> Force
    {
        let connector = try known(name)
        let force = Force(at: now, duringShutdown: duringShutdown, by: author.name)
        try execute(
            "UPDATE connector SET forced_at = ?2, forced_in_window = ?3, forced_by = ?4 WHERE id = ?1",
            connector.id, force.at, force.duringShutdown, force.by)
        let detail = duringShutdown ? "during the overnight shutdown" : nil
        try audit(author, .forceSync, connector: name, subject: name, detail: detail, at: now)
        return force
    }

    /// Lets the category in progress finish, then ends the sync.
    package func stop(_ name: String, by author: Author, at now: Date) throws -> Stopped {
        let connector = try known(name)
        let isForced = try isForced(connector)
        try takeForce(connector: connector.id)
        let isRunning = try askToStop(connector, by: author, at: now)
        if isForced || isRunning {
            try audit(author, .stopSync, connector: name, subject: name, at: now)
        }
        return Stopped(isRunning: isRunning, withdrewForce: isForced)
    }

    /// - Parameter until: nil pauses until somebody resumes.
    package func pause(_ name: String, until: Date?, by author: Author, at now: Date) throws -> Pause {
        let connector = try known(name)
        let pause = Pause(since: now, until: until, by: author.name)
        try setPause(connector, pause)
        let detail = until.map { "until \(Timestamp.text($0))" }
        try audit(author, .pauseConnector, connector: name, subject: name, detail: detail, at: now)
        return pause
    }

    /// Ends the pause that is in force. It is kept as one that ended now, because the time it took must not
    /// be held against the Web Connector when lateness is reckoned.
    ///
    /// - Returns: false if no pause was in force.
    @discardableResult
    package func resume(_ name: String, by author: Author, at now: Date) throws -> Bool {
        let connector = try known(name)
        guard var pause = try pause(of: connector), pause.isInForce(at: now) else { return false }
        pause.until = now
        try setPause(connector, pause)
        try audit(author, .resumeConnector, connector: name, subject: name, at: now)
        return true
    }

    /// - Returns: false if no sync is running.
    @discardableResult
    func askToStop(_ connector: Connector, by author: Author, at now: Date) throws -> Bool {
        try execute(
            """
            UPDATE conversation SET stop_by = ?2, stop_at = ?3
            WHERE connector_id = ?1 AND ended_at IS NULL AND stop_at IS NULL
            """, connector.id, author.name, now)
        return try first(
            "SELECT 1 FROM conversation WHERE connector_id = ?1 AND ended_at IS NULL", connector.id
        ) {
            $0.next(Bool.self)
        } ?? false
    }

    private func setPause(_ connector: Connector, _ pause: Pause) throws {
        try execute(
            "UPDATE connector SET paused_at = ?2, paused_until = ?3, paused_by = ?4 WHERE id = ?1",
            connector.id,
            pause.since, pause.until, pause.by)
    }

    private func pause(of connector: Connector) throws -> Pause? {
        try standing(connector)?.pause
    }

    private func isForced(_ connector: Connector) throws -> Bool {
        try standing(connector)?.force != nil
    }

    private func standing(_ connector: Connector) throws -> Standing? {
        try first("SELECT \(Standing.columns) FROM connector AS c WHERE c.id = ?1", connector.id) {
            Standing(&$0)
        }
    }
}
