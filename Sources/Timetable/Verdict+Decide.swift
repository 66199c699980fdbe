// How it is decided whether a connector may sync now.
//
// Nobody here starts anything. The Web Connector is the clock: every few minutes it calls `authenticate`, and
// the one question is whether to let it in. The answer is a function of an instant and four values, all of
// which are stored, and of nothing else:
//
//     rule      what a person set: interval, slot,  ─┐
//               window, zone, morning                │
//     history   what happened: last run, a forced   ─┤                  ┌─>  go(first|scheduled|forced)
//               sync, a pause, the queueing          ├─> verdict(now) ──┤
//     leases    whose conversation is open on the   ─┤                  └─>  wait(until, because)
//               workstation                          │
//     rivals    who else waits for it               ─┘
//
// So a restart changes nothing, `explain` asks the very same function as `authenticate`, and a test can live
// through a year.
//
// THE ORDER IN WHICH REASONS ARE WEIGHED
//
// From the reason that lasts to the one that passes, and from what a person decided to what merely happens to
// be. The first that applies is the answer:
//
//     1  paused               a person said so, and not even a forced sync passes
//     2  overnight shutdown   only a sync forced with --during-shutdown passes; any other forced one waits
//                             for the window's end, and its reason names that option
//     3  must be forced       in `Morning.manual`, until somebody has since the window's end
//     4  not due              no scheduled time since the last run's start; a forced sync passes 3 and 4,
//                             requests that wait to be sent pass 4
//     5  workstation busy     another connector's conversation is open there
//     6  giving way           it is free, but a rival has waited longer
//
// "Not due" stands before the two reasons of the workstation on purpose. Whoever is told 5 or 6 enters the
// queue (`History.waitingSince`) and others give way to it; a connector that would not run anyway must never
// stand in that queue.
//
// `until` is the earliest instant at which the answer could change without a person, nil when there is none.
// For 1, 2 and 4 it is exact: the verdict stays the same up to it and differs from it on. (So "not due" lasts
// until the next scheduled time or the window's start, whichever comes first.) For 5 and 6 anything may
// happen at any moment; the next chance is the next check-in, and that is what `until` says.
//
// WHY THE GRID IS IN ABSOLUTE TIME
//
// A connector's scheduled times are `k * interval + offset` in seconds since 1970. Wall time would be
// friendlier to read and wrong twice a year: two hours across a change of the clocks would be one or three,
// two times would fall together or one into a gap, and "the last time before now" would not always be before
// now. In absolute time there is nothing to go wrong: from one scheduled time to the next it is one interval.
//
// Only the *window* is a matter of wall time, since people's nights are. Where the two meet, the window wins:
// scheduled times inside it do not exist. The first one after it is the connector's own, which is why a
// morning begins as staggered as the day goes on (`Rule+Points`).
//
// A run is due when a scheduled time lies after the last run's start and not after now. One is enough, and
// more are no more than one: after a day without check-ins a single run catches up, and nothing piles up. A
// run that takes longer than its interval is followed by one other, for the time it has run over.
//
// THE TWO DAYS OF THE YEAR
//
// The clocks go forward (22:00-06:00, America/Chicago, 9 March 2025), and the window has seven hours:
//
//     wall   22:00 ...... 01:59 | 03:00 ...... 06:00
//     UTC    04:00 ...... 07:59 | 08:00 ...... 11:00
//
// A bound inside the gap, say 02:30, is the moment of the change, 08:00 UTC. They go back (2 November 2025),
// and the window has nine hours:
//
//     wall   22:00 ...... 01:59 | 01:00 ...... 06:00
//     UTC    03:00 ...... 06:59 | 07:00 ...... 12:00
//
// A bound inside the repeated hour, say 01:30, is its first pass, 06:30 UTC; at the second pass nothing ends
// or starts again. Both follow from one sentence: *a bound is reached at the first instant whose wall clock
// is at or past it* (`Zone.furthestWallTime`). It holds just the same for a change of half an hour, for one
// at midnight, and for the whole day that Samoa left out.
//
// WHY ADDING A CONNECTOR NEVER MOVES OTHERS
//
// The offset is computed from the connector's own slot and interval alone: the slot's bits read backwards, as
// a fraction of the interval (`Stagger`). There is no table to balance and no neighbour to look at. A new
// slot falls into the middle of a widest gap, so that with any number of connectors no gap is more than twice
// the ideal one.
//
// WHAT FAIRNESS MEANS
//
// QuickBooks has one company file open, so the connectors of a workstation take turns (PC-2, PC-3). Their
// order is that of waiting: whoever was told to wait first goes first, and equal times go by name. Whoever
// has not been told to wait yet comes after all who have.
//
// *Nobody starves.* Who waits keeps the instant since which it waits until it is served, and whoever comes
// later has a later one: of n connectors at most n - 1 go before it, each once. Each of those comes within a
// poll interval p and stays for a sync's length d, and then comes its own next check-in. So the longest wait
// is
//
//     (n - 1) * (p + d) + p
//
// *Nobody blocks.* The order by instant and name is total, so exactly one of those who wait is the first, and
// the first never gives way: no two can wait for each other. A rival whose computer was switched off would
// hold up all others for ever; so one gives way only to rivals that are alive, that is, in contact within
// their last two poll intervals and `Rival.margin`. A dead one costs the others that long, once, and keeps
// its place.
//
// This leans on two duties of whoever keeps the facts. Every answer other than 5 and 6 must clear
// `waitingSince`, refusals at the door included: a locked user who knocks every five minutes is in contact,
// but will never be served. And a lease must be given up when its conversation has fallen silent, since a
// lease is believed for as long as it is there.

package import Foundation

extension Rule {
    /// May the connector sync now, and if not, why not? Has an answer for all values there are.
    ///
    /// - Parameters:
    ///   - connector: the name of the connector that asks; leases and rivals of this name are its own and do
    ///     not count.
    ///   - leases: open conversations on the same workstation.
    ///   - rivals: those who were told to wait for the same workstation.
    package func verdict(
        for connector: String, now: Date, history: History, leases: [Lease], rivals: [Rival]
    ) -> Verdict {
        if let pause = history.pause, pause.isInForce(at: now) {
            return .wait(until: pause.until, because: .paused(pause))
        }
        let present = now.wholeSeconds
        if let end = shutdownEnd(present, history) {
            let isForced = history.forced != nil
            return .wait(until: end, because: .overnightShutdown(until: end, isForced: isForced))
        }
        if history.forced == nil {
            if waitsToBeForced(at: present, history) {
                return .wait(until: nil, because: .mustBeForcedThisMorning)
            }
            let scheduled = scheduledSecond(present, history)
            if scheduled > present, !history.hasRequests {
                let next = Date(wholeSeconds: scheduled)
                return .wait(until: soonest(next, or: windowStart(after: now)), because: .notDue(next: next))
            }
        }
        if let lease = holder(among: leases, other: connector) {
            let reason = Reason.workstationBusy(workstation: lease.workstation, connector: lease.connector)
            return .wait(until: nextChance(after: now, history), because: reason)
        }
        if let rival = first(of: rivals, before: connector, now: now, history) {
            let until = soonest(nextChance(after: now, history), or: rival.countsUntil)
            return .wait(until: until, because: .givingWay(to: rival.connector))
        }
        return .go(trigger(history, present))
    }

    /// A sync that a person asked for counts as that, even when it is the first or due as well: in
    /// `Morning.manual` it is what opens the day.
    /// One that is let in for its requests alone reads nothing.
    private func trigger(_ history: History, _ present: Int) -> Trigger {
        if history.forced != nil { return .forced }
        if history.hasRequests, scheduledSecond(present, history) > present { return .requests }
        return history.lastRunStart == nil ? .first : .scheduled
    }

    /// The end of the window that forbids a start now; nil if none does.
    private func shutdownEnd(_ present: Int, _ history: History) -> Date? {
        if history.forced?.duringShutdown ?? false { return nil }
        return window?.end(holding: present, in: zone).map { Date(wholeSeconds: $0) }
    }

    private func windowStart(after now: Date) -> Date? { window?.start(after: now, in: zone) }

    /// The connector's next check-in, unless the window starts before it.
    private func nextChance(after now: Date, _ history: History) -> Date {
        let checkIn = now.addingTimeInterval(Double(pollSeconds))
        if history.forced?.duringShutdown ?? false { return checkIn }
        return soonest(checkIn, or: windowStart(after: now))
    }

    private func soonest(_ one: Date, or other: Date?) -> Date {
        other.map { min(one, $0) } ?? one
    }

    /// There is one at most; should there be more, the oldest is named, whatever the order in which they were
    /// loaded.
    private func holder(among leases: [Lease], other connector: String) -> Lease? {
        leases.lazy.filter { $0.connector != connector }
            .min { ($0.since, $0.connector) < ($1.since, $1.connector) }
    }

    /// The rival that is first in the queue, if that is not the connector itself.
    private func first(of rivals: [Rival], before connector: String, now: Date, _ history: History) -> Rival?
    {
        let own = (min(history.waitingSince ?? now, now), connector)
        return rivals.lazy
            .filter { $0.connector != connector && $0.isAlive(at: now) }
            .filter { (min($0.waitingSince, now), $0.connector) < own }
            .min { ($0.waitingSince, $0.connector) < ($1.waitingSince, $1.connector) }
    }
}
