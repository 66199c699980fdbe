internal import XML

extension Draft {
    /// Reads qbXML: a document, a message set, or one request by itself.
    ///
    ///     <QBXML><QBXMLMsgsRq onError="stopOnError"><InvoiceAddRq>…
    init(xml bytes: [UInt8], catalog: Catalog) throws(DraftError) {
        // An XML declaration must stand at the first byte for libxml2; who pasted a blank before it is
        // helped.
        let document = Array(bytes.drop { $0 <= Byte.space })
        let skipped = bytes.prefix(bytes.count - document.count).count { $0 == UInt8(ascii: "\n") }
        let planter = DraftPlanter(catalog: catalog, linesBefore: skipped)
        let reader = Reader(planter, ceilings: Ceilings(bytes: Self.ceiling))
        planter.reader = reader
        do {
            try reader.push(document)
            try reader.finish()
        } catch let error as XMLError {
            throw .xml(error)
        } catch let error as DraftError {
            throw error
        } catch {
            // The planter throws nothing else; should it, it is told as what it looks like.
            throw .xml(.malformed(line: 0, reason: "\(error)"))
        }
        self = planter.draft
        envelope.version = Prolog(of: document).version
        try findRequests(catalog)
    }

    private mutating func findRequests(_ catalog: Catalog) throws(DraftError) {
        var node: Int32 = 0
        if name(node, in: catalog) == "QBXML" {
            let sets = elements(of: node)
            guard let only = sets.first, sets.count == 1 else {
                throw notRequests("<QBXML> holds one <QBXMLMsgsRq> and nothing else", node)
            }
            node = only
        }
        switch name(node, in: catalog) {
        case "QBXMLMsgsRq": envelope.container = .messages
        case "QBXMLSubscriptionMsgsRq": envelope.container = .subscriptions
        case "QBXMLMsgsRs", "QBXMLSubscriptionMsgsRs":
            throw notRequests("This is an answer of QuickBooks, not a request", node)
        case "QBWCXML":
            throw notRequests(
                "This is a .qwc file: it tells the Web Connector where the server is, and has no requests",
                node)
        case let other where other.hasSuffix("Rq"):
            requests = [node]
            return
        case let other:
            throw notRequests(
                "<\(other)> is no document of requests; it begins with <QBXML>, <QBXMLMsgsRq> or a request",
                node)
        }
        envelope.node = node
        for child in children(of: node) {
            guard nodes[Int(child)].isAttribute else {
                requests.append(child)
                continue
            }
            let attribute = name(child, in: catalog)
            if attribute == "onError" {
                envelope.onError = string(child)
            } else {
                envelope.attributes[attribute] = string(child)
            }
        }
    }

    private func notRequests(_ reason: String, _ node: Int32) -> DraftError {
        .notRequests(reason: reason, line: Int(nodes[Int(node)].position))
    }
}

/// Makes the draft of the reader's events.
private final class DraftPlanter: EventHandler {
    private(set) var draft = Draft(origin: .xml)
    /// Asked for the line of each tag. The reader holds this handler, so it must not be held in turn.
    unowned(unsafe) var reader: Reader?
    private let catalog: Catalog
    private let linesBefore: Int
    /// Elements that have begun and not ended, each with its last child.
    private var open: [(node: Int32, last: Int32)] = []
    private var pending: [UInt8] = []

    init(catalog: Catalog, linesBefore: Int) {
        self.catalog = catalog
        self.linesBefore = linesBefore
    }

    func start(_ name: Name, _ attributes: Attributes) throws {
        guard draft.nodes.count + attributes.count < Draft.nodeLimit else {
            throw DraftError.tooMany(limit: Draft.nodeLimit)
        }
        keepStray()
        let parent = open.last?.node ?? -1
        let line = Int32(clamping: linesBefore + (reader?.line ?? 0))
        var node = Draft.Node(name: .unknown, parent: parent, position: line, form: .text)
        (node.name, node.stranger) = number(name)
        var last = open.last?.last ?? -1
        let index = draft.append(node, last: &last)
        if let top = open.indices.last {
            open[top].last = last
            draft.setForm(.object, of: parent)
        }
        var lastAttribute: Int32 = -1
        for (name, value) in attributes {
            var attribute = Draft.Node(name: .unknown, parent: index, position: line, form: .text)
            attribute.isAttribute = true
            (attribute.name, attribute.stranger) = number(name)
            (attribute.textStart, attribute.textEnd) = draft.store(value)
            _ = draft.append(attribute, last: &lastAttribute)
        }
        open.append((index, lastAttribute))
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { pending.append(contentsOf: bytes) }

    func end(_ name: Name) {
        guard let (node, _) = open.popLast() else { return }
        if draft.nodes[Int(node)].form == .text {
            draft.setText(draft.store(pending), of: node)
            pending.removeAll(keepingCapacity: true)
        } else {
            keepStray(of: node)
        }
    }

    private func keepStray() {
        if let node = open.last?.node { keepStray(of: node) }
    }

    /// Text beside elements is mostly white space; anything else is kept for the checker to find.
    private func keepStray(of node: Int32) {
        if pending.contains(where: { $0 > Byte.space }) { draft.setText(draft.store(pending), of: node) }
        pending.removeAll(keepingCapacity: true)
    }

    /// qbXML has no namespaces: in one, a name is another name.
    private func number(_ name: Name) -> (NameIndex.ID, stranger: Int32) {
        if let namespace = name.namespaceString {
            let other = Array("\(name.string) (of the namespace \(namespace))".utf8)
            return other.withUnsafeBufferPointer { draft.name(of: $0, in: catalog) }
        }
        var length = 0
        while name.local[length] != 0 { length += 1 }
        return draft.name(of: UnsafeBufferPointer(start: name.local, count: length), in: catalog)
    }
}
