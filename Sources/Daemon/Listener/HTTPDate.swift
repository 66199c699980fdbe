import Glibc
import Synchronization

/// The `Date` header, which a server with a clock must send (RFC 9110, 6.6.1): `Sun, 06 Nov 1994 08:49:37
/// GMT`.
enum HTTPDate {
    private struct Cached {
        var second: Int = .min
        var text = ""
    }
    private static let cached = Mutex(Cached())

    /// The text for this second; made once a second.
    static var now: String {
        let second = time(nil)
        return cached.withLock { cached in
            if cached.second != second { cached = Cached(second: second, text: text(at: second)) }
            return cached.text
        }
    }

    /// - Parameter second: seconds since 1970 in UTC.
    static func text(at second: Int) -> String {
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        var moment = second
        var parts = tm()
        gmtime_r(&moment, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = "\(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900)"
        let clock = "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
        return "\(days[Int(parts.tm_wday)]), \(date) \(clock) GMT"
    }
}
