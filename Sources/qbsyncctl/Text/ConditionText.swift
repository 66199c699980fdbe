import API

/// A condition for a person: what is so, what was seen, and whose move it is.
struct ConditionText: Sendable {
    var condition: ConditionEntry
    var clock: LocalClock

    func lines(width: Int?, number: Int?) -> [Line] {
        let head =
            Line(number.map { "\($0). " } ?? "") + Line(condition.title, condition.color)
            + Line(" (since \(clock.short(condition.since)))", .grey)
        var sheet = Sheet()
        sheet.add("What", condition.sentence)
        for entry in condition.evidence {
            sheet.add("Seen", (entry.at.map { "\(clock.relative($0)): " } ?? "") + entry.seen)
        }
        sheet.add("What to do", condition.fix)
        sheet.add("Whose move", condition.mover)
        return [Line("  ") + head] + sheet.lines(width: width, indent: 5)
    }
}

extension ConditionEntry {
    /// Of its severity; the word stands beside it wherever colour would be the only signal.
    var color: Color? {
        switch severity {
        case "error": .red
        case "warning": .amber
        case "notice": .grey
        default: nil
        }
    }

    /// Something is wrong, and not merely so.
    var isTrouble: Bool { severity != "notice" }
}
