import API
import ArgumentParser

struct Password: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a new password for a user and shows it, this once.",
        discussion: "The old one works no more. The .qwc file stays as it is; nothing has to be paired again."
    )

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var user: UserName

    func perform(_ session: Session) async throws {
        let secret = try await session.client.post(user.path("password"), as: Secret.self)
        try session.show(secret)
        guard !session.isJSON else { return }
        session.terminal.note(
            Line("Type it into the Web Connector now: the field Password of this entry, then Tab."))
    }
}

extension Session {
    /// The one way in which a password reaches a person: on standard output, because it was asked for.
    func show(_ secret: Secret) throws {
        try show(secret, as: SecretText.lines(secret, boxed: terminal.isTerminal))
        guard !isJSON else { return }
        terminal.note(SecretText.note(secret))
        terminal.warn(secret.warnings)
    }
}
