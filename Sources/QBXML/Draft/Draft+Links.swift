/// A value that an earlier request's answer will give.
///
///     {"CustomerRef": {"ListID": {"$from": "req_5f0c…", "path": "ListID"}}}
package struct DraftLink: Equatable, Sendable {
    /// What stands in the request until the value is known.
    package var token: String
    /// The earlier request: its ID, or `#0` for the first of the same call.
    package var request: String
    /// The member of its record: `ListID`, `CustomerRef.ListID`, `InvoiceLineRet[0].TxnLineID`.
    package var path: String

    package init(token: String, request: String, path: String) {
        self.token = token
        self.request = request
        self.path = path
    }

    static let from = "$from"
    /// Short enough for an EditSequence; no text that is meant begins so, because it is refused.
    package static let mark = "$from."
}

extension Draft {
    /// Puts a token in the place of each link, so that everything behind sees a text.
    mutating func readLinks(_ catalog: Catalog) throws(DraftError) {
        guard !sources.isEmpty else { return }
        for node in Int32(0)..<Int32(nodes.count) {
            if nodes[Int(node)].form == .text, string(node).hasPrefix(DraftLink.mark) {
                throw notLinked("\"\(DraftLink.mark)\" begins no text where values come from others", node)
            }
            guard let source = sources[node] else { continue }
            let path = child("path", of: node, in: catalog)
            guard let path, children(of: node).count == 1, nodes[Int(path)].form == .text,
                !source.name.isEmpty, !string(path).isEmpty
            else {
                throw notLinked(
                    "A value of an earlier request is "
                        + #"{"$from": "req_…", "path": "ListID"}"#, node)
            }
            let token = DraftLink.mark + String(links.count + 1)
            links.append(DraftLink(token: token, request: source.name, path: string(path)))
            setText(store(token.utf8), of: node)
            setForm(.text, of: node)
            cut(node)
        }
    }

    /// A request that was shown with tokens in the places of its links comes back: they stand for the same.
    package mutating func keep(_ kept: [DraftLink]) {
        guard links.isEmpty else { return }
        let values = kept.filter { !DraftLink.isMacro($0.token) }
        guard !values.isEmpty else { return }
        for node in Int32(0)..<Int32(nodes.count) where nodes[Int(node)].form == .text {
            let text = string(node)
            guard let link = values.first(where: { $0.token == text }) else { continue }
            let place = Int(nodes[Int(node)].position)
            sources[node] = Source(name: link.request, place: place..<place)
            if !links.contains(link) { links.append(link) }
        }
    }

    private func notLinked(_ reason: String, _ node: Int32) -> DraftError {
        let position = Int(nodes[Int(node)].position)
        return .notRequests(reason: reason, line: Draft.lineAndColumn(of: position, in: bytes).line)
    }
}

extension Checked {
    /// Where a token stands: `/InvoiceAddRq/InvoiceAdd/CustomerRef/ListID`; nil if it does not.
    package func place(of token: String, in catalog: Catalog = .standard) -> String? {
        let node = draft.nodes.indices.first {
            draft.nodes[$0].form == .text && draft.string(Int32($0)) == token
        }
        guard let node else { return nil }
        var located = self
        return located.location(of: Int32(node), in: catalog).pointer
    }

    /// The links whose tokens stand in a request.
    package func links(of request: [UInt8]) -> [DraftLink] {
        guard !draft.links.isEmpty else { return [] }
        let text = String(decoding: request, as: UTF8.self)
        return draft.links.filter { $0.stands(in: text) }
    }
}
