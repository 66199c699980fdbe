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
        let parts = parts(of: date)
        return WallTime(
            year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday),
            hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: Int(parts.tm_sec))
    }

    /// What the clocks here call their time then: `CST`, `UTC`, `+0530`.
    func zone(_ date: Date) -> String {
        let parts = parts(of: date)
        if let name = parts.tm_zone.map({ String(cString: $0) }), name.contains(where: \.isLetter) {
            return name
        }
        let minutes = abs(parts.tm_gmtoff) / 60
        let digits = String(10_000 + minutes / 60 * 100 + minutes % 60).dropFirst()
        return (parts.tm_gmtoff < 0 ? "-" : "+") + digits
    }

    private func parts(of date: Date) -> tm {
        var seconds = time_t(date.timeIntervalSince1970.rounded(.down))
        var parts = tm()
        localtime_r(&seconds, &parts)
        return parts
    }

    /// The instant of a wall time here. For a time in the hour that clocks skip, one beside that hour.
    func date(_ wall: WallTime) -> Date? {
        var parts = tm()
        parts.tm_year = CInt(wall.year - 1900)
        parts.tm_mon = CInt(wall.month - 1)
        parts.tm_mday = CInt(wall.day)
        parts.tm_hour = CInt(wall.hour)
        parts.tm_min = CInt(wall.minute)
        parts.tm_sec = CInt(wall.second)
        parts.tm_isdst = -1
        let seconds = mktime(&parts)
        return seconds == -1 ? nil : Date(timeIntervalSince1970: Double(seconds))
    }

    func short(_ date: Date) -> String { wall(date).short(seenAt: wall(now)) }

    /// With the zone, for what may be read elsewhere.
    func long(_ date: Date) -> String { "\(wall(date).long) \(zone(date))" }

    /// Under a table whose times are short.
    var legend: Line { Line("Times are \(zone(now)).", .grey) }

    /// "14:05, in 3 min" or "14:05, 3 min ago".
    func relative(_ date: Date) -> String {
        let seconds = Int(date.timeIntervalSince(now).rounded())
        let span = Quantity.duration(seconds: abs(seconds))
        return seconds > 0 ? "\(short(date)), in \(span)" : "\(short(date)), \(span) ago"
    }
}

extension LocalClock {
    /// What a person typed: a wall time here, an instant with its zone, or a time as we write it.
    func date(_ text: String) -> Date? {
        if let wall = WallTime(text, after: wall(now)) { return date(wall) }
        return (try? Date(text, strategy: .iso8601)) ?? ours(text)
    }

    /// `Mon 2026-11-23 12:00:00 CST`, as it may be copied out of what we say.
    private func ours(_ text: String) -> Date? {
        var words = text.split(separator: " ").map(String.init)
        if let first = words.first, first.count == 3, first.allSatisfy(\.isLetter) { words.removeFirst() }
        guard words.count == 3 else { return nil }
        let zone = words.removeLast()
        guard let wall = WallTime(words.joined(separator: " "), after: wall(now)) else { return nil }
        if let date = date(wall), self.zone(date) == zone { return date }
        return zone == "UTC" ? try? Date(words.joined(separator: "T") + "Z", strategy: .iso8601) : nil
    }

    /// When the Web Connector comes next, or should have come.
    func checkIn(_ date: Date) -> String {
        date < now
            ? "It was expected to check in at \(relative(date))." : "Next check-in: \(relative(date))."
    }
}
