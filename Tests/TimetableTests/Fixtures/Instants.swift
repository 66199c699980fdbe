import Foundation
import Testing

@testable import Timetable

/// `2025-03-09T08:00:00` as UTC.
func utc(_ text: String) throws -> Date {
    Date(wholeSeconds: try #require(WallTime(text), "not a time: \(text)").seconds)
}

extension Zone {
    static func named(_ identifier: String) throws -> Zone {
        try #require(Zone(identifier: identifier), "this machine's Foundation does not know \(identifier)")
    }

    /// The first instant at which the wall clock is at or past `2025-03-09T08:00:00`.
    func at(_ text: String) throws -> Date {
        instant(reaching: try #require(WallTime(text), "not a time: \(text)"))
    }
}

extension Date {
    static func + (date: Date, seconds: Int) -> Date { date.addingTimeInterval(Double(seconds)) }
    static func - (date: Date, seconds: Int) -> Date { date.addingTimeInterval(-Double(seconds)) }
}

extension Rule {
    /// The standard rule of an office in Chicago, with what a test wants to be different.
    static func standard(
        interval: Int = 7200, slot: Int = 0, window: String = "22:00-06:00", zone: String = "America/Chicago",
        morning: Morning = .automatic, poll: Int = 300
    ) throws -> Rule {
        Rule(
            intervalSeconds: interval, slot: slot, window: try Window.parse(window),
            zone: try .named(zone), morning: morning, pollSeconds: poll)
    }

    /// The verdict on a connector that is alone on its workstation.
    func verdict(_ now: Date, _ history: History = History()) -> Verdict {
        verdict(for: "acme", now: now, history: history, leases: [], rivals: [])
    }
}

extension Verdict {
    var isGo: Bool {
        if case .go = self { return true }
        return false
    }

    var reason: Reason? {
        if case .wait(_, let reason) = self { return reason }
        return nil
    }

    var until: Date? {
        if case .wait(let until, _) = self { return until }
        return nil
    }
}
