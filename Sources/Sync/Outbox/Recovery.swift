/*
 What became of a message set whose answer did not come, and what is done about it.

 QuickBooks keeps the answers to sets that carry an ID, so that whoever lost one can ask again. That memory is
 good while QuickBooks is: it goes down with QuickBooks itself, with a restored backup, and with a full disk.
 So it is asked first, and what it does not know is looked for in the books.

     sent ── answer ──────────────────────────────────────────────> settled, one by one
       |
       | no answer: a new conversation, a second fetch, an unreadable or oversized answer
       v
     ask for its state (no requests, old and new ID the same: this can apply nothing)
       |   0     the stored answer ───────────────────────────────> settled, one by one
       |   600   nothing stored ──> unknown there
       |   9002, 9003, 9005 ──────> unanswered          look for each request in the books
       |   9001  another content ─> clash                 |
       v                                                  v
     per request   found, with our GUID or as it was sent ────────> succeeded, linked
                   surely not there, and the set unknown there ───> sent again, if it still may
                   else ──────────────────────────────────────────> outcome unknown: a person decides

 Each conversation asks and looks for itself: what an earlier one found may be otherwise by now.

 "Sent again" is the same document under the same ID as long as none of its requests was answered or
 found: if the first copy should still arrive, QuickBooks runs only one of the two. Was one found, or may one
 have been, the set's state is asked for once more; if it is still unknown there, QuickBooks went down in the
 middle, and the others go back into the queue. So do all of a set of which one must not go out any more: its
 time is over, its source was stopped, or its category is not written by now.

 Where QuickBooks has no other answer to the question for the state, or to a look, than one and the same code,
 in conversation after conversation, that is the answer: what cannot be asked is left out, and the rest
 decides. A window on the screen or another company that is open is none: it is gone some day.

 What may happen, and why nothing is applied twice:
   - Our answer with the document was lost on its way: the state is 600, the books have nothing, it goes
     again.
   - The answer of QuickBooks was lost on its way to us: the state is 0, the stored answer is taken.
   - QuickBooks went down before it ran the set: as the first. In the middle: 600, some are found.
     After it, before it stored the answer: 600, all are found.
   - We were killed before or after our commit: a set that was formed and not handed out, and one that was
     handed out, look alike to us, and are treated alike.
   - Our own database was put back to an older copy: what waited there may have gone out since. It is looked
     for as if the state were 600; see `Conversation+Restored.swift`.
   - The company file was put back to an older backup: the state is 600 and the books have nothing, as if it
     had never been; it goes again, into the books as they are now.
   - A record without a GUID (kinds that take none) that came into being since may also be somebody's own
     work, and may have another name by now: a person decides.
   - What was added may have been deleted by somebody before we looked. So QuickBooks' list of deletions is
     asked for too, and where it names a record that we never saw, a person decides. One that we saw is proof
     by its GUID, deleted or not.
   - The QuickBooks user may have been restricted: then the books show nothing, without an error. So any one
     record is asked for too; where none comes and the mirror has some, nothing is taken for not there.
*/

import FoundationEssentials
import QBXML
import WebConnector

enum Recovery: Equatable, Sendable {
    case ask
    case look(Evidence.Question)
    case send
    /// Nothing has to be asked: these requests go on so, and the set is closed.
    case close([WriteEnd])

    /// After so many copies without a word from QuickBooks a person must look.
    static let mostSends = 5
    /// An answer that cannot be taken stays so.
    static let mostAsks = 3
    /// Nor can one about the books.
    static let mostLooks = 2

    static func next(_ set: MessageSet, _ facts: OutboxFacts, now: Date) -> Recovery {
        guard set.isRecoverable else {
            return .close(set.writes.map { askedAgain($0, "QuickBooks gave no answer to it.", now) })
        }
        switch set.stage {
        case .sent where set.asks < mostAsks: return .ask
        case .closed: return .close([])
        case .sent, .unanswered, .clash, .unknownThere: break
        }
        if set.isRefusedWhole, set.stage == .unknownThere {
            return .close(set.writes.map { divided($0, of: set, now) })
        }
        if let question = question(about: set.writes) { return .look(question) }
        let verdicts = set.writes.map { write in
            (write, Evidence(write, facts.candidates[write.number] ?? [], since: set.since))
        }
        // One that was answered before is among what would be carried out a second time.
        let isUntouched = set.isWhole && verdicts.allSatisfy { $0.1 == .notApplied }
        if set.stage == .unknownThere, isUntouched, set.sends < mostSends {
            guard facts.isWithheld else { return .send }
            let why = "QuickBooks has not carried it out, and not all of its message set may go out now."
            return .close(set.writes.map { requeued($0, why, now) })
        }
        if set.stage == .unknownThere, set.asks == 1, isFoundInPart(verdicts.map(\.1)) { return .ask }
        return .close(
            verdicts.map { write, evidence in
                end(of: write, evidence, set, isUntouched: isUntouched, now: now)
            })
    }

    /// Some would go back into the queue, and not all of the set: QuickBooks went down in the middle, or
    /// another computer, which looked like this one, carries the set out while we look. Then the set is known
    /// by now.
    private static func isFoundInPart(_ verdicts: [Evidence]) -> Bool {
        verdicts.contains(.notApplied) && !verdicts.allSatisfy { $0 == .notApplied }
    }

    /// One question for all requests that it can tell about.
    private static func question(about writes: [Write]) -> Evidence.Question? {
        let open = writes.filter { !$0.isExamined }
        let questions = open.compactMap { Evidence.question(about: $0) }
        guard let first = questions.first else { return nil }
        guard case .named(let category, _) = first else { return first }
        let ids = questions.flatMap { question -> [String] in
            if case .named(category, let ids) = question { ids } else { [] }
        }
        return .named(category: category, ids: ids)
    }

    private static func end(
        of write: Write, _ evidence: Evidence, _ set: MessageSet, isUntouched: Bool, now: Date
    ) -> WriteEnd {
        switch evidence {
        case .applied(let record):
            let isDeleted = write.subject.operation == .add && record?.isGone ?? false
            let found =
                "\(lost(set)); the books show that it was carried out."
                + (isDeleted ? " Its record was deleted since." : "")
            return WriteEnd(write, .succeeded, found, record: record, at: now)
        case .notApplied where set.stage == .unknownThere && !isUntouched:
            let why =
                set.sends == 0
                ? "The books have nothing of it." : "QuickBooks went down before it came to this one."
            return requeued(write, why, now)
        case .notApplied:
            let why =
                switch set.stage {
                case .unanswered: "QuickBooks knows its message set and has no clear answer to it."
                case .clash: "QuickBooks knows another message set under its ID."
                case .sent where set.sends == 0: "\(lost(set)), and QuickBooks does not answer."
                case .sent, .unknownThere, .closed: "It was sent \(set.sends) times and no answer came."
                }
            return WriteEnd(
                write, .unknown, "\(why) Nothing in the books looks like it. \(decide)", at: now)
        case .unclear(let candidates):
            let found =
                candidates.isEmpty
                ? write.blindness ?? "No query of QuickBooks can show whether it was carried out."
                : "\(lost(set)), and the books have what may have come of it."
            return WriteEnd(write, .unknown, "\(found) \(decide)", candidates: candidates, at: now)
        }
    }

    /// A question changes nothing and is asked again without a thought, but not without end: it may be what
    /// QuickBooks breaks down of.
    static func askedAgain(_ write: Write, _ why: String, _ now: Date) -> WriteEnd {
        let times = write.attempts + 1
        guard times < mostSends else {
            return WriteEnd(
                write, .failed(.quarantined), "\(why) It was asked \(times) times and is asked no more.",
                at: now)
        }
        let wait = times == 1 ? nil : now.addingTimeInterval(WritePolicy.delay(after: times - 2))
        return WriteEnd(
            write, .queued(notBefore: wait, isolation: nil, countsAsAttempt: true),
            "\(why) It is asked again.", at: now)
    }

    /// QuickBooks could not read the document, and knows nothing of it.
    private static func divided(_ write: Write, of set: MessageSet, _ now: Date) -> WriteEnd {
        let why = refusedWhole(HResult.sentence(HResult.documentRefused, said: ""))
        return set.writes.count > 1
            ? requeued(write, why, now)
            : WriteEnd(write, .failed(.unreadable), why, at: now)
    }

    static func refusedWhole(_ why: String) -> String { "QuickBooks refused the document. \(why)" }

    /// Whether QuickBooks has said this so often, and nothing else, that waiting for more is in vain.
    static func isHopeless(_ code: HResult, _ facts: OutboxFacts) -> Bool {
        guard !code.isInTheWay else { return false }
        let before = facts.breakOffs.prefix { HResult($0) == code }.count
        return before + 1 >= WritePolicy.patience
    }

    /// What becomes of a set that cannot be asked after, because QuickBooks goes down whenever it is.
    static func unasked(_ set: MessageSet, _ why: String, now: Date) -> [WriteEnd] {
        set.writes.map { write in
            WriteEnd(
                write, .unknown,
                "QuickBooks ended \(WritePolicy.patience) conversations in a row when it was asked what "
                    + "became of it. \(why) \(decide)", at: now)
        }
    }

    private static func lost(_ set: MessageSet) -> String {
        set.sends == 0
            ? "It waited when the copy was made to which the database was put back" : "The answer was lost"
    }

    static let decide = "Look into QuickBooks, then link it, send it again, or drop it."

    static func requeued(_ write: Write, _ why: String, _ now: Date) -> WriteEnd {
        WriteEnd(
            write, .queued(notBefore: nil, isolation: write.isolation, countsAsAttempt: false), why, at: now)
    }
}

extension Evidence.Question {
    /// Whether what is answered to the question tells about a request.
    func covers(_ write: Write) -> Bool {
        switch (self, Evidence.question(about: write)) {
        case (.since(let one), .since(let other)?): one == other
        case (.named(let one, let ids), .named(let other, let own)?):
            one == other && own.allSatisfy { ids.contains($0) }
        default: false
        }
    }
}
