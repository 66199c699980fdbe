/// What stands in the way of applications that write, and how they hear of what was written.
package struct WriteRules: Equatable, Sendable {
    /// What is in use by somebody else, so that a write gets status 3175.
    package enum Busy: Equatable, Sendable {
        case nothing
        /// Records by their ListID or TxnID.
        case records(Set<String>)
        case everything
    }

    /// How the stored answer of a message set tells what was added or changed.
    package enum Recovery: String, Sendable, CaseIterable {
        /// By the whole record.
        case whole
        /// By an `<ErrorRecovery>` with its ID and EditSequence, if the document's version is 11.0 or later.
        case identity
    }

    /// Transactions up to this day can be neither changed nor deleted (3171, 3161).
    package var closingDate: CivilDay?
    package var busy = Busy.nothing
    /// Kinds or families of records that this QuickBooks user may not write (3260).
    package var unwritable: Set<String> = []
    /// Applications that may only read (3263).
    package var readOnlyApplications: Set<String> = []
    package var recovery = Recovery.whole

    package init() {}

    func isBusy(_ id: String) -> Bool {
        switch busy {
        case .nothing: false
        case .records(let ids): ids.contains(id)
        case .everything: true
        }
    }

    func forbids(_ kind: String) -> Bool {
        !unwritable.isEmpty
            && (unwritable.contains(kind) || unwritable.contains(Family.holding(kind).name))
    }

    func isClosed(_ day: String) -> Bool {
        guard let closingDate, let day = CivilDay(day) else { return false }
        return day <= closingDate
    }
}

extension WriteRules {
    /// As words, for a kept company file; nothing that is as usual.
    var archived: [String: [String]] {
        var words: [String: [String]] = [:]
        if let closingDate { words["closingDate"] = [closingDate.text] }
        switch busy {
        case .nothing: break
        case .records(let ids): words["busy"] = ids.sorted()
        case .everything: words["busy"] = ["everything"]
        }
        if !unwritable.isEmpty { words["unwritable"] = unwritable.sorted() }
        if !readOnlyApplications.isEmpty { words["readOnly"] = readOnlyApplications.sorted() }
        if recovery != .whole { words["recovery"] = [recovery.rawValue] }
        return words
    }

    init(archived words: [String: [String]]) {
        closingDate = words["closingDate"]?.first.flatMap { CivilDay($0) }
        if let ids = words["busy"] { busy = ids == ["everything"] ? .everything : .records(Set(ids)) }
        unwritable = Set(words["unwritable"] ?? [])
        readOnlyApplications = Set(words["readOnly"] ?? [])
        recovery = words["recovery"]?.first.flatMap { Recovery(rawValue: $0) } ?? .whole
    }
}
