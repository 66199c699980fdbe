import API
import FoundationEssentials
import Hummingbird
import QBXML
import Sync
import Timetable
import Store

extension ControlRoutes {
    /// SA-5, CB-19: the next check-in starts it, or the answer says why not yet.
    func forceSync(_ request: Request, _ order: Order) async throws -> Response {
        let wish = try await request.body(as: ForceSync.self)
        var facts = try await facts(of: order.parameter("connector"), now: order.now)
        let name = facts.connector.name
        if let refusal = ForceOutlook.refusal(facts, now: order.now) { throw OrderRefusal.conflict(refusal) }
        facts.history.forced = try await database.transact { transaction in
            try transaction.force(name, duringShutdown: wish.duringShutdown, by: order.author, at: order.now)
        }
        journal.order("a sync was forced", connector: name, by: order.author.name)
        let outlook = ForceOutlook(facts, now: order.now)
        let status = ConnectorStatus(facts, now: order.now)
        return try .json(
            ForceReceipt(
                starts: outlook.starts, sentence: outlook.sentence, nextCheckIn: status.nextCheckIn,
                after: status.dots.last?.number))
    }

    /// SA-6: the category in progress is finished first.
    func stop(_ request: Request, _ order: Order) async throws -> Response {
        let facts = try await facts(of: order.parameter("connector"), now: order.now)
        let name = facts.connector.name
        let stopped = try await database.transact { transaction in
            try transaction.stop(name, by: order.author, at: order.now)
        }
        guard stopped.isRunning || stopped.withdrewForce else {
            throw OrderRefusal.conflict("No sync of \(name) is running, so there is nothing to stop.")
        }
        journal.order("the running sync is to stop", connector: name, by: order.author.name)
        guard stopped.isRunning else {
            return try .json(Done(sentence: "The forced sync of \(name) was taken back."))
        }
        let running = facts.open?.agenda.steps.first { $0.state == .running }
        guard let running else {
            return try .json(Done(sentence: "The sync stops before its next category."))
        }
        let category = Category.title(of: running.category).lowercased()
        return try .json(Done(sentence: "The sync finishes \(category) and stops then."))
    }

    func pause(_ request: Request, _ order: Order) async throws -> Response {
        let wish = try await request.body(as: PauseOrder.self)
        if let until = wish.until, until <= order.now {
            throw OrderRefusal.findings([.init(field: "until", problem: "The time lies in the past.")])
        }
        let facts = try await facts(of: order.parameter("connector"), now: order.now)
        let name = facts.connector.name
        let pause = try await database.transact { transaction in
            try transaction.pause(name, until: wish.until, by: order.author, at: order.now)
        }
        let sentence = Reason.paused(pause).sentence(in: facts.connector.rule.zone, now: order.now)
        journal.order(sentence, connector: name, by: order.author.name)
        let running = "The running sync goes on to its end; to end it: qbsyncctl stop \(name)"
        return try .json(Done(sentence: sentence, warnings: facts.open == nil ? [] : [running]))
    }

    func resume(_ request: Request, _ order: Order) async throws -> Response {
        let name = try await facts(of: order.parameter("connector"), now: order.now).connector.name
        let wasPaused = try await database.transact { transaction in
            try transaction.resume(name, by: order.author, at: order.now)
        }
        guard wasPaused else {
            return try .json(Done(sentence: "\(name) is not paused; there is nothing to do."))
        }
        journal.order("was resumed", connector: name, by: order.author.name)
        return try .json(Done(sentence: "\(name) syncs again from its next check-in."))
    }
}
