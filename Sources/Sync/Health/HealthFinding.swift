package import FoundationEssentials
package import WebConnector

/// A condition that somebody has: with what was seen of it, and what to do here and now.
package struct HealthFinding: Equatable, Sendable {
    package var condition: Condition
    /// Nil for the whole installation.
    package var connector: String?
    /// What tells it from others of the same condition: a user, a category. Empty where there is one.
    package var subject: String
    package var sentence: String
    package var fix: String?
    package var mover: Actor
    /// Since when it is so.
    package var since: Date
    /// What was seen, the most telling first.
    package var seen: [Seen]

    /// What was seen, and when if it has a time.
    package struct Seen: Equatable, Sendable {
        package var at: Date?
        package var what: String

        package init(_ what: String, at: Date? = nil) {
            self.what = what
            self.at = at
        }
    }

    init(
        _ condition: Condition, _ connector: String?, subject: String = "", _ sentence: String,
        fix: String? = nil, mover: Actor? = nil, since: Date, seen: [Seen]
    ) {
        self.condition = condition
        self.connector = connector
        self.subject = subject
        self.sentence = sentence
        self.fix = fix
        self.mover = mover ?? condition.text.whoMustAct
        self.since = since
        self.seen = seen
    }

    package var severity: Condition.Severity { condition.text.severity }

    /// `quiet`, `category-failing:invoices`
    package var key: String { subject.isEmpty ? condition.rawValue : "\(condition.rawValue):\(subject)" }

    func isShown(at now: Date) -> Bool {
        now.timeIntervalSince(since) >= Double(condition.text.showsAfter)
    }
}
