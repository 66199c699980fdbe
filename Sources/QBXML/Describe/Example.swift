/// A request as it might be written, for documentation: it passes the check without a finding.
package struct Example: Equatable, Sendable {
    struct Member: Equatable, Sendable {
        indirect enum Content: Equatable, Sendable {
            /// How it stands in JSON: text in quotes, numbers and flags without.
            case text(String), bare(String)
            case members([Member])
        }

        var name: String
        var content: Content
        /// Elements that may come more than once are lists in JSON.
        var isList = false
    }

    /// `InvoiceAdd`, or `InvoiceAddRq` where something stands beside it.
    let name: String
    let members: [Member]

    /// `{"InvoiceAdd": {…}}`, two blanks for each level and a line feed at the end.
    package var json: String {
        var text = "{\n  \(Self.quoted(name)): "
        Self.write(members, indent: 2, to: &text)
        return text + "\n}\n"
    }

    /// The whole document, readable. What is sent has no white space between the elements.
    package func document(version: Version = Catalog.newest, catalog: Catalog = .standard) -> String {
        guard let draft = try? Draft(reading: Array(json.utf8), catalog: catalog) else {
            preconditionFailure("The example of \(name) is not JSON.")
        }
        let checked = Checker.check(draft, options: CheckOptions(version: version), catalog: catalog)
        let options = MessageSetHead(version: checked.versionToSend(highest: version))
        return Indented.text(of: checked.document(options, catalog: catalog))
    }

    // MARK: JSON

    private static func write(_ members: [Member], indent: Int, to text: inout String) {
        guard !members.isEmpty else { return text += "{}" }
        let margin = String(repeating: " ", count: indent)
        text += "{\n"
        var index = 0
        while index < members.count {
            let member = members[index]
            // Members of one name stand side by side, and are one list.
            let row = members[index...].prefix { $0.name == member.name }
            text += "\(margin)  \(quoted(member.name)): "
            if member.isList {
                text += "["
                for (place, value) in row.enumerated() {
                    text += place > 0 ? ", " : ""
                    write(value.content, indent: indent + 2, to: &text)
                }
                text += "]"
            } else {
                write(member.content, indent: indent + 2, to: &text)
            }
            index = row.endIndex
            text += index < members.count ? ",\n" : "\n"
        }
        text += "\(margin)}"
    }

    private static func write(_ content: Member.Content, indent: Int, to text: inout String) {
        switch content {
        case .text(let value): text += quoted(value)
        case .bare(let value): text += value
        case .members(let members): write(members, indent: indent, to: &text)
        }
    }

    /// Names and values of examples have nothing in them that JSON would have to escape but these two.
    private static func quoted(_ text: String) -> String {
        "\"" + text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
    }
}
