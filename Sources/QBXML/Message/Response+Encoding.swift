package import XML

/// The way back: an answer as QuickBooks writes it, with a head without encoding, a line feed after each tag
/// and no indent.
///
/// Elements go out in the order in which their JSON has them, or as its `$order` says, and not in the
/// catalog's: the JSON of a decoded answer has QuickBooks' own order, in which there may be elements that the
/// catalog lacks. So a decoded answer becomes an equal document again. What decoding takes away is not there
/// any more: the percent sign behind a percentage, text between elements, and attributes of an `…Rs` that
/// nobody knows.
extension Response {
    /// The whole document. Keys of its JSON must be names of elements, as they are in what was decoded.
    ///
    /// - Throws: where the JSON of a record is none.
    package func document(catalog: Catalog = .standard) throws(DraftError) -> [UInt8] {
        var writer = Writer(asciiOnly: true, reserving: 4096)
        writer.declaration(encoding: nil)
        writer.raw("\n<QBXML>\n")
        let attributes = [
            ("newMessageSetID", newMessageSetID),
            ("messageSetStatusCode", messageSetStatusCode.map { String($0) }),
        ]
        writer.open(Shapes.messageSet, attributes: attributes.present)
        writer.raw("\n")
        for answer in answers { try answer.write(to: &writer, catalog: catalog) }
        writer.raw("</\(Shapes.messageSet)>\n</QBXML>\n")
        return writer.bytes
    }
}

extension RequestAnswer {
    /// The answer by itself: `<CustomerQueryRs requestID="1" statusCode="0" …>…</CustomerQueryRs>`.
    package func write(to writer: inout Writer, catalog: Catalog = .standard) throws(DraftError) {
        // In the order of the captured answers.
        let attributes = [
            ("requestID", requestID),
            ("statusCode", status.code == Status.absent ? nil : String(status.code)),
            ("statusSeverity", severityWord),
            ("statusMessage", status.message.isEmpty ? nil : status.message),
            ("retCount", retCount.map { String($0) }),
            ("iteratorRemainingCount", iteratorRemaining.map { String($0) }), ("iteratorID", iteratorID),
        ]
        writer.open(element, attributes: attributes.present)
        writer.raw("\n")
        var faults = faults[...]
        for (index, record) in records.enumerated() {
            while let fault = faults.first, fault.precedingRecords <= index {
                try fault.write(to: &writer, catalog)
                faults.removeFirst()
            }
            try JSONElement(record.json, catalog).write(as: record.kind + ElementTable.suffix, to: &writer)
        }
        for fault in faults { try fault.write(to: &writer, catalog) }
        if let rest { try JSONElement(rest, catalog).writeChildren(to: &writer) }
        writer.close(element)
        writer.raw("\n")
    }
}

extension RecordFault {
    fileprivate func write(to writer: inout Writer, _ catalog: Catalog) throws(DraftError) {
        if json.isEmpty { return }
        try JSONElement(json, catalog).write(as: kind + ElementTable.suffix, to: &writer)
    }
}

extension [(String, String?)] {
    fileprivate var present: [(name: String, value: String)] {
        compactMap { name, value in value.map { (name, $0) } }
    }
}

/// One element's JSON in the shape that decoding gives it.
private struct JSONElement {
    let draft: Draft
    let catalog: Catalog

    init(_ json: [UInt8], _ catalog: Catalog) throws(DraftError) {
        self.catalog = catalog
        draft = try Draft(value: json, catalog: catalog)
    }

    func write(as name: String, to writer: inout Writer) {
        write(0, name, to: &writer)
    }

    func writeChildren(to writer: inout Writer) {
        for child in ordered(elements(of: 0), of: 0) {
            write(child, draft.name(child, in: catalog), to: &writer)
        }
    }

    private func write(_ node: Int32, _ name: String, to writer: inout Writer) {
        let form = draft.nodes[Int(node)].form
        if form == .nothing { return }
        writer.open(name, attributes: attributes(of: node))
        let children = ordered(elements(of: node), of: node)
        if children.isEmpty {
            writer.text(draft.text(node))
        } else {
            writer.raw("\n")
            for child in children { write(child, draft.name(child, in: catalog), to: &writer) }
        }
        writer.close(name)
        writer.raw("\n")
    }

    private func attributes(of node: Int32) -> [(name: String, value: String)] {
        draft.children(of: node).filter { draft.nodes[Int($0)].isAttribute }
            .map { (draft.name($0, in: catalog), draft.string($0)) }
    }

    private func elements(of node: Int32) -> [Int32] {
        draft.children(of: node).filter { !draft.nodes[Int($0)].isAttribute }
    }

    /// Each name of `$order` takes the next child of that name; children that it leaves out come behind.
    private func ordered(_ children: [Int32], of node: Int32) -> [Int32] {
        guard let names = draft.orders[node] else { return children }
        var waiting: [String: [Int32]] = [:]
        for child in children.reversed() {
            waiting[draft.name(child, in: catalog), default: []].append(child)
        }
        let named = names.compactMap { waiting[$0]?.popLast() }
        let taken = Set(named)
        return named + children.filter { !taken.contains($0) }
    }
}
