/// Reads JSON into a draft: RFC 8259, and nothing more lenient.
///
/// Foundation's reader would make binary floats of numbers, and lose the order of keys, keys given twice and
/// where everything stood; all four matter here.
///
///     {"InvoiceAdd": {"CustomerRef": {"FullName": "Ann"}, "InvoiceLineAdd": [{"Amount": 10.5}]}}
///
/// An object's members become its children, `@name` an attribute, `#text` the object's own text, the members
/// of a list one child each. `$order` says in which order the children come.
struct JSONReader {
    /// Objects and lists within one another; qbXML needs 12.
    static let depthLimit = 64
    /// Different keys that the catalog lacks. Within an object each is compared with the others, so their
    /// number must stay small.
    static let strangerLimit = 1_000
    /// Bytes of a key; the longest name of qbXML has 35. A list repeats its key with each member, so that a
    /// long one would be told two hundred times.
    static let keyLimit = 200

    var draft: Draft
    private let catalog: Catalog
    /// Whether somebody else wrote it. What decoding made of an answer may have as many and as long names as
    /// the answer had.
    private let isForeign: Bool
    let input: UnsafeBufferPointer<UInt8>
    var index = 0
    private var depth = 0
    /// The keys of the objects under way; a stack, those of the innermost last.
    private var keys: [Key] = []
    /// Holds a text while its escapes are resolved.
    var unescaped: [UInt8] = []

    init(_ input: UnsafeBufferPointer<UInt8>, into draft: Draft, catalog: Catalog, isForeign: Bool) {
        self.isForeign = isForeign
        self.input = input
        self.draft = draft
        self.catalog = catalog
    }

    /// Reads the whole input; its value becomes node 0, and a list at the top one node for each member.
    ///
    /// - Parameter isSequence: whether several objects one behind the other are such a list too.
    mutating func read(isSequence: Bool) throws(DraftError) {
        var last: Int32 = -1
        var node = Draft.Node(name: .unknown, parent: -1, position: 0, form: .null)
        try value(node, last: &last)
        skipSpace()
        if isSequence, draft.nodes[0].form == .object, !draft.nodes[0].isListed, index < input.count {
            draft.setListed(0)
            node.isListed = true
            while index < input.count, input[index] == Byte.openBrace {
                try value(node, last: &last)
                skipSpace()
            }
        }
        guard index == input.count else {
            throw error("something follows after its end; several requests are a list, [{…}, {…}]")
        }
    }

    // MARK: Values

    /// - Parameter node: what is known of the value: name, parent, whether it is an attribute.
    private mutating func value(_ node: Draft.Node, last: inout Int32) throws(DraftError) {
        skipSpace()
        guard !isForeign || draft.nodes.count < Draft.nodeLimit else {
            throw .tooMany(limit: Draft.nodeLimit)
        }
        guard index < input.count else { throw error("it ends where a value should come") }
        var node = node
        node.position = Int32(index)
        switch input[index] {
        case Byte.openBrace:
            node.form = .object
            try object(draft.append(node, last: &last))
        case Byte.openBracket:
            try list(node, last: &last)
        case Byte.quote:
            node.form = .text
            (node.textStart, node.textEnd) = try text()
            _ = draft.append(node, last: &last)
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            try word(&node)
            _ = draft.append(node, last: &last)
        case UInt8(ascii: "-"), Byte.digits:
            node.form = .number
            (node.textStart, node.textEnd) = try number()
            _ = draft.append(node, last: &last)
        default:
            throw error("there is no value that begins so")
        }
    }

    private mutating func list(_ node: Draft.Node, last: inout Int32) throws(DraftError) {
        guard !node.isListed else { throw error("a list stands directly in a list") }
        try enter()
        index += 1
        skipSpace()
        if take(Byte.closeBracket) {
            var empty = node
            empty.form = .nothing
            _ = draft.append(empty, last: &last)
        } else {
            var member = node
            member.isListed = true
            repeat { try value(member, last: &last) } while try isNext(closing: Byte.closeBracket)
        }
        depth -= 1
    }

    private mutating func object(_ node: Int32) throws(DraftError) {
        try enter()
        index += 1
        skipSpace()
        var last: Int32 = -1
        let base = keys.count
        defer { keys.removeLast(keys.count - base) }
        if !take(Byte.closeBrace) {
            repeat {
                try member(of: node, last: &last, keysSince: base)
            } while try isNext(closing: Byte.closeBrace)
        }
        depth -= 1
    }

    private mutating func member(
        of node: Int32, last: inout Int32, keysSince base: Int
    ) throws(DraftError) {
        skipSpace()
        guard index < input.count, input[index] == Byte.quote else {
            throw error("a key in double quotes is missing")
        }
        let start = index
        let key = try text()
        guard !isForeign || key.end - key.start <= Self.keyLimit else {
            index = start
            throw error("a key has more than \(Self.keyLimit) bytes")
        }
        skipSpace()
        guard take(Byte.colon) else { throw error("a colon is missing after a key") }
        let first = key.start < key.end ? byte(key.start) : 0
        if first == UInt8(ascii: "$") || first == UInt8(ascii: "#") {
            return try special(key, of: node, at: start)
        }
        let isAttribute = first == UInt8(ascii: "@")
        var child = Draft.Node(name: .unknown, parent: node, position: 0, form: .null)
        child.isAttribute = isAttribute
        (child.name, child.stranger) = name(key.start + (isAttribute ? 1 : 0), key.end)
        guard !isForeign || draft.strangers.count <= Self.strangerLimit else {
            throw error("more than \(Self.strangerLimit) of its keys are no names of qbXML")
        }
        let name = Key(name: child.name, stranger: child.stranger, isAttribute: isAttribute)
        // So few names can come at all that comparing with each is quick.
        if keys[base...].contains(name) {
            index = start
            throw error("the key \"\(string(key))\" is given twice")
        }
        keys.append(name)
        skipSpace()
        if isAttribute, index < input.count,
            input[index] == Byte.openBrace || input[index] == Byte.openBracket
        {
            throw error("an attribute has one value")
        }
        try value(child, last: &last)
    }

    private struct Key: Equatable {
        let name: NameIndex.ID
        let stranger: Int32
        let isAttribute: Bool
    }

    /// `"#text": "…"` and `"$order": ["A", "B", "A"]`.
    private mutating func special(
        _ key: (start: Int32, end: Int32), of node: Int32, at start: Int
    ) throws(DraftError) {
        let name = string(key)
        skipSpace()
        if index < input.count, input[index] == Byte.quote, try takeText(of: name, node) { return }
        guard name == "$order", take(Byte.openBracket) else {
            index = start
            throw error("\"\(name)\" is no key of this JSON; \"#text\" (a text) and \"$order\" (a list) are")
        }
        guard draft.orders[node] == nil else { throw error("\"$order\" is given twice") }
        var names: [String] = []
        skipSpace()
        if !take(Byte.closeBracket) {
            repeat {
                skipSpace()
                guard index < input.count, input[index] == Byte.quote else {
                    throw error("$order lists names")
                }
                // In two steps: `string` would see the bytes as they were before an escape was resolved.
                let name = try text()
                names.append(string(name))
            } while try isNext(closing: Byte.closeBracket)
        }
        draft.setOrder(names, of: node)
    }

    private mutating func word(_ node: inout Draft.Node) throws(DraftError) {
        for (word, form) in [("true", Draft.Form.boolean), ("false", .boolean), ("null", .null)]
        where input[index...].starts(with: word.utf8) {
            node.form = form
            node.textStart = Int32(index)
            node.textEnd = form == .null ? node.textStart : Int32(index + word.utf8.count)
            index += word.utf8.count
            return
        }
        throw error("there is no such word")
    }

    // MARK: Numbers

    private mutating func number() throws(DraftError) -> (start: Int32, end: Int32) {
        let start = index
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        return (Int32(start), Int32(index))
    }

    private mutating func digits() throws(DraftError) {
        let start = index
        while index < input.count, Byte.digits.contains(input[index]) { index += 1 }
        guard index > start else { throw error("a digit is missing in a number") }
    }

    // MARK: Steps

    private mutating func enter() throws(DraftError) {
        depth += 1
        guard depth <= Self.depthLimit else {
            throw error("it is nested deeper than \(Self.depthLimit) levels")
        }
    }

    private mutating func isNext(closing: UInt8) throws(DraftError) -> Bool {
        skipSpace()
        if take(Byte.comma) {
            skipSpace()
            guard index < input.count, input[index] == closing else { return true }
            throw error("a comma stands before \"\(Character(Unicode.Scalar(closing)))\"")
        }
        if take(closing) { return false }
        throw error("a comma or \"\(Character(Unicode.Scalar(closing)))\" is missing")
    }

    @inline(__always)
    mutating func take(_ byte: UInt8) -> Bool {
        guard index < input.count, input[index] == byte else { return false }
        index += 1
        return true
    }

    @inline(__always)
    private mutating func skipSpace() {
        while index < input.count {
            switch input[index] {
            case 0x20, 0x0A, 0x0D, 0x09: index += 1
            default: return
            }
        }
    }

    private func byte(_ place: Int32) -> UInt8 {
        Int(place) < input.count ? input[Int(place)] : draft.bytes[Int(place)]
    }

    private mutating func name(_ start: Int32, _ end: Int32) -> (NameIndex.ID, stranger: Int32) {
        if Int(end) <= input.count {
            let bytes = UnsafeBufferPointer(rebasing: input[Int(start)..<Int(end)])
            return draft.name(of: bytes, in: catalog)
        }
        // The name was escaped: nobody does that, but it is JSON.
        let bytes = Array(draft.bytes[Int(start)..<Int(end)])
        return bytes.withUnsafeBufferPointer { draft.name(of: $0, in: catalog) }
    }

    func string(_ range: (start: Int32, end: Int32)) -> String {
        String(decoding: draft.bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
    }

    func hex(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }

    func error(_ reason: String) -> DraftError {
        let (line, column) = Draft.lineAndColumn(of: index, in: input)
        return .json(reason: reason, line: line, column: column)
    }
}
