import API
import ArgumentParser

/// The connector that a command reads from; without a name the default one.
struct ConnectorOrDefault: ParsableArguments, OneConnector {
    @Argument(
        help: ArgumentHelp("Name of the connector; without, the default one.", valueName: "connector"),
        completion: .connectors)
    var name: String?

    func validate() throws { if let name { try ConnectorName.check(name) } }
}

/// A connector by its name, else the default one.
protocol OneConnector {
    var name: String? { get }
}

extension OneConnector {
    /// Its path in the API.
    func path(_ session: Session, _ rest: String) async throws -> String {
        Path.connector(Destination.percentEncoded(try await resolved(session)), rest)
    }

    /// Its name, also where nobody gave one.
    func resolved(_ session: Session) async throws -> String {
        if let name { return name }
        let report = try await session.client.get(Path.status, as: StatusReport.self)
        guard let standard = report.connectors.first(where: \.isDefault) ?? report.connectors.first else {
            throw Failure.here(
                "There is no connector yet. The first is made by: qbsyncctl connector add NAME")
        }
        return standard.name
    }
}
