/// How often a connector's Web Connector really checks in, learned from the gaps between its latest
/// check-ins. What the `.qwc` file says is only a wish: a person can set another number, or untick Auto-Run.
package struct Rhythm: Equatable, Sendable {
    /// Seconds between check-ins, the oldest first.
    package var gaps: [Int]

    package init(gaps: [Int] = []) { self.gaps = gaps }

    /// So many gaps are remembered: two hours of the standard poll.
    package static let length = 24
    /// Fewer say nothing yet.
    private static let enough = 6

    package mutating func note(gap: Int) {
        // A clock that was set back, or two calls of one check-in.
        guard gap > 0 else { return }
        gaps.append(gap)
        if gaps.count > Self.length { gaps.removeFirst(gaps.count - Self.length) }
    }

    private var median: Int? {
        gaps.isEmpty ? nil : gaps.sorted()[gaps.count / 2]
    }

    /// Seconds from one check-in to the next, where at least half of the gaps agree on it. A night's sleep or
    /// a long sync between them does not matter.
    package var steadySeconds: Int? {
        guard gaps.count >= Self.enough, let median else { return nil }
        let leeway = max(60, median / 4)
        let near = gaps.filter { abs($0 - median) <= leeway }.count
        return near * 2 >= gaps.count ? median : nil
    }

    /// The gap to be expected: what was learned, else what the connector asks for.
    package func expectedSeconds(poll: Int) -> Int { steadySeconds ?? poll }

    /// Three expected check-ins that did not come, and never less than a quarter of an hour.
    package func quietSeconds(poll: Int) -> Int { max(900, 3 * expectedSeconds(poll: poll)) }

    /// Whether check-ins come only when somebody presses the button: hardly one follows another within the
    /// time that was asked for, and they keep no other time either.
    package func isByHand(poll: Int) -> Bool {
        guard gaps.count >= 3, steadySeconds == nil else { return false }
        let prompt = gaps.filter { $0 <= 2 * poll + 60 }.count
        return prompt * 4 <= gaps.count
    }
}
