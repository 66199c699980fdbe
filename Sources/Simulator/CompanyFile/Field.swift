internal import XML

/// One child element of a record: a value, or further children. Repeated elements are repeated fields, in
/// order.
///
/// ```xml
/// <BillAddress><Addr1>12 Elm Street</Addr1><City>Ithaca</City></BillAddress>
/// ```
/// A tree of our own beside `XML.Element`: records have neither attributes nor namespaces, and a generated
/// company has some hundred thousand of these.
package struct Field: Equatable, Sendable {
    package enum Content: Equatable, Sendable {
        case text(String)
        case fields([Field])
    }

    package let name: String
    package var content: Content

    package init(_ name: String, _ text: String) {
        self.name = name
        content = .text(text)
    }

    package init(_ name: String, _ fields: [Field]) {
        self.name = name
        content = .fields(fields)
    }

    init(_ name: String, _ amount: Money) {
        self.init(name, amount.text)
    }

    init(_ name: String, _ flag: Bool) {
        self.init(name, flag ? "true" : "false")
    }

    init(_ name: String, _ number: Int) {
        self.init(name, String(number))
    }

    /// A reference to another record, as QuickBooks answers it: always with both.
    init(_ name: String, _ target: Reference) {
        self.init(name, [Field("ListID", target.id), Field("FullName", target.name)])
    }

    /// Attributes are dropped: only reports have any, and a report is not a record.
    init(_ element: Element) {
        name = element.name
        let children = element.elements
        content = children.isEmpty ? .text(element.text) : .fields(children.map { Field($0) })
    }

    /// The text of a value; empty for a field that has children.
    package var text: String {
        if case .text(let text) = content { return text }
        return ""
    }

    package var fields: [Field] {
        if case .fields(let fields) = content { return fields }
        return []
    }

    func write(to writer: inout Writer) {
        switch content {
        case .text(let text):
            if text.isEmpty { writer.empty(name) } else { writer.leaf(name, text) }
        case .fields(let fields):
            writer.open(name)
            writer.raw("\n")
            for field in fields { field.write(to: &writer) }
            writer.close(name)
        }
        writer.raw("\n")
    }
}

extension Array where Element == Field {
    func first(named name: String) -> Field? { first { $0.name == name } }

    func firstIndex(named name: String) -> Int? { firstIndex { $0.name == name } }

    /// The text of a child, empty when there is none.
    func text(_ name: String) -> String { first(named: name)?.text ?? "" }

    /// Sets the value of a child that is there. Returns false when there is none.
    @discardableResult mutating func set(_ name: String, _ text: String) -> Bool {
        guard let index = firstIndex(named: name) else { return false }
        self[index].content = .text(text)
        return true
    }
}
