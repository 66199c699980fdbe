import API
import ArgumentParser
import FoundationEssentials

/// Waits until requests are settled or unknown, and shows how far they are. One that waits for what failed
/// cannot be settled by waiting, so it is not waited for.
///
/// The daemon may be restarted meanwhile: a request outlives it, so the wait does too.
struct RequestWait {
    let ids: [String]
    /// Give up after so many seconds; nil waits as long as it takes.
    let seconds: Int?
    let session: Session
    /// As they stood when they were looked at last.
    private var entries: [String: RequestEntry] = [:]
    /// What keeps a request in the queue for ever, by the ID of that request.
    private var hindrances: [String: RequestReceipt] = [:]
    private var absentSince: Date?

    init(ids: [String], seconds: Int?, session: Session) {
        (self.ids, self.seconds, self.session) = (ids, seconds, session)
    }

    /// A daemon that does not come back within this many seconds is reported.
    private static let absence = 120
    /// Seconds that one question waits, so that a person sees that we are there.
    private static let pause = 2
    /// So many requests are asked for what one waits for, and those wait for.
    private static let asked = 200

    mutating func end() async throws -> RequestWaitEnd {
        let deadline = seconds.map { session.clock.now.addingTimeInterval(Double($0)) }
        var display = RequestDisplay(session: session)
        defer { display.close() }
        var place = 0
        while true {
            do {
                if place == ids.count {
                    try await lookAgain()
                    guard let next = ids.firstIndex(where: { !isOver($0) }) else { break }
                    place = next
                }
                let id = ids[place]
                // The first look does not wait: it may be over, or stay where it is for ever.
                if !isOver(id) { try await look(at: id, waiting: entries[id] == nil ? 0 : Self.pause) }
                if isOver(id) { place += 1 }
                display.show(place, of: ids.count, isOver(id) ? nil : entries[id])
            } catch let failure as Failure where failure.exitCode == Outcome.unreachable {
                let since = absentSince ?? session.clock.now
                absentSince = since
                if session.clock.now.timeIntervalSince(since) > Double(Self.absence) { throw failure }
                display.say("The daemon does not answer; trying again.")
                try await Task.sleep(for: .seconds(1))
            }
            if let deadline, session.clock.now >= deadline {
                await lookAtOthers()
                break
            }
        }
        return RequestWaitEnd(
            ids: ids, seconds: seconds ?? 0, entries: ids.compactMap { entries[$0] }, hindrances: hindrances)
    }

    private func isOver(_ id: String) -> Bool {
        guard let entry = entries[id] else { return false }
        return hindrances[id] != nil || !RequestWaitEnd.isOpen(entry)
    }

    private mutating func look(at id: String, waiting seconds: Int) async throws {
        let account = try await account(of: id, waiting: seconds)
        absentSince = nil
        entries[id] = account.request
        hindrances[id] = try await hindrance(of: account)
    }

    private func account(of id: String, waiting seconds: Int = 0) async throws -> RequestAccount {
        try await session.client.get(
            RequestChoice.path(id), query: seconds > 0 ? [("wait", String(seconds))] : [])
    }

    /// Somebody may have seen to what they wait for while the others were waited for.
    private mutating func lookAgain() async throws {
        let stuck = ids.filter { hindrances[$0] != nil }
        hindrances = [:]
        for id in stuck { try await look(at: id, waiting: 0) }
    }

    /// The time is over: those whose turn has not come are told as well. Without the daemon they are not.
    private mutating func lookAtOthers() async {
        for id in ids where entries[id] == nil {
            do { try await look(at: id, waiting: 0) } catch { return }
        }
    }

    /// What failed, was cancelled or expired, or is of unknown outcome, among those that a request waits for,
    /// that they wait for, and so on; nil if it may yet go out.
    private func hindrance(of account: RequestAccount) async throws -> RequestReceipt? {
        var open = account.request.state == "queued" ? account.waitsFor ?? [] : []
        var seen: Set<String> = []
        while seen.count < Self.asked, let parent = open.popLast() {
            guard seen.insert(parent.id).inserted else { continue }
            if let known = hindrances[parent.id] { return known }
            switch parent.state {
            case "queued": open += try await self.account(of: parent.id).waitsFor ?? []
            case "sent", "succeeded": continue
            default: return parent
            }
        }
        return nil
    }
}

/// How requests stand when nobody waits for them any longer.
struct RequestWaitEnd {
    let ids: [String]
    let seconds: Int
    /// In the order of the IDs. Some are missing only if the daemon was away when the time was over.
    let entries: [RequestEntry]
    let hindrances: [String: RequestReceipt]

    static func isOpen(_ entry: RequestEntry) -> Bool { ["queued", "sent"].contains(entry.state) }

    var isComplete: Bool { entries.count == ids.count }

    /// Those that stay in the queue, each with what keeps it there.
    private var stuck: [(id: String, hindrance: RequestReceipt)] {
        entries.compactMap { entry in hindrances[entry.id].map { (entry.id, $0) } }
    }

    /// Why some stay where they are; nil if none does.
    var obstacle: String? {
        guard let first = stuck.first?.hindrance else { return nil }
        let which = ids.count == 1 ? "It waits" : "\(stuck.count) of \(ids.count) wait"
        let others = Set(stuck.map(\.hindrance.id)).count - 1
        let more = others == 0 ? "" : ", or for \(others) more of that kind"
        return "\(which) for \(first.id), which is \(first.state)\(more), and cannot go out before that has "
            + "succeeded: qbsyncctl request show \(first.id)"
    }

    /// The exit code for what was shown.
    func check() throws {
        let over = entries.count { !Self.isOpen($0) || hindrances[$0.id] != nil }
        guard over == ids.count else {
            let list = "qbsyncctl request list \(entries.first?.connector ?? "NAME") --state queued,sent"
            throw Failure.notNow(
                "\(ids.count - over) of \(ids.count) not over after \(Quantity.duration(seconds: seconds)). "
                    + "They go on by themselves: \(list)")
        }
        let states = Set(entries.map(\.state) + stuck.map(\.hindrance.state))
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
