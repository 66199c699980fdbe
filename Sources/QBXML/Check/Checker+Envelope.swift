extension Checker {
    /// What stands around the requests: the attributes of the message set, and the words of JSON beside them.
    mutating func checkEnvelope() {
        let envelope = draft.envelope
        if envelope.isMessageSet { checkTextAroundRequests() }
        if envelope.container == .subscriptions {
            checkSubscriptionAttributes()
        } else {
            checkMessageSetAttributes()
        }
        if let policy = envelope.characters, CheckOptions.CharacterPolicy(rawValue: policy) == nil {
            tellEnvelope("\"characters\" is \"refuse\" or \"transliterate\", not \"\(policy)\".")
        }
        for word in envelope.confirmed where word != Self.unlistedLines {
            tellEnvelope("\"confirm\" knows \"\(Self.unlistedLines)\" only, not \"\(word)\".")
        }
    }

    static let unlistedLines = "unlisted-lines"

    private mutating func checkMessageSetAttributes() {
        let expected = Finding.alternatives(allowed("onError"))
        if let onError = draft.envelope.onError {
            if !allowed("onError").contains(onError) {
                tellEnvelope(
                    "onError=\"\(onError)\" is none of the values that qbXML has.", expected: expected)
            }
        } else if draft.envelope.isMessageSet {
            tellEnvelope("The message set lacks the attribute onError.", expected: expected)
        }
        for (name, value) in draft.envelope.attributes.sorted(by: { $0.key < $1.key }) {
            switch name {
            case "newMessageSetID", "oldMessageSetID": break
            case "responseData" where allowed(name).contains(value): break
            case "responseData": tellEnvelope("responseData=\"\(value)\" is none of the values it has.")
            default: tellEnvelope("A message set has no attribute \(name).")
            }
        }
    }

    private mutating func checkSubscriptionAttributes() {
        let onError = draft.envelope.onError == nil ? [] : ["onError"]
        for name in onError + draft.envelope.attributes.keys.sorted() {
            tellEnvelope("A set of subscriptions has no attribute \(name).")
        }
    }

    private mutating func checkTextAroundRequests() {
        var around: [Int32] = [0]
        if draft.name(0, in: catalog) == "QBXML" { around += draft.children(of: 0) }
        for node in around where !isBlank(draft.text(node)) {
            tell(
                .structure, node,
                "<\(draft.name(node, in: catalog))> holds elements; the text beside them has no meaning.")
        }
    }

    private func allowed(_ attribute: String) -> [String] {
        catalog.enumeration(ofAttribute: attribute)?.values.map(\.name) ?? []
    }

    private mutating func tellEnvelope(_ problem: String, expected: String? = nil) {
        guard count(.envelope, .error) else { return }
        let container = draft.envelope.container ?? .messages
        add(
            Finding(
                rule: .envelope, severity: .error,
                pointer: draft.origin == .json ? "" : "/QBXML/\(container.rawValue)Rq", line: 1, request: nil,
                problem: problem, expected: expected, nearest: [], catalog: nil))
    }
}
