import API
import FoundationEssentials
import Hummingbird
import Store
import Sync
import Timetable

/// Whom events are sent to. Company data leave the house by them, so a token needs the right to decide; the
/// addresses may hold secrets of the receivers, so that it needs it also to look.
extension ControlRoutes {
    func listWebhooks(_ request: Request, _ order: Order) async throws -> Response {
        try Self.mayUseWebhooks(order)
        let (webhooks, newest) = try await database.read { (try $0.webhooks(), try $0.newestEvent()) }
        return try .json(webhooks.map { WebhookEntry($0, newest: newest, now: order.now) })
    }

    func showWebhook(_ request: Request, _ order: Order) async throws -> Response {
        try .json(try await entry(webhook(order), order))
    }

    func addWebhook(_ request: Request, _ order: Order) async throws -> Response {
        try Self.mayUseWebhooks(order)
        let wish = try await request.body(as: WebhookCreation.self)
        var reading = WebhookReading(url: wish.url)
        reading.read(kinds: wish.kinds)
        try await reading.read(connector: wish.connector, for: self, order)
        let wanted = try reading.wish()
        let id = Randomness.webhookID()
        let key = WebhookSecretKey(random: Randomness.bytes(WebhookSecretKey.length))
        let made = try await refusing(id) {
            try await database.transact { transaction in
                try transaction.addWebhook(
                    wanted, id: id, secret: key.text, by: order.author, at: order.now)
            }
        }
        journal.webhookOrder("was made for \(reading.host)", webhook: made.id, by: order.author.name)
        return try .json(
            WebhookSecret(webhook: try await entry(made, order), secret: key.text), status: .created)
    }

    func editWebhook(_ request: Request, _ order: Order) async throws -> Response {
        let webhook = try await webhook(order)
        let wish = try await request.body(as: WebhookSettings.self)
        var reading = WebhookReading(url: wish.url ?? webhook.wish.url)
        reading.kinds = webhook.wish.kinds
        reading.connector = webhook.wish.connectorID
        if let kinds = wish.kinds { reading.read(kinds: kinds) }
        if let connector = wish.connector {
            try await reading.read(connector: connector, for: self, order)
        }
        let wanted = try reading.wish()
        let edited = try await refusing(webhook.id) {
            try await database.transact {
                try $0.editWebhook(webhook.id, to: wanted, by: order.author, at: order.now)
            }
        }
        journal.webhookOrder("was changed, to \(reading.host)", webhook: edited.id, by: order.author.name)
        return try .json(try await entry(edited, order))
    }

    func removeWebhook(_ request: Request, _ order: Order) async throws -> Response {
        let webhook = try await webhook(order)
        try await refusing(webhook.id) {
            try await database.transact {
                try $0.removeWebhook(webhook.id, by: order.author, at: order.now)
            }
        }
        journal.webhookOrder("was removed", webhook: webhook.id, by: order.author.name)
        return try .json(Done(sentence: "Nothing is sent to \(webhook.wish.url) any more by \(webhook.id)."))
    }

    func rotateWebhook(_ request: Request, _ order: Order) async throws -> Response {
        let webhook = try await webhook(order)
        let seconds = try Self.overlap(try await request.body(as: WebhookRotation.self).overlap)
        let key = WebhookSecretKey(random: Randomness.bytes(WebhookSecretKey.length))
        let until = seconds == 0 ? nil : order.now.addingTimeInterval(Double(seconds))
        let rotated = try await refusing(webhook.id) {
            try await database.transact {
                try $0.rotateWebhook(
                    webhook.id, secret: key.text, earlierUntil: until, by: order.author, at: order.now)
            }
        }
        journal.webhookOrder("got a new secret", webhook: webhook.id, by: order.author.name)
        return try .json(WebhookSecret(webhook: try await entry(rotated, order), secret: key.text))
    }

    /// A day without a word, at most a month: a secret that signs for ever is not rotated.
    private static func overlap(_ text: String?) throws -> Int {
        let (standard, longest) = (86_400, 30 * 86_400)
        guard let text else { return standard }
        let seconds: Int
        do { seconds = try Span(parsing: text).seconds } catch {
            throw OrderRefusal.findings([.init(field: "overlap", problem: error.sentence)])
        }
        guard seconds <= longest else {
            throw OrderRefusal.findings([.init(field: "overlap", problem: "It is 30 days at most.")])
        }
        return seconds
    }

    func enableWebhook(_ request: Request, _ order: Order) async throws -> Response {
        let webhook = try await webhook(order)
        let enabled = try await refusing(webhook.id) {
            try await database.transact {
                try $0.enableWebhook(webhook.id, by: order.author, at: order.now)
            }
        }
        journal.webhookOrder("was enabled", webhook: webhook.id, by: order.author.name)
        return try .json(try await entry(enabled, order))
    }

    func disableWebhook(_ request: Request, _ order: Order) async throws -> Response {
        let webhook = try await webhook(order)
        let disabled = try await refusing(webhook.id) {
            try await database.transact {
                try $0.disableWebhook(webhook.id, by: order.author, at: order.now)
            }
        }
        journal.webhookOrder("was disabled", webhook: webhook.id, by: order.author.name)
        return try .json(try await entry(disabled, order))
    }

    /// The webhook that the path names, for those who may.
    func webhook(_ order: Order) async throws -> Webhook {
        try Self.mayUseWebhooks(order)
        let id = try order.parameter("webhook")
        guard let webhook = try await database.read({ try $0.webhook(id: id) }) else {
            throw OrderRefusal(.unknown, id: id)
        }
        return webhook
    }

    private func entry(_ webhook: Webhook, _ order: Order) async throws -> WebhookEntry {
        WebhookEntry(webhook, newest: try await database.read { try $0.newestEvent() }, now: order.now)
    }

    func refusing<Value: Sendable>(
        _ id: String, _ body: () async throws -> Value
    ) async throws -> Value {
        do { return try await body() } catch let refusal as WebhookRefusal {
            throw OrderRefusal(refusal, id: id)
        }
    }

    private static func mayUseWebhooks(_ order: Order) throws {
        guard order.mayDecide else {
            throw OrderRefusal.forbidden(
                "A webhook sends company data out, and this token may not decide that. Its line in the "
                    + "tokens file would end in :\(APITokens.decide), or take the control socket.")
        }
    }
}

/// What somebody wants of a webhook, read: everything that is wrong with it at once.
struct WebhookReading {
    private let url: String
    private(set) var host = ""
    var kinds = KindFilter.all
    var connector: Int64?
    private var findings: [Problem.Finding] = []

    init(url: String) {
        self.url = url
        do { host = try ReceiverAddress(parsing: url).host } catch {
            findings.append(.init(field: "url", problem: error.sentence))
        }
    }

    mutating func read(kinds patterns: [String]?) {
        kinds = KindFilter(patterns: patterns ?? [])
        for stranger in kinds.strangers(among: EventKind.all) {
            let hint = OrderRefusal.hint(stranger, among: EventKind.all)
            findings.append(
                .init(
                    field: "kinds",
                    problem: "No event is called \"\(stranger)\", nor begins so with a dot at the end.\(hint)"
                ))
        }
    }

    mutating func read(connector name: String?, for routes: ControlRoutes, _ order: Order) async throws {
        connector = nil
        if let name, name != "*" { connector = try await routes.facts(of: name, now: order.now).connector.id }
    }

    func wish() throws -> WebhookWish {
        guard findings.isEmpty else { throw OrderRefusal.findings(findings) }
        return WebhookWish(url: url, connectorID: connector, kinds: kinds)
    }
}

extension OrderRefusal {
    init(_ refusal: WebhookRefusal, id: String) {
        switch refusal {
        case .unknown: self = .notFound("There is no webhook \(id). The list: qbsyncctl webhook list")
        case .tooMany:
            self = .conflict(
                "There are \(Webhook.most) webhooks already, which is all that are served. Remove one.")
        case .disabled:
            self = .conflict("The webhook is disabled, so nothing is sent: qbsyncctl webhook enable ID")
        case .noSuchEvent:
            self = .gone("There is no such event, or it is kept no longer: qbsyncctl webhook deliveries ID")
        }
    }
}
