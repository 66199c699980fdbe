package import FoundationEssentials

/// From facts and a moment to what is wrong: nothing else is asked, so `status`, `explain`, metrics and the
/// journal can only say the same.
package struct Examination: Equatable, Sendable {
    /// The gravest first.
    package var findings: [HealthFinding]

    package init(_ connectors: [ConnectorHealth], _ installation: InstallationFacts = .init(), now: Date) {
        let found = installation.findings(now: now) + connectors.flatMap { $0.findings(now: now) }
        findings = found.filter { $0.isShown(at: now) }.sorted(by: Self.isGraver)
    }

    package func findings(of connector: String) -> [HealthFinding] {
        findings.filter { $0.connector == connector }
    }

    private static func isGraver(_ one: HealthFinding, _ other: HealthFinding) -> Bool {
        if one.severity != other.severity { return one.severity < other.severity }
        if one.condition != other.condition { return one.condition.place < other.condition.place }
        if one.connector != other.connector { return one.connector ?? "" < other.connector ?? "" }
        return one.subject < other.subject
    }
}

extension Condition {
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
