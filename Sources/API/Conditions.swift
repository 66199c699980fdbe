package import FoundationEssentials

/// `GET /v1/conditions`: what is wrong, the gravest first.
package struct ConditionReport: Codable, Equatable, Sendable {
    package var now: Date
    package var conditions: [ConditionEntry]
    /// Those that are over, the latest first; only where they were asked for.
    package var past: [PastCondition]?

    package init(now: Date, conditions: [ConditionEntry], past: [PastCondition]? = nil) {
        self.now = now
        self.conditions = conditions
        self.past = past
    }
}

/// A condition that somebody has.
package struct ConditionEntry: Codable, Equatable, Sendable {
    /// A word that stays the same: quiet, user-locked, disk-nearly-full.
    package var code: String
    package var title: String
    /// error, warning or notice.
    package var severity: String
    /// Absent for the whole installation.
    package var connector: String?
    /// The user or the category, where there can be several.
    package var subject: String?
    package var sentence: String
    package var meaning: String
    package var fix: String?
    package var mover: String
    package var since: Date
    package var evidence: [EvidenceEntry]

    package init(
        code: String, title: String, severity: String, connector: String?, subject: String?, sentence: String,
        meaning: String, fix: String?, mover: String, since: Date, evidence: [EvidenceEntry]
    ) {
        self.code = code
        self.title = title
        self.severity = severity
        self.connector = connector
        self.subject = subject
        self.sentence = sentence
        self.meaning = meaning
        self.fix = fix
        self.mover = mover
        self.since = since
        self.evidence = evidence
    }
}

/// What was seen.
package struct EvidenceEntry: Codable, Equatable, Sendable {
    package var seen: String
    package var at: Date?

    package init(seen: String, at: Date?) {
        self.seen = seen
        self.at = at
    }
}

/// A condition that began and ended.
package struct PastCondition: Codable, Equatable, Sendable {
    package var number: Int64
    package var code: String
    package var connector: String?
    package var subject: String?
    package var sentence: String
    package var beganAt: Date
    package var endedAt: Date

    package init(
        number: Int64, code: String, connector: String?, subject: String?, sentence: String, beganAt: Date,
        endedAt: Date
    ) {
        self.number = number
        self.code = code
        self.connector = connector
        self.subject = subject
        self.sentence = sentence
        self.beganAt = beganAt
        self.endedAt = endedAt
    }
}
