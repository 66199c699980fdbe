import API
import Foundation
import ServiceLifecycle
import Sync
import Synchronization
import Testing

@testable import Daemon
@testable import Store

/// The sender over a store in memory, with a clock that the test moves.
@Suite("The sender of webhooks", .serialized, .timeLimit(.minutes(10)))
struct WebhookSenderTests {
    private final class Clock: Sendable {
        private let time = Mutex(MirrorScene.now)
        var now: Date { time.withLock { $0 } }
        func move(_ seconds: Double) { time.withLock { $0 = $0.addingTimeInterval(seconds) } }
    }

    private let scene: RequestScene
    private let clock = Clock()

    init() throws { scene = try RequestScene() }

    private func add(_ id: String, _ url: String, kinds: [String] = []) throws {
        let wish = WebhookWish(url: url, connectorID: nil, kinds: KindFilter(patterns: kinds))
        let secret = WebhookSecretKey(random: [UInt8](repeating: 1, count: 24)).text
        _ = try scene.database.transactNow {
            try $0.addWebhook(wish, id: id, secret: secret, by: Author(name: "ann"), at: MirrorScene.now)
        }
    }

    /// Runs the sender for as long as `body` does, and lets it end as it does at a stop.
    ///
    /// - Parameter stopping: what happens once the stop has begun.
    private func serve<Result: Sendable>(
        stopping: @Sendable @escaping () async -> Void = {},
        _ body: @Sendable @escaping () async throws -> Result
    ) async throws -> Result {
        let clock = clock
        let sender = WebhookSender(
            database: scene.database, journal: Journal(logger: ServedAPI.quiet), now: { clock.now },
            jitter: { 0.5 }, limit: 60)
        let group = ServiceGroup(
            configuration: .init(services: [.init(service: sender)], logger: ServedAPI.quiet))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let result: Result
            do { result = try await body() } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            await stopping()
            try await tasks.waitForAll()
            return result
        }
    }

    /// Waits until the log of a webhook has so many tries.
    private func log(_ id: String, _ count: Int) async throws -> [WebhookDelivery] {
        while true {
            let rows = try await scene.database.read { try $0.deliveries(webhook: id, limit: 99) }
            if rows.count >= count { return rows.reversed() }
            await Task.yield()
        }
    }

    @Test("sends each event once, in order, as soon as it is committed")
    func order() async throws {
        let receiver = Receiver()
        try await receiver.listen { url in
            try self.add("wh_1", url)
            try await self.serve {
                let id = try await self.scene.queued()
                _ = await receiver.first(1)
                _ = try await self.scene.decide("cancel", id)
                _ = try await self.scene.decide("retry", id)
                let letters = await receiver.first(3)
                #expect(letters.map(\.id) == ["evt_1", "evt_2", "evt_3"])
                #expect(
                    try letters.map { try $0.event().kind } == [
                        "request.queued", "request.cancelled", "request.queued",
                    ])
                let log = try await self.log("wh_1", 3)
                #expect(log.allSatisfy { $0.outcome == .delivered && $0.status == 200 && $0.attempt == 1 })
            }
        }
        #expect(receiver.letters.count == 3)
    }

    @Test("tries a refused event again when its time has come, and only then the one behind it")
    func retry() async throws {
        let receiver = Receiver([500, 503])
        try await receiver.listen { url in
            try self.add("wh_1", url)
            try await self.serve {
                let id = try await self.scene.queued()
                _ = try await self.log("wh_1", 1)
                // A commit wakes the lane, but it is not time yet.
                _ = try await self.scene.decide("cancel", id)
                self.clock.move(5)
                _ = try await self.scene.decide("retry", id)
                _ = try await self.log("wh_1", 2)
                self.clock.move(30)
                _ = try await self.scene.decide("cancel", id)
                let letters = await receiver.first(6)
                #expect(letters.map(\.id) == ["evt_1", "evt_1", "evt_1", "evt_2", "evt_3", "evt_4"])
                let log = try await self.log("wh_1", 6)
                #expect(log.map(\.attempt) == [1, 2, 3, 1, 1, 1])
                #expect(
                    log.prefix(3).map(\.at.timeIntervalSince1970).map { $0 - log[0].at.timeIntervalSince1970 }
                        == [0, 5, 35])
            }
        }
    }

    @Test("a receiver that does not answer holds nobody but itself")
    func sideBySide() async throws {
        let (slow, quick) = (Receiver(isHolding: true), Receiver())
        try await slow.listen { slowly in
            try await quick.listen { quickly in
                try self.add("wh_slow", slowly)
                try self.add("wh_quick", quickly, kinds: ["request.cancelled"])
                try await self.serve {
                    let id = try await self.scene.queued()
                    await slow.first(1)
                    for _ in 1...3 {
                        _ = try await self.scene.decide("cancel", id)
                        _ = try await self.scene.decide("retry", id)
                    }
                    let letters = await quick.first(3)
                    #expect(letters.map(\.id) == ["evt_2", "evt_4", "evt_6"])
                    #expect(slow.letters.count == 1)
                    slow.release()
                    #expect(await slow.first(7).count == 7)
                }
            }
        }
    }

    @Test("a webhook that is made, disabled or enabled while it runs is served, left alone or taken up")
    func changes() async throws {
        let receiver = Receiver([410])
        try await receiver.listen { url in
            try await self.serve {
                try self.add("wh_1", url)
                let id = try await self.scene.queued()
                _ = try await self.log("wh_1", 1)
                let database = self.scene.database
                #expect(try await database.read { try $0.webhook(id: "wh_1")?.switchOff } == .gone)
                _ = try await self.scene.decide("cancel", id)
                _ = try database.transactNow {
                    try $0.enableWebhook("wh_1", by: Author(name: "ann"), at: MirrorScene.now)
                }
                #expect(await receiver.first(3).map(\.id) == ["evt_1", "evt_1", "evt_2"])
                try database.transactNow {
                    try $0.redeliver(1, to: "wh_1", by: Author(name: "ann"), at: MirrorScene.now)
                }
                #expect(await receiver.first(4).last?.id == "evt_1")
                #expect(try await self.log("wh_1", 4).last?.cause == .again)
            }
        }
    }

    @Test("a stop lets a delivery in flight end, so that it is not sent again")
    func stop() async throws {
        let receiver = Receiver(isHolding: true)
        try await receiver.listen { url in
            try self.add("wh_1", url)
            _ = try await self.scene.queued()
            _ = try await self.serve(stopping: { receiver.release() }) { await receiver.first(1) }
            #expect(try await self.log("wh_1", 1).map(\.outcome) == [.delivered])
        }
    }
}
