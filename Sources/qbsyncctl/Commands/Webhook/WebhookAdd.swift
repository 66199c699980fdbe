import API
import ArgumentParser

struct WebhookAdd: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Sends events to an address from now on, and shows the secret that signs them, this once.",
        discussion: """
            The address begins with https; with http only on the daemon's own machine.

            EXAMPLES:
              qbsyncctl webhook add https://example.com/hooks/qbsyncd
              qbsyncctl webhook add https://example.com/hooks --connector acme --kinds request.failed,source.
            """)

    @OptionGroup var connection: ConnectionOptions

    @Argument(help: "Where events go.")
    var url: String

    @OptionGroup var filter: WebhookFilter

    func perform(_ session: Session) async throws {
        let wish = WebhookCreation(url: url, connector: filter.connector, kinds: filter.list)
        let made = try await session.client.post(Path.webhooks, wish, as: WebhookSecret.self)
        try session.show(made)
        if !session.isJSON {
            session.terminal.note(Line("Does it arrive? qbsyncctl webhook test \(made.webhook.id)", .grey))
        }
    }
}

/// Which events a webhook gets.
struct WebhookFilter: ParsableArguments {
    @Option(help: "Only events of this connector; * for all.")
    var connector: String?

    @Option(
        help: ArgumentHelp(
            "Only these kinds, with commas: by name, or by the beginning with its dot (request.); * for all.",
            valueName: "kinds"))
    var kinds: String?

    /// No kind by name means all of them, as the API has it.
    var list: [String]? {
        kinds.map { $0 == "*" ? [] : $0.split(separator: ",").map { $0.filter { $0 != " " } } }
    }
}

struct WebhookEdit: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Changes where a webhook's events go, or which they are; what is not named stays.",
        discussion: """
            EXAMPLE:
              qbsyncctl webhook edit wh_5f0c… --kinds '*'
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var webhook: WebhookChoice

    @Option(help: "Where events go.")
    var url: String?

    @OptionGroup var filter: WebhookFilter

    func validate() throws {
        if url == nil, filter.connector == nil, filter.kinds == nil {
            throw ValidationError("Name at least one thing to change: --url, --connector or --kinds.")
        }
    }

    func perform(_ session: Session) async throws {
        let wish = WebhookSettings(url: url, connector: filter.connector, kinds: filter.list)
        try session.show(try await session.client.patch(webhook.path(), wish, as: WebhookEntry.self))
    }
}
