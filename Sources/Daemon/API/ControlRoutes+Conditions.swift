import API
import FoundationEssentials
import Hummingbird
import Store
import Sync
import WebConnector

extension ControlRoutes {
    func conditions(_ request: Request, _ order: Order) async throws -> Response {
        var reading = QueryReading(request, known: ["connector", "past"])
        let name = reading.word("connector")
        let past = reading.integer("past", in: 0...1000).map(Int.init)
        try reading.end()
        if let name { _ = try await facts(of: name, now: order.now) }
        let installation = name == nil ? watch.facts : InstallationFacts()
        let report = try await database.read { snapshot in
            let health = try snapshot.connectorHealth(named: name, now: order.now)
            let findings = Examination(health, installation, now: order.now).findings
            let ended = try past.map { try snapshot.pastConditions(connector: name, limit: $0) }
            return ConditionReport(
                now: order.now, conditions: findings.map(ConditionEntry.init),
                past: ended?.compactMap { PastCondition($0) })
        }
        return try .json(report)
    }
}

extension ConditionEntry {
    init(_ finding: HealthFinding) {
        let text = finding.condition.text
        self.init(
            code: finding.condition.rawValue, title: text.title, severity: text.severity.rawValue,
            connector: finding.connector, subject: finding.subject.isEmpty ? nil : finding.subject,
            sentence: finding.sentence, meaning: text.meaning, fix: finding.fix ?? text.fix,
            mover: finding.mover.rawValue, since: finding.since,
            evidence: finding.seen.map { EvidenceEntry(seen: $0.what, at: $0.at) })
    }
}

extension PastCondition {
    init?(_ row: ConditionRow) {
        guard let endedAt = row.endedAt else { return nil }
        self.init(
            number: row.number, code: row.code, connector: row.connector,
            subject: row.subject.isEmpty ? nil : row.subject, sentence: row.sentence, beganAt: row.beganAt,
            endedAt: endedAt)
    }
}
