package import FoundationEssentials

/// A time as the database holds it: ISO 8601 in UTC, always 24 characters, so that texts sort as times do.
///
///     2026-11-21T06:58:22.123Z
///
/// Written out by hand because two of them stand in every commit: a general formatter takes a hundred times
/// as long. Milliseconds are kept, rounded to the nearest; a time that was read back is written as the same
/// text again.
package enum Timestamp {
    static let length = 24
    private static let millisecondsPerDay: Int64 = 86_400_000
    /// 0000-01-01 and the last millisecond of 9999, in milliseconds since 1970: what four digits of a year
    /// can say.
    private static let range: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

    package static func text(_ date: Date) -> String {
        String(unsafeUninitializedCapacity: length) { buffer in
            write(date, to: buffer)
            return length
        }
    }

    /// - Returns: nil unless the text has exactly the form above.
    package static func date(_ text: String) -> Date? {
        var text = text
        return text.withUTF8 { read($0) }
    }

    /// - Parameter buffer: takes `length` bytes.
    static func write(_ date: Date, to buffer: UnsafeMutableBufferPointer<UInt8>) {
        let exact = (date.timeIntervalSince1970 * 1000).rounded()
        let bounded = max(Double(range.lowerBound), min(Double(range.upperBound), exact))
        let milliseconds = min(range.upperBound, Int64(bounded))
        var days = milliseconds / millisecondsPerDay
        var rest = milliseconds % millisecondsPerDay
        if rest < 0 {
            rest += millisecondsPerDay
            days -= 1
        }
        let (year, month, day) = civil(days: days)
        put(year, digits: 4, into: buffer, at: 0)
        buffer[4] = UInt8(ascii: "-")
        put(month, digits: 2, into: buffer, at: 5)
        buffer[7] = UInt8(ascii: "-")
        put(day, digits: 2, into: buffer, at: 8)
        buffer[10] = UInt8(ascii: "T")
        put(rest / 3_600_000, digits: 2, into: buffer, at: 11)
        buffer[13] = UInt8(ascii: ":")
        put(rest / 60_000 % 60, digits: 2, into: buffer, at: 14)
        buffer[16] = UInt8(ascii: ":")
        put(rest / 1000 % 60, digits: 2, into: buffer, at: 17)
        buffer[19] = UInt8(ascii: ".")
        put(rest % 1000, digits: 3, into: buffer, at: 20)
        buffer[23] = UInt8(ascii: "Z")
    }

    /// - Returns: nil unless the text has exactly the form above.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Date? {
        guard bytes.count == length, bytes[10] == UInt8(ascii: "T"), bytes[23] == UInt8(ascii: "Z"),
            let year = number(bytes, 0..<4), let month = number(bytes, 5..<7),
            let day = number(bytes, 8..<10), let hour = number(bytes, 11..<13),
            let minute = number(bytes, 14..<16), let second = number(bytes, 17..<19),
            let fraction = number(bytes, 20..<23)
        else { return nil }
        let seconds = days(year: year, month: month, day: day) * 86_400 + hour * 3600 + minute * 60 + second
        return Date(timeIntervalSince1970: Double(seconds * 1000 + fraction) / 1000)
    }

    private static func put(
        _ value: Int64, digits: Int, into buffer: UnsafeMutableBufferPointer<UInt8>, at offset: Int
    ) {
        var value = value
        for place in stride(from: offset + digits - 1, through: offset, by: -1) {
            buffer[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10)
            value /= 10
        }
    }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int64? {
        var value: Int64 = 0
        for index in range {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            value = value * 10 + Int64(digit)
        }
        return value
    }

    /// Days since 1970-01-01 of a date of the Gregorian calendar, counted in years that begin in March, so
    /// that the leap day comes last (the well-known "civil from days" arithmetic; 719,468 days lie between
    /// 0000-03-01 and 1970).
    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func civil(days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
