/// Checks a draft of requests against the catalog: everything that is wrong, at once and with its place.
///
/// The check also settles what the encoder needs: which message each request is, which place of the catalog
/// each element takes, in which order the children go out, and texts that go out otherwise than they were
/// written (`10.5` as an amount is `10.50`). So nothing is decided twice.
///
/// How an element's children are judged, in one pass and without trying possibilities, is explained at
/// `Content`.
package struct Checker {
    let catalog: Catalog
    let draft: Draft
    let options: CheckOptions
    let newest: Release
    /// The names that have rules of their own.
    let name: NameIndex.ID?
    let fullName: NameIndex.ID?
    let includeRetElement: NameIndex.ID?
    let editSequence: NameIndex.ID?
    /// The value that went away earliest, and how that is told if something else needs a newer version.
    var lastOfItsVersion: (node: Int32, sentence: String)?

    var checked: Checked
    /// How often each place of the contents under way has been used; a stack, the innermost content last.
    var counts: [Int32] = []
    /// What is done about characters that Windows-1252 lacks: as the draft says, else as the options do.
    let characters: CheckOptions.CharacterPolicy
    /// Macros that were defined so far, as written.
    var macros: [String: Int32] = [:]
    /// The request that is being checked; nil for what stands around them all.
    var current: Int?

    private init(_ draft: Draft, _ options: CheckOptions, _ catalog: Catalog) {
        self.catalog = catalog
        self.draft = draft
        self.options = options
        newest = Release(options.version)
        name = catalog.index.id(of: "Name")
        fullName = catalog.index.id(of: "FullName")
        includeRetElement = catalog.index.id(of: "IncludeRetElement")
        editSequence = catalog.index.id(of: "EditSequence")
        characters =
            draft.envelope.characters.flatMap(CheckOptions.CharacterPolicy.init) ?? options.characters
        checked = Checked(draft: draft)
    }

    package static func check(
        _ draft: Draft, options: CheckOptions = CheckOptions(), catalog: Catalog = .standard
    ) -> Checked {
        var checker = Checker(draft, options, catalog)
        checker.checkEnvelope()
        for (index, request) in draft.requests.enumerated() {
            checker.current = index
            checker.checkRequest(request)
        }
        checker.checkCeiling()
        checker.checked.findings.sort { ($0.line, $0.pointer) < ($1.line, $1.pointer) }
        return checker.checked
    }

    /// What one value lost and another element needs cannot stand in one document.
    private mutating func checkCeiling() {
        guard let lastOfItsVersion, checked.needed > checked.ceiling else { return }
        tell(
            .version, lastOfItsVersion.node,
            "\(lastOfItsVersion.sentence), and something else here needs \(checked.neededVersion).")
    }

    // MARK: Requests

    private mutating func checkRequest(_ node: Int32) {
        let name = draft.name(node, in: catalog)
        guard let (message, inner) = message(named: name) else {
            if isOnlyCounted(.unknownRequest) { return }
            return tell(.unknownRequest, node, unknownRequest(name), nearest: nearestRequests(to: name))
        }
        checkContainer(of: message, at: node)
        checked.requests.append(Checked.Request(node: node, message: message, inner: inner))
        checkVersion(message.since, message.editions, of: message.name, at: node)
        let form = draft.nodes[Int(node)].form
        guard form == .object || form == .null || isBlank(node) else {
            return tell(.structure, node, "<\(name)> holds elements, not a value.")
        }
        let content = catalog[message.content]
        if let inner {
            checked.places[Int(node)] = Int16(inner)
            checkAttributes(of: node, content.places[inner])
            if let inside = content.places[inner].content { checkObject(node, inside) }
        } else {
            checkRequestAttributes(of: node, message)
            checkObject(node, message.content)
        }
        checkMeaning(of: message, node)
    }

    /// The message of that name; JSON may leave `Rq` away, and with it the element around an Add or Mod.
    ///
    /// - Returns: also the place of the element itself within the message, where it is that element.
    private func message(named name: String) -> (Message, inner: Int?)? {
        if let message = catalog.message(name), message.direction == .request { return (message, nil) }
        guard draft.origin == .json, let message = catalog.message(name + "Rq") else { return nil }
        let places = catalog[message.content].places
        return (message, places.firstIndex { catalog.name(of: $0) == name })
    }

    private func unknownRequest(_ name: String) -> String {
        if let message = catalog.message(name), message.direction == .answer {
            return "<\(name)> is an answer, not a request."
        }
        return "qbXML has no request <\(name)>."
    }

    private func nearestRequests(to name: String) -> [String] {
        let isShort = draft.origin == .json && !name.hasSuffix("Rq")
        let names = catalog.requests.map { isShort ? $0.title : $0.name }
        return Spelling.nearest(to: name, among: names).map { [$0] } ?? []
    }

    private mutating func checkRequestAttributes(of node: Int32, _ message: Message) {
        for child in draft.children(of: node) where draft.nodes[Int(child)].isAttribute {
            let name = draft.name(child, in: catalog)
            switch name {
            case "requestID":
                if draft.text(child).count(where: { $0 & 0xC0 != 0x80 }) > 50 {
                    tell(.requestID, child, "A requestID has at most 50 characters (QuickBooks status 1060).")
                }
            case "metaData" where message.hasMetaData:
                checkVersion(Message.metaDataSince, .all, of: name, at: child)
                checkAttributeValue(child, name)
            case "iterator" where message.hasIterator:
                checkVersion(Message.iteratorSince, .all, of: name, at: child)
                checkAttributeValue(child, name)
            case "iteratorID" where message.hasIterator:
                checkVersion(Message.iteratorSince, .all, of: name, at: child)
                checkCharacters(ofAttribute: child)
            case "iterator", "iteratorID":
                // To QuickBooks no more than an attribute that it does not know.
                tell(.unknownAttribute, child, "\(message.name) cannot be paged: it has no iterator.")
            default:
                tellUnknownAttribute(child, name, ["requestID"] + message.attributes, of: message.name)
            }
        }
    }

    // MARK: Telling

    mutating func tell(
        _ rule: CheckRule, _ node: Int32, _ problem: String, expected: String? = nil,
        nearest: [String] = [], place: Place? = nil, severity: Finding.Severity = .error
    ) {
        guard count(rule, severity) else { return }
        let (pointer, line) = checked.location(of: node, in: catalog)
        add(
            Finding(
                rule: rule, severity: severity, pointer: pointer, line: line, request: current,
                problem: problem, expected: expected, nearest: nearest,
                catalog: place.map { catalog.sentence(about: $0) }))
    }

    mutating func add(_ finding: Finding) { checked.findings.append(finding) }

    /// - Returns: whether there is room to tell it.
    mutating func count(_ rule: CheckRule, _ severity: Finding.Severity) -> Bool {
        switch severity {
        case .error:
            checked.errorCount += 1
            if rule.isOfSchema { checked.schemaErrorCount += 1 }
            return checked.errorCount <= options.limit
        case .warning:
            checked.warningCount += 1
            return checked.warningCount <= options.limit
        }
    }

    /// Whether a finding is one too many to be told; then it is counted. Asked before anything is done for
    /// it: to look for the nearest name a million times would be work without an end.
    mutating func isOnlyCounted(_ rule: CheckRule, _ severity: Finding.Severity = .error) -> Bool {
        let soFar = severity == .error ? checked.errorCount : checked.warningCount
        guard soFar >= options.limit else { return false }
        _ = count(rule, severity)
        return true
    }

    /// - Returns: whether the element may be sent at all; if not, nothing is said about what is inside.
    @discardableResult
    mutating func checkVersion(
        _ since: Release, _ editions: Editions, of name: String, at node: Int32, place: Place? = nil
    ) -> Bool {
        if since > newest {
            tell(
                .version, node,
                "\(name) came with qbXML \(since.version); this request must do with \(options.version).",
                expected: "qbXML \(since.version) or newer, or a request without \(name)",
                place: place)
            return false
        }
        if since > checked.needed { checked.needed = since }
        if editions.isEmpty {
            tell(
                .edition, node, "\(name) belonged to the Online Edition, which is gone.",
                expected: "a request without \(name)", place: place)
            return false
        }
        if let edition = options.edition, !editions.contains(Editions(edition)) {
            tell(
                .edition, node,
                "\(name) is not in \(edition.title) of QuickBooks, only in "
                    + Finding.alternatives(editions.list.map(\.title)) + ".", place: place)
            return false
        }
        return true
    }
}
