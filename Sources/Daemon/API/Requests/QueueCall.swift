import API
import FoundationEssentials
import QBXML
import Store
import Sync

/// One call that queues requests, from its bytes to its receipt.
struct QueueCall: Sendable {
    let connector: String
    let body: [UInt8]
    let options: QueueOptions
    let author: Author
    let now: Date
    let digest: String

    /// More requests than this are no small change, and let small ones go first.
    private static let bigCall = 200

    init(
        connector: String, body: [UInt8], options: QueueOptions, by author: Author, at now: Date
    ) {
        self.connector = connector
        self.body = body
        self.options = options
        self.author = author
        self.now = now
        digest = RequestIntake.digest(body, options)
    }

    /// What has to be known before the body is looked at.
    struct Facts: Sendable {
        var connector: Connector
        var known: KnownQuickBooks
        var settings: [String: CategorySetting]
        /// A call that came before gets its receipt, whatever was set otherwise since.
        var earlier: QueueReceipt?
    }

    func facts(_ snapshot: Snapshot) throws -> Facts {
        guard let found = try snapshot.connector(named: connector) else {
            throw OrderRefusal.unknownConnector(
                connector, among: try snapshot.connectorFacts().map(\.connector.name))
        }
        return Facts(
            connector: found, known: try snapshot.knownQuickBooks(connector: found.id),
            settings: try snapshot.categorySettings(connector: found.id),
            earlier: try options.key.flatMap {
                try snapshot.queued(key: $0, digest: digest, connector: found)
            })
    }

    /// - Throws: the refusal with everything that is wrong.
    func intake(_ facts: Facts) throws -> RequestIntake {
        let intake = try RequestIntake(body, options, facts.known)
        try intake.accept(facts.settings)
        return intake
    }

    typealias Outcome = (receipt: QueueReceipt, warnings: [CheckFinding])

    /// All of it is queued, or nothing.
    func queue(in database: SyncDatabase) async throws -> Outcome {
        // A trip to a reader and back would keep the caller waiting for longer than the look takes.
        if body.count <= ShortCall.bytes {
            return try await database.transact { transaction -> Outcome in
                let facts = try self.facts(transaction)
                if let earlier = facts.earlier { return (earlier, []) }
                let intake = try self.intake(facts)
                let order = self.order(intake, intake.requests(at: now))
                return try queue(order, intake, facts.connector, transaction)
            }
        }
        let facts = try await database.read { try self.facts($0) }
        if let earlier = facts.earlier { return (earlier, []) }
        let intake = try self.intake(facts)
        let parts = ProcessInfo.processInfo.activeProcessorCount
        let order = self.order(intake, await intake.requests(at: now, parts: parts))
        return try await database.transact(isBig: order.requests.count > Self.bigCall) {
            try queue(order, intake, facts.connector, $0)
        }
    }

    private func order(_ intake: RequestIntake, _ requests: [QueuedRequest]) -> QueueOrder {
        QueueOrder(
            requests: requests, key: options.key, digest: digest, after: options.after,
            isChained: intake.isChained, priority: options.priority, notBefore: options.notBefore,
            expiresAt: options.expiresAt, reference: options.reference)
    }

    private func queue(
        _ order: QueueOrder, _ intake: RequestIntake, _ connector: Connector, _ transaction: Transaction
    ) throws -> Outcome {
        let receipt = try transaction.queue(order, connector: connector, by: author, at: now)
        // All or nothing: what was begun for a call that is refused is taken back.
        if case .unknownParents(let ids) = receipt { throw refusal(ofUnknown: ids, intake) }
        return (
            receipt, intake.warnings + intake.warnings(of: try hindrances(intake, connector, transaction))
        )
    }

    // MARK: What is waited for

    private func refusal(ofUnknown ids: [String], _ intake: RequestIntake) -> OrderRefusal {
        let asked = ids.filter(Set(options.after).contains)
        // What is wrong with the options is told first, in words of their own.
        if asked.isEmpty, let refusal = intake.refusal(ofUnknown: Set(ids)) { return refusal }
        return .unknownParents(asked.isEmpty ? ids : asked)
    }

    /// Of a call that is only tried: what it waits for is there, as it would have to be.
    ///
    /// - Returns: what it is warned of.
    func review(_ intake: RequestIntake, _ connector: Connector, _ snapshot: Snapshot) throws
        -> [CheckFinding]
    {
        let named = options.after + intake.sources
        let unknown = try named.filter { try parent($0, connector, snapshot) == nil }
        if !unknown.isEmpty { throw refusal(ofUnknown: unknown, intake) }
        return intake.warnings + intake.warnings(of: try hindrances(intake, connector, snapshot))
    }

    /// What is waited for and will not succeed by itself, under the ID that was named.
    private func hindrances(
        _ intake: RequestIntake, _ connector: Connector, _ snapshot: Snapshot
    ) throws -> [String: RequestRow] {
        var found: [String: RequestRow] = [:]
        for id in options.after + intake.sources where found[id] == nil {
            guard let parent = try parent(id, connector, snapshot) else { continue }
            found[id] = parent.isLost ? parent : try snapshot.waiting(parent, nil).hindrance
        }
        return found
    }

    private func parent(_ id: String, _ connector: Connector, _ snapshot: Snapshot) throws -> RequestRow? {
        try snapshot.requestRow(id: id).flatMap { $0.connectorID == connector.id ? $0 : nil }
    }
}
