import Witness

/// How the work for an input grows with its size. What is eight times as large takes eight times as long;
/// work in the square of the size would take sixty-four times.
enum Growth {
    private static let sizes = (small: 64 << 10, large: 512 << 10)
    private static let limit = 24.0

    /// Measures every shape, prints the worst and tells whether all are fine.
    static func isBounded() -> Bool {
        var worst = (growth: 0.0, shape: HostileShape.lines, seconds: 0.0)
        var isBounded = true
        for shape in HostileShape.allCases {
            Screen.progress("growth: \(shape.rawValue)")
            let small = seconds(for: shape.input(bytes: sizes.small))
            let large = seconds(for: shape.input(bytes: sizes.large))
            // Below a millisecond the clock says little.
            let growth = large / max(small, 1e-3)
            if growth > worst.growth { worst = (growth, shape, large) }
            if growth > limit {
                isBounded = false
                Screen.complain(
                    "\(shape.rawValue): \(sizes.large) bytes take \(Screen.rounded(growth)) times as long as "
                        + "\(sizes.small), \(Screen.rounded(large * 1_000)) ms.")
            }
        }
        Screen.progress(nil)
        Screen.row(
            "growth",
            "\(HostileShape.allCases.count) hostile shapes, 8 times the bytes take "
                + "\(Screen.rounded(worst.growth)) times as long at most (\(worst.shape.rawValue), "
                + "\(Screen.rounded(worst.seconds * 1_000)) ms)")
        return isBounded
    }

    /// The quickest of three runs, in seconds of the processor.
    private static func seconds(for input: FuzzInput) -> Double {
        let trial = FuzzTrial()
        return (0..<3).reduce(.infinity) { best, _ in
            let start = Usage.seconds
            _ = trial.run(input)
            return min(best, Usage.seconds - start)
        }
    }
}
