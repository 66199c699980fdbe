import CSystemd
import Glibc

/// What the daemon tells systemd about itself, over the socket that the unit's `Type=notify` opens.
///
/// On the wire it is one datagram of `KEY=value` lines:
///
///     READY=1
///     STATUS=2 connectors, none syncing
package enum Notification: Equatable, Sendable {
    /// Sockets are open and the store is migrated. Also ends a reload.
    case ready(status: String)
    /// The line that `systemctl status` shows.
    case status(String)
    /// A reload began. systemd pairs it with the next `ready` by this stamp of the monotonic clock.
    case reloading(monotonicMicroseconds: UInt64, status: String)
    /// The stop was heard; what is in flight is answered first.
    case stopping(status: String)
    /// A sign of life for `WatchdogSec=`.
    case watchdog
    /// The watchdog's verdict, given by the daemon itself: it is to be ended and started again.
    case watchdogFailed

    /// A reload that begins at this moment.
    package static func reloadingNow(status: String) -> Notification {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let microseconds = UInt64(now.tv_sec) * 1_000_000 + UInt64(now.tv_nsec) / 1_000
        return .reloading(monotonicMicroseconds: microseconds, status: status)
    }

    /// The datagram's text.
    package var text: String {
        switch self {
        case .ready(let status): "READY=1\n" + Self.statusLine(status)
        case .status(let status): Self.statusLine(status)
        case .reloading(let microseconds, let status):
            "RELOADING=1\nMONOTONIC_USEC=\(microseconds)\n" + Self.statusLine(status)
        case .stopping(let status): "STOPPING=1\n" + Self.statusLine(status)
        case .watchdog: "WATCHDOG=1"
        case .watchdogFailed: "WATCHDOG=trigger"
        }
    }

    /// Tells systemd.
    ///
    /// - Returns: false when nobody listens: the daemon was not started by systemd, or the socket is gone.
    @discardableResult
    package func send() -> Bool {
        sd_notify(0, text) > 0
    }

    /// A status holds names that people chose: a line break in one must not become a command to systemd.
    private static func statusLine(_ status: String) -> String {
        "STATUS=" + LogText.escaped(status, keepingLines: false)
    }
}
