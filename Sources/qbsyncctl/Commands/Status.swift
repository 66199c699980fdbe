import API
import ArgumentParser

struct Status: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the grid: state, last and next sync, and the last ten conversations as dots.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: ConnectorChoice

    func perform(_ session: Session) async throws {
        var report = try await session.client.get(Path.status, as: StatusReport.self)
        if let name = choice.name {
            report.connectors = [try await session.client.status(of: name)]
        }
        let shared = choice.name == nil ? report.conditions ?? [] : []
        let grid = Grid(connectors: report.connectors, conditions: shared, clock: session.clock)
        try session.show(report, as: grid.lines(width: session.terminal.width))
        if !session.isJSON, !report.connectors.isEmpty { session.terminal.note(session.clock.legend) }
    }
}

extension Client {
    /// One connector's row of the grid.
    func status(of name: String) async throws -> ConnectorStatus {
        try await get(Path.connector(Destination.percentEncoded(name), "status"))
    }
}
