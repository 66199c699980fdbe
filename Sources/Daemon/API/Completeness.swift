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
        var seen: Set<String> = []
        var times: [Date?] = []
        for kind in kinds {
            guard let category = QBXML.Category.bringing(kind: kind), seen.insert(category.name).inserted
            else { continue }
            let found = try snapshot.soundness(connector: connector, category: category.name)
            // What this QuickBooks does not have is complete without a record.
            if found.answer == Coverage.Answer.notInThisEdition.rawValue {
                times.append(found.probedAt)
                continue
            }
            times.append(found.completeAt)
            let why = Self.doubt(found.doubt, completeAt: found.completeAt, found.direction)
            if let why { doubts.append("\(category.title): \(why)") }
        }
        asOf = times.contains(nil) ? nil : times.compactMap { $0 }.min()
    }

    /// Why a category is not complete; nil if it is.
    static func doubt(
        _ doubt: String?, completeAt: Date?, _ direction: CategorySetting.Direction
    ) -> String? {
        if !direction.reads { return "It is not read: direction \(direction.rawValue)." }
        return doubt ?? (completeAt == nil ? "It was never read to its end." : nil)
    }
}
