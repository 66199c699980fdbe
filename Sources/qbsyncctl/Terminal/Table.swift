/// Rows under headings, each column as wide as it must be and no wider.
struct Table: Equatable, Sendable {
    struct Column: Equatable, Sendable {
        /// What a cell does when the terminal is too narrow for it.
        enum Narrowing: Sendable { case keep, cut, wrap }

        var title: String
        var isTrailing = false
        var narrowing = Narrowing.keep

        init(_ title: String, isTrailing: Bool = false, narrowing: Narrowing = .keep) {
            self.title = title
            self.isTrailing = isTrailing
            self.narrowing = narrowing
        }
    }

    var columns: [Column]
    var rows: [[Line]] = []

    /// Blanks between two columns.
    private static let gap = 2
    /// Narrower than this a column says nothing any more; the terminal then has to break the line itself.
    private static let narrowest = 16

    init(_ columns: [Column], rows: [[Line]] = []) {
        self.columns = columns
        self.rows = rows
    }

    /// - Parameter width: columns of the terminal; nil (a pipe, a file) leaves every cell whole.
    func lines(width: Int?) -> [Line] {
        let widths = widths(within: width)
        let heading = columns.map { Line($0.title, .bold) }
        return ([heading] + rows).flatMap { folded($0, widths) }
    }

    private func widths(within limit: Int?) -> [Int] {
        var widths = columns.indices.map { index in
            rows.reduce(columns[index].title.columns) { max($0, $1[index].width) }
        }
        guard let limit else { return widths }
        var excess = widths.reduce(Self.gap * (columns.count - 1), +) - limit
        while excess > 0 {
            let flexible = columns.indices.filter {
                columns[$0].narrowing != .keep && widths[$0] > Self.narrowest
            }
            guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { break }
            // Down to the next widest, so that two long texts end up equally wide.
            let next = flexible.filter { $0 != widest }.map { widths[$0] }.max() ?? Self.narrowest
            let step = min(excess, max(1, widths[widest] - next))
            widths[widest] -= step
            excess -= step
        }
        return widths
    }

    /// One row as one line or, where a cell had to be wrapped, as several.
    private func folded(_ row: [Line], _ widths: [Int]) -> [Line] {
        let cells = columns.indices.map { index -> [Line] in
            switch columns[index].narrowing {
            case .wrap: row[index].wrapped(to: widths[index])
            case .cut: [row[index].cut(to: widths[index])]
            case .keep: [row[index]]
            }
        }
        let height = cells.map(\.count).max() ?? 1
        return (0..<height).map { level in
            let pieces = columns.indices.map { index in
                let cell = cells[index].indices.contains(level) ? cells[index][level] : Line()
                return cell.padded(to: widths[index], trailing: columns[index].isTrailing)
            }
            return Self.joined(pieces)
        }
    }

    private static func joined(_ pieces: [Line]) -> Line {
        let blanks = Line(String(repeating: " ", count: gap))
        var pieces = pieces
        // Blanks at the end of a line only make trouble in a mail or a diff.
        while let last = pieces.last, last.text.allSatisfy({ $0 == " " }), pieces.count > 1 {
            pieces.removeLast()
        }
        var line = pieces.removeFirst()
        for piece in pieces { line = line + blanks + piece }
        return line.withoutTrailingBlanks
    }
}

extension Line {
    fileprivate var withoutTrailingBlanks: Line {
        guard let last = spans.last, last.text.last == " " else { return self }
        let kept = last.text.reversed().drop { $0 == " " }.reversed()
        return Line(spans.dropLast() + [Span(String(kept), last.color)]).withoutTrailingBlanks
    }
}
