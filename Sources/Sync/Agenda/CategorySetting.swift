/// What a person set for one category of a connector.
package struct CategorySetting: Equatable, Sendable {
    /// Which way records go (CB-20): a category that is only read is never written by mistake.
    package enum Direction: String, CaseIterable, Sendable {
        case read, write, both, none

        package var reads: Bool { self == .read || self == .both }
        package var writes: Bool { self == .write || self == .both }
    }

    /// How often a category is read (PC-17).
    package enum Cadence: Equatable, Sendable {
        case everyRun
        /// 1...8760
        case hours(Int)
        /// With the first sync of each day.
        case nightly
    }

    package var direction: Direction
    package var cadence: Cadence
    /// 1...10,000; nil lets the measured times decide.
    package var pageSize: Int?
    /// Records modified before this day (`2026-01-01`) are left out (CB-16); nil reads all.
    package var fromDate: String?

    package init(
        direction: Direction = .both, cadence: Cadence = .everyRun, pageSize: Int? = nil,
        fromDate: String? = nil
    ) {
        self.direction = direction
        self.cadence = cadence
        self.pageSize = pageSize
        self.fromDate = fromDate
    }

    package static let standard = CategorySetting()
}

extension CategorySetting.Cadence {
    /// Reads `every-run`, `nightly` and `6h`.
    package init?(_ text: String) {
        switch text {
        case "every-run": self = .everyRun
        case "nightly": self = .nightly
        default:
            guard text.last == "h", let hours = Int(text.dropLast()), (1...8760).contains(hours) else {
                return nil
            }
            self = .hours(hours)
        }
    }

    package var description: String {
        switch self {
        case .everyRun: "every-run"
        case .nightly: "nightly"
        case .hours(let hours): "\(hours)h"
        }
    }
}
