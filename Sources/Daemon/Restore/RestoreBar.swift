import Glibc
import Synchronization

/// How far the copying of a restore is, on a line that is drawn over and over; nothing during its first two
/// seconds, and nothing where no person looks on.
final class RestoreBar: Sendable {
    private static let width = 24
    private let isSeen = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private let drawn = Mutex<Int?>(nil)

    func show(_ done: Int, of total: Int) {
        guard isSeen, total > 0, ContinuousClock.now - start > .seconds(2) || done == total else { return }
        let percent = done * 100 / total
        drawn.withLock { drawn in
            guard drawn != percent else { return }
            drawn = percent
            Self.write(Self.line(percent))
        }
    }

    static func line(_ percent: Int) -> String {
        let filled = percent * width / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        return "\r\(bar) \(percent) %, " + (percent < 100 ? "copying" : "copied, now it is checked")
            + "\u{1B}[K"
    }

    func close() {
        if drawn.withLock({ $0 }) != nil { Self.write("\r\u{1B}[K") }
    }

    /// What cannot be shown is not missed.
    private static func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
