/// An instant that QuickBooks told by the wall clock of its computer, with the offset that belongs to it.
///
///     2008-04-29T23:25:41-05:00     what QuickBooks wrote, in New York, in April
///     2008-04-29T23:25:41-04:00     what it meant: 1209525941
///
/// QuickBooks writes the wall time right and puts the offset of standard time behind it, all the year (seen
/// in every captured answer of a summer). So the wall time is read in the time zone of the computer, and the
/// offset as written serves only where that says nothing. One wall time a year comes twice there, and one not
/// at all; then QuickBooks' own seconds in UTC help, which stand in EditSequence for the last change and in
/// the second half of an ID for the creation (the same to the second in every captured record; not
/// documented).
package struct CorrectedTime: Equatable, Sendable {
    /// How the offset was found.
    package enum Basis: String, Sendable {
        /// QuickBooks' seconds in UTC agree with the zone.
        case evidence
        /// The clocks of the zone showed this time once, and nothing was said in UTC that could be about it.
        case zone
        /// The clocks showed it twice and nothing tells which: the earlier is taken, so that a query from
        /// here on misses nothing.
        case earlierOfTwo
        /// The clocks of the zone did not show this time at that moment: the computer is in another zone, or
        /// set wrong. QuickBooks' seconds in UTC are taken, else the offset as written.
        case elsewhere
    }

    /// As QuickBooks wrote it.
    package let original: String
    package let wallTime: Stamp
    /// East of Greenwich.
    package let offsetSeconds: Int
    package let basis: Basis

    /// Seconds since 1970 in UTC.
    package var instant: Int { wallTime.secondsOnWall - offsetSeconds }

    /// Whether there is no doubt about the instant.
    package var isCertain: Bool { basis == .evidence || basis == .zone }

    /// - Parameters:
    ///   - text: as in `Stamp.init`.
    ///   - evidence: the same moment in seconds since 1970 in UTC, if QuickBooks gave it elsewhere. What is
    ///     too
    ///     far away to be the same moment is passed over.
    ///   - offsets: how many seconds east of Greenwich the clocks in the computer's zone are when they show
    ///     this
    ///     many seconds since 1970-01-01T00:00:00: one number, two in the hour that comes twice, none in the
    ///     hour that is left out.
    /// - Returns: nil if the text is no time, or if nothing says an offset: the zone knows none and the text
    ///   has none.
    package init?(_ text: String, evidence: Int? = nil, offsets: (_ secondsOnWall: Int) -> [Int]) {
        guard let stamp = Stamp(text) else { return nil }
        let wall = stamp.secondsOnWall
        let possible = offsets(wall).sorted(by: >)
        let shown = evidence.map { wall - $0 }
        let agreeing = shown.flatMap { shown in possible.first { abs($0 - shown) < Self.tolerance } }
        original = text
        wallTime = stamp
        if let agreeing {
            (offsetSeconds, basis) = (agreeing, .evidence)
        } else if let foreign = shown.flatMap(Self.offset(near:)) {
            (offsetSeconds, basis) = (foreign, .elsewhere)
        } else if let first = possible.first {
            (offsetSeconds, basis) = (first, possible.count > 1 ? .earlierOfTwo : .zone)
        } else if let written = stamp.offsetMinutes {
            (offsetSeconds, basis) = (written * 60, .elsewhere)
        } else if let before = offsets(wall - 86_400).last {
            (offsetSeconds, basis) = (before, .elsewhere)
        } else {
            return nil
        }
    }

    /// Two passes of a wall time are half an hour apart at least (Lord Howe Island), so within half of that
    /// the evidence can mean one of them only.
    private static let tolerance = 900

    /// The offset that some zone of the world could have, if there is one within a few seconds. All are whole
    /// quarters of an hour from 12 hours west to 14 east.
    private static func offset(near shown: Int) -> Int? {
        let rounded = (shown + (shown < 0 ? -450 : 450)) / 900 * 900
        return (-12 * 3600...14 * 3600).contains(rounded) && abs(rounded - shown) <= 2 ? rounded : nil
    }
}

/// The places where QuickBooks tells a time in UTC.
extension CorrectedTime {
    /// The moment of creation in a ListID or TxnID: `80000001-1422671082`.
    package static func secondsInUTC(ofID id: String) -> Int? {
        guard let dash = id.lastIndex(of: "-") else { return nil }
        return seconds(id[id.index(after: dash)...])
    }

    /// The moment of the last change.
    package static func secondsInUTC(ofEditSequence sequence: String) -> Int? { seconds(sequence[...]) }

    /// QuickBooks is younger than 1990, and its IDs end with the signed 32 bits of 2038.
    private static func seconds(_ text: Substring) -> Int? {
        guard text.utf8.allSatisfy({ Byte.digits.contains($0) }), let value = Int(text),
            (631_152_000...Int(Int32.max)).contains(value)
        else { return nil }
        return value
    }
}

extension Record {
    /// When it was made. See `CorrectedTime.init`.
    package func created(offsets: (_ secondsOnWall: Int) -> [Int]) -> CorrectedTime? {
        timeCreated.flatMap {
            CorrectedTime($0, evidence: CorrectedTime.secondsInUTC(ofID: id), offsets: offsets)
        }
    }

    /// When it was changed last. See `CorrectedTime.init`.
    package func modified(offsets: (_ secondsOnWall: Int) -> [Int]) -> CorrectedTime? {
        timeModified.flatMap {
            let evidence = editSequence.flatMap(CorrectedTime.secondsInUTC(ofEditSequence:))
            return CorrectedTime($0, evidence: evidence, offsets: offsets)
        }
    }
}

extension CorrectedTime: CustomStringConvertible {
    /// `2008-04-29T23:25:41-04:00`
    package var description: String { wallTime.with(offsetMinutes: offsetSeconds / 60).description }
}
