/// One line for a person. All that commands say is made of lines, so that making text needs no terminal.
struct Line: Equatable, Sendable {
    private(set) var spans: [Span]

    /// Empty pieces are dropped and neighbours of one colour joined, so that equal looks are equal values.
    init(_ spans: [Span] = []) {
        self.spans = spans.reduce(into: []) { joined, span in
            if span.text.isEmpty { return }
            if let last = joined.last, last.color == span.color {
                joined[joined.count - 1] = Span(last.text + span.text, span.color)
            } else {
                joined.append(span)
            }
        }
    }

    init(_ text: String, _ color: Color? = nil) {
        self.init([Span(text, color)])
    }

    var text: String { spans.map(\.text).joined() }

    /// In columns of a terminal.
    var width: Int { spans.reduce(0) { $0 + $1.text.columns } }

    func rendered(inColor: Bool) -> String {
        guard inColor else { return text }
        return spans.map { span in
            span.color.map { "\u{1B}[\($0.code)m\(span.text)\u{1B}[0m" } ?? span.text
        }.joined()
    }

    static func + (left: Line, right: Line) -> Line { Line(left.spans + right.spans) }

    /// The same line in one colour, whatever colours it had.
    func colored(_ color: Color?) -> Line { Line(spans.map { Span($0.text, color) }) }

    /// The line padded with blanks to `width` columns.
    func padded(to width: Int, trailing: Bool = false) -> Line {
        let gap = Line(String(repeating: " ", count: max(0, width - self.width)))
        return trailing ? gap + self : self + gap
    }

    /// The line cut to `width` columns, with an ellipsis where something is missing.
    func cut(to width: Int) -> Line {
        guard self.width > width, width > 0 else { return self }
        var kept: [Span] = []
        var left = width - 1
        for span in spans {
            let piece = span.text.prefix(columns: left)
            kept.append(Span(String(piece), span.color))
            left -= String(piece).columns
            if piece.count < span.text.count { break }
        }
        let last = kept.last?.color
        return Line(kept + [Span("…", last)])
    }

    /// The line folded at blanks into lines of at most `width` columns; a longer word is cut in two.
    func wrapped(to width: Int) -> [Line] {
        guard self.width > width, width > 0 else { return [self] }
        var lines: [Line] = []
        var current = Line()
        for word in words {
            var word = word
            if current.width > 0, current.width + 1 + word.width > width {
                lines.append(current)
                current = Line()
            }
            // Two columns are the least, or a wide letter would never find its place.
            while word.width > max(2, width) {
                let head = word.prefix(columns: max(2, width))
                lines.append(head)
                word = word.dropping(columns: head.width)
            }
            current = current.width == 0 ? word : current + Line(" ", current.spans.last?.color) + word
        }
        return current.width == 0 ? lines : lines + [current]
    }

    /// Words between blanks; a word may change its colour in the middle.
    private var words: [Line] {
        var words: [Line] = []
        var current = Line()
        for span in spans {
            for (index, piece) in span.text.split(separator: " ", omittingEmptySubsequences: false)
                .enumerated()
            {
                if index > 0 {
                    if current.width > 0 { words.append(current) }
                    current = Line()
                }
                current = current + Line(String(piece), span.color)
            }
        }
        return current.width > 0 ? words + [current] : words
    }

    private func prefix(columns width: Int) -> Line {
        var left = width
        var kept: [Span] = []
        for span in spans {
            let piece = String(span.text.prefix(columns: left))
            kept.append(Span(piece, span.color))
            left -= piece.columns
            if piece.count < span.text.count { break }
        }
        return Line(kept)
    }

    private func dropping(columns width: Int) -> Line {
        var left = width
        var kept: [Span] = []
        for span in spans {
            let gone = span.text.prefix(columns: left)
            left -= String(gone).columns
            kept.append(Span(String(span.text.dropFirst(gone.count)), span.color))
        }
        return Line(kept)
    }
}
