/// Comma-separated values as RFC 4180 has them.
enum CSV {
    /// One line, with its end.
    static func line(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\r\n" }

    private static func quoted(_ cell: String) -> String {
        let isPlain = !cell.contains { ",\"\r\n".contains($0) || $0 == "\r\n" }
        return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }

    struct Line: Equatable {
        /// From 1.
        var number: Int
        var cells: [String]
    }

    /// Lines that have something in them. What separates the cells, a comma, a semicolon or a tab, is seen
    /// from the first line.
    ///
    /// - Returns: nil if a quote is not closed.
    static func lines(of text: String) -> [Line]? {
        let first = text.prefix { $0 != "\n" && $0 != "\r\n" && $0 != "\r" }
        let separator = ([",", ";", "\t"] as [Character]).max { one, other in
            first.count { $0 == one } < first.count { $0 == other }
        }
        var lines: [Line] = []
        var (cells, cell) = ([String](), "")
        var (number, start) = (1, 1)
        var (isQuoted, wasQuote) = (false, false)
        func end() {
            cells.append(cell)
            if cells != [""] { lines.append(Line(number: start, cells: cells)) }
            (cells, cell) = ([], "")
        }
        for character in text {
            if character.isNewline { number += 1 }
            if isQuoted, !wasQuote {
                if character == "\"" { wasQuote = true } else { cell.append(character) }
                continue
            }
            if wasQuote, character == "\"" {
                cell.append(character)
                wasQuote = false
                continue
            }
            (isQuoted, wasQuote) = (false, false)
            if character == "\"", cell.isEmpty {
                isQuoted = true
            } else if character == separator {
                cells.append(cell)
                cell = ""
            } else if character.isNewline {
                end()
                start = number
            } else {
                cell.append(character)
            }
        }
        if isQuoted, !wasQuote { return nil }
        if !cell.isEmpty || !cells.isEmpty { end() }
        return lines
    }
}
