extension Draft {
    /// Reads JSON: a request, a list of requests, or an object that holds them under `requests`.
    ///
    ///     {"InvoiceAdd": {…}}                         also with Rq: {"InvoiceAddRq": {"InvoiceAdd": {…}}}
    ///     [{"InvoiceAdd": {…}}, {"CustomerQuery": {…}}]
    ///     {"requests": […], "onError": "stopOnError", "characters": "transliterate",
    ///      "confirm": ["unlisted-lines"]}
    ///     {"InvoiceAdd": {…}} {"CustomerQuery": {…}}  if a sequence is fine
    init(json bytes: [UInt8], isSequence: Bool = false, catalog: Catalog) throws(DraftError) {
        try self.init(value: bytes, isSequence: isSequence, isForeign: true, catalog: catalog)
        try readLinks(catalog)
        try findRequests(catalog)
    }

    /// Reads JSON of any meaning; its value becomes node 0.
    ///
    /// - Parameter isForeign: as in `JSONReader`.
    init(
        value bytes: [UInt8], isSequence: Bool = false, isForeign: Bool = false, catalog: Catalog
    ) throws(DraftError) {
        let read = bytes.withUnsafeBufferPointer { input -> Result<Draft, DraftError> in
            let draft = Draft(origin: .json, bytes: bytes)
            var reader = JSONReader(input, into: draft, catalog: catalog, isForeign: isForeign)
            do throws(DraftError) {
                try reader.read(isSequence: isSequence)
                return .success(reader.draft)
            } catch {
                return .failure(error)
            }
        }
        self = try read.get()
    }

    private mutating func findRequests(_ catalog: Catalog) throws(DraftError) {
        var top: [Int32] = []
        var node: Int32 = nodes.isEmpty ? -1 : 0
        while node >= 0 {
            top.append(node)
            node = nodes[Int(node)].nextSibling
        }
        if top.count == 1, nodes[0].form == .object, !nodes[0].isListed,
            children(of: 0).contains(where: { name($0, in: catalog) == "requests" })
        {
            return try readEnvelope(catalog)
        }
        for node in top { try addRequests(in: node, catalog) }
    }

    /// The members of an object are requests; a list of objects is what most callers write.
    private mutating func addRequests(in node: Int32, _ catalog: Catalog) throws(DraftError) {
        if nodes[Int(node)].form == .nothing { return }
        guard nodes[Int(node)].form == .object else {
            throw notRequests("A request is an object like {\"CustomerQuery\": {}}", node)
        }
        let members = children(of: node)
        if let attribute = members.first(where: { nodes[Int($0)].isAttribute }) {
            throw notRequests("An attribute is no request", attribute)
        }
        requests += members
    }

    private mutating func readEnvelope(_ catalog: Catalog) throws(DraftError) {
        for member in children(of: 0) {
            switch (nodes[Int(member)].isAttribute ? "@" : "") + name(member, in: catalog) {
            case "requests": try addRequests(in: member, catalog)
            case "onError" where nodes[Int(member)].form == .text: envelope.onError = string(member)
            case "characters" where nodes[Int(member)].form == .text: envelope.characters = string(member)
            case "confirm" where nodes[Int(member)].form == .text: envelope.confirmed.append(string(member))
            case "onError", "characters", "confirm":
                throw notRequests("\"\(name(member, in: catalog))\" takes a text", member)
            case let other:
                let known = ["requests", "onError", "characters", "confirm"]
                let near = Spelling.nearest(to: other, among: known).map { "; did you mean \"\($0)\"?" }
                throw notRequests(
                    "\"\(other)\" does not stand beside \"requests\"" + (near ?? ""), member)
            }
        }
    }

    private func notRequests(_ reason: String, _ node: Int32) -> DraftError {
        let position = Int(nodes[Int(node)].position)
        return .notRequests(reason: reason, line: Draft.lineAndColumn(of: position, in: bytes).line)
    }
}
