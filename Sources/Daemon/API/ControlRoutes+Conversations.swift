import API
import FoundationEssentials
import Hummingbird
import Sync
import Store

extension ControlRoutes {
    func history(_ request: Request, _ order: Order) async throws -> Response {
        let id = try await facts(of: order.parameter("connector"), now: order.now).connector.id
        let limit = try order.limit(request, otherwise: 10)
        let rows = try await database.read { try $0.history(connector: id, limit: limit) }
        return try .json(rows.map(ConversationEntry.init))
    }

    func activity(_ request: Request, _ order: Order) async throws -> Response {
        let id = try await facts(of: order.parameter("connector"), now: order.now).connector.id
        let limit = try order.limit(request, otherwise: 50)
        let rows = try await database.read { try $0.activity(connector: id, limit: limit) }
        return try .json(
            rows.map { row in
                ActivityEntry(
                    number: row.number, at: row.at, kind: row.kind, id: row.id, name: row.name,
                    operation: row.operation.rawValue, conversation: row.conversation)
            })
    }

    func messages(_ request: Request, _ order: Order) async throws -> Response {
        let id = try await facts(of: order.parameter("connector"), now: order.now).connector.id
        let (rows, troubled, count, webhooks, stuck) = try await database.read { snapshot in
            (
                try snapshot.messages(connector: id),
                try snapshot.troubledRequests(connector: id, limit: Self.requestMessages),
                try snapshot.troubledRequestCount(connector: id),
                try snapshot.troubledWebhooks(connector: id),
                try snapshot.stuckRequests(connector: id, limit: Self.requestMessages)
            )
        }
        return try .json(
            webhooks.map { MessageEntry($0) } + troubled.map { MessageEntry($0) }
                + [MessageEntry(untold: count - troubled.count, behind: troubled.last)].compactMap { $0 }
                + stuck.map { MessageEntry($0) }
                + rows.map { row in
                    MessageEntry(
                        category: row.category, kind: row.kind, id: row.id, name: row.name,
                        sentence: row.sentence, since: row.since, lastSeenAt: row.lastSeenAt)
                })
    }

    /// More of them are read in the list of requests.
    private static let requestMessages = 1000

    func responses(_ request: Request, _ order: Order) async throws -> Response {
        let id = try await facts(of: order.parameter("connector"), now: order.now).connector.id
        let rows = try await database.read { try $0.keptResponses(connector: id) }
        return try .json(
            rows.map { row in
                KeptResponse(
                    number: row.number, conversation: row.conversation, category: row.category,
                    receivedAt: row.receivedAt, bytes: row.bytes, reason: row.reason ?? Reprocessing.untried)
            })
    }

    /// Tries a kept answer again, for example after an upgrade that can read it.
    func reprocess(_ request: Request, _ order: Order) async throws -> Response {
        let text = try order.parameter("number")
        let found = try await database.read { snapshot -> Reprocessing? in
            guard let number = Int64(text),
                let kept = try snapshot.keptResponses().first(where: { $0.number == number }),
                let connector = try snapshot.connectorFacts(named: kept.connector).first
            else { return nil }
            let position = try kept.category.flatMap { try snapshot.position(of: $0, ticket: kept.ticket) }
            return Reprocessing(kept: kept, connector: connector.connector.id, position: position)
        }
        guard let found, let body = try await found.text(in: database) else {
            throw OrderRefusal.notFound("There is no kept response \(text).")
        }
        let (reading, records) = try await found.read(body, database)
        let page = try found.page(at: order.now)
        let old = try await database.transact(isBig: body.isOnDisk) { transaction in
            let news = try FreshRecords(records, of: reading, page, in: transaction)
            try transaction.apply(page.ingesting(reading), records: news)
            try transaction.settleResponse(found.kept.number, .processed)
            try transaction.audit(
                order.author, .reprocessResponse, connector: found.kept.connector, subject: text,
                at: order.now)
            return news.staleCount
        }
        body.keep(false)
        let stored = reading.answers.reduce(0) { $0 + $1.recordCount } - old
        let rest = old == 0 ? "" : " \(old) were read newer since and stay as they are."
        return try .json(
            Done(sentence: "\(stored) records of response \(text) are in the mirror now.\(rest)"))
    }
}
