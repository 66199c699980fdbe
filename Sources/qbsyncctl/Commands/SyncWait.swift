import API
import FoundationEssentials

/// Waits for the conversation that a forced sync becomes, and shows how far it is.
///
/// The daemon may be restarted meanwhile: the conversation outlives it, so the wait does too.
struct SyncWait {
    let name: String
    /// The newest conversation before the order; ours has a greater number.
    let after: Int64
    /// Give up after so many seconds; nil waits as long as it takes.
    let seconds: Int?
    let session: Session

    /// A daemon that does not come back within this many seconds is reported.
    private static let absence = 120
    private static let pause = Duration.seconds(1)

    /// What one look at the daemon showed.
    private enum Look {
        case waiting(ConnectorStatus)
        case running(Progress)
        /// `stands`: it was a refusal at the door, and the order still waits for a check-in that is let in.
        case over(ConversationEntry, stands: Bool)
        case gone(ConnectorStatus)
    }

    /// - Returns: the conversation, ended.
    func end() async throws -> ConversationEntry {
        let deadline = seconds.map { session.clock.now.addingTimeInterval(Double($0)) }
        var display = SyncDisplay(session: session)
        var absentSince: Date?
        while true {
            do {
                switch try await look() {
                case .over(let entry, let stands):
                    display.close()
                    if stands {
                        session.terminal.note(
                            Line("The forced sync still waits for a check-in that is let in."))
                    }
                    return entry
                case .gone(let status):
                    display.close()
                    throw Failure.notNow("The forced sync will not start now. \(status.sentence)")
                case .running(let progress): display.show(progress)
                case .waiting(let status): display.show(waiting: status)
                }
                absentSince = nil
            } catch let failure as Failure where failure.exitCode == Outcome.unreachable {
                let since = absentSince ?? session.clock.now
                absentSince = since
                if session.clock.now.timeIntervalSince(since) > Double(Self.absence) {
                    display.close()
                    throw failure
                }
                display.showAbsence()
            }
            if let deadline, session.clock.now >= deadline {
                display.close()
                throw Failure.notNow(
                    "Not over after \(Quantity.duration(seconds: seconds ?? 0)). "
                        + "The sync itself goes on: qbsyncctl status.")
            }
            try await Task.sleep(for: Self.pause)
        }
    }

    /// The status is read before the history: an order that has gone from the one is in the other by then.
    private func look() async throws -> Look {
        let status = try await session.client.status(of: name)
        let path = Path.connector(Destination.percentEncoded(name), "history")
        let entries = try await session.client.get(path, query: Limit.query(10), as: [ConversationEntry].self)
        guard let entry = Self.ours(entries.filter { $0.number > after }) else {
            return status.awaitsSync ? .waiting(status) : .gone(status)
        }
        if entry.endedAt != nil { return .over(entry, stands: status.isForced && entry.trigger != "forced") }
        if let progress = status.progress, progress.conversation == entry.number { return .running(progress) }
        return .waiting(status)
    }

    /// The forced conversation, else the one that runs; else the newest, which may be a refusal that a person
    /// must see (CB-7).
    private static func ours(_ entries: [ConversationEntry]) -> ConversationEntry? {
        entries.last { $0.trigger == "forced" } ?? entries.first { $0.endedAt == nil } ?? entries.first
    }
}

extension ConnectorStatus {
    /// Something will come of waiting: the order stands, or a sync runs.
    var awaitsSync: Bool { isForced || progress != nil }
}
