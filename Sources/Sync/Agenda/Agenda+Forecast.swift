package import FoundationEssentials
import Timetable

/// How much of a sync is done, where QuickBooks counted beforehand: the first one (CB-9).
package struct Forecast: Equatable, Sendable {
    /// Records.
    package var done: Int
    package var expected: Int
    /// If the rest goes as what is done; nil before anybody can tell.
    package var secondsLeft: Int?

    package init(done: Int, expected: Int, secondsLeft: Int?) {
        self.done = done
        self.expected = expected
        self.secondsLeft = secondsLeft
    }

    /// "1204 of 30000 records, about 14 min to go"
    package var words: String {
        let left = secondsLeft.map { ", about \(Span(seconds: $0).words) to go" } ?? ""
        return "\(done) of \(expected) records\(left)"
    }
}

extension Agenda {
    /// Below this many seconds, or before a page is here, nobody can tell.
    private static let soonest = 5.0

    /// - Returns: nil for a sync that nothing was counted for.
    package func forecast(startedAt: Date, now: Date) -> Forecast? {
        guard steps.contains(where: { $0.purpose == .forecast && $0.state == .done }) else { return nil }
        let reads = steps.filter { $0.purpose == .read }
        let done = reads.reduce(0) { $0 + $1.received }
        let left = reads.reduce(0) { sum, step in
            step.state == .waiting || step.state == .running ? sum + (step.remaining ?? 0) : sum
        }
        guard done + left > 0 else { return nil }
        var forecast = Forecast(done: done, expected: done + left, secondsLeft: nil)
        let elapsed = now.timeIntervalSince(startedAt)
        if elapsed >= Self.soonest, done > 0, left > 0 {
            let seconds = Int(min(elapsed * Double(left) / Double(done), 1e9))
            // Rounded, because a count of seconds would promise what nobody knows.
            let grain = seconds < 60 ? 10 : seconds < 7200 ? 60 : 3600
            forecast.secondsLeft = max(grain, (seconds + grain - 1) / grain * grain)
        }
        return forecast
    }
}
