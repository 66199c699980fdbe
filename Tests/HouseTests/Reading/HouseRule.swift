import Testing

/// A rule of the house, with the reason that a person reads who broke it.
struct HouseRule: Sendable {
    let reason: String
    let findings: @Sendable (House) -> [Finding]

    init(_ reason: String, _ findings: @escaping @Sendable (House) -> [Finding]) {
        self.reason = reason
        self.findings = findings
    }

    /// A rule about each Swift file by itself.
    static func eachSource(
        _ reason: String, _ findings: @escaping @Sendable (SwiftSource) -> [Finding]
    ) -> HouseRule {
        HouseRule(reason) { house in house.sources.flatMap(findings) }
    }

    /// Fails the running test if the checkout breaks the rule.
    func expectKept(at location: SourceLocation = #_sourceLocation) {
        let broken = findings(.checkout).sorted()
        guard !broken.isEmpty else { return }
        // After some dozens, a longer list only hides the reason.
        var lines = broken.prefix(40).map { "  " + $0.description }
        if broken.count > lines.count { lines.append("  … and \(broken.count - lines.count) more") }
        Issue.record("\(reason)\n\(lines.joined(separator: "\n"))", sourceLocation: location)
    }

    /// What the rule says of a house of a few files; shows that it can fail.
    func notices(in files: [String: String]) -> [String] {
        findings(House(files: files)).sorted().map(\.description)
    }
}

/// A place where a rule is broken.
struct Finding: Comparable, CustomStringConvertible, Sendable {
    var path: String
    /// From 1; nil for what concerns the whole file.
    var line: Int?
    var what: String

    init(_ path: String, _ line: Int?, _ what: String) {
        self.path = path
        self.line = line
        self.what = what
    }

    var description: String { line.map { "\(path):\($0): \(what)" } ?? "\(path): \(what)" }

    static func < (left: Finding, right: Finding) -> Bool {
        (left.path, left.line ?? 0, left.what) < (right.path, right.line ?? 0, right.what)
    }
}
