import API
import ArgumentParser

struct WebhookDeliveries: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliveries",
        abstract: "Lists every try to deliver an event within the last 30 days, newest first.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var webhook: WebhookChoice

    @Option(help: "How many.")
    var limit = 20

    @Option(help: ArgumentHelp("Only smaller numbers, to page on.", valueName: "number"))
    var before: Int64?

    func validate() throws { try Limit.check(limit) }

    func perform(_ session: Session) async throws {
        var query = Limit.query(limit)
        if let before { query.append(("before", String(before))) }
        let page = try await session.client.get(
            webhook.path("deliveries"), query: query, as: DeliveryPage.self)
        try session.show(
            page,
            as: WebhookText(clock: session.clock).lines(page.deliveries, width: session.terminal.width))
        if let next = page.next, !session.isJSON {
            session.terminal.note(Line("There are more: --before \(next)", .grey))
        }
    }
}
