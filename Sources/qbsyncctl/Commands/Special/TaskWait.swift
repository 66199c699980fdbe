import API
import FoundationEssentials

/// Waits for the end of a task, and shows how far it is.
///
/// The daemon may be restarted meanwhile: the task outlives it, so the wait does too.
struct TaskWait {
    /// Of the task in the API.
    let path: String
    /// Give up after so many seconds; nil waits as long as it takes.
    let seconds: Int?
    let session: Session

    /// A daemon that does not come back within this many seconds is reported.
    private static let absence = 120
    /// Seconds that one question waits, so that the bar moves.
    private static let pause = 2

    func end() async throws -> TaskDetail {
        let deadline = seconds.map { session.clock.now.addingTimeInterval(Double($0)) }
        var display = TaskDisplay(session: session)
        defer { display.close() }
        var absentSince: Date?
        while true {
            do {
                let detail = try await session.client.get(
                    path, query: [("wait", String(Self.pause))], as: TaskDetail.self)
                absentSince = nil
                switch detail.task.state {
                case "done", "failed": return detail
                case "stopped":
                    throw Failure.notNow("Task \(detail.task.number) will not go on. \(detail.task.sentence)")
                default: display.show(detail.task)
                }
            } catch let failure as Failure where failure.exitCode == Outcome.unreachable {
                let since = absentSince ?? session.clock.now
                absentSince = since
                if session.clock.now.timeIntervalSince(since) > Double(Self.absence) { throw failure }
                display.say("The daemon does not answer; trying again.")
                try await Task.sleep(for: .seconds(1))
            }
            if let deadline, session.clock.now >= deadline {
                throw Failure.notNow(
                    "Not over after \(Quantity.duration(seconds: seconds ?? 0)). The task itself goes on: "
                        + "qbsyncctl task list.")
            }
        }
    }
}

/// How the wait looks: a bar that is redrawn on a terminal, a line per step elsewhere, nothing for `--json`.
/// It goes to the notes, because what comes in the end may be a table that is written to a file.
struct TaskDisplay {
    let session: Session
    private var isDrawn = false
    private var lastText: String?
    private static let bar = 20

    init(session: Session) { self.session = session }

    mutating func show(_ task: TaskEntry) {
        let filled = task.percent * Self.bar / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.bar - filled)
        if session.terminal.notesOnTerminal {
            draw("\(bar) \(task.percent) %, \(task.sentence)")
        } else {
            write(task.sentence)
        }
    }

    mutating func say(_ text: String) {
        if session.terminal.notesOnTerminal { draw(text) } else { write(text) }
    }

    /// Leaves the terminal with an empty line for what comes next.
    mutating func close() {
        if isDrawn { session.terminal.clearNote() }
        isDrawn = false
    }

    private mutating func draw(_ text: String) {
        guard !session.isJSON else { return }
        session.terminal.redrawNote(Line(text, .blue))
        isDrawn = true
    }

    private mutating func write(_ text: String) {
        guard !session.isJSON, text != lastText else { return }
        session.terminal.note(Line(text))
        lastText = text
    }
}
