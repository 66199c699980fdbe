/// For how long a connector keeps what its records were before they changed.
package enum HistoryLength: Equatable, Sendable {
    /// Keeps nothing more. What was kept stays.
    case off
    /// 1...36,500
    case days(Int)
    case forever

    /// Reads `off`, `90d`, `forever`, and `90` as the database has it.
    package init?(_ text: String) {
        switch text {
        case "off": self = .off
        case "forever": self = .forever
        default:
            let digits = text.hasSuffix("d") ? text.dropLast() : text[...]
            guard let days = Int(digits), digits.utf8.allSatisfy({ (48...57).contains($0) }),
                (1...36_500).contains(days)
            else { return nil }
            self = .days(days)
        }
    }

    /// In the database.
    package var stored: String {
        if case .days(let days) = self { String(days) } else { description }
    }

    /// In settings.
    package var description: String {
        switch self {
        case .off: "off"
        case .days(let days): "\(days)d"
        case .forever: "forever"
        }
    }
}
