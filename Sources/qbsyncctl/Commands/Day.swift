import ArgumentParser
import QBXML

/// Days that a person typed.
enum Day {
    /// - Parameter hint: what the options take beside days.
    static func check(from: String?, to: String?, hint: String = "") throws {
        for (option, day) in [("--from", from), ("--to", to)] {
            guard let day, day.utf8.count != 10 || Stamp(day) == nil else { continue }
            throw ValidationError("\(option) takes a day such as 2026-01-31\(hint), not \(day)")
        }
        if let from, let to, from > to { throw ValidationError("--to \(to) is before --from \(from).") }
    }
}
