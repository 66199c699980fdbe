import API
import ArgumentParser

struct UserAdd: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds a user to a connector: a .qwc file and a password more, for a second Windows login.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorName

    @Argument(help: ArgumentHelp("Name of the new user.", valueName: "user"))
    var user: String

    func perform(_ session: Session) async throws {
        let secret = try await session.client.post(
            connector.path("users"), UserCreation(name: user), as: Secret.self)
        try session.show(secret)
        guard !session.isJSON else { return }
        session.terminal.note(Line("Next: qbsyncctl qwc \(secret.connector) --user \(secret.user)"))
    }
}
