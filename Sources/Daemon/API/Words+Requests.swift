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
    init(_ row: RequestRow) { self.init(row, sentence: row.told) }

    /// What it waits for is known only of one that is looked at by itself.
    init(_ detail: RequestDetail) {
        let parents = detail.waitsFor
        guard detail.row.state == .queued, !detail.row.isStopped, let first = parents.first else {
            self.init(detail.row)
            return
        }
        let others = parents.count == 1 ? "" : " and \(parents.count - 1) more"
        let lost = parents.first { $0.state.isSettled || $0.state == .unknown }
        let stuck = lost.map { " \($0.id) is \($0.state.rawValue): \($0.wayOn)" } ?? ""
        self.init(detail.row, sentence: "It waits for \(first.title) \(first.id)\(others).\(stuck)")
    }

    private init(_ row: RequestRow, sentence: String) {
        let move = row.move
        self.init(
            id: row.id, number: row.number, connector: row.connector, title: row.title,
            operation: row.operation, kind: row.kind, recordId: row.recordID,
            editSequence: row.editSequence, name: row.name, state: row.state.rawValue,
            outcome: row.outcome.rawValue, sentence: sentence, mover: move?.mover.title, fix: move?.fix,
            code: row.code, statusCode: row.statusCode, statusMessage: row.statusMessage,
            source: row.source, reference: row.reference, priority: row.priority, attempts: row.attempts,
            queuedAt: row.queuedAt, notBefore: row.notBefore, expiresAt: row.expiresAt, sentAt: row.sentAt,
            settledAt: row.settledAt, dismissedAt: row.dismissedAt, dismissedBy: row.dismissedBy)
    }
}

extension RequestRow {
    /// How it stands, or what it came to.
    var told: String {
        if state == .queued {
            if isStopped { return Self.stoppedSentence }
            if isBlocked { return Self.blockedSentence }
            if isClosed { return Self.closedSentence }
        }
        if let sentence, !sentence.isEmpty { return sentence }
        return Self.plainSentence(state, isApplied: outcome == .applied)
    }

    /// What lets those go that wait for it.
    fileprivate var wayOn: String {
        if state == .unknown { return "link it, send it again or drop it, or cancel this one." }
        // It was dropped: nobody knows whether it was carried out, and so it is never sent again.
        if outcome == .unknown { return "cancel this one, and queue it anew." }
        return "retry it, or cancel this one."
    }

    /// What is told of those of which nothing else is known.
    static var plainSentences: [String] {
        Write.State.allCases.flatMap {
            [plainSentence($0, isApplied: true), plainSentence($0, isApplied: false)]
        } + [blockedSentence, stoppedSentence, closedSentence]
    }

    private static let blockedSentence =
        "It waits for another request: qbsyncctl request show says for which."
    private static let stoppedSentence =
        "Its source is stopped: qbsyncctl messages says why, and how it goes on."

    private static let closedSentence =
        "Its category is not written at present: it waits until qbsyncctl category set lets it be."

    private static func plainSentence(_ state: Write.State, isApplied: Bool) -> String {
        switch state {
        case .queued: return "It waits for the Web Connector."
        case .sent: return "It was handed to the Web Connector; the answer has not come yet."
        case .succeeded: return isApplied ? "QuickBooks carried it out." : "QuickBooks answered it."
        case .failed: return "It failed."
        case .cancelled: return "It was cancelled."
        case .expired: return "Its time was over before the Web Connector came for it."
        case .unknown: return "Nobody knows whether it was carried out."
        }
    }

    /// Whose move it is, and what they should do; nil where it goes on by itself or is over.
    fileprivate var move: (mover: Status.Actor, fix: String?)? {
        switch state {
        case .unknown:
            return (
                .administrator,
                "Look into QuickBooks, then: qbsyncctl request link \(id) RECORD, or resend, or drop."
            )
        case .failed:
            guard dismissedAt == nil else { return nil }
            if let known = statusCode.flatMap({ Status(code: $0, message: "").known }) {
                return (known.whoMustAct, known.fix)
            }
            switch code {
            case WriteEnd.FailureCode.quarantined.rawValue:
                return (.workstation, "Close what has the record open, then: qbsyncctl request retry \(id)")
            case WriteEnd.FailureCode.versionTooOld.rawValue: return (.administrator, nil)
            default: return (.sender, nil)
            }
        case .queued where isClosed && !isStopped && !isBlocked:
            let category = kind.flatMap { Category.bringing(kind: $0)?.name } ?? "CATEGORY"
            return (
                .administrator, "qbsyncctl category set \(connector) \(category) --direction both"
            )
        case .queued:
            guard let statusCode, let known = Status(code: statusCode, message: "").known else { return nil }
            return known.whoMustAct == .nobody ? nil : (known.whoMustAct, known.fix)
        case .sent, .succeeded, .cancelled, .expired: return nil
        }
    }
}

extension MessageEntry {
    /// A request that failed, or of which nobody can tell.
    init(_ row: RequestRow) {
        let since = row.settledAt ?? row.sentAt ?? row.queuedAt
        self.init(
            category: "requests", kind: row.title, id: row.id, name: row.name, sentence: row.told,
            since: since, lastSeenAt: since)
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
