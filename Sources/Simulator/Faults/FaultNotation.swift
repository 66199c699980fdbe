/// The faults by the names that a person types.
package enum FaultNotation {
    /// Name, what it takes, what it does: for a help page.
    package static let all: [(name: String, meaning: String)] = [
        ("wrong-password", "another password is sent than the one given"),
        ("company-switched=PATH", "another company file is open when QuickBooks is asked"),
        ("quickbooks-closed", "QuickBooks is closed when it is asked"),
        ("killed-before=N", "the program ends before the Nth call is sent"),
        ("killed-after=N", "the program ends after the Nth call was sent, before its answer is read"),
    ]

    /// Nil for a name that is not known or a value that does not fit.
    package static func fault(_ text: String) -> (any SimulatedFault)? {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        let value = parts.count > 1 ? parts[1] : nil
        switch (parts[0], value) {
        case ("wrong-password", nil): return WrongPassword()
        case ("quickbooks-closed", nil): return QuickBooksClosed()
        case ("company-switched", let path?) where !path.isEmpty: return CompanySwitched(path: path)
        case ("killed-before", let number?): return call(number).map { KilledAtStep(.before(call: $0)) }
        case ("killed-after", let number?): return call(number).map { KilledAtStep(.after(call: $0)) }
        default: return nil
        }
    }

    private static func call(_ text: String) -> Int? { Int(text).flatMap { $0 >= 1 ? $0 : nil } }
}
