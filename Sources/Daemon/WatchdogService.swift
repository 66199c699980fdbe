import NIOCore
import ServiceLifecycle
import Store
import Systemd
import Logging

/// A sign of life for systemd, given only if the event loop turns and the store answers.
struct WatchdogService: Service {
    let database: SyncDatabase
    let journal: Journal
    let group: any EventLoopGroup

    func run() async throws {
        guard let interval = Watchdog.interval else {
            try await gracefulShutdown()
            return
        }
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    // A hop through an event loop, and one through the writer that every call must pass.
                    try await group.next().submit {}.get()
                    try await database.ping()
                    Notification.watchdog.send()
                } catch {
                    journal.service(.error, "The sign of life was withheld: \(error)", .watchdogWithheld)
                }
                try? await Task.sleep(for: interval)
            }
        }
    }
}
