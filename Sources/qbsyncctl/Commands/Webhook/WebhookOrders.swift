import API
import ArgumentParser

struct WebhookRotate: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Makes a new secret, and shows it, this once; the one before signs too for a day.",
        discussion: """
            Give the new one to the receiver within that time. If the old one is known to somebody who \
            should not have it: --overlap 0s.
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var webhook: WebhookChoice

    @Option(
        help: ArgumentHelp(
            "How long the secret before it signs too (2h, 3d; 0s for no longer). (default: 24h)",
            valueName: "duration"))
    var overlap: String?

    func perform(_ session: Session) async throws {
        try session.show(
            try await session.client.post(
                webhook.path("rotate"), WebhookRotation(overlap: overlap), as: WebhookSecret.self))
    }
}

struct WebhookEnable: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Sends events again, beginning where it stopped.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var webhook: WebhookChoice

    func perform(_ session: Session) async throws {
        try session.show(try await session.client.post(webhook.path("enable"), as: WebhookEntry.self))
    }
}

struct WebhookDisable: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Sends nothing until it is enabled. Events are kept for it.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var webhook: WebhookChoice

    func perform(_ session: Session) async throws {
        try session.show(try await session.client.post(webhook.path("disable"), as: WebhookEntry.self))
    }
}

struct WebhookTest: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Sends an event of the kind webhook.test now, and says what the receiver answered.",
        discussion: "The exit code is 9 if it did not take it.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var webhook: WebhookChoice

    func perform(_ session: Session) async throws {
        let result = try await session.client.post(webhook.path("test"), as: WebhookTestResult.self)
        let head = result.delivered ? Line("delivered", .green) : Line("not delivered", .red)
        try session.show(
            result, as: [head + Line(" in \(result.milliseconds) ms: \(result.sentence)")])
        if !result.delivered { throw ExitCode(Outcome.taskFailed) }
    }
}

struct WebhookRedeliver: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "redeliver",
        abstract: "Sends an event once more, whether it arrived or not.",
        discussion: """
            It has the ID that it had, so that a receiver can tell that it is the same. Events are kept for \
            90 days.

            EXAMPLE:
              qbsyncctl webhook redeliver wh_5f0c… 12
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var webhook: WebhookChoice

    @Argument(help: "The number of the event, also as evt_12.")
    var event: String

    private var number: Int64? { Int64(event.hasPrefix("evt_") ? event.dropFirst(4) : event[...]) }

    func validate() throws {
        if number == nil {
            throw ValidationError("An event has a number such as 12 or evt_12, not \(event).")
        }
    }

    func perform(_ session: Session) async throws {
        try session.show(
            try await session.client.post(
                webhook.path("redeliver"), WebhookRedelivery(event: number ?? 0), as: Done.self))
    }
}

struct WebhookRemove: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Forgets a webhook with its secret. What was not sent to it never will be.",
        discussion: "To stop it for a while, disable it. It is asked for, unless --yes is given.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var webhook: WebhookChoice

    @Flag(help: "Do not ask.")
    var yes = false

    func perform(_ session: Session) async throws {
        if !yes { try await ask(session) }
        try session.show(try await session.client.delete(webhook.path(), as: Done.self))
    }

    private func ask(_ session: Session) async throws {
        let entry = try await session.client.get(webhook.path(), as: WebhookEntry.self)
        let notice = "\(entry.id) to \(entry.url) would be forgotten, with its secret and what waits for it."
        guard session.terminal.canAsk, !session.isJSON else {
            throw Failure.here("\(notice) Nothing was done. If that is right, say so: --yes")
        }
        session.terminal.note(Line(notice, .amber))
        guard session.terminal.asksYes("Remove it?") else { throw Failure.here("Nothing was done.") }
    }
}
