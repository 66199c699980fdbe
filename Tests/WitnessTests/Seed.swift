import Foundation

/// Which random documents the tests make: `QBSYNC_SEED=42` makes others, and every failure names its own.
enum Seed {
    static let value = ProcessInfo.processInfo.environment["QBSYNC_SEED"].flatMap { UInt64($0) } ?? 2026

    /// For a failure: which seed, and the first of its problems.
    static func tells(_ problems: [String]) -> String {
        "seed \(value): \(problems.count) problems\n" + problems.prefix(3).joined(separator: "\n")
    }
}
