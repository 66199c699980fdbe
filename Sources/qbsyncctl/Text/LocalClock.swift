import FoundationEssentials
import Glibc

/// The time now, and how instants read on a wall: the one beside the terminal (`TZ`, else the machine's own
/// zone), or the office's.
struct LocalClock: Sendable {
    var now: Date

    static func current() -> LocalClock { LocalClock(now: Date()) }

    /// From now on this process shows times as the office's wall does: the daemon's sentences speak of those,
    /// and nobody shall have to convert one into the other.
    ///
    /// The C library knows one zone at a time, for the whole process; nothing else runs in it that would show
    /// another.
    ///
    /// - Parameter zone: a name of the IANA data base. One that this machine does not know changes nothing.
    static func moveWall(to zone: String) {
        guard !zone.hasPrefix("/"), access("/usr/share/zoneinfo/\(zone)", R_OK) == 0 else { return }
        setenv("TZ", zone, 1)
        tzset()
    }

    /// Where the wall is.
    static var zoneName: String {
        if let zone = getenv("TZ").map({ String(cString: $0) }), !zone.isEmpty {
            return zone.hasPrefix(":") ? String(zone.dropFirst()) : zone
        }
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/etc/localtime")
        guard let link, let name = link.firstRange(of: "zoneinfo/")?.upperBound else { return "UTC" }
        return String(link[name...])
    }

    func wall(_ date: Date) -> WallTime {
        var seconds = time_t(date.timeIntervalSince1970.rounded(.down))
        var parts = tm()
        localtime_r(&seconds, &parts)
        return WallTime(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday),
            hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: Int(parts.tm_sec))
    }

    /// The instant of a wall time here. For a time in the hour that clocks skip, one beside that hour.
    func date(_ wall: WallTime) -> Date? {
        var parts = tm()
        parts.tm_year = CInt(wall.year - 1900)
        parts.tm_mon = CInt(wall.month - 1)
        parts.tm_mday = CInt(wall.day)
        parts.tm_hour = CInt(wall.hour)
        parts.tm_min = CInt(wall.minute)
        parts.tm_isdst = -1
        let seconds = mktime(&parts)
        return seconds == -1 ? nil : Date(timeIntervalSince1970: Double(seconds))
    }

    func short(_ date: Date) -> String { wall(date).short(seenAt: wall(now)) }

    func long(_ date: Date) -> String { wall(date).long }

    /// "14:05, in 3 min" or "14:05, 3 min ago".
    func relative(_ date: Date) -> String {
        let seconds = Int(date.timeIntervalSince(now).rounded())
        let span = Quantity.duration(seconds: abs(seconds))
        return seconds > 0 ? "\(short(date)), in \(span)" : "\(short(date)), \(span) ago"
    }
}

extension LocalClock {
    /// What a person typed: a wall time here, or an instant with its zone.
    func date(_ text: String) -> Date? {
        if let wall = WallTime(text, after: wall(now)) { return date(wall) }
        return try? Date(text, strategy: .iso8601)
    }
}
