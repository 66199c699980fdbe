package import Foundation

/// The scheduled times of a connector, in whole seconds since 1970.
///
/// The grid `k * interval + offset` runs through all of time. Where the overnight shutdown window lies over a
/// point of it, the point is not there:
///
///     grid       |     |     |     |     |     |     |     |     |
///     window             [22:00            06:00)
///     points     |     |                         |     |     |
///
/// so the first sync of the morning is at the connector's own time, not at the window's end together with all
/// others. Only an interval longer than the day's open hours could lose every point of a day that way, or of
/// all days. Then the lost point is made up for after the window's end, staggered as well:
///
///     grid                    |                             |
///     window             [22:00            06:00)      [22:00            06:00)
///     points                               .|                            .|
extension Rule {
    /// Lost points are spread over the first two hours of the morning, as the standard interval would spread
    /// them.
    private static let morningSpread = 7200

    /// The first scheduled time later than an instant, whatever has run before.
    package func nextPoint(after now: Date) -> Date { Date(wholeSeconds: point(after: now.wholeSeconds)) }

    /// The first scheduled time later than the given second.
    func point(after second: Int) -> Int {
        let latest = (second - offsetSeconds).floored(by: intervalSeconds) * intervalSeconds + offsetSeconds
        // The latest point of the grid may have been moved by a window to a time that is still to come.
        let moved = place(latest)
        return moved > second ? moved : place(latest + intervalSeconds)
    }

    /// Where a point of the grid really is. Never earlier than it; of two points the later never comes to lie
    /// before.
    private func place(_ point: Int) -> Int {
        guard let window, let end = window.end(holding: point, in: zone) else { return point }
        let behind = (end - point + intervalSeconds - 1) / intervalSeconds
        let regular = point + behind * intervalSeconds
        guard let nextStart = window.start(after: end, in: zone), regular >= nextStart else { return regular }
        let spread = min(Self.morningSpread, intervalSeconds, nextStart - end)
        return end + Stagger.offset(slot: slot, interval: spread)
    }
}
