import API
import FoundationEssentials

extension Progress {
    /// "invoices 412 of 1100", or "company" for a kind that comes in one piece.
    var counted: String {
        guard let category else { return "beginning" }
        if let total { return "\(category) \(received) of \(total)" }
        return received > 0 ? "\(category) \(received)" : category
    }

    /// "invoices 412 of 1100 (37 %), 2 min, about 4 min to go"; of a first sync with all its records.
    func sentence(now: Date) -> String {
        let elapsed = Int(now.timeIntervalSince(startedAt))
        if let heldUntil, heldUntil > now {
            let left = Quantity.duration(seconds: Int(heldUntil.timeIntervalSince(now)))
            return "all is done; held open for requests, for \(left) at most"
        }
        var text = "\(counted) (\(percent) %), \(Quantity.duration(seconds: elapsed))"
        if let records, let recordsExpected { text += ", \(records) of \(recordsExpected) records in all" }
        if let stopsAfter {
            text += ", stops after \(stopsAfter)"
        } else if let left = secondsLeft ?? estimate(elapsed: elapsed) {
            text += ", about \(Quantity.duration(seconds: left)) to go"
        }
        return text
    }

    /// Seconds still to go if the rest is as quick as what is done (CB-9); below a twentieth nobody can tell.
    private func estimate(elapsed: Int) -> Int? {
        guard (5..<100).contains(percent), elapsed >= 5 else { return nil }
        let left = elapsed * (100 - percent) / percent
        // Rounded, because a count of seconds would promise what nobody knows.
        return left < 60 ? max(10, (left + 9) / 10 * 10) : (left + 59) / 60 * 60
    }

    /// Where lines cannot be redrawn, one is said first, for each category and each tenth of the way.
    func deservesLine(after previous: Progress?) -> Bool {
        guard let previous, previous.conversation == conversation else { return true }
        return previous.category != category || previous.percent / 10 != percent / 10
            || previous.stopsAfter != stopsAfter
    }
}
