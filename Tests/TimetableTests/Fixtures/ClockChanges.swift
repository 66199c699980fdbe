import Foundation

@testable import Timetable

/// Moments at which the clocks of a zone change, from the published rules of the IANA data base, in UTC.
struct ClockChange: CustomStringConvertible, Sendable {
    var zone: String
    var utc: String
    /// Seconds by which the wall clock jumps; negative when it goes back; 0 for a day on which nothing
    /// happens.
    var jump: Int

    var description: String { "\(zone) \(utc)" }

    static let all = [
        ClockChange(zone: "America/Chicago", utc: "2025-03-09T08:00:00", jump: 3600),
        ClockChange(zone: "America/Chicago", utc: "2025-11-02T07:00:00", jump: -3600),
        ClockChange(zone: "America/New_York", utc: "2025-03-09T07:00:00", jump: 3600),
        ClockChange(zone: "America/New_York", utc: "2025-11-02T06:00:00", jump: -3600),
        ClockChange(zone: "Europe/Berlin", utc: "2025-03-30T01:00:00", jump: 3600),
        ClockChange(zone: "Europe/Berlin", utc: "2025-10-26T01:00:00", jump: -3600),
        ClockChange(zone: "Europe/London", utc: "2025-03-30T01:00:00", jump: 3600),
        ClockChange(zone: "Europe/London", utc: "2025-10-26T01:00:00", jump: -3600),
        // Half an hour only.
        ClockChange(zone: "Australia/Lord_Howe", utc: "2025-10-04T15:30:00", jump: 1800),
        ClockChange(zone: "Australia/Lord_Howe", utc: "2025-04-05T15:00:00", jump: -1800),
        ClockChange(zone: "America/St_Johns", utc: "2025-03-09T05:30:00", jump: 3600),
        ClockChange(zone: "America/St_Johns", utc: "2025-11-02T04:30:00", jump: -3600),
        // One minute past midnight: the repeated hour belongs to two days.
        ClockChange(zone: "America/St_Johns", utc: "2010-11-07T02:31:00", jump: -3600),
        // The gap begins at midnight: the day has no 00:00.
        ClockChange(zone: "America/Havana", utc: "2025-03-09T05:00:00", jump: 3600),
        // A zone without daylight saving.
        ClockChange(zone: "Asia/Kolkata", utc: "2025-03-30T01:00:00", jump: 0),
        ClockChange(zone: "Asia/Kolkata", utc: "2025-10-26T01:00:00", jump: 0),
        // 30 December 2011 never was.
        ClockChange(zone: "Pacific/Apia", utc: "2011-12-30T10:00:00", jump: 86_400),
        ClockChange(zone: "Pacific/Apia", utc: "2021-04-03T14:00:00", jump: -3600),
    ]
}
