import QBXML

/// Why a category is not called complete. The one source of the texts about it.
package enum Doubt: Equatable, Sendable {
    /// QuickBooks shows none where there were some.
    case emptied(stored: Int)
    case count(expected: Int, stored: Int)
    /// It was readable, and the probe found it so no more.
    case lost(Coverage)

    package func sentence(_ category: String) -> String {
        let title = Category.named(category)?.title.lowercased() ?? category
        switch self {
        case .emptied(let stored):
            return "QuickBooks shows no \(title), although \(stored) are known here. \(Self.restricted)"
        case .count(let expected, let stored):
            return "QuickBooks counts \(expected) \(title), and \(stored) are here. They were compared "
                + "one by one, and are once a day until they agree."
        case .lost(let coverage):
            let why = coverage.sentence.map { " \($0)" } ?? ""
            return "QuickBooks showed \(title) before, and shows none any more.\(why) \(Self.restricted)"
        }
    }

    private static let restricted =
        "The likely cause: the QuickBooks user of the Web Connector was restricted, or its access to "
        + "personal data was taken back. Nothing is taken for deleted."
}
