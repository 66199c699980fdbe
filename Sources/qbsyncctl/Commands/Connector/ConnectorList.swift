import API
import ArgumentParser

struct ConnectorList: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists connectors with their main settings.")

    @OptionGroup var connection: ConnectionOptions

    @Flag(help: "Only the names, one a line.")
    var names = false

    func perform(_ session: Session) async throws {
        let connectors = try await session.client.get(Path.connectors, as: [ConnectorDetail].self)
        if session.isJSON { return try session.terminal.show(json: connectors) }
        if names { return session.terminal.show(connectors.map { Line($0.name) }) }
        guard !connectors.isEmpty else { return session.terminal.show(Grid.empty) }
        let columns: [Table.Column] = [
            .init("NAME"), .init("DEFAULT"), .init("TITLE", narrowing: .cut), .init("INTERVAL"),
            .init("OVERNIGHT SHUTDOWN"), .init("WORKSTATION"), .init("USERS", narrowing: .cut),
            .init("COMPANY FILE", narrowing: .cut),
        ]
        session.terminal.show(Table(columns, rows: connectors.map(row)).lines(width: session.terminal.width))
    }

    private func row(_ connector: ConnectorDetail) -> [Line] {
        let settings = connector.settings
        return [
            Line(connector.name, .bold) + Line(connector.isDisabled ? " (disabled)" : "", .grey),
            Line(connector.isDefault ? "yes" : ""), Line(settings.title ?? ""), Line(settings.interval ?? ""),
            Line(settings.overnightShutdown ?? "none"), Line(settings.workstation ?? ""),
            Line(connector.users.map(\.name).joined(separator: ", ")), Line(settings.companyFile ?? ""),
        ]
    }
}
