/// What can be wrong, or is merely so, in an installation or with one connector. Declared once: `status`,
/// `explain`, `/v1/conditions`, metrics, the journal and packaging/doc/health.md all say what stands here and
/// in `Condition+Table.swift`.
///
/// Within one severity the order of the cases is the order in which findings are told. What keeps everything
/// from working comes first, what a person decided comes last.
package enum Condition: String, CaseIterable, Sendable {
    // Of the whole installation.
    case databaseTrouble = "database-trouble"
    case diskNearlyFull = "disk-nearly-full"
    case filesShort = "file-descriptors-short"
    case journalUnwritable = "journal-unwritable"
    case clockJumped = "clock-jumped"
    case certificateExpires = "certificate-expires"
    case databaseRestored = "database-restored"
    case addressUnreachable = "address-unreachable"

    // Of a connector: what keeps a sync from starting at all.
    case userLocked = "user-locked"
    case wrongPassword = "wrong-password"
    case twoInstalls = "two-installs"
    case wrongCompanyFile = "wrong-company-file"
    case autoRunOff = "auto-run-off"
    case asleep = "asleep-at-this-hour"
    case quiet = "quiet"
    case neverCheckedIn = "never-checked-in"

    // What a sync met at QuickBooks.
    case quickBooksDialog = "quickbooks-dialog"
    case anotherCompanyOpen = "another-company-open"
    case quickBooksPermission = "quickbooks-permission"
    case quickBooksBusy = "quickbooks-busy"
    case quickBooksUnavailable = "quickbooks-unavailable"
    case syncOverdue = "sync-overdue"

    // What is incomplete, or will be.
    case permissionLost = "permission-lost"
    case categoryFailing = "category-failing"
    case requestsUnknown = "requests-unknown"
    case requestsStuck = "requests-stuck"
    case sourceStopped = "source-stopped"
    case queueGrowing = "queue-growing"
    case versionTooOld = "version-too-old"
    case clockSkew = "clock-skew"

    // What a person decided.
    case nightWindow = "night-window"
    case paused = "paused"
    case disabled = "disabled"

    package enum Severity: String, CaseIterable, Comparable, Sendable {
        /// Nothing works until somebody acts.
        case error
        /// Something is missing, or will be.
        case warning
        /// Nothing is wrong; it explains why nothing happens.
        case notice

        package static func < (one: Self, other: Self) -> Bool { one.place < other.place }

        private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// Whether it is about the installation and not about one connector.
    package var isOfInstallation: Bool {
        switch self {
        case .databaseTrouble, .diskNearlyFull, .filesShort, .journalUnwritable, .clockJumped,
            .certificateExpires, .databaseRestored, .addressUnreachable:
            true
        default: false
        }
    }
}
