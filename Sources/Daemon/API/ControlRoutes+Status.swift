import API
import FoundationEssentials
import Hummingbird
import QBXML
import Sync
import Store

extension ControlRoutes {
    func status(_ request: Request, _ order: Order) async throws -> Response {
        let rows = try await database.read { snapshot in
            try snapshot.connectorFacts().map { facts in
                let requests = try snapshot.requestCounts(connector: facts.connector.id)
                return ConnectorStatus(facts, requests: requests, now: order.now)
            }
        }
        return try .json(StatusReport(version: Release.version, now: order.now, connectors: rows))
    }

    func connectorStatus(_ request: Request, _ order: Order) async throws -> Response {
        let facts = try await facts(of: order.parameter("connector"), now: order.now)
        let connector = facts.connector.id
        let requests = try await database.read { try $0.requestCounts(connector: connector) }
        return try .json(ConnectorStatus(facts, requests: requests, now: order.now))
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
