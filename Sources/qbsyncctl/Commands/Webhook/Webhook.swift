import API
import ArgumentParser

struct Webhook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sends what happens to programs elsewhere, signed, and shows how it goes.",
        discussion: """
            Each event is one POST, in the order of the events, and is tried for a day until it is taken. \
            Over TCP the token needs the right to decide (:decide in the tokens file), since company data \
            leave the house. How a receiver proves who is calling: \
            /usr/share/doc/qbsyncd/packaging/doc/webhooks.md.
            """,
        subcommands: [
            WebhookAdd.self, WebhookList.self, WebhookShow.self, WebhookEdit.self, WebhookRotate.self,
            WebhookEnable.self, WebhookDisable.self, WebhookTest.self, WebhookDeliveries.self,
            WebhookRedeliver.self, WebhookRemove.self,
        ])
}

/// The webhook that a command is about.
struct WebhookChoice: ParsableArguments {
    @Argument(help: ArgumentHelp("The ID of a webhook, as webhook list shows it.", valueName: "id"))
    var id: String

    func validate() throws {
        if id.isEmpty { throw ValidationError("The ID of a webhook is not empty.") }
    }

    func path(_ rest: String = "") -> String { Path.webhook(Destination.percentEncoded(id), rest) }
}

struct WebhookList: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists webhooks, and how far each is served.")

    @OptionGroup var connection: ConnectionOptions

    func perform(_ session: Session) async throws {
        let webhooks = try await session.client.get(Path.webhooks, as: [WebhookEntry].self)
        try session.show(
            webhooks, as: WebhookText(clock: session.clock).lines(webhooks, width: session.terminal.width))
    }
}

struct WebhookShow: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows a webhook: what it gets, how far it is served, when it is tried.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var webhook: WebhookChoice

    func perform(_ session: Session) async throws {
        try session.show(try await session.client.get(webhook.path(), as: WebhookEntry.self))
    }
}

extension Session {
    /// A webhook in full; also the answer to an order about it.
    func show(_ webhook: WebhookEntry) throws {
        try show(webhook, as: WebhookText(clock: clock).lines(webhook, width: terminal.width))
    }

    /// The secret, the only time that it is shown.
    func show(_ made: WebhookSecret) throws {
        if isJSON { return try terminal.show(json: made) }
        try show(made.webhook)
        terminal.show([Line(), Line("Secret  ", .bold) + Line(made.secret)])
        terminal.note(
            Line(
                "This is the only time the secret is shown. Lost? Make a new one: "
                    + "qbsyncctl webhook rotate \(made.webhook.id)"))
    }
}
