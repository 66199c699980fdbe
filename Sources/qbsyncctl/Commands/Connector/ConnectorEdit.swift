import API
import ArgumentParser

struct ConnectorEdit: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Changes settings of a connector; what is not named stays as it is.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorName
    @OptionGroup(title: "Settings") var options: SettingsOptions

    func validate() throws {
        if options.isEmpty {
            throw ValidationError("Name at least one setting to change, for example --interval 1h.")
        }
    }

    func perform(_ session: Session) async throws {
        try session.show(
            try await session.client.patch(connector.path(), options.settings, as: ConnectorDetail.self))
    }
}
