package import FoundationEssentials

/// Where a webhook stands with the event at the head of its line: when that is tried again, when it is given
/// up for the next one, and when the webhook is switched off.
///
///     5 s · 30 s · 2 min · 10 min · 30 min · 1 h · 2 h · 4 h · 4 h · 4 h · 4 h · 4 h    13 tries in a day
///
/// Tries are counted and not only timed: a daemon that was off over night has not tried meanwhile, and no
/// event is given up for that.
package struct DeliveryLine: Equatable, Sendable {
    /// Failed tries of the event at the head.
    package var attempts: Int
    /// Failed tries since the last success, whatever event they were for.
    package var failures: Int
    /// The first of those.
    package var failingSince: Date?

    package init(attempts: Int = 0, failures: Int = 0, failingSince: Date? = nil) {
        self.attempts = attempts
        self.failures = failures
        self.failingSince = failingSince
    }

    /// Seconds after each failed try.
    static let gaps: [Double] = [
        5, 30, 120, 600, 1800, 3600, 7200, 14_400, 14_400, 14_400, 14_400, 14_400,
    ]
    /// No next try lies farther ahead, unless somebody set the clock back.
    package static let longestGap: Double = 14_400 * 1.1
    /// Without any success for so long, a webhook is switched off.
    package static let patience: Double = 3 * 86_400

    /// How long to wait after so many failed tries; nil when there were enough.
    ///
    /// - Parameter jitter: from 0 to 1; moves it by a tenth at most to either side, so that receivers that
    ///   failed together are not called together again.
    package static func gap(after attempts: Int, jitter: Double) -> Double? {
        guard gaps.indices.contains(attempts - 1) else { return nil }
        return gaps[attempts - 1] * (0.9 + 0.2 * max(0, min(1, jitter)))
    }

    /// Takes the end of a try, and says what follows from it.
    package mutating func note(
        _ answer: ReceiverAnswer, at now: Date, jitter: Double
    ) -> DeliveryVerdict {
        guard answer != .taken else {
            self = DeliveryLine()
            return .delivered
        }
        attempts += 1
        failures += 1
        failingSince = failingSince ?? now
        if answer == .gone { return .disabled(.gone) }
        // As many tries as one event has, so that an outage of ours is not taken for one of theirs.
        if let failingSince, failures > Self.gaps.count, now.timeIntervalSince(failingSince) >= Self.patience
        {
            return .disabled(.failing)
        }
        if let gap = Self.gap(after: attempts, jitter: jitter) {
            return .retry(at: now.addingTimeInterval(gap))
        }
        attempts = 0
        return .givenUp
    }
}

/// How a receiver took a delivery.
package enum ReceiverAnswer: Equatable, Sendable {
    /// Any status from 200 to 299.
    case taken
    /// 410: it wants no more of them.
    case gone
    /// Another status, or no answer at all.
    case refused
}

package enum DeliveryVerdict: Equatable, Sendable {
    case delivered
    case retry(at: Date)
    /// The next event goes.
    case givenUp
    /// The event stays at the head of the line.
    case disabled(SwitchOff)
}

/// Why a webhook is switched off.
package enum SwitchOff: String, CaseIterable, Sendable {
    case asked
    case failing
    case gone

    package var sentence: String {
        switch self {
        case .asked: "Somebody switched it off."
        case .failing: "Nothing has reached the receiver for three days."
        case .gone: "The receiver answered 410 Gone: it wants no more events."
        }
    }
}
