import API
import ArgumentParser

struct ConnectorAdd: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Makes a connector and its first user, and shows that user's password, this once.",
        discussion: """
            The first connector becomes the default, for ever: it can be neither changed nor deleted as the \
            default. That is asked for before; where nobody can be asked it takes --accept-default.
            """)

    @OptionGroup var connection: ConnectionOptions

    @Argument(help: ArgumentHelp("Name: a to z, digits, -; at most 32.", valueName: "connector"))
    var name: String

    @Option(help: "Name of the first user. (default: the connector's)")
    var user: String?

    @Flag(help: "The first connector may become the default, unchangeably.")
    var acceptDefault = false

    @OptionGroup(title: "Settings") var options: SettingsOptions

    func validate() throws { try ConnectorName.check(name) }

    func perform(_ session: Session) async throws {
        let isFirst = try await session.client.get(Path.connectors, as: [ConnectorDetail].self).isEmpty
        if isFirst, !acceptDefault { try askForDefault(session) }
        let creation = ConnectorCreation(
            name: name, user: user, settings: options.isEmpty ? nil : options.settings,
            acceptDefault: isFirst || acceptDefault ? true : nil)
        let secret = try await session.client.post(Path.connectors, creation, as: Secret.self)
        if !session.isJSON {
            let role = isFirst ? " It is the default connector." : ""
            session.terminal.show(Line("Connector \(secret.connector) is made.\(role)"))
        }
        try session.show(secret)
        if !session.isJSON {
            session.terminal.note(Steps.lines("Next:", Self.nextSteps(secret), width: session.terminal.width))
        }
    }

    /// Says what cannot be taken back before it is done (AT-2).
    private func askForDefault(_ session: Session) throws {
        let notice =
            "\(name) would be the first connector and so the default; the default can be neither changed nor "
            + "deleted later."
        guard session.terminal.canAsk, !session.isJSON else {
            throw Failure.here("\(notice) Nothing was made. If that is right, say so: --accept-default")
        }
        session.terminal.note(Line(notice, .amber))
        guard session.terminal.asksYes("Make \(name) the default connector?") else {
            throw Failure.here("Nothing was made.")
        }
    }

    private static func nextSteps(_ secret: Secret) -> [String] {
        [
            "qbsyncctl qwc \(secret.connector) writes the file for the Web Connector and prints the steps.",
            "On the QuickBooks computer: add the file, and type the password into the Web Connector.",
            "qbsyncctl watch shows the first sync as it runs.",
        ]
    }
}
