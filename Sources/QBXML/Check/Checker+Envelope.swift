extension Checker {
    /// What a caller says about his requests as a whole.
    mutating func checkEnvelope() {
        let envelope = draft.envelope
        if let container = envelope.container { checkMessageSet(container) }
        checkOnError()
        if let policy = envelope.characters, CheckOptions.CharacterPolicy(rawValue: policy) == nil {
            tellEnvelope("\"characters\" is \"refuse\" or \"transliterate\", not \"\(policy)\".")
        }
        for word in envelope.confirmed where word != Self.unlistedLines {
            tellEnvelope("\"confirm\" knows \"\(Self.unlistedLines)\" only, not \"\(word)\".")
        }
    }

    static let unlistedLines = "unlisted-lines"

    private mutating func checkOnError() {
        // Only for who is told: most documents have nothing wrong with it.
        var expected: String { Finding.alternatives(allowed("onError")) }
        guard let onError = draft.envelope.onError else {
            if draft.envelope.container == .messages {
                tellEnvelope("The message set lacks the attribute onError.", expected: expected)
            }
            return
        }
        guard draft.envelope.container != .subscriptions else {
            return tellEnvelope("A set of subscriptions has no attribute onError.")
        }
        if onError == "rollbackOnError" {
            return tellEnvelope(
                "rollbackOnError goes out as stopOnError: QuickBooks on the desktop cannot roll back.",
                severity: .warning)
        }
        if !allowed("onError").contains(onError) {
            tellEnvelope(
                "onError=\"\(onError)\" is none of the values that qbXML has.", expected: expected)
        }
    }

    private mutating func checkMessageSet(_ container: Message.Container) {
        for node in [draft.nodes[Int(draft.envelope.node)].parent, draft.envelope.node]
        where node >= 0 && !isBlank(node) {
            checkStrayText(node)
        }
        let root = draft.nodes[Int(draft.envelope.node)].parent
        for attribute in root < 0 ? [] : draft.children(of: root)
        where draft.nodes[Int(attribute)].isAttribute {
            tellUnknownAttribute(attribute, draft.name(attribute, in: catalog), [], of: "QBXML")
        }
        for (name, value) in draft.envelope.attributes.sorted(by: { $0.key < $1.key }) {
            switch name {
            case _ where container == .subscriptions:
                tellEnvelope("A set of subscriptions has no attribute \(name).")
            case "newMessageSetID", "oldMessageSetID": break
            case "responseData" where allowed(name).contains(value): break
            case "responseData": tellEnvelope("responseData=\"\(value)\" is none of the values it has.")
            default: tellEnvelope("A message set has no attribute \(name).")
            }
        }
    }

    /// Subscriptions have a message set of their own; one document holds one set.
    mutating func checkContainer(of message: Message, at node: Int32) {
        let container = draft.envelope.container ?? checked.requests.first?.message.container
        guard let container, container != message.container else { return }
        tell(
            .misplacedElement, node,
            "<\(message.name)> does not stand in <\(container.rawValue)Rq>.",
            expected: "inside <\(message.container.rawValue)Rq>")
    }

    private func allowed(_ attribute: String) -> [String] {
        catalog.enumeration(ofAttribute: attribute)?.values.map(\.name) ?? []
    }

    private mutating func tellEnvelope(
        _ problem: String, expected: String? = nil, severity: Finding.Severity = .error
    ) {
        guard draft.envelope.node < 0 else {
            return tell(.envelope, draft.envelope.node, problem, expected: expected, severity: severity)
        }
        guard count(.envelope, severity) else { return }
        // JSON says these things beside the requests, so the place is the whole.
        add(
            Finding(
                rule: .envelope, severity: severity, pointer: "", line: 1, request: nil, problem: problem,
                expected: expected, nearest: [], catalog: nil))
    }
}
