import FoundationEssentials
import QBXML

/// A change that QuickBooks refused because the record was changed since the caller read it (3200).
///
/// Three versions are compared: as it was when the caller read it, as QuickBooks has it now, and what the
/// caller wants. Where nobody touched what the caller changes, the change is as right as it was, and goes out
/// with the new `EditSequence`. Where somebody did, both sides are shown.
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
        let touched = sent.members.keys.sorted().filter { name in
            guard !Self.keys.contains(name) else { return false }
            let own = Self.ret(name)
            return before[own] != now[own]
        }
        guard touched.isEmpty else {
            self = .conflict(
                sentence:
                    "Somebody changed the same in QuickBooks meanwhile: \(touched.joined(separator: ", ")). "
                    + "Compare both sides, then send the change anew or dismiss it.")
            return
        }
        guard let body = Self.replacing(old, with: new, in: stale.write.body) else {
            self = .conflict(sentence: "The request holds no EditSequence that could be renewed.")
            return
        }
        self = .rebased(body: body, editSequence: new)
    }

    private static let keys: Set<String> = ["ListID", "TxnID", "EditSequence"]

    /// `InvoiceLineMod` comes back as `InvoiceLineRet`.
    private static func ret(_ name: String) -> String {
        name.hasSuffix("Mod") ? String(name.dropLast(3)) + "Ret" : name
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
