import API
import ArgumentParser

struct ConnectorEnable: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Lets a disabled connector sync again.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorName

    func perform(_ session: Session) async throws {
        try session.show(try await session.client.post(connector.path("enable"), as: Done.self))
    }
}
