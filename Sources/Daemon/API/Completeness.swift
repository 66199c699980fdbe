import API
import FoundationEssentials
import QBXML
import Store

/// Whether what is read of some kinds is all that QuickBooks has, and up to when.
struct Completeness: Equatable, Sendable {
    var asOf: Date?
    var doubts: [String] = []

    var isComplete: Bool { doubts.isEmpty }

    init(kinds: [String], _ freshness: [String: FreshnessRow]) {
        var categories: [QBXML.Category] = []
        for kind in kinds {
            guard let category = QBXML.Category.of(kind: kind), !categories.contains(category) else {
                continue
            }
            categories.append(category)
        }
        let times = categories.map { freshness[$0.name]?.completeAt }
        asOf = times.contains(nil) ? nil : times.compactMap { $0 }.min()
        for category in categories {
            let row = freshness[category.name]
            if let doubt = row?.doubt {
                doubts.append(doubt)
            } else if row?.completeAt == nil {
                doubts.append("\(category.title) have never been read to their end.")
            }
        }
    }
}
