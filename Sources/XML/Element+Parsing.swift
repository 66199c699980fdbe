extension Element {
    /// Reads a whole document. Throws an `XMLError`.
    package init(
        parsing bytes: [UInt8], ceilings: Ceilings = .standard, encoding: Reader.Encoding = .declared
    ) throws(XMLError) {
        let planter = Planter()
        let reader = Reader(planter, ceilings: ceilings, encoding: encoding)
        do {
            try reader.push(bytes)
            try reader.finish()
        } catch let error as XMLError {
            throw error
        } catch {
            // The planter throws nothing, so this cannot come; if it should, it is told as what it looks
            // like.
            throw .malformed(line: 0, reason: "\(error)")
        }
        guard let root = planter.root else { throw .empty }
        self = root
    }
}

/// Makes the tree: elements that have begun and not ended, the innermost last.
private final class Planter: EventHandler {
    private var open: [Element] = []
    private(set) var root: Element?

    func start(_ name: Name, _ attributes: Attributes) {
        var element = Element(name: name.string, namespace: name.namespaceString)
        for (name, value) in attributes {
            element.attributes.append(
                Element.Attribute(
                    name: name.string, namespace: name.namespaceString,
                    value: String(decoding: value, as: UTF8.self)))
        }
        flush()
        open.append(element)
    }

    // Pieces are joined as bytes, since a piece may end within a character.
    private var pending: [UInt8] = []

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { pending.append(contentsOf: bytes) }

    func end(_ name: Name) {
        flush()
        guard let element = open.popLast() else { return }
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(.element(element)) }
    }

    private func flush() {
        guard !pending.isEmpty else { return }
        if !open.isEmpty {
            open[open.count - 1].children.append(.text(String(decoding: pending, as: UTF8.self)))
        }
        pending.removeAll(keepingCapacity: true)
    }
}
