package import Timetable

/// How far an incremental query reaches back behind the watermark.
package enum Reach {
    /// QuickBooks compares wall times without an offset. In autumn an hour of wall time happens twice, and a
    /// record of the second pass looks older than the watermark of the first; the zone knows when to reach
    /// back that hour more.
    package static func back(from highWater: String, seconds: Int, zone: Zone) -> String {
        WallTime(highWater)?.adding(seconds: -(seconds + zone.overlapSeconds(wallTime: highWater)))
            .description ?? highWater
    }
}
