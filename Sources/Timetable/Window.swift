package import Foundation

/// The overnight shutdown window: a stretch of the day, in the office's own time, in which nothing starts.
///
///     22:00-06:00              every night
///     22:00-06:00 Mon-Fri      the nights that begin on these days, so also Saturday's early morning
///     12:00-13:00 Sat,Sun      by day, at weekends
///
/// Both bounds are moments of the wall clock, and so mean something on every day of the year: the window
/// starts at the first instant whose wall clock is at or past the start, and ends likewise. A bound inside
/// the gap of spring is the moment of the change; a bound inside autumn's repeated hour is its first pass.
/// The night of the change is thus an hour shorter or longer, as it is for everyone in the office.
package struct Window: Equatable, Sendable {
    /// Seconds since midnight, 0..<86,400, whole minutes.
    package let start: Int
    /// Seconds since midnight; below `start` it is on the next day.
    package let end: Int
    /// The days on which the window starts.
    package let days: Weekdays

    /// - Throws: `WindowError` for bounds outside the day, equal bounds, or no day at all.
    package init(start: Int, end: Int, days: Weekdays = .all) throws(WindowError) {
        let secondsOfDay = 0..<WallTime.day
        guard secondsOfDay.contains(start) else { throw .time("\(start) s") }
        guard secondsOfDay.contains(end) else { throw .time("\(end) s") }
        guard start != end else { throw .sameStartAndEnd }
        guard !days.isEmpty else { throw .day("") }
        self.start = start
        self.end = end
        self.days = days
    }

    package var crossesMidnight: Bool { end < start }

    package func contains(_ instant: Date, in zone: Zone) -> Bool {
        occurrence(holding: zone.furthestWallTime(at: instant.wholeSeconds)) != nil
    }

    /// When it will be open again; nil if it is open at that instant.
    package func end(after instant: Date, in zone: Zone) -> Date? {
        end(holding: instant.wholeSeconds, in: zone).map { Date(wholeSeconds: $0) }
    }

    /// When the next window starts, later than the instant.
    package func start(after instant: Date, in zone: Zone) -> Date? {
        start(after: instant.wholeSeconds, in: zone).map { Date(wholeSeconds: $0) }
    }
}

/// The same with whole seconds since 1970.
extension Window {
    /// One night: where it starts and ends on the wall.
    private struct Occurrence {
        var start: WallTime
        var end: WallTime
    }

    /// The night that starts on the day with this number, if the window starts on that weekday.
    private func occurrence(on dayNumber: Int) -> Occurrence? {
        guard days.contains(Weekday(dayNumber: dayNumber)) else { return nil }
        let midnight = dayNumber * WallTime.day
        let nextDay = crossesMidnight ? WallTime.day : 0
        return Occurrence(
            start: WallTime(seconds: midnight + start), end: WallTime(seconds: midnight + nextDay + end))
    }

    /// - Parameter furthest: `Zone.furthestWallTime`, which never goes back.
    private func occurrence(holding furthest: WallTime) -> Occurrence? {
        let today = furthest.dayNumber
        for day in [today - 1, today] {
            if let night = occurrence(on: day), night.start <= furthest, furthest < night.end { return night }
        }
        return nil
    }

    /// The end of the closed time around an instant; nil when it is open then. Where a change of the clocks
    /// makes one night's end the next one's start, the two are one.
    func end(holding second: Int, in zone: Zone) -> Int? {
        var end: Int?
        var probe = second
        while let night = occurrence(holding: zone.furthestWallTime(at: probe)) {
            // One second at least, so that no error in a zone's data could keep this from ending.
            probe = max(probe + 1, zone.second(reaching: night.end))
            end = probe
        }
        return end
    }

    func start(after second: Int, in zone: Zone) -> Int? {
        let furthest = zone.furthestWallTime(at: second)
        let today = furthest.dayNumber
        // A week always holds a start; a second one is looked through because a night can fall into spring's
        // gap whole.
        for day in today...(today + 15) {
            guard let night = occurrence(on: day), night.start > furthest else { continue }
            let start = zone.second(reaching: night.start)
            if start < zone.second(reaching: night.end) { return start }
        }
        return nil
    }

    /// The latest end of a window at or before an instant.
    func lastEnd(upTo second: Int, in zone: Zone) -> Int? {
        let furthest = zone.furthestWallTime(at: second)
        let today = furthest.dayNumber
        for day in (today - 15...today).reversed() {
            guard let night = occurrence(on: day), night.end <= furthest else { continue }
            return zone.second(reaching: night.end)
        }
        return nil
    }
}
