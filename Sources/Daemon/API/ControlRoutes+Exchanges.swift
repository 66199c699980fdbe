import API
import FoundationEssentials
import Hummingbird
import NIOPosix
import QBXML
import Store
import Sync

/// What the Web Connector and we said to each other.
extension ControlRoutes {
    /// A page ends with the document that makes it this long.
    private static let exchangeBytes = 8 << 20

    func exchanges(_ request: Request, _ order: Order) async throws -> Response {
        var reading = QueryReading(request, known: ["unredacted", "limit", "after"])
        let isRedacted = reading.either("unredacted", otherwise: false) == false
        let limit = reading.integer("limit", in: 1...1000).map(Int.init) ?? 100
        let after = reading.integer("after", in: 0 ... .max) ?? 0
        try reading.end()
        let connector = try await facts(of: order.parameter("connector"), now: order.now).connector
        let number = try await conversation(order.parameter("conversation"), of: connector.id, connector.name)
        if !isRedacted {
            // First the line, then the books.
            try await told(order, number, of: connector.name, after: after)
        }
        let rows = try await database.read {
            try $0.exchanges(
                conversation: number, after: after, limit: limit + 1, bytes: Self.exchangeBytes)
        }
        let length = rows.reduce(0) { $0 + $1.side.document.bytes - $1.side.document.leftOut }
        let shown = rows.prefix(limit)
        let isMore = rows.count > limit || length >= Self.exchangeBytes
        // Some tenths of a second for a long page: not on a thread that answers calls.
        let entries = try await NIOThreadPool.singleton.runIfActive {
            shown.map { ExchangeEntry($0, isRedacted: isRedacted) }
        }
        return try .json(
            ExchangePage(
                conversation: number, isRedacted: isRedacted, exchanges: entries,
                next: isMore ? shown.last?.number : nil))
    }

    /// For how long one line stands for further pages: whoever it names may have read all of them.
    private static let readingTime: TimeInterval = 3600

    /// Leaves a line that the conversation was read; a later page of what the same author began to read
    /// lately adds none.
    private func told(_ order: Order, _ number: Int64, of connector: String, after: Int64) async throws {
        let subject = "conversation \(number)"
        if after > 0 {
            let lines = try await database.read {
                try $0.audit(
                    connector: connector, since: order.now.addingTimeInterval(-Self.readingTime), limit: 1000)
            }
            let isTold = lines.contains {
                $0.action == .readExchanges && $0.subject == subject && $0.author == order.author
            }
            if isTold { return }
        }
        try await database.transact { transaction in
            try transaction.audit(
                order.author, .readExchanges, connector: connector, subject: subject,
                detail: after > 0 ? "unredacted, from behind exchange \(after)" : "unredacted",
                at: order.now)
        }
        journal.order(
            "the exchanges of \(subject) were read unredacted", connector: connector, by: order.author.name)
    }

    /// By its number, or the last one of which something is kept.
    private func conversation(_ text: String, of connector: Int64, _ name: String) async throws -> Int64 {
        if text == "last" {
            let last = try await database.read {
                try $0.newestConversationWithExchanges(connector: connector)
            }
            guard let last else {
                throw OrderRefusal.notFound(
                    "Nothing of any conversation of \(name) is kept: none was there lately, or [exchanges] "
                        + "keep is \"0s\".")
            }
            return last
        }
        let number = Int64(text)
        let isThere = try await database.read { snapshot in
            try number.map { try snapshot.isConversation($0, of: connector) } ?? false
        }
        guard let number, isThere else {
            throw OrderRefusal.notFound(
                "\(name) has no conversation \(text). Their numbers are shown by: qbsyncctl history \(name)")
        }
        return number
    }
}

extension ExchangeEntry {
    init(_ row: ExchangeRow, isRedacted: Bool) {
        let document = row.side.document
        let text = document.unpacked()
        func shown(_ bytes: [UInt8]?) -> String? {
            guard let bytes, !bytes.isEmpty else { return nil }
            return String(decoding: isRedacted ? Redactor.redacted(bytes) : bytes, as: UTF8.self)
        }
        self.init(
            number: row.number, at: row.at, operation: row.operation, direction: row.direction.rawValue,
            details: row.side.details.sorted { $0.key < $1.key }.map { name, value in
                ExchangeDetail(
                    name: name,
                    value: isRedacted && !Self.plainDetails.contains(name)
                        ? Redactor.mark(value.unicodeScalars.count) : value)
            }, bytes: document.bytes, leftOut: document.leftOut, document: shown(text?.beginning),
            ending: shown(text?.ending))
    }

    /// Those that tell nothing about the company. Messages and paths may hold its name.
    private static let plainDetails: Set = [
        "user", "country", "qbxml_version", "hresult", "percent", "directive", "wait_seconds",
        "minimum_interval_seconds", "version",
    ]
}
