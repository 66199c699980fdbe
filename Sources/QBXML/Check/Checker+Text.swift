extension Checker {
    /// Makes sure that QuickBooks can keep every character of a text: exact equivalents are taken silently
    /// (`e` and a combining accent are `é`), the rest is refused with its position, or transliterated when
    /// the sender asked for that.
    ///
    /// - Returns: the text as it will be sent, which is what lengths are measured by.
    mutating func checkCharacters(_ node: Int32, _ place: Place) -> ArraySlice<UInt8> {
        let written = draft.text(node)
        guard Repertoire.firstForeign(in: written) != nil else { return written }
        var text = written
        if let composed = Repertoire.composed(text) { text = composed[...] }
        let name = catalog.name(of: place)
        if characters == .transliterate {
            let transliteration = Transliteration(of: text, limit: Self.limitOfOneText)
            if transliteration.replaced > 0 {
                text = transliteration.text[...]
                tell(
                    .characters, node,
                    "\(quoted(written)) goes out as \(quoted(text)): <\(name)> has characters that "
                        + "QuickBooks cannot keep.", severity: .warning)
            }
        }
        for foreign in Repertoire.allForeign(in: text, limit: Self.limitOfOneText) {
            tell(
                .characters, node, "<\(name)>: \(foreign.sentence)",
                expected: characters == .refuse && foreign.reason == .outsideWindows1252
                    ? "characters of Windows-1252, or \"characters\": \"transliterate\"" : nil)
        }
        if !text.elementsEqual(written) { checked.replaced[node] = Array(text) }
        return text
    }

    /// Attributes hold what programs made up, so nothing is transliterated in them.
    mutating func checkCharacters(ofAttribute node: Int32) {
        guard let foreign = Repertoire.firstForeign(in: draft.text(node)) else { return }
        tell(.characters, node, "\(draft.name(node, in: catalog)): \(foreign.sentence)")
    }

    /// What is told of one text; ten wrong characters are a wrong alphabet, and ten colons a wrong field.
    private static let limitOfOneText = 10

    /// The rules for `Name` of what is added or changed, and for every `FullName`.
    mutating func checkName(_ node: Int32, _ text: ArraySlice<UInt8>, _ place: Place) {
        let rule: NameRule
        if place.name == fullName {
            rule = .fullName
        } else if place.name == name, checked.requests.last?.message.changesBooks == true {
            rule = .name
        } else {
            return
        }
        // Nearly all names have neither a colon nor blanks at their ends, and no name needs another look.
        guard let first = text.first, let last = text.last,
            first <= Byte.space || last <= Byte.space || text.contains(Byte.colon)
        else { return }
        let breaches = rule.breaches(in: String(decoding: text, as: UTF8.self))
        for breach in breaches.prefix(Self.limitOfOneText) {
            tell(
                .name, node, "<\(catalog.name(of: place))> is \(quoted(text)). \(breach.sentence)",
                place: place, severity: breach.isRefused ? .error : .warning)
        }
    }
}
