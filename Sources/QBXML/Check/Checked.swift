/// A draft after its check: what was found, and how it will be written.
package struct Checked: Sendable {
    package struct Request: Sendable {
        let node: Int32
        package let message: Message
        /// The place of the node within the message, when the draft left the message's own element away.
        let inner: Int?

        /// Neither a query nor a report.
        var changesBooks: Bool { message.changesBooks && message.operation != nil }
    }

    package let draft: Draft
    package internal(set) var findings: [Finding] = []
    /// How many there are of each, also of those that were more than `CheckOptions.limit`.
    package internal(set) var errorCount = 0
    /// The errors among them for which QuickBooks refuses the whole document.
    package internal(set) var schemaErrorCount = 0
    package internal(set) var warningCount = 0
    /// The requests that were recognised.
    package internal(set) var requests: [Request] = []
    /// The oldest version that has everything in it.
    var needed = Release.first
    /// The newest version that still has everything in it.
    var ceiling = Release(major: 600, minor: 0)
    /// The place that each node takes in the content of its parent; -1 for none.
    var places: [Int16]
    /// The children of each object in the order in which they go out, object behind object.
    var arranged: [Int32] = []
    /// Where an object's children are in `arranged`.
    var rows: [Range<Int32>]
    /// Texts that go out otherwise than they were written.
    var replaced: [Int32: [UInt8]] = [:]
    private var lineStarts: [Int] = []
    /// By parent, the child whose twins were counted last, and how many stand in front of it.
    private var twinCounts: [Int32: (node: Int32, before: Int)] = [:]

    init(draft: Draft) {
        self.draft = draft
        places = Array(repeating: -1, count: draft.nodes.count)
        rows = Array(repeating: 0..<0, count: draft.nodes.count)
        arranged.reserveCapacity(draft.nodes.count)
    }

    package var errors: [Finding] { findings.filter { $0.severity == .error } }

    package var isAcceptable: Bool { errorCount == 0 }

    /// Whether there was more to find than is told.
    package var isCutOff: Bool { findings.count < errorCount + warningCount }

    /// The oldest version that has everything in it.
    package var neededVersion: Version { needed.version }
}

// MARK: Where something is

extension Checked {
    /// The JSON pointer or XML path of a node, and its line.
    mutating func location(of node: Int32, in catalog: Catalog) -> (pointer: String, line: Int) {
        switch draft.origin {
        case .json: (jsonPointer(node, catalog), line(at: Int(draft.nodes[Int(node)].position)))
        case .xml: (xmlPath(node, catalog), Int(draft.nodes[Int(node)].position))
        }
    }

    /// `/requests/0/InvoiceAdd/InvoiceLineAdd/3/Quantity`
    private mutating func jsonPointer(_ node: Int32, _ catalog: Catalog) -> String {
        var parts: [String] = []
        var node = node
        while node >= 0 {
            let value = draft.nodes[Int(node)]
            if value.isListed { parts.append(String(siblings(before: node))) }
            if value.stranger >= 0 || value.name != .unknown {
                // RFC 6901: a tilde and a slash within a name are escaped.
                let name = draft.name(node, in: catalog).flatMap { character -> [Character] in
                    switch character {
                    case "~": ["~", "0"]
                    case "/": ["~", "1"]
                    default: [character]
                    }
                }
                parts.append((value.isAttribute ? "@" : "") + String(name))
            }
            node = value.parent
        }
        return parts.reversed().map { "/" + $0 }.joined()
    }

    /// `/QBXML/QBXMLMsgsRq/InvoiceAddRq[1]/InvoiceAdd/InvoiceLineAdd[4]/Quantity`
    private mutating func xmlPath(_ node: Int32, _ catalog: Catalog) -> String {
        var parts: [String] = []
        var node = node
        while node >= 0 {
            let value = draft.nodes[Int(node)]
            let name = draft.name(node, in: catalog)
            if value.isAttribute {
                parts.append("@" + name)
            } else {
                let before = siblings(before: node)
                let isAlone = before == 0 && !hasTwinBehind(node)
                parts.append(isAlone ? name : "\(name)[\(before + 1)]")
            }
            node = value.parent
        }
        return parts.reversed().map { "/" + $0 }.joined()
    }

    private func firstSibling(of node: Int32) -> Int32 {
        let parent = draft.nodes[Int(node)].parent
        return parent < 0 ? 0 : draft.nodes[Int(parent)].firstChild
    }

    /// Siblings of the same name in front of the node. Findings mostly come in the order of writing, so
    /// counting goes on where it ended the last time among the children of the same parent.
    private mutating func siblings(before node: Int32) -> Int {
        let parent = draft.nodes[Int(node)].parent
        var (other, count) = (firstSibling(of: node), 0)
        if let last = twinCounts[parent], last.node <= node, areTwins(last.node, node) {
            (other, count) = last
        }
        while other >= 0, other != node {
            if areTwins(other, node) { count += 1 }
            other = draft.nodes[Int(other)].nextSibling
        }
        twinCounts[parent] = (node, count)
        return count
    }

    private func hasTwinBehind(_ node: Int32) -> Bool {
        var other = draft.nodes[Int(node)].nextSibling
        while other >= 0 {
            if areTwins(other, node) { return true }
            other = draft.nodes[Int(other)].nextSibling
        }
        return false
    }

    private func areTwins(_ one: Int32, _ other: Int32) -> Bool {
        let (one, other) = (draft.nodes[Int(one)], draft.nodes[Int(other)])
        return one.name == other.name && one.stranger == other.stranger
            && one.isAttribute == other.isAttribute
    }

    private mutating func line(at position: Int) -> Int {
        if lineStarts.isEmpty {
            lineStarts = [0]
            for (index, byte) in draft.bytes.enumerated() where byte == UInt8(ascii: "\n") {
                lineStarts.append(index + 1)
            }
        }
        var low = 0
        var high = lineStarts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= position { low = middle } else { high = middle }
        }
        return low + 1
    }
}
