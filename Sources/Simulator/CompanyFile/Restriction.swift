/// What the QuickBooks user under whom an application runs may not read, and how QuickBooks lets it feel.
package enum Restriction: String, Sendable, CaseIterable {
    /// As if there were none of them: status 1 and no record.
    case hidden
    /// Status 3260: the user's rights are too low.
    case refused
    /// Status 3261: the application was not given access to personal data.
    case withheld

    var status: QueryStatus {
        switch self {
        case .hidden: .nothingFound
        case .refused: .rightsTooLow
        case .withheld: .personalDataWithheld
        }
    }
}

extension CompanyFile {
    /// - Parameter kind: a kind of record (`ItemService`, `Invoice`), for which the family (`Item`) may
    ///   speak as well.
    package func restriction(of kind: String) -> Restriction? {
        guard !restrictions.isEmpty else { return nil }
        return restrictions[kind] ?? restrictions[Family.holding(kind).name]
    }

    /// Whether every name can be one of a restriction: that of a kind or of a family of the catalog.
    package static func isRestrictable(_ kind: String) -> Bool {
        ["Host", "Company", "CompanyActivity", "Preferences"].contains(kind)
            || Family.all.contains { $0.name == kind || $0.kinds.contains(kind) }
    }
}
