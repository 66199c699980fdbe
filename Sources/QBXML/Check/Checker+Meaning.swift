extension Checker {
    /// The rules that no schema can express, for a request whose elements have been judged.
    mutating func checkMeaning(of message: Message, _ node: Int32) {
        if message.hasIterator { checkIterator(of: message, node) }
        if message.operation == .modify { checkLines(node) }
    }

    // MARK: Iterators

    /// `iterator`, `iteratorID` and `MaxReturned` belong together; see section 4.1 of the facts: the iterator
    /// lives in one session of QuickBooks, and every page is asked for with the same filters.
    private mutating func checkIterator(of message: Message, _ node: Int32) {
        let step = draft.attribute("iterator", of: node, in: catalog)
        let identifier = draft.attribute("iteratorID", of: node, in: catalog)
        let content = catalog[message.content]
        let canBePaged = content.places.contains { catalog.name(of: $0) == "MaxReturned" }
        let pageSize = draft.child("MaxReturned", of: node, in: catalog)
        guard let step else {
            if let identifier {
                tell(
                    .iterator, identifier, "iteratorID stands without iterator.",
                    expected: "iterator=\"Continue\" or iterator=\"Stop\" beside it")
            } else if let pageSize {
                tell(
                    .iterator, pageSize,
                    "Without an iterator MaxReturned cuts the answer off, and nothing says what is missing.",
                    expected: "iterator=\"Start\" beside it, or no MaxReturned", severity: .warning)
            }
            return
        }
        switch draft.string(step) {
        case "Start":
            if let identifier {
                tell(.iterator, identifier, "A new iterator has no ID yet: QuickBooks answers with it.")
            }
        case "Continue", "Stop":
            if identifier == nil {
                tell(
                    .iterator, step, "iterator=\"\(draft.string(step))\" needs the ID of the iterator.",
                    expected: "iteratorID, from the answer to iterator=\"Start\"")
            }
        default: return
        }
        if canBePaged, pageSize == nil, draft.string(step) != "Stop" {
            tell(
                .iterator, step, "An iterator without MaxReturned has no page size.",
                expected: "<MaxReturned>")
        }
    }

    // MARK: Lines of a change

    /// A transaction's change that lists lines means them all: the ones that it leaves out are deleted.
    private mutating func checkLines(_ node: Int32) {
        guard let request = checked.requests.last else { return }
        let inner =
            request.inner != nil
            ? node : sent(in: node).first { draft.name($0, in: catalog) == request.message.title }
        guard let inner else { return }
        let lines = sent(in: inner).filter { catalog.isLine(draft.name($0, in: catalog)) }
        guard let first = lines.first else { return }
        let isConfirmed = draft.envelope.confirmed.contains(Self.unlistedLines)
        if isConfirmed { return }
        tell(
            .unlistedLines, first,
            "Lines of the transaction that are not among the \(lines.count) listed here will be deleted.",
            expected: options.linesNeedConfirmation
                ? "all lines that shall stay, each with its TxnLineID, and \"confirm\": "
                    + "[\"\(Self.unlistedLines)\"]"
                : "all lines that shall stay, each with its TxnLineID",
            severity: options.linesNeedConfirmation ? .error : .warning)
    }

    /// The children of an element that go out.
    private func sent(in node: Int32) -> ArraySlice<Int32> {
        let row = checked.rows[Int(node)]
        return checked.arranged[Int(row.lowerBound)..<Int(row.upperBound)]
    }

    // MARK: Macros

    /// `defMacro="TxnID:Invoice1"` names what does not exist yet; `useMacro` in a later request of the same
    /// set stands for its ID.
    mutating func checkMacro(_ node: Int32, _ attribute: String) {
        checkVersion(Message.macroSince, .all, of: attribute, at: node)
        let macro = draft.string(node)
        let isLinked = !options.links.isEmpty && options.links.contains { $0.stands(for: macro) }
        if attribute == "defMacro" {
            guard macros[macro] == nil, !isLinked else {
                return tell(.macro, node, "The macro \(quoted(draft.text(node))) is defined twice.")
            }
            macros[macro] = node
            if macro.split(separator: ":", omittingEmptySubsequences: false).count != 2 {
                tell(
                    .macro, node, "\(quoted(draft.text(node))) does not name what the macro stands for.",
                    expected: "TxnID:Name or TxnLineID:Name", severity: .warning)
            }
        } else if macros[macro] == nil, !isLinked, !isOnlyCounted(.macro) {
            let some = macros.count <= Self.macrosCompared ? macros.keys.sorted() : []
            let nearest = Spelling.nearest(to: macro, among: some)
            tell(
                .macro, node, "No request before this one defines the macro \(quoted(draft.text(node))).",
                expected: "defMacro=\"\(macro)\" earlier in the same message set",
                nearest: nearest.map { [$0] } ?? [])
        }
    }

    /// With more of them, nobody mistyped one.
    private static let macrosCompared = 200

    // MARK: Wanted elements

    /// `IncludeRetElement` narrows the answer to the named children; QuickBooks passes over a name that there
    /// is not, and the answer lacks what was meant. A warning only: real answers hold more than any schema.
    mutating func checkWantedElement(_ node: Int32, _ text: ArraySlice<UInt8>) {
        guard let request = checked.requests.last?.message,
            let answer = catalog.message(request.title + "Rs")
        else { return }
        let records = catalog[answer.content].places.compactMap(\.content)
        let name = text.withUnsafeBufferPointer { catalog.index.id(of: $0) }
        let isKnown = name.map { name in records.contains { catalog[$0].place(named: name) != nil } } ?? false
        guard !records.isEmpty, !isKnown, !isOnlyCounted(.wanted, .warning) else { return }
        let wanted = String(decoding: text, as: UTF8.self)
        let known = Set(records.flatMap { catalog[$0].places.map { catalog.name(of: $0) } })
        let nearest = Spelling.nearest(to: wanted, among: known.sorted())
        tell(
            .wanted, node, "The answer to \(request.name) has no <\(wanted)> among its children.",
            expected: "the name of a direct child", nearest: nearest.map { [$0] } ?? [],
            severity: .warning)
    }
}
