import API
import FoundationEssentials
import QBXML
import Store
import Sync

/// Requests in the words of the API. How their states read stands here and nowhere else.
extension RequestReceipt {
    init(_ row: RequestRow) {
        self.init(
            id: row.id, title: row.title, state: row.state.rawValue, outcome: row.outcome.rawValue,
            sentence: row.sentence, recordId: row.recordID)
    }
}

extension RequestEntry {
    /// What it waits for in full is known only of one that is looked at by itself.
    init(_ detail: RequestDetail, _ outlook: RequestOutlook?) {
        self.init(
            detail.row,
            Waiting(outlook: outlook, parents: detail.waitsFor, hindrance: detail.hindrances.first))
    }

    init(_ row: RequestRow, _ waiting: Waiting = Waiting()) {
        let move = row.move(waiting)
        self.init(
            id: row.id, number: row.number, connector: row.connector, title: row.title,
            operation: row.operation, kind: row.kind, recordId: row.recordID,
            editSequence: row.editSequence, name: row.name, state: row.state.rawValue,
            outcome: row.outcome.rawValue, sentence: row.told(waiting), mover: move?.mover, fix: move?.fix,
            code: row.code, statusCode: row.statusCode, statusMessage: row.statusMessage,
            source: row.source, reference: row.reference, priority: row.priority, attempts: row.attempts,
            queuedAt: row.queuedAt, notBefore: row.notBefore, expiresAt: row.expiresAt, sentAt: row.sentAt,
            settledAt: row.settledAt, dismissedAt: row.dismissedAt, dismissedBy: row.dismissedBy)
    }
}

extension RequestRow {
    /// How it stands, or what it came to.
    func told(_ waiting: Waiting = Waiting()) -> String {
        if let why = waiting.sentence(of: self) { return why }
        if let sentence, !sentence.isEmpty { return sentence }
        return Self.plainSentence(state, isApplied: outcome == .applied)
    }

    /// What is told of those of which nothing else is known.
    static var plainSentences: [String] {
        Write.State.allCases.flatMap {
            [plainSentence($0, isApplied: true), plainSentence($0, isApplied: false)]
        } + [Waiting.blocked, Waiting.stopped, Waiting.closed]
    }

    private static func plainSentence(_ state: Write.State, isApplied: Bool) -> String {
        switch state {
        case .queued: return RequestOutlook.plain
        case .sent: return "It was handed to the Web Connector; the answer has not come yet."
        case .succeeded: return isApplied ? "QuickBooks carried it out." : "QuickBooks answered it."
        case .failed: return "It failed."
        case .cancelled: return "It was cancelled."
        case .expired: return "Its time was over before the Web Connector came for it."
        case .unknown: return "Nobody knows whether it was carried out."
        }
    }

    /// Whose move it is, and what they should do; nil where it goes on by itself or is over.
    fileprivate func move(_ waiting: Waiting) -> Move? {
        switch state {
        case .unknown:
            return Move(
                mover: Status.Actor.administrator.title,
                fix: lookAndDecide)
        case .failed: return dismissedAt == nil ? moveOfFailed : nil
        case .queued: return waiting.move(of: self)
        case .sent, .succeeded, .cancelled, .expired: return nil
        }
    }

    private var moveOfFailed: Move {
        if let known = statusCode.flatMap({ Status(code: $0, message: "").known(of: title) }) {
            return Move(mover: known.whoMustAct.title, fix: known.fix)
        }
        switch code {
        case WriteEnd.FailureCode.quarantined.rawValue:
            return Move(
                mover: Status.Actor.workstation.title,
                fix: "Close what has the record open, then: qbsyncctl request retry \(id)")
        case WriteEnd.FailureCode.versionTooOld.rawValue:
            return Move(mover: Status.Actor.administrator.title)
        default: return Move(mover: Status.Actor.sender.title)
        }
    }
}

extension MessageEntry {
    /// A request that failed, or of which nobody can tell.
    init(_ row: RequestRow) {
        let since = row.settledAt ?? row.sentAt ?? row.queuedAt
        self.init(
            category: "requests", kind: row.title, id: row.id, name: row.name, sentence: row.told(),
            since: since, lastSeenAt: since)
    }

    /// Requests that cannot go out, by what they wait for.
    init(_ group: StuckGroup) {
        let (first, parent) = (group.first, group.parent)
        let others = group.count == 1 ? "" : " So do \(group.count - 1) more."
        let since = max(parent.settledAt ?? first.queuedAt, first.queuedAt)
        self.init(
            category: "requests", kind: first.title, id: first.id, name: first.name,
            sentence: "\(parent.hinders)\(others) \(parent.wayOn(for: first.id))", since: since,
            lastSeenAt: since)
    }

    /// Those that are too many to be told; nil if there are none.
    init?(untold count: Int, behind last: RequestRow?) {
        guard count > 0, let since = last.map({ $0.settledAt ?? $0.sentAt ?? $0.queuedAt }) else {
            return nil
        }
        self.init(
            category: "requests", kind: nil, id: nil, name: nil,
            sentence: "… and \(count) more that failed or of which nobody knows what became of them: "
                + "qbsyncctl request list",
            since: since, lastSeenAt: since, more: count)
    }
}

extension RequestCounts {
    /// Nil where there are none.
    init?(_ counts: [Write.State: Int]) {
        guard counts.values.contains(where: { $0 > 0 }) else { return nil }
        self.init(
            waiting: counts[.queued] ?? 0, sent: counts[.sent] ?? 0, failed: counts[.failed] ?? 0,
            unknown: counts[.unknown] ?? 0)
    }
}

extension EventEntry {
    init(_ row: EventRow) {
        self.init(
            number: row.number, at: row.at, connector: row.connector, kind: row.kind, subject: row.subject,
            sentence: row.sentence)
    }
}
