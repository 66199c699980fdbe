import API

/// How a wait looks: one line that is redrawn on a terminal, a line per step elsewhere, nothing for `--json`.
struct SyncDisplay {
    let session: Session
    private var isDrawn = false
    private var lastProgress: Progress?
    private var lastText: String?

    init(session: Session) { self.session = session }

    mutating func show(_ progress: Progress) {
        let text = progress.sentence(now: session.clock.now)
        if session.terminal.isTerminal {
            draw(Line(text, .blue))
        } else if progress.deservesLine(after: lastProgress) {
            write(text)
        }
        lastProgress = progress
    }

    /// Nothing has begun: what is waited for, and until when.
    mutating func show(waiting status: ConnectorStatus) {
        let clock = session.clock
        let checkIn = status.nextCheckIn.map { "; next check-in \(clock.short($0))" } ?? ""
        say("Waiting for the Web Connector\(checkIn). \(status.sentence)")
    }

    /// The daemon is away, for an upgrade or for worse.
    mutating func showAbsence() { say("The daemon does not answer; trying again.") }

    /// Leaves the terminal with an empty line for what comes next.
    mutating func close() {
        if isDrawn { session.terminal.clearRedrawn() }
        isDrawn = false
    }

    private mutating func say(_ text: String) {
        if session.terminal.isTerminal { draw(Line(text, .grey)) } else { write(text) }
    }

    private mutating func draw(_ line: Line) {
        guard !session.isJSON else { return }
        session.terminal.redraw(line)
        isDrawn = true
    }

    private mutating func write(_ text: String) {
        guard !session.isJSON, text != lastText else { return }
        session.terminal.show(Line(text))
        lastText = text
    }
}
