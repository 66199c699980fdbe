/// Which kinds of events a webhook gets: some by name, or by the beginning of their names, or all.
///
///     request.failed    request.
package struct KindFilter: Equatable, Sendable {
    /// Empty for all.
    package let patterns: [String]

    package static let all = KindFilter(patterns: [])

    package init(patterns: [String]) {
        self.patterns = patterns.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// As the database keeps it; nil for all.
    package var stored: String? { patterns.isEmpty ? nil : patterns.joined(separator: " ") }

    package init(stored: String?) {
        self.init(patterns: (stored ?? "").split(separator: " ").map(String.init))
    }

    package func takes(_ kind: String) -> Bool {
        patterns.isEmpty || patterns.contains { Self.matches($0, kind) }
    }

    /// Those that fit no kind there is.
    package func strangers(among kinds: [String]) -> [String] {
        patterns.filter { pattern in !kinds.contains { Self.matches(pattern, $0) } }
    }

    private static func matches(_ pattern: String, _ kind: String) -> Bool {
        pattern.hasSuffix(".") ? kind.hasPrefix(pattern) : kind == pattern
    }
}
