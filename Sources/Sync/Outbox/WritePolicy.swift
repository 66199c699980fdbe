import FoundationEssentials
import QBXML

/// What a status of QuickBooks means for the request that it answers. `packaging/doc/writes.md` has the same
/// as a table.
package enum WritePolicy: Equatable, Sendable {
    /// Done, with or without a remark.
    case applied
    /// Not now: somebody has the record open, or QuickBooks is busy.
    case again
    /// An earlier request of the set failed under `stopOnError`: this one was not looked at.
    case notProcessed
    /// It changes an older version of the record than QuickBooks has.
    case stale
    /// No, and trying again alone will not help.
    case refused
    /// Neither yes nor no: it is looked for in the books.
    case unclear

    /// - Parameter chosen: what a person wants of some codes, instead of the table.
    init(_ status: Status, chosen: [Int: WritePolicy] = [:]) {
        if let chosen = chosen[status.code], Self.isChoosable(status.code) {
            self = chosen
            return
        }
        switch status.code {
        // QuickBooks broke down within it (1000), or says nothing at all.
        case Status.absent, 1000: self = .unclear
        case ..<1000: self = .applied
        case 3200: self = .stale
        case 3231: self = .notProcessed
        case 1010, 3175, 3176: self = .again
        // Texts tell a lock from what will never work; both come under these codes.
        case 3170, 3180: self = Self.speaksOfLock(status.message) ? .again : .refused
        default: self = .refused
        }
    }

    /// Of a success, an old EditSequence and a request that was not looked at only one thing can be made.
    package static func isChoosable(_ code: Int) -> Bool {
        (1000...99_999).contains(code) && code != 3200 && code != 3231
    }

    /// A person's choice, as it is written: `3170 = again`, `3180 = refused`.
    package init?(word: String) {
        switch word {
        case "again": self = .again
        case "refused": self = .refused
        default: return nil
        }
    }

    package var word: String {
        switch self {
        case .applied: "applied"
        case .again: "again"
        case .notProcessed: "not processed"
        case .stale: "stale"
        case .refused: "refused"
        case .unclear: "unclear"
        }
    }

    /// Seen in messages of QuickBooks: "internals could not be locked", "failed to acquire the lock", "list
    /// element is in use", "has been modified by another user".
    private static func speaksOfLock(_ message: String) -> Bool {
        let text = message.lowercased()
        return text.contains("lock") || text.contains("in use") || text.contains("another user")
    }

    /// "Not now" is believed so often; then a person must look.
    static let patience = 12

    /// Seconds until it is tried again: a minute, then twice as long each time, half an hour at most.
    static func delay(after attempts: Int) -> Double {
        min(longestDelay, 60 * Double(1 << min(attempts, 10)))
    }

    package static let longestDelay = 1800.0
}

extension Status {
    /// 510: it was carried out, and QuickBooks could not show the record.
    var isSavedUnseen: Bool { code == 510 }
}
