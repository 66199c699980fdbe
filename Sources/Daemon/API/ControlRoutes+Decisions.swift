import API
import FoundationEssentials
import Hummingbird
import Store
import Sync

/// What people decide about requests.
extension ControlRoutes {
    func cancelRequest(_ request: Request, _ order: Order) async throws -> Response {
        try await decide(.cancel, "was cancelled", order)
    }

    func retryRequest(_ request: Request, _ order: Order) async throws -> Response {
        try await decide(.retry, "is tried again", order)
    }

    func dismissRequest(_ request: Request, _ order: Order) async throws -> Response {
        try await decide(.dismiss, "was dismissed", order)
    }

    func linkRequest(_ request: Request, _ order: Order) async throws -> Response {
        let wish = try await request.body(as: RequestLink.self)
        let done = wish.id.map { "was linked to \($0)" } ?? "was confirmed"
        return try await decide(.link(id: wish.id), done, order)
    }

    func resendRequest(_ request: Request, _ order: Order) async throws -> Response {
        try await decide(.resend, "is sent again", order, warning: Self.doubling)
    }

    func dropRequest(_ request: Request, _ order: Order) async throws -> Response {
        try await decide(.drop, "was dropped", order, warning: Self.letting)
    }

    /// Other content for a request that has not reached QuickBooks: checked as a new one is.
    func editRequest(_ request: Request, _ order: Order) async throws -> Response {
        let id = try order.parameter("request")
        let options = try QueueOptions(request, now: order.now, known: QueueOptions.ofEdit)
        let body = Array(try await request.collectedBody(upTo: Self.queueLimit).readableBytesView)
        let facts = try await database.read { snapshot in
            guard let row = try snapshot.requestRow(id: id) else { throw OrderRefusal.unknownRequest(id) }
            return (
                known: try snapshot.knownQuickBooks(connector: row.connectorID),
                settings: try snapshot.categorySettings(connector: row.connectorID),
                links: try snapshot.links(of: row.number)
            )
        }
        let intake = try RequestIntake(body, options, facts.known, keeping: facts.links)
        try intake.accept(facts.settings)
        let edited = intake.requests(at: order.now, of: id)
        guard edited.count == 1, let first = edited.first else {
            throw OrderRefusal.conflict("One request takes the place of one; here are \(edited.count).")
        }
        let row: RequestRow
        do {
            row = try await database.transact { transaction in
                try transaction.edit(request: id, to: first, by: order.author, at: order.now)
            }
        } catch let refusal as DecisionRefusal {
            throw OrderRefusal(refusal, id: id)
        }
        journal.order("request \(id) was edited", connector: row.connector, by: order.author.name)
        return try await receipt(row, intake.warnings.map(\.problem), order)
    }

    func releaseSource(_ request: Request, _ order: Order) async throws -> Response {
        let source = try order.parameter("source")
        guard order.mayDecide else { throw Self.mayNotDecide }
        let connector = try await facts(of: order.parameter("connector"), now: order.now).connector
        let isReleased = try await database.transact { transaction in
            try transaction.release(source: source, connector: connector, by: order.author, at: order.now)
        }
        guard isReleased else {
            throw OrderRefusal.conflict("\(source) was not stopped for \(connector.name).")
        }
        journal.order("source \(source) was released", connector: connector.name, by: order.author.name)
        return try .json(
            ReleasedSource(source: source, sentence: "Requests of \(source) go out again."))
    }

    private static let mayNotDecide = OrderRefusal.forbidden(
        "This token may not decide what became of a request, nor let a stopped source go on. Its line in the "
            + "tokens file would end in :\(APITokens.decide), or take the control socket.")

    private static let doubling =
        "If it was carried out after all, sending it again does it twice. Until the Web Connector comes for "
        + "it, it can be cancelled."
    private static let letting =
        "Nobody will find out whether it was carried out. Sending the same anew does it twice if it was."

    private func decide(
        _ decision: RequestDecision, _ done: String, _ order: Order, warning: String? = nil
    ) async throws -> Response {
        let id = try order.parameter("request")
        if decision.settlesDoubt, !order.mayDecide {
            throw Self.mayNotDecide
        }
        let row: RequestRow
        do {
            row = try await database.transact { transaction in
                try transaction.decide(decision, request: id, by: order.author, at: order.now)
            }
        } catch let refusal as DecisionRefusal {
            throw OrderRefusal(refusal, id: id)
        }
        journal.order("request \(id) \(done)", connector: row.connector, by: order.author.name)
        return try await receipt(row, warning.map { [$0] } ?? [], order)
    }

    private func receipt(_ row: RequestRow, _ warnings: [String], _ order: Order) async throws -> Response {
        let entries = try await database.read { try $0.entries([row], now: order.now) }
        return try .json(entries.first.map { DecisionReceipt(request: $0, warnings: warnings) })
    }
}

extension RequestDecision {
    /// Says what became of the books, which only somebody who looked into them can know.
    fileprivate var settlesDoubt: Bool {
        switch self {
        case .cancel, .retry, .dismiss: false
        case .link, .resend, .drop: true
        }
    }
}

extension OrderRefusal {
    fileprivate init(_ refusal: DecisionRefusal, id: String) {
        switch refusal {
        case .unknownRequest: self = .unknownRequest(id)
        case .notNow(_, let sentence): self = .conflict(sentence)
        case .otherRequest(let own, let wanted):
            self = .conflict(
                "It is a request \(own) and stays one; for \(wanted), cancel or dismiss it and queue anew.")
        case .unknownSources(let ids):
            self = .conflict(
                "It takes values from requests that are not there: \(ids.joined(separator: ", ")).")
        case .circular(let ids):
            self = .conflict(
                "It takes values from requests that wait for it: \(ids.joined(separator: ", ")).")
        case .takenRecord(let kind, let record, let maker):
            self = .conflict(
                "\(kind) \(record) came of another request, \(maker), and so not of this one. Link another "
                    + "record, send this request again, or drop it.")
        case .recordNotNamed(let kind):
            self = .conflict(
                "Which \(kind) came of it has to be said: qbsyncctl request link \(id) RECORD. Its ID: "
                    + "qbsyncctl request show \(id), or qbsyncctl records \(kind)")
        case .noSuchRecord(let kind, let record):
            self = .conflict(
                "The mirror has no \(kind) \(record). Read it first (qbsyncctl sync NAME), or take another "
                    + "ID: qbsyncctl records \(kind)")
        case .seemsThere(let kind, let record, let connector):
            self = .conflict(
                "\(kind) \(record) has the ExternalGUID of this request, so it was carried out: qbsyncctl "
                    + "request link \(id) \(record). If QuickBooks does not have that record any more, let "
                    + "the mirror learn it first: qbsyncctl verify \(connector)")
        }
    }
}
