import API
import FoundationEssentials
import Hummingbird
import QBXML
import Store
import Sync

/// The requests that there are, and how they stand.
extension ControlRoutes {
    func listRequests(_ request: Request, _ order: Order) async throws -> Response {
        let connector = try await connector(order)
        var reading = QueryReading(request, known: ["state", "before", "limit"])
        var states: Set<Write.State> = []
        for word in reading.list("state") {
            if let state = Write.State(word: word) {
                states.insert(state)
            } else {
                reading.refuse(
                    "state", "\"\(word)\" is none of \(Write.State.words.joined(separator: ", ")).")
            }
        }
        let limit = reading.integer("limit", in: 1...1000).map(Int.init) ?? 50
        let before = reading.integer("before", in: 1 ... .max) ?? .max
        try reading.end()
        let chosen = states
        let page = try await database.read { snapshot in
            let rows = try snapshot.requests(
                connector: connector, states: chosen, before: before, limit: limit + 1)
            let shown = rows.prefix(limit)
            return RequestPage(
                requests: try snapshot.entries(Array(shown), now: order.now),
                next: rows.count > limit ? shown.last?.number : nil)
        }
        return try .json(page)
    }

    func showRequest(_ request: Request, _ order: Order) async throws -> Response {
        let id = try order.parameter("request")
        var reading = QueryReading(request, known: ["wait", "document"])
        let wait = reading.integer("wait", in: 0...QueueOptions.longestWait) ?? 0
        let withDocument = reading.choice("document", of: ["true", "false"]) == "true"
        try reading.end()
        if wait > 0 { _ = try await settled([id], within: .seconds(wait)) }
        let bytes = try await database.read { snapshot -> [UInt8] in
            guard let detail = try snapshot.requestDetail(id: id) else {
                throw OrderRefusal.unknownRequest(id, since: try snapshot.restoration()?.latest)
            }
            var writing = RecordWriting()
            try writing.account(
                detail, try snapshot.outlook(of: [detail.row], now: order.now),
                try snapshot.evidence(detail), withDocument: withDocument,
                check: try snapshot.verdict(detail))
            return writing.bytes
        }
        return .json(bytes)
    }
}

extension Snapshot {
    /// Requests of one connector, each with what it waits for.
    func entries(_ rows: [RequestRow], now: Date) throws -> [RequestEntry] {
        let outlook = try outlook(of: rows, now: now)
        return try rows.map { RequestEntry($0, try waiting($0, outlook)) }
    }

    /// What those of them wait for that wait; it is looked for only if one does.
    fileprivate func outlook(of rows: [RequestRow], now: Date) throws -> RequestOutlook? {
        guard let first = rows.first(where: { $0.state == .queued }) else { return nil }
        return try requestOutlook(connector: first.connector, now: now)
    }

    /// What the check thinks of a document that QuickBooks could not read: of the newest version that this
    /// QuickBooks is known to take.
    fileprivate func verdict(_ detail: RequestDetail) throws -> CheckReport? {
        guard detail.row.code == WriteEnd.FailureCode.unreadable.rawValue else { return nil }
        let known = try knownQuickBooks(connector: detail.row.connectorID)
        var options = CheckOptions(edition: known.edition)
        if let highest = known.highest { options.version = highest }
        options.links = try links(of: detail.row.number)
        let draft: Draft
        do { draft = try Draft(reading: detail.body) } catch {
            // It was read when it was queued.
            throw OrderRefusal.malformedBody(error.sentence)
        }
        return CheckReport(Checker.check(draft, options: options), around: [])
    }

    /// What may have come of a request, as it was found, with the records as the mirror has them now.
    fileprivate func evidence(_ detail: RequestDetail) throws -> [(head: JSON, record: [UInt8]?)] {
        guard let json = detail.candidates else { return [] }
        let found = try Wire.decode([CandidateEntry].self, from: Data(json))
        return try found.map { candidate in
            var head: JSON = ["kind": .text(candidate.kind), "id": .text(candidate.id)]
            head.put("name", candidate.name)
            head.put("time_created", candidate.timeCreated)
            let row = try record(
                connector: detail.row.connectorID, kind: candidate.kind, id: candidate.id)
            return (head, row?.json)
        }
    }
}

extension Write.State {
    /// In an address no state has a blank.
    fileprivate var word: String { self == .unknown ? "unknown" : rawValue }

    init?(word: String) {
        guard let state = Self.allCases.first(where: { $0.word == word || $0.rawValue == word }) else {
            return nil
        }
        self = state
    }

    static let words = allCases.map(\.word)
}

extension OrderRefusal {
    static func unknownRequest(_ id: String) -> OrderRefusal {
        .notFound("There is no request \(id). Those of a connector: qbsyncctl request list NAME")
    }

    /// Whoever asks after a request of a lost time must not take it for one that never was.
    static func unknownRequest(_ id: String, since restoration: Restoration?) -> OrderRefusal {
        guard let restoration else { return unknownRequest(id) }
        return .notFound(
            "There is no request \(id). On \(Timestamp.text(restoration.restoredAt)) the database was put "
                + "back to a copy of \(Timestamp.text(restoration.copiedAt)): if it was queued in between, "
                + "it may be in QuickBooks. Look there before you queue it again.")
    }
}
