package import FoundationEssentials
package import Timetable

/// A conversation as the timetable's history sees it.
package struct Run: Equatable, Sendable {
    package var startedAt: Date
    package var endedAt: Date?
    package var isForced: Bool
    /// `Ending.code`; nil while it goes on.
    package var code: String?

    package init(startedAt: Date, endedAt: Date?, isForced: Bool, code: String?) {
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.isForced = isForced
        self.code = code
    }

    /// Broke off for a reason that may be gone at the next check-in.
    var isBroken: Bool {
        guard let code else { return false }
        return ["connection-lost", "closed-early", "session-lost", "quickbooks-unavailable"].contains(code)
    }
}

/// Which runs count as having served their due time.
package enum RunHistory {
    /// Broken runs are tried again at the next check-in, but only so often: after three in a row the
    /// connector waits for its next scheduled time, so that a closed QuickBooks is not knocked at every five
    /// minutes for a whole day.
    package static let retries = 3

    /// Seconds that waiting requests rest after `retries` conversations in a row were broken: a closed
    /// QuickBooks is not knocked at every five minutes for their sake either.
    static let rest = 1800.0

    /// Until when waiting requests rest; nil when they may be tried.
    ///
    /// - Parameter runs: the latest conversations of any kind, newest first.
    package static func restEnd(_ runs: [Run], now: Date) -> Date? {
        guard let last = runs.first, runs.prefix(retries).count == retries,
            runs.prefix(retries).allSatisfy({ $0.isBroken })
        else { return nil }
        let end = last.startedAt.addingTimeInterval(rest)
        // One that began in the future was there before a clock was set back: else they would rest till then.
        return last.startedAt <= now && now < end ? end : nil
    }

    /// - Parameter runs: newest first; at least the last `retries` conversations that got past the door.
    package static func served(_ runs: [Run]) -> Run? {
        let broken = runs.prefix { $0.isBroken }.count
        if broken >= retries { return runs.first }
        return runs.dropFirst(broken).first
    }

    /// A forced run that broke off is still owed to the person who asked, as often as a scheduled one.
    private static func brokenForce(_ runs: [Run]) -> Force? {
        let broken = runs.prefix { $0.isBroken }
        guard broken.count < retries, let asked = broken.last(where: \.isForced) else { return nil }
        return Force(at: asked.startedAt, duringShutdown: false, by: "a forced sync that broke off")
    }

    package static func history(
        runs: [Run], force: Force?, waitingSince: Date?, pause: Pause?, hasRequests: Bool = false,
        createdAt: Date
    ) -> History {
        let last = served(runs)
        let force = force ?? brokenForce(runs)
        return History(
            lastRunStart: last?.startedAt, lastRunEnd: last?.endedAt,
            lastForcedStart: runs.first { $0.isForced && !$0.isBroken }?.startedAt, forced: force,
            waitingSince: waitingSince, pause: pause, hasRequests: hasRequests, createdAt: createdAt)
    }
}
