/// A version of the qbXML schema, for example `13.0`; the first Canadian and British editions wrote `CA3.0`,
/// `UK2.0`.
package struct Version: Hashable, Sendable {
    package var major: Int
    package var minor: Int
    /// `CA`, `UK` or `AU` before the first digit; empty for all editions since 6.0.
    package var edition: String

    package init(major: Int, minor: Int, edition: String = "") {
        self.major = major
        self.minor = minor
        self.edition = edition
    }

    /// - Returns: nil unless the text is a number, a point and a number, after at most two letters.
    package init?(_ text: String) {
        let edition = text.prefix { $0.isASCII && $0.isLetter }
        let parts = text.dropFirst(edition.count).split(separator: ".", omittingEmptySubsequences: false)
        guard edition.count <= 2, parts.count == 2, let major = Self.number(parts[0]),
            let minor = Self.number(parts[1])
        else { return nil }
        self.init(major: major, minor: minor, edition: edition.uppercased())
    }

    /// `Int("+5")` would be 5; a version has digits only.
    private static func number(_ text: Substring) -> Int? {
        guard (1...4).contains(text.count), text.utf8.allSatisfy({ Byte.digits.contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    static let first = Version(major: 1, minor: 0)

    /// The oldest version that has all we ask for, and the one most companies have: newer QuickBooks takes it
    /// too.
    package static let preferred = Version(major: 13, minor: 0)

    /// What to write into requests for a QuickBooks that takes `highest` at most.
    ///
    /// - Parameter highest: from the host's own list; 0.0 when nobody said, which is answered with
    ///   `preferred`.
    package static func toSend(highest: Version) -> Version {
        highest.major == 0 ? preferred : min(highest, preferred)
    }
}

extension Version: Comparable {
    package static func < (one: Version, other: Version) -> Bool {
        (one.major, one.minor, one.edition) < (other.major, other.minor, other.edition)
    }
}

extension Version: CustomStringConvertible {
    package var description: String { "\(edition)\(major).\(minor)" }
}
