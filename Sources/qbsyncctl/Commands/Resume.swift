import API
import ArgumentParser

struct Resume: DaemonCommand {
    static let configuration = CommandConfiguration(abstract: "Ends a pause.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorName

    func perform(_ session: Session) async throws {
        try session.show(try await session.client.post(connector.path("resume"), as: Done.self))
    }
}
