import API
import ArgumentParser

struct ConnectorDisable: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: "Lets a connector sync no more. What it has read is kept, and so is its history.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorName

    func perform(_ session: Session) async throws {
        try session.show(try await session.client.post(connector.path("disable"), as: Done.self))
    }
}
