/// Requests as somebody wrote them, not yet checked: a tree laid flat in the order of writing.
///
/// JSON and qbXML become the same tree, so that everything after it (checking, ordering, encoding) exists
/// once. Names are numbers of the catalog, values are ranges of bytes: an invoice with a thousand lines makes
/// ten thousand nodes and not one string.
package struct Draft: Sendable {
    package enum Origin: Sendable {
        case json, xml
    }

    /// How the value was written.
    package enum Form: UInt8, Sendable {
        case object, text, number, boolean, null
        /// `[]`: it is named, but has no value.
        case nothing
    }

    struct Node: Sendable {
        var name: NameIndex.ID
        /// Which of `strangers` it is when the catalog lacks the name, else -1.
        var stranger: Int32 = -1
        var parent: Int32
        var firstChild: Int32 = -1
        var nextSibling: Int32 = -1
        /// Its text in `bytes`.
        var textStart: Int32 = 0
        var textEnd: Int32 = 0
        /// JSON: the byte at which the value begins. XML: the line of the tag.
        var position: Int32
        var form: Form
        var isAttribute = false
        /// Written as a member of a list.
        var isListed = false
    }

    package let origin: Origin
    /// What was read, and behind it the texts that had to be unescaped.
    private(set) var bytes: [UInt8]
    private(set) var nodes: [Node]
    /// The names that the catalog lacks, each once.
    private(set) var strangers: [String]
    private var strangerNumbers: [String: Int32] = [:]
    /// For objects that say in which order their children come (`$order`): the names, by node.
    private(set) var orders: [Int32: [String]]
    /// The requests, in order: each the element of a message, or of its content alone.
    package internal(set) var requests: [Int32]
    /// What is said about the message set as a whole.
    package internal(set) var envelope = Envelope()
    /// The requests that `$from` names, by the node whose value they give.
    var sources: [Int32: Source] = [:]
    /// Values that earlier requests will give.
    package internal(set) var links: [DraftLink] = []

    package struct Envelope: Sendable, Equatable {
        /// The version in `<?qbxml version="13.0"?>`, where there is one.
        package var version: String?
        /// `onError`; nil if nobody said.
        package var onError: String?
        /// The kind of message set around the requests; nil if they came without one.
        package var container: Message.Container?
        /// The node of that message set, -1 without one.
        var node: Int32 = -1
        /// `"characters": "transliterate"`.
        package var characters: String?
        /// `"confirm": ["unlisted-lines"]`.
        package var confirmed: [String] = []
        /// Attributes of the message set that are ours to write: `newMessageSetID` and its like.
        package var attributes: [String: String] = [:]
    }

    init(origin: Origin, bytes: [UInt8] = []) {
        self.origin = origin
        self.bytes = bytes
        nodes = []
        strangers = []
        orders = [:]
        requests = []
        nodes.reserveCapacity(bytes.count / 16)
    }

    // MARK: Reading

    func text(_ node: Int32) -> ArraySlice<UInt8> {
        let node = nodes[Int(node)]
        return bytes[Int(node.textStart)..<Int(node.textEnd)]
    }

    func string(_ node: Int32) -> String { String(decoding: text(node), as: UTF8.self) }

    func name(_ node: Int32, in catalog: Catalog) -> String {
        let node = nodes[Int(node)]
        return node.stranger >= 0 ? strangers[Int(node.stranger)] : catalog.name(node.name)
    }

    func children(of node: Int32) -> [Int32] {
        var children: [Int32] = []
        var child = nodes[Int(node)].firstChild
        while child >= 0 {
            children.append(child)
            child = nodes[Int(child)].nextSibling
        }
        return children
    }

    /// The children that are no attributes.
    func elements(of node: Int32) -> [Int32] { children(of: node).filter { !nodes[Int($0)].isAttribute } }

    /// A child element, the first of its name.
    func child(_ name: String, of node: Int32, in catalog: Catalog) -> Int32? {
        first(name, of: node, in: catalog, isAttribute: false)
    }

    func attribute(_ name: String, of node: Int32, in catalog: Catalog) -> Int32? {
        first(name, of: node, in: catalog, isAttribute: true)
    }

    /// Compares numbers, not strings, where the catalog knows the name.
    private func first(
        _ name: String, of node: Int32, in catalog: Catalog, isAttribute: Bool
    ) -> Int32? {
        let known = catalog.index.id(of: name)
        var child = nodes[Int(node)].firstChild
        while child >= 0 {
            let candidate = nodes[Int(child)]
            if candidate.isAttribute == isAttribute,
                candidate.stranger < 0
                    ? candidate.name == known : strangers[Int(candidate.stranger)] == name
            {
                return child
            }
            child = candidate.nextSibling
        }
        return nil
    }

    // MARK: Building

    /// Appends a node and hangs it behind its siblings.
    ///
    /// - Parameter last: the last child of the parent so far, -1 for none; becomes the new node.
    mutating func append(_ node: Node, last: inout Int32) -> Int32 {
        let index = Int32(nodes.count)
        nodes.append(node)
        if last >= 0 {
            nodes[Int(last)].nextSibling = index
        } else if node.parent >= 0 {
            nodes[Int(node.parent)].firstChild = index
        }
        last = index
        return index
    }

    mutating func name(
        of bytes: UnsafeBufferPointer<UInt8>, in catalog: Catalog
    ) -> (NameIndex.ID, stranger: Int32) {
        if let id = catalog.index.id(of: bytes) { return (id, -1) }
        let name = String(decoding: bytes, as: UTF8.self)
        if let number = strangerNumbers[name] { return (.unknown, number) }
        let number = Int32(strangers.count)
        strangers.append(name)
        strangerNumbers[name] = number
        return (.unknown, number)
    }

    /// Text that is not in the input as it is.
    mutating func store(_ text: some Collection<UInt8>) -> (start: Int32, end: Int32) {
        let start = Int32(bytes.count)
        bytes.append(contentsOf: text)
        return (start, Int32(bytes.count))
    }

    mutating func setText(_ range: (start: Int32, end: Int32), of node: Int32) {
        nodes[Int(node)].textStart = range.start
        nodes[Int(node)].textEnd = range.end
    }

    mutating func setForm(_ form: Form, of node: Int32) { nodes[Int(node)].form = form }

    /// It holds nothing any more.
    mutating func cut(_ node: Int32) { nodes[Int(node)].firstChild = -1 }

    mutating func setListed(_ node: Int32) { nodes[Int(node)].isListed = true }

    mutating func setOrder(_ names: [String], of node: Int32) { orders[node] = names }
}

extension Draft {
    /// Line and column of a byte, both from 1, the column in characters.
    static func lineAndColumn(
        of index: Int, in bytes: some RandomAccessCollection<UInt8>
    ) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        for byte in bytes.prefix(index) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }
}
