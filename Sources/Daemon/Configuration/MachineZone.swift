// The whole of Foundation: FoundationEssentials knows no named time zones.
import Foundation
package import Timetable

/// What this machine knows about time zones.
package enum MachineZone {
    /// The machine's own, as `/etc/localtime` or `TZ` says.
    package static var current: Zone { Zone(identifier: TimeZone.current.identifier) ?? .utc }

    static var identifiers: [String] { TimeZone.knownTimeZoneIdentifiers }
}
