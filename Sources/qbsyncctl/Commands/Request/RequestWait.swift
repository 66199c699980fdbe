import API
import ArgumentParser
import FoundationEssentials

/// Waits until requests are settled or unknown, and shows how far they are.
///
/// The daemon may be restarted meanwhile: a request outlives it, so the wait does too.
struct RequestWait {
    let ids: [String]
    /// Give up after so many seconds; nil waits as long as it takes.
    let seconds: Int?
    let session: Session

    /// A daemon that does not come back within this many seconds is reported.
    private static let absence = 120
    /// Seconds that one question waits, so that a person sees that we are there.
    private static let pause = 2

    /// - Returns: in the order of the IDs.
    func end() async throws -> [RequestEntry] {
        let deadline = seconds.map { session.clock.now.addingTimeInterval(Double($0)) }
        var display = RequestDisplay(session: session)
        defer { display.close() }
        var absentSince: Date?
        var entries: [RequestEntry] = []
        var connector = "NAME"
        while entries.count < ids.count {
            do {
                let account = try await session.client.get(
                    RequestChoice.path(ids[entries.count]), query: [("wait", String(Self.pause))],
                    as: RequestAccount.self)
                absentSince = nil
                connector = account.request.connector
                if !["queued", "sent"].contains(account.request.state) {
                    entries.append(account.request)
                    display.show(entries.count, of: ids.count, nil)
                    continue
                }
                display.show(entries.count, of: ids.count, account.request)
            } catch let failure as Failure where failure.exitCode == Outcome.unreachable {
                let since = absentSince ?? session.clock.now
                absentSince = since
                if session.clock.now.timeIntervalSince(since) > Double(Self.absence) { throw failure }
                display.say("The daemon does not answer; trying again.")
                try await Task.sleep(for: .seconds(1))
            }
            if let deadline, session.clock.now >= deadline {
                throw Failure.notNow(
                    "\(ids.count - entries.count) of \(ids.count) not over after "
                        + "\(Quantity.duration(seconds: seconds ?? 0)). They go on by themselves: "
                        + "qbsyncctl request list \(connector) --state queued,sent")
            }
        }
        return entries
    }

    /// The exit code for what was shown.
    static func check(_ entries: [RequestEntry]) throws {
        let states = Set(entries.map(\.state))
        if states.contains("outcome unknown") { throw ExitCode(Outcome.outcomeUnknown) }
        if !states.subtracting(["succeeded"]).isEmpty { throw ExitCode(Outcome.taskFailed) }
    }
}

/// How waiting and sending look: a line that is redrawn on a terminal, nothing elsewhere.
struct RequestDisplay {
    let session: Session
    private var isDrawn = false
    private static let bar = 20

    init(session: Session) { self.session = session }

    mutating func show(_ done: Int, of all: Int, _ next: RequestEntry?) {
        let head = all > 1 ? "\(Self.drawn(Double(done) / Double(all))) \(done) of \(all) " : ""
        say(head + (next?.sentence ?? ""))
    }

    /// - Parameter part: how much of the file is sent; nil where nobody knows.
    mutating func show(sent: Int, part: Double?) {
        say("\(part.map { Self.drawn($0) + " " } ?? "")\(Quantity.count(sent, "request")) queued")
    }

    mutating func show(checked: Int, part: Double?) {
        say("\(part.map { Self.drawn($0) + " " } ?? "")\(Quantity.count(checked, "line")) checked")
    }

    mutating func say(_ text: String) {
        guard session.terminal.notesOnTerminal, !session.isJSON else { return }
        session.terminal.redrawNote(Line(text, .blue))
        isDrawn = true
    }

    mutating func close() {
        if isDrawn { session.terminal.clearNote() }
        isDrawn = false
    }

    private static func drawn(_ part: Double) -> String {
        let filled = Int(part * Double(bar))
        return String(repeating: "█", count: filled) + String(repeating: "░", count: bar - filled)
            + " \(Int(part * 100)) %"
    }
}
