import API

/// Webhooks and what was sent to them, as a person reads it.
struct WebhookText: Sendable {
    var clock: LocalClock

    func lines(_ webhooks: [WebhookEntry], width: Int?) -> [Line] {
        guard !webhooks.isEmpty else {
            return [Line("There are no webhooks. One is made by: qbsyncctl webhook add URL")]
        }
        let columns: [Table.Column] = [
            .init("ID"), .init("STATE"), .init("WHERE TO", narrowing: .cut), .init("CONNECTOR"),
            .init("KINDS", narrowing: .cut), .init("SETTLED", isTrailing: true),
        ]
        let rows = webhooks.map { webhook in
            [
                Line(webhook.id, .bold), Self.state(webhook.state), Line(webhook.url),
                Line(webhook.connector ?? "all"), Line(Self.kinds(webhook)),
                Line("\(webhook.cursor) of \(webhook.newestEvent)"),
            ]
        }
        return Table(columns, rows: rows).lines(width: width)
    }

    func lines(_ webhook: WebhookEntry, width: Int?) -> [Line] {
        var sheet = Sheet()
        sheet.add("Webhook", Line(webhook.id, .bold))
        sheet.add("Where to", webhook.url)
        sheet.add("Connector", webhook.connector ?? "all")
        sheet.add("Kinds", Self.kinds(webhook))
        sheet.add("State", Self.state(webhook.state))
        sheet.add("How it stands", webhook.sentence)
        sheet.add("Settled", "event \(webhook.cursor) of \(webhook.newestEvent)")
        if webhook.attempts > 0 { sheet.add("Failed tries", "\(webhook.attempts) of the event that is next") }
        sheet.add("Failing since", webhook.failingSince.map(clock.relative))
        sheet.add("Next try", webhook.nextTryAt.map(clock.relative))
        sheet.add("Disabled", webhook.disabledAt.map(clock.long))
        sheet.add("Old secret signs until", webhook.earlierSecretUntil.map(clock.long))
        sheet.add("Made", clock.long(webhook.createdAt))
        return sheet.lines(width: width)
    }

    func lines(_ deliveries: [DeliveryEntry], width: Int?) -> [Line] {
        guard !deliveries.isEmpty else { return [Line("Nothing was sent to it in the last 30 days.")] }
        let columns: [Table.Column] = [
            .init("WHEN"), .init("EVENT"), .init("KIND"), .init("TRY", isTrailing: true), .init("OUTCOME"),
            .init("MS", isTrailing: true), .init("WHAT WAS SAID", narrowing: .wrap),
        ]
        let rows = deliveries.map { delivery in
            [
                Line(clock.short(delivery.at)),
                Line(
                    delivery.event.map { "evt_\($0)" + (delivery.cause == "again" ? ", again" : "") }
                        ?? "test"),
                Line(delivery.kind), Line("\(delivery.attempt)"), Self.outcome(delivery.outcome),
                Line("\(delivery.milliseconds)"),
                Line(delivery.error ?? delivery.status.map { "Status \($0)." } ?? ""),
            ]
        }
        return Table(columns, rows: rows).lines(width: width)
    }

    private static func kinds(_ webhook: WebhookEntry) -> String {
        webhook.kinds.isEmpty ? "all" : webhook.kinds.joined(separator: ", ")
    }

    private static func state(_ state: String) -> Line {
        let colors: [String: Color] = ["active": .green, "failing": .amber, "disabled": .red]
        return Line(state, colors[state])
    }

    private static func outcome(_ outcome: String) -> Line {
        let colors: [String: Color] = ["delivered": .green, "failed": .amber, "given up": .red]
        return Line(outcome, colors[outcome])
    }
}
