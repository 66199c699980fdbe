import API
import ArgumentParser

struct ConnectorShow: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows everything about a connector: settings, binding, identity, users.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorName

    func perform(_ session: Session) async throws {
        try session.show(try await session.client.get(connector.path(), as: ConnectorDetail.self))
    }
}

extension Session {
    /// A connector with all that belongs to it; also the answer to an edit.
    func show(_ connector: ConnectorDetail) throws {
        let text = ConnectorText(connector: connector, clock: clock)
        try show(connector, as: text.lines(width: terminal.width))
        if !isJSON { terminal.warn(connector.warnings) }
    }
}
