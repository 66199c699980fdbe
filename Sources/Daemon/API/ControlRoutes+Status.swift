import API
import FoundationEssentials
import Hummingbird
import QBXML
import Sync
import Store

extension ControlRoutes {
    func status(_ request: Request, _ order: Order) async throws -> Response {
        let installation = watch.facts
        let report = try await database.read { snapshot in
            let health = try snapshot.connectorHealth(now: order.now)
            let examination = Examination(health, installation, now: order.now)
            let ofInstallation = examination.findings.filter { $0.connector == nil }
            let findings = Dictionary(grouping: examination.findings) { $0.connector ?? "" }
            let rows = try health.map { health in
                let connector = health.facts.connector
                return ConnectorStatus(
                    health.facts, requests: try snapshot.requestCounts(connector: connector.id),
                    stuck: health.stuck?.parents ?? 0, findings: findings[connector.name] ?? [],
                    now: order.now)
            }
            return StatusReport(
                version: Release.version, now: order.now, connectors: rows,
                conditions: ofInstallation.isEmpty ? nil : ofInstallation.map(ConditionEntry.init))
        }
        return try .json(report)
    }

    func connectorStatus(_ request: Request, _ order: Order) async throws -> Response {
        let name = try order.parameter("connector")
        // The refusal of an unknown name is made where the facts are.
        let connector = try await facts(of: name, now: order.now).connector.id
        let status = try await database.read { snapshot in
            try snapshot.connectorHealth(named: name, now: order.now).first.map { health in
                ConnectorStatus(
                    health.facts, requests: try snapshot.requestCounts(connector: connector),
                    stuck: health.stuck?.parents ?? 0,
                    findings: Examination([health], now: order.now).findings, now: order.now)
            }
        }
        return try .json(status)
    }

    /// The facts of one connector, or the refusal that names the nearest one there is.
    func facts(of name: String, now: Date) async throws -> ConnectorFacts {
        let found = try await database.read { snapshot in
            let facts = try snapshot.connectorFacts(named: name)
            guard facts.isEmpty else { return facts }
            return try snapshot.connectorFacts()
        }
        guard let facts = found.first(where: { $0.connector.name == name }) else {
            throw OrderRefusal.unknownConnector(name, among: found.map(\.connector.name))
        }
        return facts
    }
}

extension OrderRefusal {
    static func unknownConnector(_ name: String, among names: [String]) -> OrderRefusal {
        .notFound(
            "There is no connector \(name).\(hint(name, among: names)) The list: qbsyncctl connector list")
    }

    static func hint(_ name: String, among names: [String]) -> String {
        Spelling.nearest(to: name, among: names).map { " Did you mean \($0)?" } ?? ""
    }
}
