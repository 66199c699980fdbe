package import FoundationEssentials
import Timetable

/// In which hours a workstation was heard, and whether it is usually silent at this one.
package struct SleepPattern: Equatable, Sendable {
    /// Hours since 1970 in which at least one check-in came.
    package var heard: Set<Int>

    package init(heard: Set<Int> = []) { self.heard = heard }

    /// So many days are looked at.
    package static let days = 14

    package static func hour(of date: Date) -> Int {
        Int((date.timeIntervalSince1970 / 3600).rounded(.down))
    }

    /// Days before this one on which the computer was heard at some time, and those of them on which it was
    /// silent at this hour. In whole days of 24 hours: a change to daylight saving blurs one day of fourteen.
    package func silence(at now: Date) -> (days: Int, silent: Int) {
        let hour = Self.hour(of: now)
        var days = 0
        var silent = 0
        for back in 1...Self.days {
            let then = hour - 24 * back
            guard (then - 11...then + 12).contains(where: heard.contains) else { continue }
            days += 1
            if !heard.contains(then) { silent += 1 }
        }
        return (days, silent)
    }

    /// It was silent at this hour on at least three days and two thirds of those on which it was heard.
    package func sleeps(at now: Date) -> Bool {
        let (days, silent) = silence(at: now)
        return silent >= 3 && silent * 3 >= days * 2
    }
}
