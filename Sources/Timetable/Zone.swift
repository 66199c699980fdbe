package import Foundation

/// A named time zone, such as America/Chicago: what the clock on the office wall shows at an instant, and the
/// way back.
///
/// The only thing asked of Foundation is the offset from UTC at an instant (some 50 ns); all else is whole
/// numbers.
package struct Zone: Equatable, Sendable {
    /// As it was given: Foundation would call "UTC" "GMT".
    package let identifier: String
    private let timeZone: TimeZone

    /// - Parameter identifier: a name of the IANA data base, with its case. Fixed offsets like "GMT+5" are
    ///   refused: they know no daylight saving, and their sign is read both ways.
    package init?(identifier: String) {
        let isFixedOffset = identifier.hasPrefix("GMT") && identifier.utf8.count > 3
        guard !isFixedOffset, let timeZone = TimeZone(identifier: identifier) else { return nil }
        self.identifier = identifier
        self.timeZone = timeZone
    }

    private init(identifier: String, timeZone: TimeZone) {
        self.identifier = identifier
        self.timeZone = timeZone
    }

    package static let utc = Zone(identifier: "UTC", timeZone: .gmt)

    package static func == (one: Zone, other: Zone) -> Bool { one.identifier == other.identifier }

    package func wallTime(of instant: Date) -> WallTime { wallTime(at: instant.wholeSeconds) }

    /// The first instant at which the wall clock is at or past the given time.
    ///
    /// In a gap in spring this is the moment of the change; of an hour that comes twice it is the first time.
    package func instant(reaching wall: WallTime) -> Date { Date(wholeSeconds: second(reaching: wall)) }

    /// How far east of Greenwich the clocks can be when they show this.
    ///
    /// - Parameter seconds: since 1970-01-01T00:00:00 on the same wall, as in `WallTime.seconds`.
    /// - Returns: seconds; one offset as a rule, the earlier and the later one of a time that comes twice,
    ///   none for a time that is left out in spring.
    package func offsets(onWall seconds: Int) -> [Int] {
        let late = seconds + Self.westmost
        guard let change = change(between: seconds - Self.eastmost, and: late) else {
            return [offset(at: late)]
        }
        var offsets: [Int] = []
        if seconds - change.before < change.second { offsets.append(change.before) }
        if seconds - change.after >= change.second { offsets.append(change.after) }
        return offsets
    }

    /// How much further an incremental query must reach back because of the autumn hour that comes twice.
    ///
    /// A watermark of 01:50 may be from the first 01:50; a record changed at the second 01:10, twenty minutes
    /// later, looks older than it. So from a time that came twice, or up to an hour after it, one goes
    /// back by the length of the repeat more; the hour after is for clients and servers whose clocks do not
    /// change at the same second.
    ///
    /// - Parameter wallTime: as in `WallTime.init(_:)`; 0 is the answer for anything else.
    /// - Returns: seconds, 0 on all but the days of such a change; 3600 in most zones, 1800 on Lord Howe
    ///   Island.
    package func overlapSeconds(wallTime text: String) -> Int {
        guard let wall = WallTime(text) else { return 0 }
        // The change may lie up to an hour further back than for a wall time of its own.
        let early = wall.seconds - Self.eastmost - 3600
        guard let change = change(between: early, and: wall.seconds + Self.westmost), change.isBackward
        else { return 0 }
        let repeated = change.second + change.after..<change.second + change.before + 3600
        return repeated.contains(wall.seconds) ? change.before - change.after : 0
    }
}

/// Instants as whole seconds since 1970, and the changes of the offset around them.
extension Zone {
    /// Offsets lie between -12 and +14 hours; one more on either side costs nothing.
    private static let eastmost = 15 * 3600
    private static let westmost = 13 * 3600

    func offset(at second: Int) -> Int {
        timeZone.secondsFromGMT(for: Date(wholeSeconds: second))
    }

    func wallTime(at second: Int) -> WallTime { WallTime(seconds: second + offset(at: second)) }

    /// The furthest that the wall clock has ever shown by this instant. It is the wall time, except while an
    /// hour comes for the second time: then it stands still at the last second before the clocks went back.
    ///
    ///     wall      01:58  01:59 | 01:00  01:01  …  01:59  02:00
    ///     furthest  01:58  01:59 | 01:59  01:59  …  01:59  02:00
    ///
    /// Since it never goes back, "at or past 01:30" has exactly one beginning.
    func furthestWallTime(at second: Int) -> WallTime {
        let wall = wallTime(at: second)
        // No repeat is longer than the day that a zone gains by moving to the other side of the date line.
        guard let change = change(between: second - 25 * 3600, and: second), change.isBackward
        else { return wall }
        return max(wall, WallTime(seconds: change.second + change.before - 1))
    }

    /// See `instant(reaching:)`.
    func second(reaching wall: WallTime) -> Int {
        let early = wall.seconds - Self.eastmost
        let late = wall.seconds + Self.westmost
        guard let change = change(between: early, and: late) else {
            return wall.seconds - offset(at: late)
        }
        let before = wall.seconds - change.before
        return before < change.second ? before : max(change.second, wall.seconds - change.after)
    }

    /// A moment at which the offset changes.
    struct Change {
        /// The first second of the new offset.
        var second: Int
        var before: Int
        var after: Int
        /// Some wall times come twice.
        var isBackward: Bool { after < before }
    }

    /// The change between two instants at most two days apart, found by halving; nil when the offset is the
    /// same at both. No zone has changed twice within such a time and come back to where it was.
    private func change(between early: Int, and late: Int) -> Change? {
        let before = offset(at: early)
        let after = offset(at: late)
        guard before != after else { return nil }
        var old = early
        var new = late
        while new - old > 1 {
            let middle = old + (new - old) / 2
            if offset(at: middle) == before { old = middle } else { new = middle }
        }
        return Change(second: new, before: before, after: after)
    }
}

/// Times for people.
extension Zone {
    /// `14:10`, and the day in front of it when less would be misread: `Mon 3 Nov 14:10`, `Mon 3 Nov 2025
    /// 14:10`.
    ///
    /// A clock time alone is enough for the coming 24 hours and for the same day. In the hour that comes
    /// twice it says which of the two is meant.
    ///
    /// - Parameter now: the reader's present.
    package func time(of instant: Date, seenFrom now: Date) -> String {
        let second = instant.wholeSeconds
        let wall = wallTime(at: second)
        let reader = wallTime(of: now)
        let clock = wall.clock + passName(at: second)
        let ahead = second - now.wholeSeconds
        if wall.dayNumber == reader.dayNumber || (0..<WallTime.day).contains(ahead) { return clock }
        let year = wall.date.year
        return wall.dayName + (year == reader.date.year ? " " : " \(year) ") + clock
    }

    private func passName(at second: Int) -> String {
        let wall = wallTime(at: second)
        let first = self.second(reaching: wall)
        if second > first { return " (after the clocks go back)" }
        // The first pass is one whose wall time is shown again within the day that a repeat can take at most.
        guard let change = change(between: second, and: second + 25 * 3600), change.isBackward,
            wall.seconds >= change.second + change.after
        else { return "" }
        return " (before the clocks go back)"
    }

    /// The name that was probably meant by one that is not known; nil when nothing is near.
    package static func nearest(to identifier: String) -> String? {
        let wanted = Array(identifier.lowercased().utf8)
        guard wanted.count <= 64 else { return nil }
        let ranked = (TimeZone.knownTimeZoneIdentifiers + ["UTC"]).map { name in
            (distance: distance(wanted, Array(name.lowercased().utf8)), name: name)
        }
        guard let best = ranked.min(by: { $0 < $1 }), best.distance <= max(2, wanted.count / 4) else {
            return nil
        }
        return best.name
    }

    /// How many letters must be put in, left out or exchanged to come from one text to the other
    /// (Levenshtein).
    private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var row = Array(0...other.count)
        for (i, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, otherLetter) in other.enumerated() {
                let exchanged = diagonal + (letter == otherLetter ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(exchanged, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[other.count]
    }
}

extension Date {
    /// Seconds since 1970, rounded down. Dates further away than the year 5138 count as that: it keeps sums
    /// within bounds.
    var wholeSeconds: Int {
        let seconds = timeIntervalSince1970.rounded(.down)
        guard seconds.magnitude < 1e11 else { return seconds < 0 ? -100_000_000_000 : 100_000_000_000 }
        return Int(seconds)
    }

    /// The same, rounded up: for an end that is excluded.
    var wholeSecondsUp: Int {
        let seconds = wholeSeconds
        return Date(wholeSeconds: seconds) < self && seconds < 100_000_000_000 ? seconds + 1 : seconds
    }

    init(wholeSeconds: Int) {
        self.init(timeIntervalSince1970: Double(wholeSeconds))
    }
}
