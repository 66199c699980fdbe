import API
import FoundationEssentials
import Hummingbird
import QBXML
import Store
import Sync
import Timetable

/// What is asked for beside the ordinary sync. Each task comes with a forced sync, in one transaction: there
/// is no task that nothing will take up.
extension ControlRoutes {
    func verify(_ request: Request, _ order: Order) async throws -> Response {
        let wish = try await request.body(as: VerifyOrder.self)
        let facts = try await facts(of: order.parameter("connector"), now: order.now)
        var choice = CategoryChoice(try await unread(facts))
        let categories = choice.names(wish.categories, lacking: "is read whole by every sync") {
            $0.identity != .single
        }
        try choice.end()
        return try await take(
            .verify(wish.categories == nil ? [] : categories), facts, wish.duringShutdown ?? false, order)
    }

    func probe(_ request: Request, _ order: Order) async throws -> Response {
        let wish = try await request.body(as: ProbeOrder.self)
        let facts = try await facts(of: order.parameter("connector"), now: order.now)
        return try await take(.coverage, facts, wish.duringShutdown ?? false, order)
    }

    /// The most months of categories in one import: the agenda of a sync is read with each call.
    private static let sliceLimit = 3000

    func importRange(_ request: Request, _ order: Order) async throws -> Response {
        let wish = try await request.body(as: ImportOrder.self)
        let facts = try await facts(of: order.parameter("connector"), now: order.now)
        var choice = CategoryChoice(try await unread(facts))
        let categories = choice.names(wish.categories, lacking: "has no dates to import by", \.hasDates)
        let days = [("from", wish.from), ("to", wish.to)]
        for (field, day) in days where day.utf8.count != 10 || Stamp(day) == nil {
            choice.refuse(field, "\"\(day)\" is no day such as 2026-01-31.")
        }
        if choice.findings.isEmpty, wish.from > wish.to {
            choice.refuse("to", "\(wish.to) is before \(wish.from).")
        }
        try choice.end()
        let slices = categories.flatMap { ImportSlice.monthly($0, from: wish.from, to: wish.to) }
        if slices.count > Self.sliceLimit {
            choice.refuse(
                "from",
                "These are \(slices.count) months of categories; one import takes \(Self.sliceLimit). Ask "
                    + "for fewer years or fewer categories at once.")
        }
        try choice.end()
        return try await take(.dated(slices), facts, wish.duringShutdown ?? false, order)
    }

    /// SA-7, SA-8.
    func balanceReport(_ request: Request, _ order: Order) async throws -> Response {
        let wish = try await request.body(as: BalanceOrder.self, upTo: 16 << 20)
        let facts = try await facts(of: order.parameter("connector"), now: order.now)
        var choice = CategoryChoice(try await unread(facts))
        if let reason = choice.unread["customers"] { choice.refuse("balances", reason) }
        var known: Set<String> = []
        for (number, claim) in (wish.balances ?? []).enumerated() {
            if claim.customer.isEmpty { choice.refuse("balances.\(number).customer", "It is empty.") }
            if !known.insert(claim.customer.lowercased()).inserted {
                choice.refuse("balances.\(number).customer", "\(claim.customer) is given twice.")
            }
            if !claim.balance.isDecimal {
                choice.refuse(
                    "balances.\(number).balance", "\"\(claim.balance)\" is no decimal such as -1234.50.")
            }
        }
        try choice.end()
        let claims = (wish.balances ?? []).map {
            ClaimedBalance(customer: $0.customer, balance: $0.balance)
        }
        return try await take(.balanceReport(claims), facts, wish.duringShutdown ?? false, order)
    }

    // MARK: Taking

    private func unread(_ facts: ConnectorFacts) async throws -> [String: String] {
        let connector = facts.connector.id
        return try await database.read { try $0.unread(connector: connector) }
    }

    /// The task and the sync that takes it up, in one transaction.
    func take(
        _ kind: MirrorTask.Kind, _ facts: ConnectorFacts, _ duringShutdown: Bool, _ order: Order
    ) async throws -> Response {
        let connector = facts.connector
        let receipt = try await forced(facts, duringShutdown, order) { transaction in
            try transaction.ask(kind, connector: connector, by: order.author, at: order.now)
        }
        journal.order(
            "task \(receipt.task) was asked for: \(kind.title)", connector: connector.name,
            by: order.author.name)
        return try .json(receipt, status: .created)
    }

    /// - Parameter body: gives the number of the task that a sync is forced for.
    func forced(
        _ facts: ConnectorFacts, _ duringShutdown: Bool, _ order: Order,
        _ body: @Sendable @escaping (Transaction) throws -> Int64
    ) async throws -> TaskReceipt {
        if let refusal = ForceOutlook.refusal(facts, now: order.now) { throw OrderRefusal.conflict(refusal) }
        let name = facts.connector.name
        let (number, force) = try await database.transact { transaction in
            let number = try body(transaction)
            let force = try transaction.force(
                name, duringShutdown: duringShutdown, by: order.author, at: order.now)
            return (number, force)
        }
        var facts = facts
        facts.history.forced = force
        let outlook = ForceOutlook(facts, now: order.now)
        return TaskReceipt(
            task: number, starts: outlook.starts, sentence: outlook.sentence,
            nextCheckIn: ConnectorStatus(facts, now: order.now).nextCheckIn)
    }
}

extension String {
    fileprivate var isDecimal: Bool {
        var digits = self[...]
        if digits.first == "-" || digits.first == "+" { digits.removeFirst() }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count)
            && parts.allSatisfy { part in
                (1...15).contains(part.utf8.count) && part.utf8.allSatisfy { (48...57).contains($0) }
            }
    }
}
