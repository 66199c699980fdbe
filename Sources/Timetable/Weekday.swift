/// A day of the week; Monday comes first, as in the texts of the configuration.
package enum Weekday: Int, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// - Parameter dayNumber: days since 1970-01-01, which was a Thursday.
    package init(dayNumber: Int) {
        let shifted = dayNumber + 3
        self = Self.allCases[shifted - shifted.floored(by: 7) * 7]
    }

    /// `Mon`
    package var name: String { Self.names[rawValue] }

    /// `monday`
    package var fullName: String { "\(self)" }

    /// Reads `Mon`, `mon` or `Monday`.
    package init?(name: some StringProtocol) {
        let lowered = name.lowercased()
        guard
            let found = Self.allCases.first(where: {
                $0.name.lowercased() == lowered || $0.fullName == lowered
            })
        else { return nil }
        self = found
    }

    private static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
}

/// Some of the seven days.
///
///     Mon-Fri        Sat,Sun        Mon,Wed-Fri        Fri-Mon (over the weekend)
package struct Weekdays: Equatable, Sendable {
    /// Bit 0 is Monday.
    private var bits: UInt8

    package init(_ days: some Sequence<Weekday>) {
        bits = days.reduce(0) { $0 | (1 << $1.rawValue) }
    }

    package static let all = Weekdays(Weekday.allCases)

    package func contains(_ day: Weekday) -> Bool { bits & (1 << day.rawValue) != 0 }

    package var isEmpty: Bool { bits == 0 }
}

extension Weekdays: CustomStringConvertible {
    /// - Throws: `WindowError.day` with the first piece that names no day.
    package init(parsing text: String) throws(WindowError) {
        var days: [Weekday] = []
        if text.lowercased() == "daily" {
            self = .all
            return
        }
        for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = piece.split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count <= 2, let head = ends.first, let first = Weekday(name: head.trimmed),
                let tail = ends.last, let last = Weekday(name: tail.trimmed)
            else { throw .day(String(piece)) }
            var day = first
            days.append(day)
            // A range may run over Sunday into the next week.
            while day != last {
                day = Weekday.allCases[(day.rawValue + 1) % 7]
                days.append(day)
            }
        }
        self.init(days)
    }

    /// Three or more days in a row are a range, fewer a list: `Mon-Fri`, `Sat,Sun`. Reading it gives the same
    /// days.
    package var description: String {
        var pieces: [String] = []
        var index = 0
        let days = Weekday.allCases
        while index < days.count {
            guard contains(days[index]) else {
                index += 1
                continue
            }
            var last = index
            while last + 1 < days.count, contains(days[last + 1]) { last += 1 }
            if last - index >= 2 {
                pieces.append("\(days[index].name)-\(days[last].name)")
            } else {
                pieces += days[index...last].map(\.name)
            }
            index = last + 1
        }
        return pieces.joined(separator: ",")
    }
}

extension StringProtocol {
    /// Without spaces and tabs at both ends.
    var trimmed: String {
        let isBlank = { (character: Character) in character == " " || character == "\t" }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(self[first...last])
    }
}
