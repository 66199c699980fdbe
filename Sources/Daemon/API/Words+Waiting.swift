import API
import FoundationEssentials
import QBXML
import Store
import Sync
import WebConnector

/// Whose move it is, and what they should do.
struct Move: Equatable, Sendable {
    /// Nil where it goes on by itself.
    var mover: String?
    var fix: String?
}

/// Why a request that is queued does not go out. Its own reasons come first: that its source is stopped, that
/// it waits for another, that its category is not written; then those of the connector.
struct Waiting: Equatable, Sendable {
    /// Of the connector; nil where nobody asked.
    var outlook: RequestOutlook?
    /// Those that must succeed first and have not, as far as they were looked for.
    var parents: [RequestRow] = []
    /// In front of it, and over without success or of unknown outcome.
    var hindrance: RequestRow?

    static let blocked = "It waits for another request: qbsyncctl request show says for which."
    static let stopped = "Its source is stopped: qbsyncctl messages says why, and how it goes on."
    static let closed =
        "Its category is not written at present: it waits until qbsyncctl category set lets it be."

    private static let over = "Its time is over: it goes out no more, and expires within a minute."

    /// Nil where there is nothing to say beside what the request says itself.
    func sentence(of row: RequestRow) -> String? {
        guard row.state == .queued else { return nil }
        if outlook?.isOver(row.expiresAt) ?? false { return Self.over }
        if row.isStopped { return Self.stopped }
        if row.isBlocked { return blockedSentence }
        if row.isClosed { return Self.closed }
        guard let outlook else { return nil }
        let why = outlook.sentence(notBefore: row.notBefore)
        // Put off, and why.
        guard let own = row.sentence, !own.isEmpty else { return why }
        return why == RequestOutlook.plain ? own : "\(own) \(why)"
    }

    private var blockedSentence: String {
        guard let first = parents.first else { return hindrance?.hinders ?? Self.blocked }
        let others = parents.count == 1 ? "" : " and \(parents.count - 1) more"
        let head = "It waits for \(first.title) \(first.id)\(others)."
        guard let hindrance else { return head }
        let isParent = parents.contains { $0.id == hindrance.id }
        let name = isParent ? hindrance.id : "In front of that, \(hindrance.title) \(hindrance.id)"
        return "\(head) \(name) is \(hindrance.state.rawValue): \(hindrance.wayOn)"
    }

    func move(of row: RequestRow) -> Move? {
        if outlook?.isOver(row.expiresAt) ?? false { return nil }
        if row.isStopped {
            return Move(
                mover: Status.Actor.administrator.title,
                fix: StoppedSource.release(row.source, connector: row.connector))
        }
        if row.isBlocked { return hindrance.map { $0.moveOn(for: row.id) } }
        if row.isClosed {
            let category = row.kind.flatMap { Category.bringing(kind: $0)?.name } ?? "CATEGORY"
            return Move(
                mover: Status.Actor.administrator.title,
                fix: "qbsyncctl category set \(row.connector) \(category) --direction both")
        }
        if let statusCode = row.statusCode, let known = Status(code: statusCode, message: "").known,
            known.whoMustAct != .nobody
        {
            return Move(mover: known.whoMustAct.title, fix: known.fix)
        }
        guard let outlook, outlook.outlasts(row.notBefore) else { return nil }
        return Move(mover: outlook.mover == .nobody ? nil : outlook.mover.rawValue, fix: outlook.fix)
    }
}

/// What is said of a request behind which others are stuck.
extension RequestRow {
    /// What waits for it does not go out by itself.
    var isLost: Bool { state == .unknown || state.isSettled && state != .succeeded }

    /// "It" is what waits.
    var hinders: String { "It waits for \(title) \(id), which is \(stateTold)." }

    private var stateTold: String { state.rawValue + (dismissedAt == nil ? "" : " and dismissed") }

    /// What lets those go that wait for it, in words.
    var wayOn: String {
        if state == .unknown { return "link it, send it again or drop it, or cancel this one." }
        // It was dropped: nobody knows whether it was carried out, and so it is never sent again.
        if outcome == .unknown { return "cancel this one, and queue it anew." }
        return "retry it, or cancel this one."
    }

    var lookAndDecide: String {
        let record = leavesRecord ? " RECORD" : ""
        return "Look into QuickBooks, then: qbsyncctl request link \(id)\(record), or resend, or drop."
    }

    /// The same, with the commands.
    func wayOn(for child: String) -> String {
        [
            way, "To send this one by itself, queue it anew and cancel it: qbsyncctl request cancel \(child)",
        ].compactMap { $0 }.joined(separator: " ")
    }

    /// Nil where there is none.
    private var way: String? {
        if state == .unknown {
            return lookAndDecide
        }
        return outcome == .unknown ? nil : "Once its cause is gone: qbsyncctl request retry \(id)."
    }

    /// For whoever queues something behind it.
    func warning(of child: String) -> String {
        "\(child) cannot go out before \(title) \(id) has succeeded, which is \(stateTold). "
            + (way ?? "It was dropped, and is never sent again.")
    }

    fileprivate func moveOn(for child: String) -> Move {
        let actor: Status.Actor = state == .unknown ? .administrator : .sender
        return Move(mover: actor.title, fix: wayOn(for: child))
    }
}

extension Snapshot {
    /// Why requests of a list wait; nearer than in `hindrances` of one, because there may be a thousand.
    func waiting(_ row: RequestRow, _ outlook: RequestOutlook?) throws -> Waiting {
        Waiting(
            outlook: outlook,
            hindrance: row.isBlocked ? try hindrances(of: row.number, reach: Self.listedReach).first : nil)
    }

    private static var listedReach: Int { 20 }
}
