/// How often something took how long.
struct Histogram: Sendable {
    /// Upper bounds in seconds; behind the last one is everything.
    let bounds: [Double]
    private var counts: [Int]
    private(set) var sum = 0.0
    private(set) var count = 0

    init(bounds: [Double]) {
        self.bounds = bounds
        counts = Array(repeating: 0, count: bounds.count)
    }

    /// Our own part of a call.
    static let ours = Histogram(bounds: [0.001, 0.005, 0.025, 0.1, 0.5, 2, 10])
    /// QuickBooks takes minutes for what takes us moments.
    static let quickBooks = Histogram(bounds: [0.1, 0.5, 2, 10, 60, 300, 1800])

    mutating func note(_ seconds: Double) {
        sum += seconds
        count += 1
        if let place = bounds.firstIndex(where: { seconds <= $0 }) { counts[place] += 1 }
    }

    mutating func note(_ duration: Duration) { note(duration.inSeconds) }

    func samples(_ labels: [(name: String, value: String)] = []) -> [MetricFamily.Sample] {
        var below = 0
        var samples: [MetricFamily.Sample] = []
        for (bound, count) in zip(bounds, counts) {
            below += count
            samples.append(
                .init(
                    suffix: "_bucket", labels: labels + [("le", MetricFamily.number(bound))],
                    value: Double(below)))
        }
        samples.append(.init(suffix: "_bucket", labels: labels + [("le", "+Inf")], value: Double(count)))
        samples.append(.init(suffix: "_sum", labels: labels, value: sum))
        samples.append(.init(suffix: "_count", labels: labels, value: Double(count)))
        return samples
    }
}

extension Duration {
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
