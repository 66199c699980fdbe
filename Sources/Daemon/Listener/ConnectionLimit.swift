import HummingbirdCore
import Logging
import Systemd

/// Stops accepting at the limit, and goes on as soon as somebody leaves; meanwhile clients queue in the
/// kernel.
struct ConnectionLimit: AvailableConnectionsDelegate {
    let limit: Int
    let logger: Logger
    private var open = 0

    init(_ limit: Int, logger: Logger) {
        self.limit = limit
        self.logger = logger
    }

    mutating func connectionOpened() {
        open += 1
        guard open == limit else { return }
        logger.event(
            .warning,
            "All \(limit) connections are in use: new ones wait until one closes (connection_limit).",
            .connectionsFull)
    }

    mutating func connectionClosed() { open -= 1 }

    func isAcceptingNewConnections() -> Bool { open < limit }
}
