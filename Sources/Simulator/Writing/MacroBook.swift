internal import QBXML

/// The names that a message set gives to what it makes, so that later requests of the same set can refer to
/// it.
///
/// ```xml
/// <InvoiceAdd defMacro="TxnID:first">…   later: <TxnID useMacro="TxnID:first"/>
/// ```
struct MacroBook {
    /// Under this name a field carries the macro that its line defines, until the line has its ID.
    static let marker = "@defMacro"

    private var ids: [String: String] = [:]

    mutating func define(_ name: String, as id: String) throws(WriteRefusal) {
        guard ids[name] == nil else { throw WriteRefusal(.macroDefinedTwice(name)) }
        ids[name] = id
    }

    /// The children of a request's element, with macros put in.
    func fields(of element: Draft.Element) throws(WriteRefusal) -> [Field] {
        var fields: [Field] = []
        for child in element.elements { fields.append(try field(child)) }
        return fields
    }

    private func field(_ element: Draft.Element) throws(WriteRefusal) -> Field {
        if let name = element.attribute("useMacro") {
            guard let id = ids[name] else { throw WriteRefusal(.macroUnknown(name)) }
            return Field(element.name, id)
        }
        var children = try fields(of: element)
        guard !children.isEmpty else { return Field(element.name, element.text) }
        if let name = element.attribute("defMacro") { children.append(Field(Self.marker, name)) }
        return Field(element.name, children)
    }
}
