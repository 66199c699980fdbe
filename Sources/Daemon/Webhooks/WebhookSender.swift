import FoundationEssentials
import ServiceLifecycle
import Store
import Sync
import Systemd
import Logging

/// Sends events to webhooks, each webhook's in the order of their numbers and at least once.
///
/// Each webhook has a lane of its own, so that a slow receiver holds nobody but itself; there are as many as
/// the store lets webhooks be. A lane sleeps until a commit brings something or a try is due. What is sent is
/// settled after the answer: a daemon that is killed in between sends it again.
struct WebhookSender: Service {
    let database: SyncDatabase
    let journal: Journal
    let now: @Sendable () -> Date
    var jitter: @Sendable () -> Double = { Randomness.jitter() }
    /// Seconds for one exchange.
    var limit = WebhookClient.standardLimit

    /// How long a delivery in flight may take when the daemon stops: systemd expects us gone in five seconds.
    private static let grace = Duration.seconds(2)
    /// After a fault of the database, so that a full disk is not answered with a flood of deliveries.
    private static let faultPause = Duration.seconds(30)
    /// A wall clock that was set while a lane slept is noticed after this at the latest.
    private static let longestSleep: Double = 60
    /// Webhooks are made now and then, commits come by the thousand: those of this time are looked at
    /// together.
    private static let gathering = Duration.milliseconds(250)
    /// Events that were passed in memory before the row is moved.
    private static let passedInMemory: Int64 = 1000

    func run() async throws {
        let now = now
        try await WebhookClient.session(now: now, limit: limit) { client in
            await cancelWhenGracefulShutdown { await serveAll(client) }
        }
    }

    /// A lane for each webhook there is, and for each that is made.
    private func serveAll(_ client: WebhookClient) async {
        await withDiscardingTaskGroup { lanes in
            var known: Set<String> = []
            while !Task.isCancelled {
                let mark = database.taskMark
                do {
                    let ids = Set(try await database.read { try $0.webhookIDs() })
                    for id in ids.subtracting(known) { lanes.addTask { await serve(id, client) } }
                    // An ID is never given twice, and the lane of one that is gone ends by itself.
                    known = ids
                    await database.waitForTask(after: mark)
                    try await Task.sleep(for: Self.gathering)
                } catch {
                    await rest(after: error)
                }
            }
        }
    }

    private func serve(_ id: String, _ client: WebhookClient) async {
        var seen: Int64 = 0
        while !Task.isCancelled {
            let mark = database.taskMark
            do {
                let (time, passed) = (now(), seen)
                let found = try await database.read { try $0.lookAtWebhook(id, now: time, seen: passed) }
                guard let look = found else { return }
                seen = look.seen
                if let turn = look.turn {
                    try await carry(turn, client)
                    continue
                }
                if look.seen - look.cursor >= Self.passedInMemory {
                    let passed = look.seen
                    try await database.transact { try $0.passWebhook(id, to: passed) }
                }
                if !look.isUnfinished { await wait(after: mark, until: look.next) }
            } catch {
                await rest(after: error)
            }
        }
    }

    /// A stop lets it end, for a little while: a receiver need not get it twice for that.
    private func carry(_ turn: WebhookTurn, _ client: WebhookClient) async throws {
        let delivery = Task { try await deliver(turn, client) }
        try await withTaskCancellationHandler {
            try await delivery.value
        } onCancel: {
            Task {
                try? await Task.sleep(for: Self.grace)
                delivery.cancel()
            }
        }
    }

    private func deliver(_ turn: WebhookTurn, _ client: WebhookClient) async throws {
        let letter = try WebhookLetter(turn, at: now())
        guard let reply = await client.post(letter) else { return }
        let (jitter, time) = (jitter(), now())
        let verdict = try await database.transact {
            try $0.settle(turn, reply, jitter: jitter, at: time)
        }
        let host = (try? ReceiverAddress(parsing: turn.webhook.wish.url))?.host ?? "its receiver"
        switch verdict {
        case .disabled(let reason):
            journal.webhookDisabled(turn.webhook.id, host: host, because: reason.sentence)
        case .givenUp: journal.webhookGaveUp(turn.webhook.id, host: host, event: turn.event.number)
        case .delivered, .retry, nil: break
        }
    }

    private func wait(after mark: UInt64, until next: Date?) async {
        guard let next else { return await database.waitForTask(after: mark) }
        let seconds = min(Self.longestSleep, max(0, next.timeIntervalSince(now())))
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await database.waitForTask(after: mark) }
            // It only ends early when the other one has.
            tasks.addTask { try? await Task.sleep(for: .seconds(seconds)) }
            await tasks.next()
            tasks.cancelAll()
        }
    }

    private func rest(after error: any Error) async {
        if Task.isCancelled { return }
        journal.service(.error, "A webhook cannot be served and rests for a while: \(error)", .storeFault)
        try? await Task.sleep(for: Self.faultPause)
    }
}
