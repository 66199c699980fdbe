package import Foundation

/// When a connector's next run is due, known without any check-in.
package enum Due: Equatable, Sendable {
    /// Only a person can make it due: it is paused without an end, or waits to be forced this morning.
    case never
    /// It will be due at this instant, later than now.
    case at(Date)
    /// It has been due, and allowed to run, since this instant.
    case since(Date)
}

extension Rule {
    /// When the next run is due, by the clock, the window, pauses and the morning; the workstation is not
    /// asked, as nobody can know how long another connector's sync takes.
    package func due(now: Date, history: History) -> Due {
        let present = now.wholeSeconds
        guard let second = dueSecond(present, history) else { return .never }
        return second <= present ? .since(Date(wholeSeconds: second)) : .at(Date(wholeSeconds: second))
    }

    /// The earliest instant at which the next run may start: what the grid shows as *next sync*.
    ///
    /// - Returns: `now` when a check-in would start it at once; nil when only a person can bring it about.
    package func nextSync(after now: Date, history: History) -> Date? {
        let present = now.wholeSeconds
        guard let due = dueSecond(present, history) else { return nil }
        guard due <= present else { return Date(wholeSeconds: due) }
        // Due, but the window may have started since, and its end may open a morning that waits for a person.
        let isForced = history.forced != nil
        guard let start = runnable(from: present, history),
            isForced || !waitsToBeForced(at: start, history)
        else { return nil }
        return start <= present ? now : Date(wholeSeconds: start)
    }

    /// Since when the run that is due has been late; nil when it is not.
    ///
    /// It is late when it could have started for longer than the grace, which is 15 minutes or two poll
    /// intervals, whichever is more. Time inside the window is not counted, so a run that became due at 21:55
    /// is not late at 06:00. While the connector checks in and queues for its workstation, the grace is a
    /// whole interval from the start of the queueing: then it is about to miss its next turn as well. Once
    /// late it stays late until it runs, is paused, or the morning waits for a person.
    package func overdueSince(now: Date, history: History) -> Date? {
        let present = now.wholeSeconds
        guard let due = dueSecond(present, history), due <= present else { return nil }
        var from = due
        var grace = max(Self.graceSeconds, 2 * pollSeconds)
        if let waitingSince = history.waitingSince {
            from = max(from, min(waitingSince.wholeSeconds, present))
            grace = max(grace, intervalSeconds)
        }
        let inWindow = history.forced?.duringShutdown ?? false
        return late(from: from, grace: grace, inWindow: inWindow, present: present)
            .map { Date(wholeSeconds: $0) }
    }

    package func isOverdue(now: Date, history: History) -> Bool {
        overdueSince(now: now, history: history) != nil
    }

    /// A running sync finishes its current category and ends: the overnight shutdown window has begun (SA-4,
    /// SA-6).
    ///
    /// - Parameter duringShutdown: the run was forced with leave to go on through the window.
    package func stopsRunning(now: Date, duringShutdown: Bool) -> Bool {
        guard !duringShutdown, let window else { return false }
        return window.contains(now, in: zone)
    }

    /// Three missed check-ins at the standard poll interval.
    private static let graceSeconds = 900

    /// The instant at which `grace` seconds of open time have passed, if that was by now.
    private func late(from: Int, grace: Int, inWindow: Bool, present: Int) -> Int? {
        var cursor = from
        var left = grace
        while cursor <= present {
            guard !inWindow, let window else { break }
            if let end = window.end(holding: cursor, in: zone) {
                cursor = end
                continue
            }
            guard let start = window.start(after: cursor, in: zone), start - cursor < left else { break }
            left -= start - cursor
            cursor = start
        }
        return cursor + left <= present ? cursor + left : nil
    }
}

/// The parts of a decision that `verdict` and `due` share, in whole seconds since 1970.
extension Rule {
    /// The second from which the next run may start, as far as clock, window, pause and morning go; nil if
    /// only a person can say. It may lie in the past.
    private func dueSecond(_ present: Int, _ history: History) -> Int? {
        let scheduled = waitsToBeForced(at: present, history) ? nil : scheduledSecond(present, history)
        let forced = history.forced.map { min($0.at.wholeSeconds, present) }
        guard let wanted = [scheduled, forced].compactMap({ $0 }).min() else { return nil }
        guard let start = runnable(from: wanted, history) else { return nil }
        if forced == nil, waitsToBeForced(at: max(start, present), history) { return nil }
        return start
    }

    /// When the schedule wants the next run; for a connector that never ran, since it exists. A last run in
    /// the future, left behind by a clock that was set back, counts as now: otherwise nothing would run until
    /// the clock is there again.
    func scheduledSecond(_ present: Int, _ history: History) -> Int {
        guard let last = history.lastRunStart else {
            return min(history.createdAt?.wholeSeconds ?? present, present)
        }
        return point(after: min(last.wholeSeconds, present))
    }

    /// The first second, not before the given one, at which neither pause nor window forbids a start.
    private func runnable(from second: Int, _ history: History) -> Int? {
        var start = second
        if let pause = history.pause {
            guard let until = pause.until else { return nil }
            start = max(start, until.wholeSecondsUp)
        }
        if history.forced?.duringShutdown ?? false { return start }
        return window?.end(holding: start, in: zone) ?? start
    }

    /// `Morning.manual`, and nobody has forced a sync since the latest window ended. Without a window there
    /// is one morning only, that of the first day.
    func waitsToBeForced(at second: Int, _ history: History) -> Bool {
        guard morning == .manual else { return false }
        guard let forced = history.lastForcedStart else { return true }
        guard let end = window?.lastEnd(upTo: second, in: zone) else { return false }
        return forced.wholeSeconds < end
    }
}
