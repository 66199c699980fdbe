import ServiceLifecycle
import Systemd
import Logging

/// Tells systemd when every socket is open, and when the stop begins.
struct Readiness: Service {
    let listeners: [ListenerService]
    let journal: Journal
    let watch: InstallationWatch
    /// Settled when systemd knows: its status line is the tick's from then on.
    let told: Announcement<Void>
    let onReady: @Sendable ([BoundAddress]) -> Void

    func run() async throws {
        var addresses: [BoundAddress] = []
        for listener in listeners { addresses.append(try await listener.address()) }
        let places = addresses.map(\.description).joined(separator: ", ")
        Notification.ready(status: "Ready on \(places)").send()
        journal.service(.notice, "qbsyncd \(Release.version) is ready on \(places).", .daemonReady)
        watch.isListening = true
        told.settle(.success(()))
        onReady(addresses)
        try await gracefulShutdown()
        watch.isListening = false
        Notification.stopping(status: "Answering what is in flight").send()
        journal.service(.notice, "qbsyncd is stopping.", .daemonStopping)
    }
}
