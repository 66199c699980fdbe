import FoundationEssentials
import QBXML

/// What QuickBooks' records say about a request whose answer was lost.
enum Evidence: Equatable, Sendable {
    /// It was carried out; the record that came of it, if there still is one.
    case applied(Candidate?)
    /// It was not, and that is sure.
    case notApplied
    /// It cannot be told. What might have come of it is shown to a person.
    case unclear([Candidate])

    /// What to ask QuickBooks, to find out.
    enum Question: Equatable, Sendable {
        /// All records of a category that were made or changed since the set went out.
        case since(category: String)
        /// These records, whether they are there and as they are.
        case named(category: String, ids: [String])

        var category: String {
            switch self {
            case .since(let category), .named(let category, _): category
            }
        }
    }

    /// - Returns: nil where no query could show anything: then nobody but a person can tell.
    static func question(about write: Write) -> Question? {
        guard let operation = write.subject.operation, let kind = write.subject.kind,
            let category = Category.bringing(kind: kind), category.identity != .single
        else { return nil }
        if operation == .add { return .since(category: category.name) }
        return write.subject.id.map { .named(category: category.name, ids: [$0]) }
    }

    /// - Parameter since: `MessageSet.since`.
    init(_ write: Write, _ candidates: [Candidate], since: String) {
        if let own = Self.own(write, candidates) {
            self = .applied(own)
            return
        }
        guard write.isExamined, write.blindness == nil else {
            self = .unclear(candidates)
            return
        }
        switch write.subject.operation {
        case .add: self = Self.added(write, candidates)
        case .modify: self = Self.modified(write, candidates, since: since)
        case .delete, .merge:
            guard candidates.contains(where: \.isGone) else {
                self = candidates.isEmpty ? .unclear([]) : .notApplied
                return
            }
            // Whoever deleted it, it is deleted; but it may be gone without being merged.
            self = write.subject.operation == .delete ? .applied(candidates.first) : .unclear(candidates)
        case .void: self = Self.voided(write, candidates, since: since)
        case .query, nil: self = .notApplied
        }
    }

    /// Our own GUID in a record is proof, whatever else could not be seen, unless another request of the same
    /// GUID may have made it.
    private static func own(_ write: Write, _ candidates: [Candidate]) -> Candidate? {
        guard write.subject.operation == .add else { return nil }
        return candidates.first { !$0.isShared && bears($0, write.distinctGUID) }
    }

    private static func bears(_ candidate: Candidate, _ guid: String?) -> Bool {
        guard let guid, let own = candidate.externalGUID else { return false }
        return Identifier.equal(own, guid)
    }

    /// Where our GUID is in no record, it was not added. Without one, any record that came into being since
    /// may be it, also one that says something else by now: people rename. Those that say what was sent come
    /// first.
    private static func added(_ write: Write, _ candidates: [Candidate]) -> Evidence {
        if let guid = write.distinctGUID {
            let shared = candidates.filter { bears($0, guid) }
            return shared.isEmpty ? .notApplied : .unclear(shared)
        }
        if candidates.isEmpty { return .notApplied }
        guard let sent = Fields(request: write.body, title: write.title) else { return .unclear(candidates) }
        let alike = candidates.filter { candidate in
            guard !candidate.isGone, let record = Fields(json: candidate.json) else { return false }
            return sent.members.allSatisfy { name, value in
                guard let own = record[name] else { return true }
                return own.agrees(with: value)
            }
        }
        return .unclear(alike.isEmpty ? candidates : alike)
    }

    /// With the `EditSequence` that was sent the record is as it was, unless both changes fell into one of
    /// the seconds that it counts: then it was touched since, and says what was sent. With another one it was
    /// changed, by this request or by somebody else; only a record that says all that was sent, to the
    /// letter, shows which.
    private static func modified(_ write: Write, _ candidates: [Candidate], since: String) -> Evidence {
        guard let candidate = candidates.first, !candidate.isGone,
            let edit = write.subject.editSequence,
            let sent = Fields(request: write.body, title: write.title),
            let record = Fields(json: candidate.json)
        else { return .unclear(candidates) }
        let isUnchanged = candidate.editSequence == edit
        if isUnchanged, !isTouched(record, since: since) { return .notApplied }
        let content = Catalog.standard.content(of: write.title, in: write.title + "Rq")
        let says = sent.members.allSatisfy { name, value in
            name == "EditSequence" || Fields.says(record[name], exactly: value, content?.place(named: name))
        }
        if says { return .applied(candidate) }
        return isUnchanged ? .notApplied : .unclear(candidates)
    }

    /// Whether it was changed since the set went out, or in the day before.
    private static func isTouched(_ record: Fields, since: String) -> Bool {
        (record["TimeModified"]?.text?.prefix(since.count) ?? "") >= since
    }

    /// QuickBooks keeps a voided transaction, with `VOID:` before its memo and amounts of zero; people write
    /// "Void if not paid by June". One that was changed since the set went out may have been voided and then
    /// got another memo: only one that nobody has touched shows that it was not.
    private static func voided(_ write: Write, _ candidates: [Candidate], since: String) -> Evidence {
        guard let candidate = candidates.first else { return .unclear([]) }
        if candidate.isGone { return .unclear(candidates) }
        guard let record = Fields(json: candidate.json) else { return .unclear(candidates) }
        let kind = write.subject.kind ?? candidate.kind
        let content = Catalog.standard.content(of: kind + "Ret", in: kind + "QueryRs")
        let isVoid = (record["Memo"]?.text ?? "").hasPrefix("VOID:") && record.hasNoAmount(content)
        if isVoid { return .applied(candidate) }
        return isTouched(record, since: since) ? .unclear(candidates) : .notApplied
    }
}
