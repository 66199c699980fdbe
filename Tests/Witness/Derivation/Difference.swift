/// How the lines of one file differ from what they should be, for a person to read.
package struct Difference {
    package let file: String
    package private(set) var removed = 0
    package private(set) var added = 0
    private var lines: [Line] = []

    private struct Line {
        enum Kind: String { case same = " ", removed = "-", added = "+" }
        var kind: Kind
        var text: Substring
        /// In the old file, from 1; for a new line, that of the next old one.
        var number: Int
    }

    package init(file: String, old: String, new: String) {
        self.file = file
        let old = Self.lines(of: old)
        let new = Self.lines(of: new)
        let changes = new.difference(from: old)
        var gone: Set<Int> = []
        for case .remove(let offset, _, _) in changes.removals { gone.insert(offset) }
        var come: Set<Int> = []
        for case .insert(let offset, _, _) in changes.insertions { come.insert(offset) }
        removed = gone.count
        added = come.count
        var (oldAt, newAt) = (0, 0)
        while oldAt < old.count || newAt < new.count {
            if gone.contains(oldAt) {
                lines.append(Line(kind: .removed, text: old[oldAt], number: oldAt + 1))
                oldAt += 1
            } else if come.contains(newAt) {
                lines.append(Line(kind: .added, text: new[newAt], number: oldAt + 1))
                newAt += 1
            } else {
                lines.append(Line(kind: .same, text: old[oldAt], number: oldAt + 1))
                (oldAt, newAt) = (oldAt + 1, newAt + 1)
            }
        }
    }

    package var isEmpty: Bool { removed + added == 0 }

    /// Each change with two lines around it, under a line with its place: the number of the first of them,
    /// and the request, answer, shape or enumeration.
    ///
    /// - Parameter limit: how many lines that differ may be told; it is lowered by those that are.
    package func report(limit: inout Int) -> [String] {
        let told = lines.indices.filter { lines[$0].kind != .same }.prefix(limit)
        limit -= told.count
        var shown = Set(told)
        for index in told {
            let around = lines.indices.clamped(to: index - 2..<index + 3)
            shown.formUnion(around.filter { lines[$0].kind == .same })
        }
        var report: [String] = []
        for index in shown.sorted() {
            if !shown.contains(index - 1), let change = told.first(where: { $0 >= index }) {
                report.append("@@ \(file):\(lines[index].number), in \(section(around: change)) @@")
            }
            report.append(lines[index].kind.rawValue + lines[index].text)
        }
        return report
    }

    /// `request InvoiceAddRq`, from the last line at the literal's margin that is not the brace which closes
    /// one.
    private func section(around index: Int) -> String {
        let line = lines[...index].last { line in
            line.text.prefix { $0 == " " }.count == 8 && !line.text.hasSuffix(" }") && line.text.last != "#"
        }
        return line?.text.split(separator: " ").prefix(2).joined(separator: " ") ?? "its head"
    }

    private static func lines(of text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
