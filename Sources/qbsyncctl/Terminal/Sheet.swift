/// A list of names with what belongs to them, for `show` and `explain`. Long values wrap under themselves.
struct Sheet: Sendable {
    private(set) var entries: [(name: String, value: Line)] = []

    /// Entries without a value are left out.
    mutating func add(_ name: String, _ value: Line?) {
        guard let value, value.width > 0 else { return }
        entries.append((name, value))
    }

    mutating func add(_ name: String, _ value: String?) { add(name, value.map { Line($0) }) }

    /// - Parameter width: columns of the terminal, or nil to leave every value on one line.
    func lines(width: Int?, indent: Int = 0) -> [Line] {
        let names = entries.map(\.name.columns).max() ?? 0
        let left = indent + names + 2
        return entries.flatMap { entry -> [Line] in
            let folded = width.map { entry.value.wrapped(to: max(20, $0 - left)) } ?? [entry.value]
            let margin = Line(String(repeating: " ", count: indent))
            let head = margin + Line(entry.name, .bold).padded(to: names + 2) + folded[0]
            return [head] + folded.dropFirst().map { Line(String(repeating: " ", count: left)) + $0 }
        }
    }
}
