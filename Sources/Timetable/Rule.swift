/// When one connector may sync: everything about it that a person sets, and its place in the staggering.
///
/// A value of settings only; what has happened is `History`, and what follows from both is `Verdict`.
package struct Rule: Equatable, Sendable {
    /// Seconds from one scheduled sync to the next, within `Rule.intervals`.
    package var intervalSeconds: Int
    /// The connector's number in the staggering, from 0; given once and never changed (`Stagger`).
    package var slot: Int
    /// The overnight shutdown window; nil when there is none.
    package var window: Window?
    /// The time zone of the office: the window is read in it, and times are said in it.
    package var zone: Zone
    package var morning: Morning
    /// Seconds between two check-ins of the Web Connector, within `Rule.polls`; it goes into the `.qwc` file.
    package var pollSeconds: Int

    /// Values outside their bounds are brought to the nearest bound. The doors refuse them first, with
    /// `findings`, so this only keeps a damaged row from stopping the service.
    package init(
        intervalSeconds: Int = Rule.standardInterval, slot: Int, window: Window?, zone: Zone,
        morning: Morning = .automatic, pollSeconds: Int = Rule.standardPoll
    ) {
        self.intervalSeconds = Self.intervals.clamp(intervalSeconds)
        self.slot = max(0, slot)
        self.window = window
        self.zone = zone
        self.morning = morning
        self.pollSeconds = Self.polls.clamp(pollSeconds)
    }

    /// Two hours, as in Service Autopilot (SA-3).
    package static let standardInterval = 7200
    /// Five minutes: soon enough for a forced sync, seldom enough for the Web Connector's log to stay
    /// readable.
    package static let standardPoll = 300
    /// From five minutes, below which a full set of categories is rarely read in time, to a week.
    package static let intervals = 300...604_800
    /// From one minute, the smallest that `RunEveryNMinutes` can say, to a day.
    package static let polls = 60...86_400

    /// Seconds after each full interval at which this connector's turn comes.
    package var offsetSeconds: Int { Stagger.offset(slot: slot, interval: intervalSeconds) }
}

/// How a day begins after the overnight shutdown window (SA-4).
package enum Morning: String, CaseIterable, Sendable {
    /// By itself, at the connector's first scheduled time after the window.
    case automatic
    /// By hand: nothing is scheduled until a person has forced a sync since the window ended.
    case manual
}

extension ClosedRange<Int> {
    fileprivate func clamp(_ value: Int) -> Int { Swift.min(Swift.max(value, lowerBound), upperBound) }
}

/// What is wrong with numbers that a person wants to set; all of them at once, each with the setting's name.
package enum RuleFinding: Equatable, Sendable {
    case interval(seconds: Int)
    case poll(seconds: Int)
    /// A connector that looks in less often than it is due could never keep its interval.
    case pollLongerThanInterval(pollSeconds: Int, intervalSeconds: Int)

    /// The setting, as the configuration and the API call it.
    package var field: String {
        switch self {
        case .interval: "interval"
        case .poll, .pollLongerThanInterval: "poll"
        }
    }

    package var sentence: String {
        switch self {
        case .interval(let seconds):
            return "The interval is \(Span(seconds: seconds)), but it must be \(Self.text(Rule.intervals))."
        case .poll(let seconds):
            return "The poll interval is \(Span(seconds: seconds)), but it must be \(Self.text(Rule.polls))."
        case .pollLongerThanInterval(let poll, let interval):
            return "The poll interval (\(Span(seconds: poll))) is longer than the sync interval "
                + "(\(Span(seconds: interval))): the Web Connector would look in too seldom to keep it."
        }
    }

    private static func text(_ bounds: ClosedRange<Int>) -> String {
        "between \(Span(seconds: bounds.lowerBound)) and \(Span(seconds: bounds.upperBound))"
    }
}

extension Rule {
    package static func findings(intervalSeconds: Int, pollSeconds: Int) -> [RuleFinding] {
        var findings: [RuleFinding] = []
        if !intervals.contains(intervalSeconds) { findings.append(.interval(seconds: intervalSeconds)) }
        if !polls.contains(pollSeconds) { findings.append(.poll(seconds: pollSeconds)) }
        if findings.isEmpty, pollSeconds > intervalSeconds {
            findings.append(
                .pollLongerThanInterval(pollSeconds: pollSeconds, intervalSeconds: intervalSeconds))
        }
        return findings
    }
}
