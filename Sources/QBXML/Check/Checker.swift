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

    var checked: Checked
    /// How often each place of the contents under way has been used; a stack, the innermost content last.
    var counts: [Int32] = []
    /// What is done about characters that Windows-1252 lacks: as the draft says, else as the options do.
    let characters: CheckOptions.CharacterPolicy
    /// Macros that were defined so far, as written.
    var macros: [String: Int32] = [:]
    /// The request that is being checked.
    var current = 0

    private init(_ draft: Draft, _ options: CheckOptions, _ catalog: Catalog) {
        self.catalog = catalog
        self.draft = draft
        self.options = options
        newest = Release(options.version)
        name = catalog.index.id(of: "Name")
        fullName = catalog.index.id(of: "FullName")
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
        checker.checked.findings.sort { ($0.line, $0.pointer) < ($1.line, $1.pointer) }
        return checker.checked
    }

    // MARK: Requests

    private mutating func checkRequest(_ node: Int32) {
        let name = draft.name(node, in: catalog)
        guard let (message, inner) = message(named: name) else {
            return tell(.unknownRequest, node, unknownRequest(name), nearest: nearestRequests(to: name))
        }
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
                if draft.text(child).count > 50 {
                    tell(.length, child, "A requestID has at most 50 characters (QuickBooks status 1060).")
                }
            case "metaData" where message.hasMetaData:
                checkVersion(Message.metaDataSince, .all, of: name, at: child)
                checkAttributeValue(child, name)
            case "iterator" where message.hasIterator:
                checkVersion(Message.iteratorSince, .all, of: name, at: child)
                checkAttributeValue(child, name)
            case "iteratorID" where message.hasIterator:
                checkVersion(Message.iteratorSince, .all, of: name, at: child)
            case "iterator", "iteratorID":
                tell(.iterator, child, "\(message.name) cannot be paged: it has no iterator.", nearest: [])
                demoteToSchema()
            default:
                var known = ["requestID"]
                if message.hasMetaData { known.append("metaData") }
                if message.hasIterator { known += ["iterator", "iteratorID"] }
                tellUnknownAttribute(child, name, known, of: message.name)
            }
        }
    }

    /// An iterator where there is none is an unknown attribute to QuickBooks.
    private mutating func demoteToSchema() {
        guard let last = checked.findings.indices.last else { return }
        checked.findings[last].rule = .unknownAttribute
    }

    // MARK: Envelope

    private mutating func checkEnvelope() {
        let envelope = draft.envelope
        if envelope.isMessageSet, envelope.onError == nil {
            tellEnvelope("The message set lacks the attribute onError.")
        }
        if let onError = envelope.onError, !allowed("onError").contains(onError) {
            tellEnvelope("onError=\"\(onError)\" is none of the values that qbXML has.")
        }
        for (name, value) in envelope.attributes.sorted(by: { $0.key < $1.key }) {
            switch name {
            case "newMessageSetID", "oldMessageSetID": break
            case "responseData" where allowed(name).contains(value): break
            case "responseData": tellEnvelope("responseData=\"\(value)\" is none of the values it has.")
            default: tellEnvelope("A message set has no attribute \(name).")
            }
        }
        if let policy = envelope.characters, CheckOptions.CharacterPolicy(rawValue: policy) == nil {
            tellEnvelope("\"characters\" is \"refuse\" or \"transliterate\", not \"\(policy)\".")
        }
        for word in envelope.confirmed where word != Self.unlistedLines {
            tellEnvelope("\"confirm\" knows \"\(Self.unlistedLines)\" only, not \"\(word)\".")
        }
    }

    static let unlistedLines = "unlisted-lines"

    private func allowed(_ attribute: String) -> [String] {
        catalog.enumeration(ofAttribute: attribute)?.values.map(\.name) ?? []
    }

    private mutating func tellEnvelope(_ problem: String) {
        let expected = problem.contains("onError") ? Finding.alternatives(allowed("onError")) : nil
        add(
            Finding(
                rule: .envelope, severity: .error,
                pointer: draft.origin == .json ? "" : "/QBXML/QBXMLMsgsRq", line: 1, request: nil,
                problem: problem, expected: expected, nearest: [], catalog: nil))
    }

    // MARK: Telling

    mutating func tell(
        _ rule: CheckRule, _ node: Int32, _ problem: String, expected: String? = nil,
        nearest: [String] = [], place: Place? = nil, severity: Finding.Severity = .error
    ) {
        guard checked.findings.count < options.limit else {
            checked.isCutOff = true
            return
        }
        let (pointer, line) = checked.location(of: node, in: catalog)
        add(
            Finding(
                rule: rule, severity: severity, pointer: pointer, line: line, request: current,
                problem: problem, expected: expected, nearest: nearest,
                catalog: place.map { catalog.sentence(about: $0) }))
    }

    private mutating func add(_ finding: Finding) { checked.findings.append(finding) }

    /// - Returns: whether the element may be sent at all; if not, nothing is said about what is inside.
    @discardableResult
    mutating func checkVersion(
        _ since: Release, _ editions: Editions, of name: String, at node: Int32, place: Place? = nil
    ) -> Bool {
        if since > newest {
            tell(
                .version, node,
                "\(name) came with qbXML \(since.version); this company file's QuickBooks takes "
                    + "\(options.version) at most.",
                expected: "a QuickBooks that takes qbXML \(since.version), or a request without \(name)",
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
