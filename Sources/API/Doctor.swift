package import FoundationEssentials

/// `GET /v1/doctor`: the whole installation, looked through now.
package struct DoctorReport: Codable, Equatable, Sendable {
    package var version: String
    package var now: Date
    /// In the order in which they were made.
    package var checks: [DoctorCheck]
    /// Of the installation and of all connectors, the gravest first.
    package var conditions: [ConditionEntry]

    package init(version: String, now: Date, checks: [DoctorCheck], conditions: [ConditionEntry]) {
        self.version = version
        self.now = now
        self.checks = checks
        self.conditions = conditions
    }

    /// Nothing wants a person.
    package var isWell: Bool {
        checks.allSatisfy { $0.state == "ok" } && conditions.allSatisfy { $0.severity == "notice" }
    }
}

/// One thing that was looked at.
package struct DoctorCheck: Codable, Equatable, Sendable {
    package var name: String
    /// ok, warning or error.
    package var state: String
    package var sentence: String
    package var fix: String?

    package init(name: String, state: String, sentence: String, fix: String? = nil) {
        self.name = name
        self.state = state
        self.sentence = sentence
        self.fix = fix
    }
}
