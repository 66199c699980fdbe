import FoundationEssentials

/// The clock of the simulated workstation: the real one, or one that is driven.
///
/// A driven clock starts where it is told to. A call takes a second on it, and waiting takes no time at all,
/// so that a month of updates runs in a moment and the same way each time.
struct Timekeeper {
    private var driven: Date?

    init(_ start: Date?) {
        driven = start
    }

    var isDriven: Bool { driven != nil }

    var now: Date { driven ?? Date() }

    mutating func tickCall() { driven?.addTimeInterval(1) }

    mutating func wait(seconds: Int) async throws {
        if driven != nil {
            driven?.addTimeInterval(Double(seconds))
        } else {
            try await Task.sleep(for: .seconds(seconds))
        }
    }

    /// Reads `2026-03-08T06:30:00Z` and the like.
    static func date(_ text: String) -> Date? {
        try? Date(text, strategy: .iso8601)
    }
}
