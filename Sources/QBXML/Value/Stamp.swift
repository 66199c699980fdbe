/// A point in time as QuickBooks writes it: `2023-07-01T10:00:00-05:00`.
///
/// QuickBooks gives the wall time of its computer with that computer's standard-time offset, all the year: in
/// summer the offset is wrong by an hour and the wall time is right. So the wall time is the value here,
/// comparisons are made with it, and the offset is only carried along. Requests send wall times without an
/// offset, which QuickBooks reads as its computer's local time.
package struct Stamp: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int
    package let hour: Int
    package let minute: Int
    package let second: Int
    /// As written, in minutes east of Greenwich; nil if there is none.
    package private(set) var offsetMinutes: Int?

    /// Reads `YYYY-M-D[Thh[:mm[:ss[.f…]]]][±hh:mm|Z]` with or without leading zeros, with a blank in place of
    /// the `T`, and with space around it.
    ///
    /// - Returns: nil if it is anything else, or if a number is out of its range.
    package init?(_ text: String) {
        var text = text
        let parsed = text.withUTF8 { bytes in
            var scanner = Scanner(bytes: bytes)
            return scanner.stamp()
        }
        guard let parsed else { return nil }
        self = parsed
    }

    private init(date: (Int, Int, Int), time: (Int, Int, Int)) {
        (year, month, day) = date
        (hour, minute, second) = time
    }

    /// `2023-07-01T10:00:00`: sorts as text in the order of time, and goes into filters as it is.
    package var wallTime: String {
        String(unsafeUninitializedCapacity: 19) { bytes in
            var count = 0
            func put(_ mark: Character?, _ number: Int, digits: Int) {
                if let mark = mark?.asciiValue {
                    bytes[count] = mark
                    count += 1
                }
                var rest = number
                for place in (0..<digits).reversed() {
                    bytes[count + place] = Byte.digits.lowerBound + UInt8(rest % 10)
                    rest /= 10
                }
                count += digits
            }
            put(nil, year, digits: 4)
            put("-", month, digits: 2)
            put("-", day, digits: 2)
            put("T", hour, digits: 2)
            put(":", minute, digits: 2)
            put(":", second, digits: 2)
            return count
        }
    }

    /// The same wall time with another offset.
    func with(offsetMinutes: Int) -> Stamp {
        var stamp = self
        stamp.offsetMinutes = offsetMinutes
        return stamp
    }

    /// Seconds since 1970-01-01T00:00:00 on the same wall.
    ///
    /// Years are counted from March, so that the leap day is the last of its year; years are 1 or greater
    /// here, so that whole-number division rounds down.
    package var secondsOnWall: Int {
        let year = month > 2 ? year : year - 1
        // Months from March have 31 30 31 30 31 31 30 31 30 31 31 days: 153 in every five.
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let days = year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear
        // Days from 0000-03-01 to 1970-01-01.
        return (days - 719_468) * 86_400 + hour * 3600 + minute * 60 + second
    }

    /// The wall time of a text; a text that is no time stays as it is.
    package static func wallTime(_ text: String) -> String {
        Stamp(text)?.wallTime ?? text
    }
}

extension Stamp: Comparable {
    package static func < (one: Stamp, other: Stamp) -> Bool {
        if (one.year, one.month, one.day) != (other.year, other.month, other.day) {
            return (one.year, one.month, one.day) < (other.year, other.month, other.day)
        }
        let mine = (one.hour, one.minute, one.second, one.offsetMinutes ?? 0)
        return mine < (other.hour, other.minute, other.second, other.offsetMinutes ?? 0)
    }
}

extension Stamp: CustomStringConvertible {
    package var description: String {
        guard let offsetMinutes else { return wallTime }
        let size = offsetMinutes.magnitude
        let sign = offsetMinutes < 0 ? "-" : "+"
        return "\(wallTime)\(sign)\(size / 600)\(size / 60 % 10):\(size % 60 / 10)\(size % 10)"
    }
}

extension Stamp {
    /// Walks over the bytes of a stamp.
    private struct Scanner {
        let bytes: UnsafeBufferPointer<UInt8>
        var index = 0

        init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        mutating func stamp() -> Stamp? {
            skipSpace()
            guard let year = number(digits: 4...4, in: 1...9999), take("-"),
                let month = number(digits: 1...2, in: 1...12), take("-"),
                let day = number(digits: 1...2, in: 1...Stamp.days(month, year))
            else { return nil }
            var time = (0, 0, 0)
            if take("T") || isTimeAfterBlank() {
                guard let read = clock() else { return nil }
                time = read
            }
            var stamp = Stamp(date: (year, month, day), time: time)
            guard readOffset(into: &stamp) else { return nil }
            skipSpace()
            return index == bytes.count ? stamp : nil
        }

        /// `10`, `10:00`, `10:00:00`, `10:00:00.000`
        private mutating func clock() -> (Int, Int, Int)? {
            guard let hour = number(digits: 1...2, in: 0...23) else { return nil }
            guard take(":") else { return (hour, 0, 0) }
            guard let minute = number(digits: 1...2, in: 0...59) else { return nil }
            guard take(":") else { return (hour, minute, 0) }
            guard let second = number(digits: 1...2, in: 0...59) else { return nil }
            if take(".") {
                let start = index
                while index < bytes.count, Byte.digits.contains(bytes[index]) { index += 1 }
                guard index > start else { return nil }
            }
            return (hour, minute, second)
        }

        /// `Z`, `-05:00`, `-05`, or nothing. False if there is one that cannot be read.
        private mutating func readOffset(into stamp: inout Stamp) -> Bool {
            if take("Z") {
                stamp.offsetMinutes = 0
                return true
            }
            let sign = take("+") ? 1 : take("-") ? -1 : 0
            guard sign != 0 else { return true }
            guard let hours = number(digits: 1...2, in: 0...14) else { return false }
            var minutes = 0
            if take(":") {
                guard let read = number(digits: 2...2, in: 0...59) else { return false }
                minutes = read
            }
            stamp.offsetMinutes = sign * (hours * 60 + minutes)
            return true
        }

        private mutating func number(digits: ClosedRange<Int>, in range: ClosedRange<Int>) -> Int? {
            let start = index
            var value = 0
            while index < bytes.count, index - start < digits.upperBound,
                Byte.digits.contains(bytes[index])
            {
                value = value * 10 + Int(bytes[index] - Byte.digits.lowerBound)
                index += 1
            }
            return index - start >= digits.lowerBound && range.contains(value) ? value : nil
        }

        private mutating func take(_ mark: Unicode.Scalar) -> Bool {
            guard index < bytes.count, bytes[index] == UInt8(ascii: mark) else { return false }
            index += 1
            return true
        }

        private mutating func isTimeAfterBlank() -> Bool {
            guard index + 1 < bytes.count, bytes[index] == Byte.space, Byte.digits.contains(bytes[index + 1])
            else { return false }
            index += 1
            return true
        }

        private mutating func skipSpace() {
            while index < bytes.count, bytes[index] <= Byte.space { index += 1 }
        }
    }
}

extension Stamp {
    /// Days of a month.
    static func days(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
