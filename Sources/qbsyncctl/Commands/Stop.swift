import API
import ArgumentParser

struct Stop: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ends the running sync after the category in progress.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorName

    func perform(_ session: Session) async throws {
        try session.show(try await session.client.post(connector.path("stop"), as: Done.self))
    }
}
