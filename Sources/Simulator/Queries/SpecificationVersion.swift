/// A version of the qbXML specification, compared part by part: 9.0 is older than 13.0.
struct SpecificationVersion: Comparable {
    var major: Int
    var minor: Int

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let major = parts[0], let minor = parts[1] else { return nil }
        self.major = major
        self.minor = minor
    }

    static func < (one: SpecificationVersion, other: SpecificationVersion) -> Bool {
        (one.major, one.minor) < (other.major, other.minor)
    }
}
