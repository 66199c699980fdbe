package import Foundation

/// What has happened to one connector, as far as the timetable needs it. All of it is stored: a restart
/// changes nothing.
package struct History: Equatable, Sendable {
    /// Start of the last run that served its due time; nil when there has never been one.
    package var lastRunStart: Date?
    /// Its end; nil while it goes on.
    package var lastRunEnd: Date?
    /// Start of the last run that a person forced: what opens the day in `Morning.manual`. It must be found
    /// however many scheduled runs have followed it.
    package var lastForcedStart: Date?
    /// A forced sync that no conversation has taken up yet.
    package var forced: Force?
    /// Since when check-ins have been told to wait for the workstation, without having been served in
    /// between.
    package var waitingSince: Date?
    /// The latest pause. A pause that was lifted early may be kept with `until` set to that moment: then the
    /// time it took is not held against the Web Connector when lateness is reckoned.
    package var pause: Pause?
    /// Requests wait that may go out now, or are in doubt: they make the next check-in go.
    package var hasRequests: Bool
    /// When the connector was made: one that has never run is due since then.
    package var createdAt: Date?

    package init(
        lastRunStart: Date? = nil, lastRunEnd: Date? = nil, lastForcedStart: Date? = nil,
        forced: Force? = nil, waitingSince: Date? = nil, pause: Pause? = nil, hasRequests: Bool = false,
        createdAt: Date? = nil
    ) {
        self.lastRunStart = lastRunStart
        self.lastRunEnd = lastRunEnd
        self.lastForcedStart = lastForcedStart
        self.forced = forced
        self.waitingSince = waitingSince
        self.pause = pause
        self.hasRequests = hasRequests
        self.createdAt = createdAt
    }
}

/// A sync asked for by a person: taken up at the next check-in (CB-19, SA-5).
package struct Force: Equatable, Sendable {
    package var at: Date
    /// It may start, and go on, inside the overnight shutdown window.
    package var duringShutdown: Bool
    /// Who asked, for the audit trail.
    package var by: String

    package init(at: Date, duringShutdown: Bool, by: String) {
        self.at = at
        self.duringShutdown = duringShutdown
        self.by = by
    }
}

/// A person's wish that nothing starts, until an instant or until somebody resumes.
package struct Pause: Equatable, Sendable {
    package var since: Date
    /// The pause's end, excluded; nil when only a person ends it.
    package var until: Date?
    package var by: String

    package init(since: Date, until: Date? = nil, by: String) {
        self.since = since
        self.until = until
        self.by = by
    }

    /// A pause counts from the moment it is known, whatever its `since` says: a clock that was set back must
    /// not lift it.
    package func isInForce(at now: Date) -> Bool {
        until.map { now < $0 } ?? true
    }
}
