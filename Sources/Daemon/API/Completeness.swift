import API
import FoundationEssentials
import QBXML
import Store
import Sync

/// Whether what is read of some kinds is all that QuickBooks has, and up to when.
struct Completeness: Equatable, Sendable {
    /// Nil if some of it was never read to its end.
    private(set) var asOf: Date?
    private(set) var doubts: [String] = []

    var isComplete: Bool { doubts.isEmpty }

    init(kinds: [String], of connector: Int64, in snapshot: Snapshot) throws {
        self.init(
            kinds: kinds, try snapshot.freshness(connector: connector),
            try snapshot.categorySettings(connector: connector),
            try snapshot.coverageRows(connector: connector))
    }

    init(
        kinds: [String], _ freshness: [String: FreshnessRow], _ settings: [String: CategorySetting],
        _ coverage: [String: CoverageRow]
    ) {
        var seen: Set<String> = []
        var times: [Date?] = []
        for kind in kinds {
            guard let category = QBXML.Category.bringing(kind: kind), seen.insert(category.name).inserted
            else { continue }
            let row = freshness[category.name]
            let probe = coverage[category.name]
            // What this QuickBooks does not have is complete without a record.
            if probe?.answer == Coverage.Answer.notInThisEdition.rawValue {
                times.append(probe?.probedAt)
                continue
            }
            times.append(row?.completeAt)
            let setting = settings[category.name] ?? .standard
            if let why = Self.doubt(row, setting) { doubts.append("\(category.title): \(why)") }
        }
        asOf = times.contains(nil) ? nil : times.compactMap { $0 }.min()
    }

    /// Why a category is not complete; nil if it is.
    static func doubt(_ row: FreshnessRow?, _ setting: CategorySetting) -> String? {
        if !setting.direction.reads { return "It is not read: direction \(setting.direction.rawValue)." }
        return row?.doubt ?? (row?.completeAt == nil ? "It was never read to its end." : nil)
    }
}
