/// How far an export is, on a line of the terminal that is drawn over and over; nothing during its first two
/// seconds, and nothing where no person looks on.
struct ExportProgress {
    let terminal: Terminal
    private let start = ContinuousClock.now
    private var drawn = ContinuousClock.now
    private var isDrawn = false

    init(_ terminal: Terminal) { self.terminal = terminal }

    mutating func show(_ view: String, rows: Int, of total: Int?, bytes: Int) {
        let now = ContinuousClock.now
        guard terminal.notesOnTerminal, now - start > .seconds(2), now - drawn > .milliseconds(200) else {
            return
        }
        (drawn, isDrawn) = (now, true)
        terminal.redrawNote(Self.line(view, rows: rows, of: total, bytes: bytes))
    }

    mutating func close() {
        if isDrawn { terminal.clearNote() }
        isDrawn = false
    }

    private static let width = 24

    static func line(_ view: String, rows: Int, of total: Int?, bytes: Int) -> Line {
        let size = Quantity.bytes(bytes)
        guard let total, total > 0 else { return Line("\(view): \(rows) rows, \(size)", .blue) }
        let done = min(rows, total)
        let filled = done * width / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        return Line("\(view) \(bar) \(done * 100 / total) %, \(done) of \(total), \(size)", .blue)
    }
}
