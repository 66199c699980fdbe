import FoundationEssentials
import QBXML

/// A change that QuickBooks refused because the record was changed since the caller read it (3200).
///
/// Three versions are compared: as it was when the caller read it, as QuickBooks has it now, and what the
/// caller wants. Where nobody touched what the caller changes, the change is as right as it was, and goes out
/// with the new `EditSequence`. Where somebody did, both sides are shown; and also where the record does not
/// show what the caller changes, and somebody changed anything at all.
enum StaleChange: Equatable, Sendable {
    case rebased(body: [UInt8], editSequence: String)
    case conflict(sentence: String)

    init(_ stale: StaleWrite) {
        let subject = stale.write.subject
        guard let old = subject.editSequence, let new = stale.editSequence, new != old,
            let now = stale.present.flatMap({ Fields(json: $0) }),
            let sent = Fields(request: stale.write.body, title: stale.write.title)
        else {
            self = .conflict(sentence: "The record was changed in QuickBooks, and cannot be read now.")
            return
        }
        guard let before = stale.before.flatMap({ Fields(json: $0) }) else {
            self = .conflict(
                sentence:
                    "The record was changed in QuickBooks since EditSequence \(old), and nobody has kept "
                    + "what it was then. Read it again, and make the change of what it is now.")
            return
        }
        if let clash = Self.clash(sent, before, now, stale.write) {
            self = .conflict(
                sentence: "\(clash) Compare both sides, then send the change anew or dismiss it.")
            return
        }
        guard let body = Self.replacing(old, with: new, in: stale.write.body) else {
            self = .conflict(sentence: "The request holds no EditSequence that could be renewed.")
            return
        }
        self = .rebased(body: body, editSequence: new)
    }

    private static let keys: Set<String> = ["ListID", "TxnID", "EditSequence"]

    /// What somebody changed in QuickBooks that the request would undo, or might; nil if nothing.
    private static func clash(_ sent: Fields, _ before: Fields, _ now: Fields, _ write: Write) -> String? {
        var touched: [String] = []
        var unseen: [String] = []
        for name in sent.members.keys.sorted() where !keys.contains(name) {
            switch Catalog.standard.counterpart(of: name, in: write.title) {
            case .child(let own):
                if before[own] != now[own] { touched.append(name) }
            case .lines(let own):
                if own.contains(where: { before[$0] != now[$0] }) {
                    touched.append(name)
                } else if own.allSatisfy({ now[$0] == nil }) {
                    // None on either side: the record may have come without its lines.
                    unseen.append(name)
                }
            case .nowhere: unseen.append(name)
            }
        }
        if !touched.isEmpty {
            return "Somebody changed the same in QuickBooks meanwhile: \(touched.joined(separator: ", "))."
        }
        let others = unseen.isEmpty ? [] : changes(before, now, write)
        guard !others.isEmpty else { return nil }
        return "Somebody changed the record in QuickBooks meanwhile: \(others.joined(separator: ", ")). It "
            + "does not show what is sent as \(unseen.joined(separator: ", ")), so nobody can tell whether "
            + "that is untouched."
    }

    /// The members that differ, but for what other records change: balances.
    private static func changes(_ before: Fields, _ now: Fields, _ write: Write) -> [String] {
        let drifts = write.subject.kind.flatMap { Category.bringing(kind: $0) }?.drifts ?? []
        let passing = Set(drifts + ["TimeModified", "EditSequence"])
        return Set(before.members.keys).union(now.members.keys).subtracting(passing).sorted()
            .filter { before[$0] != now[$0] }
    }

    private static func replacing(_ old: String, with new: String, in body: [UInt8]) -> [UInt8]? {
        let text = String(decoding: body, as: UTF8.self)
        let element = "<EditSequence>\(old)</EditSequence>"
        guard text.contains(element) else { return nil }
        let renewed = text.replacing(
            element, with: "<EditSequence>\(new)</EditSequence>", maxReplacements: 1)
        return Array(renewed.utf8)
    }
}
