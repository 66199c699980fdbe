import API
import ArgumentParser

struct Explain: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says why nothing is happening, what to do about it, and whose move it is.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: ConnectorChoice

    func perform(_ session: Session) async throws {
        if let name = choice.name {
            let status = try await session.client.status(of: name)
            return try session.show(status, as: lines([status], session))
        }
        let report = try await session.client.get(Path.status, as: StatusReport.self)
        try session.show(report.connectors, as: lines(report.connectors, session))
    }

    private func lines(_ connectors: [ConnectorStatus], _ session: Session) -> [Line] {
        guard !connectors.isEmpty else { return Grid.empty }
        let blocks = connectors.map {
            Explanation(connector: $0, clock: session.clock).lines(width: session.terminal.width)
        }
        return Array(blocks.joined(separator: [Line()]))
    }
}
