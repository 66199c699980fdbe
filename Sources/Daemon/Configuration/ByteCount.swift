/// A size as people write it: always with its unit, which is a power of 1024.
///
///     256MB    64KB    2GB    1500B
package struct ByteCount: Equatable, Sendable, CustomStringConvertible {
    package var bytes: Int

    package init(bytes: Int) {
        self.bytes = bytes
    }

    /// Nil when it is not a whole number with a unit, or does not fit.
    package init?(_ text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }.uppercased()
        // "MiB" is the same, said precisely.
        let name = unit.replacing("IB", with: "B")
        guard let number = Int(digits), let known = Self.units.first(where: { $0.name == name }) else {
            return nil
        }
        let (bytes, overflows) = number.multipliedReportingOverflow(by: 1 << known.shift)
        guard !overflows else { return nil }
        self.bytes = bytes
    }

    private static let units: [(name: String, shift: Int)] = [("GB", 30), ("MB", 20), ("KB", 10), ("B", 0)]

    /// In the greatest unit that divides it.
    package var description: String {
        let unit = Self.units.first { bytes != 0 && bytes % (1 << $0.shift) == 0 } ?? ("B", 0)
        return "\(bytes >> unit.shift)\(unit.name)"
    }
}

/// Permission bits of a file, as `chmod` takes them: `0660`.
package struct FileMode: Equatable, Sendable, CustomStringConvertible {
    package var bits: UInt32

    package init(bits: UInt32) {
        self.bits = bits
    }

    package init?(_ text: String) {
        let isOctal = text.utf8.allSatisfy { (48...55).contains($0) }
        guard isOctal, (3...4).contains(text.utf8.count), let bits = UInt32(text, radix: 8), bits <= 0o777
        else { return nil }
        self.bits = bits
    }

    package var isOpenToEveryone: Bool { bits & 0o002 != 0 }

    package var description: String {
        let digits = String(bits, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
