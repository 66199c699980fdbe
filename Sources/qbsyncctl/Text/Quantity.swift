/// Amounts in words a person reads at a glance.
enum Quantity {
    /// "40 s", "3 min", "2 h 5 min", "3 days": two units at most.
    static func duration(seconds: Int) -> String {
        let seconds = max(0, seconds)
        switch seconds {
        case ..<60: return "\(seconds) s"
        case ..<600:
            return seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds / 60) min \(seconds % 60) s"
        case ..<3600: return "\(seconds / 60) min"
        case ..<(48 * 3600):
            let minutes = seconds / 60 % 60
            return minutes == 0 ? "\(seconds / 3600) h" : "\(seconds / 3600) h \(minutes) min"
        default: return "\(seconds / 86400) days"
        }
    }

    /// In decimal units, as disks and networks are measured.
    static func bytes(_ count: Int) -> String {
        guard count >= 1000 else { return "\(count) B" }
        var unit = 1000
        var names = ["kB", "MB", "GB", "TB"][...]
        while names.count > 1, (count + unit / 20) / unit >= 1000 {
            unit *= 1000
            names = names.dropFirst()
        }
        let tenths = (count + unit / 20) / (unit / 10)
        let text = tenths >= 1000 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
        return "\(text) \(names.first ?? "")"
    }

    /// "1 message", "3 messages".
    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// Reads "90s", "30m", "2h", "1d" and sums of them ("1h30m"); nil for anything else and for nothing.
    static func seconds(_ text: String) -> Int? {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86400]
        var total = 0
        var digits = ""
        for character in text {
            if let unit = units[character] {
                guard let number = Int(digits) else { return nil }
                let (product, overflows) = number.multipliedReportingOverflow(by: unit)
                let (sum, spills) = total.addingReportingOverflow(product)
                guard !overflows, !spills else { return nil }
                total = sum
                digits = ""
            } else if character.isASCII, character.isNumber {
                digits.append(character)
            } else {
                return nil
            }
        }
        return digits.isEmpty && total > 0 ? total : nil
    }
}
