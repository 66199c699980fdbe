/// A code of the Web Connector itself: what it writes into its log and shows in its windows.
///
///     QBWC1040: …
package struct ConnectorCode: Hashable, Sendable, CustomStringConvertible {
    package var number: Int

    package init(_ number: Int) { self.number = number }

    /// `QBWC1040`, `qbwc 1040` or `1040`; nil for anything else.
    package init?(_ text: String) {
        var rest = text.trimmed.lowercased()[...]
        if rest.hasPrefix("qbwc") { rest = rest.dropFirst(4) }
        guard let number = Int(rest.trimmed), (1000...9999).contains(number) else { return nil }
        self.number = number
    }

    package var description: String { "QBWC\(number)" }

    package typealias Known = Explanation

    package var known: Known? { Self.table[number] }

    /// What the code means and what to do, for what is found here before the Web Connector finds it; nil for
    /// a code that nobody has described.
    package var sentence: String? { known.map { "\($0.meaning) (\(self).) \($0.fix)" } }

    /// All that is known, ascending.
    package static var all: [ConnectorCode] { table.keys.sorted().map(ConnectorCode.init(_:)) }
}
