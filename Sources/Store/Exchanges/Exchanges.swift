package import FoundationEssentials

/// One side of a call: what came, or what was said to it.
package struct ExchangeSide: Equatable, Sendable {
    package enum Direction: String, Sendable {
        case received, sent
    }

    /// What came or went beside a document: never a password, never a ticket.
    package var details: [String: String]
    package var document: KeptDocument

    package init(_ details: [String: String] = [:], document: KeptDocument = .none) {
        self.details = details
        self.document = document
    }
}

/// One side of a call as it is kept.
package struct ExchangeRow: Equatable, Sendable {
    package var number: Int64
    package var at: Date
    package var operation: String
    package var direction: ExchangeSide.Direction
    package var side: ExchangeSide
}

extension Transaction {
    /// Keeps both sides of a call, with the call itself: no commit more. Nothing happens for a ticket that
    /// nobody knows.
    package func keepExchange(
        _ operation: String, received: ExchangeSide, sent: ExchangeSide, ticket: String, at now: Date
    ) throws {
        guard let conversation = try conversationNumber(ticket: ticket) else { return }
        try keep(received, .received, operation, conversation, now)
        try keep(sent, .sent, operation, conversation, now)
    }

    private func keep(
        _ side: ExchangeSide, _ direction: ExchangeSide.Direction, _ operation: String,
        _ conversation: Int64, _ now: Date
    ) throws {
        let details = try Self.text(side.details)
        let document = side.document
        try execute(
            """
            INSERT INTO exchange (conversation, at, operation, direction, details, bytes, head, left_out,
                packing, body, stored)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """, conversation, now, operation, direction.rawValue, details, document.bytes, document.head,
            document.leftOut, document.packing.rawValue, document.body,
            Self.overhead + details.utf8.count + document.body.count)
    }

    /// Columns, index and the rest of a page, about.
    private static let overhead = 120

    private static func text(_ details: [String: String]) throws -> String {
        if details.isEmpty { return "{}" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(details), as: UTF8.self)
    }
}

extension Snapshot {
    /// What was said in a conversation, in order.
    ///
    /// - Parameters:
    ///   - after: rows with greater numbers only, to page on.
    ///   - bytes: no further row once the documents so far are that long.
    package func exchanges(
        conversation: Int64, after: Int64 = 0, limit: Int, bytes: Int = .max
    ) throws -> [ExchangeRow] {
        var rows: [ExchangeRow] = []
        var length = 0
        let statement = try statement(
            """
            SELECT number, at, operation, direction, details, bytes, head, left_out, packing, body
            FROM exchange WHERE conversation = ?1 AND number > ?2 ORDER BY number LIMIT ?3
            """)
        try statement.bind(conversation, after, limit)
        try statement.visitRows { row in
            let exchange = try ExchangeRow(&row)
            length += exchange.side.document.bytes - exchange.side.document.leftOut
            rows.append(exchange)
            return length < bytes
        }
        return rows
    }

    package func isConversation(_ number: Int64, of connector: Int64) throws -> Bool {
        try first(
            "SELECT 1 FROM conversation WHERE number = ?1 AND connector_id = ?2", number, connector
        ) { $0.next(Bool.self) } ?? false
    }

    /// The newest conversation of a connector of which something is kept.
    package func newestConversationWithExchanges(connector: Int64) throws -> Int64? {
        try first(
            """
            SELECT v.number FROM conversation AS v
            WHERE v.connector_id = ?1 AND EXISTS (SELECT 1 FROM exchange WHERE conversation = v.number)
            ORDER BY v.number DESC LIMIT 1
            """, connector
        ) { $0.next() }
    }
}

extension ExchangeRow {
    fileprivate init(_ row: inout Row) throws {
        number = row.next()
        at = row.next()
        operation = row.next()
        direction = try row.word()
        let text = row.next(String.self)
        guard let details = try? JSONDecoder().decode([String: String].self, from: Data(text.utf8)) else {
            throw row.unreadable(text)
        }
        side = ExchangeSide(
            details,
            document: KeptDocument(
                bytes: row.next(), head: row.next(), leftOut: row.next(), packing: try row.word(),
                body: row.next()))
    }
}
