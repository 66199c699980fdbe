import CSystemd

/// How long systemd waits for a sign of life (`WatchdogSec=` in the unit), and so how often one is due.
package enum Watchdog {
    /// The silence after which systemd ends and restarts the daemon; nil when no watchdog watches this
    /// process.
    package static var limit: Duration? {
        var microseconds: UInt64 = 0
        guard sd_watchdog_enabled(0, &microseconds) > 0 else { return nil }
        return .microseconds(Int64(clamping: microseconds))
    }

    /// How often to send `Notification.watchdog`: half the limit, as sd_watchdog_enabled(3) advises, so that
    /// one late or lost sign does no harm.
    package static var interval: Duration? {
        limit.map { $0 / 2 }
    }
}
