package import Foundation

/// The answer to the one question of the timetable: may this connector sync now, and if not, why not?
package enum Verdict: Equatable, Sendable {
    case go(Trigger)
    /// `until` is the earliest instant, always later than now, at which the answer could change without a
    /// person; nil when only a person can change it.
    case wait(until: Date?, because: Reason)
}

/// What a run is owed to.
package enum Trigger: String, CaseIterable, Sendable {
    /// The connector has never run.
    case first
    /// Its time has come.
    case scheduled
    /// A person asked for it; this counts even when the time had come as well.
    case forced
    /// Requests wait to be sent; nothing is read.
    case requests
}
