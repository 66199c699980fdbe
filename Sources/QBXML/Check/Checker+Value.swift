extension Checker {
    mutating func checkValue(_ node: Int32, _ type: ValueType, _ place: Place) {
        // An earlier request gives the value: it is checked when it is there.
        if draft.sources[node] != nil { return checkMayBeTaken(node, place) }
        let value = draft.nodes[Int(node)]
        if value.form == .object, hasElements(node) {
            return tell(
                .structure, node, "<\(catalog.name(of: place))> holds a value, not elements.",
                expected: type.title, place: place)
        }
        if value.form == .object, value.textStart == value.textEnd, value.firstChild < 0 {
            return tell(
                .structure, node, "<\(catalog.name(of: place))> is an object without a value.",
                expected: type.title, place: place)
        }
        let text = draft.text(node)
        if value.form == .number || value.form == .boolean {
            return checkLiteral(node, value.form, text, type, place)
        }
        if text.isEmpty {
            if let problem = type.objectionToNothing {
                tell(
                    type == .enumeration ? .enumeration : .format, node,
                    "<\(catalog.name(of: place))> is empty, and \(problem).", expected: form(of: place),
                    place: place)
            }
            if place.isRequired, type == .id || place.name == editSequence, value.firstChild < 0 {
                tell(
                    .blank, node,
                    "<\(catalog.name(of: place))> is empty, but it says which record or state is meant.",
                    place: place)
            }
            return
        }
        judge(node, text, type, place)
    }

    /// What says which kind of record a request is about, or by what it will be known again, is read before
    /// anything is sent: by the queue, and by whoever looks for it after a lost answer.
    private static let ownWords: Set = [
        "ExternalGUID", "ListDelType", "TxnDelType", "TxnVoidType", "ListMergeType",
    ]

    private mutating func checkMayBeTaken(_ node: Int32, _ place: Place) {
        let name = catalog.name(of: place)
        guard Self.ownWords.contains(name) else { return }
        tell(
            .structure, node, "<\(name)> says what the request is, and cannot come from another one.",
            place: place)
    }

    private func hasElements(_ node: Int32) -> Bool {
        draft.children(of: node).contains { !draft.nodes[Int($0)].isAttribute }
    }

    private mutating func judge(
        _ node: Int32, _ text: ArraySlice<UInt8>, _ type: ValueType, _ place: Place
    ) {
        switch type {
        case .text, .id:
            checkText(node, type, place)
        case .enumeration:
            checkEnumeration(node, text, place)
        case .empty:
            tell(
                .structure, node, "<\(catalog.name(of: place))> is an empty element.", expected: type.title,
                place: place)
        default:
            switch type.verdict(on: text) {
            case .right: checkBounds(node, text, place)
            case .impossible: tellCalendar("is a day or time that there is not", node, text, place)
            // People are born before 1970, and lots expire after 2038: only filters have that limit.
            case .remote:
                guard checked.requests.last?.message.operation == .query else { break }
                tellCalendar("is out of the range of filters", node, text, place)
            case .wrong:
                tell(
                    .format, node, "\(quoted(text)) is no value for <\(catalog.name(of: place))>.",
                    expected: form(of: place), place: place)
            }
        }
    }

    // MARK: JSON's own values

    /// `10.5` for an amount becomes `10.50`, `true` for a flag the word. Everything else that is no text must
    /// fit as it is.
    private mutating func checkLiteral(
        _ node: Int32, _ form: Draft.Form, _ text: ArraySlice<UInt8>, _ type: ValueType, _ place: Place
    ) {
        switch (form, type) {
        case (.boolean, .flag): return
        case (.boolean, _), (.number, .date), (.number, .time), (.number, .interval), (.number, .guid),
            (.number, .enumeration), (.number, .empty):
            tell(
                .format, node, "\(quoted(text)) is no value for <\(catalog.name(of: place))>.",
                expected: self.form(of: place), place: place)
        case (.number, _) where type.isDecimal || type == .int:
            guard let exact = DecimalText.exact(text, for: type) else {
                return tell(
                    .format, node,
                    "The number \(quoted(text)) does not fit <\(catalog.name(of: place))> exactly.",
                    expected: self.form(of: place), place: place)
            }
            if !exact.elementsEqual(text) { checked.replaced[node] = exact }
            checkBounds(node, exact[...], place)
        default: judge(node, text, type, place)
        }
    }

    // MARK: Kinds

    private mutating func checkText(_ node: Int32, _ type: ValueType, _ place: Place) {
        let text = checkCharacters(node, place)
        checkName(node, text, place)
        if place.name == includeRetElement { checkWantedElement(node, text) }
        guard let limit = type == .id ? 36 : place.length.limit(in: options.edition) else { return }
        // Few texts have more bytes than they may have characters; only those are counted.
        guard text.count > limit else { return }
        let length = text.count { $0 & 0xC0 != 0x80 }
        guard length > limit else { return }
        tell(
            .length, node,
            "<\(catalog.name(of: place))> has \(length) characters, \(length - limit) too many: "
                + "\(quoted(text)).", expected: "\(limit) characters at most", place: place)
    }

    private mutating func checkEnumeration(_ node: Int32, _ text: ArraySlice<UInt8>, _ place: Place) {
        guard let enumeration = catalog.enumeration(of: place) else { return }
        let value = text.withUnsafeBufferPointer { enumeration.contains($0) }
        let name = catalog.name(of: place)
        guard let value else {
            if isOnlyCounted(.enumeration) { return }
            let names = enumeration.values.map(\.name)
            let word = String(decoding: text, as: UTF8.self)
            let nearest = Spelling.nearest(to: word, among: names)
            return tell(
                .enumeration, node, "\(quoted(text)) is none of the values of <\(name)>.",
                expected: names.count <= 20 ? Finding.alternatives(names) : nil,
                nearest: nearest.map { [$0] } ?? [], place: place)
        }
        if let since = value.since { checkVersion(since, .all, of: "\(name) \(value.name)", at: node) }
        if let until = value.until, until < checked.ceiling {
            checked.ceiling = until
            lastOfItsVersion = (
                node, "\(value.name) is a value of <\(name)> only up to qbXML \(until.version)"
            )
        }
    }

    private mutating func checkBounds(_ node: Int32, _ text: ArraySlice<UInt8>, _ place: Place) {
        let (least, greatest) = catalog.bounds(of: place)
        guard least != nil || greatest != nil else { return }
        guard let value = DecimalText(text) else { return }
        let isTooSmall = least.flatMap { DecimalText(Array($0.utf8)[...]) }.map { value < $0 } ?? false
        let isTooGreat = greatest.flatMap { DecimalText(Array($0.utf8)[...]) }.map { $0 < value } ?? false
        guard isTooSmall || isTooGreat else { return }
        let range =
            switch (least, greatest) {
            case (let least?, let greatest?): "\(least) to \(greatest)"
            case (let least?, nil): "\(least) or more"
            default: "\(greatest ?? "") at most"
            }
        tell(
            .range, node, "\(quoted(text)) is out of the range of <\(catalog.name(of: place))>.",
            expected: range, place: place)
    }

    private mutating func tellCalendar(
        _ why: String, _ node: Int32, _ text: ArraySlice<UInt8>, _ place: Place
    ) {
        tell(
            .calendar, node, "\(quoted(text)) in <\(catalog.name(of: place))> \(why).",
            expected: "a day from 1970-01-01 to 2038-01-19", place: place)
    }

    /// What the value of a place looks like: `one of …` for an enumeration, else by its type.
    private func form(of place: Place) -> String? {
        guard place.type == .enumeration, let enumeration = catalog.enumeration(of: place) else {
            return place.type?.title
        }
        let names = enumeration.values.map(\.name)
        return names.count <= 20 ? Finding.alternatives(names) : "one of \(names.count) words"
    }

    /// The value as it may stand in a sentence: whole if it is short, else its beginning.
    func quoted(_ text: some Collection<UInt8>) -> String {
        // A character has four bytes at most, so these are enough for what is shown, and one more.
        let beginning = String(decoding: text.prefix(4 * 61), as: UTF8.self).unicodeScalars
        var view = String.UnicodeScalarView()
        view.append(
            contentsOf: beginning.prefix(60).map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 })
        return "\"" + String(view) + (beginning.count > 60 ? "…" : "") + "\""
    }
}
