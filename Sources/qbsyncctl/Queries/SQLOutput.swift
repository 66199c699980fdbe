import API

/// How the rows of a query are shown: a table for a person, CSV or JSON for programs.
enum SQLStyle: Sendable { case table, csv, json }

/// Writes rows as they come. Only a table waits for all of them, since its columns are as wide as the widest.
struct SQLOutput {
    let style: SQLStyle
    let terminal: Terminal
    private var columns: [String] = []
    private var rows: [[SQLCell]] = []
    private var count = 0

    init(style: SQLStyle, terminal: Terminal) {
        self.style = style
        self.terminal = terminal
    }

    mutating func show(columns: [String]) {
        self.columns = columns
        switch style {
        case .csv: terminal.show(verbatim: columns.map(Self.quoted).joined(separator: ",") + "\r\n")
        case .json: terminal.show(verbatim: "[")
        case .table: break
        }
    }

    mutating func show(row: [SQLCell]) {
        count += 1
        switch style {
        case .table: rows.append(row)
        case .csv:
            let fields = row.map { cell in cell.text.map { cell.isText ? Self.quoted($0) : $0 } ?? "" }
            terminal.show(verbatim: fields.joined(separator: ",") + "\r\n")
        case .json:
            let pairs = zip(columns, row).map { "\(Self.json($0)):\($1.json)" }
            terminal.show(verbatim: (count == 1 ? "\n" : ",\n") + "{" + pairs.joined(separator: ",") + "}")
        }
    }

    mutating func finish() {
        switch style {
        case .csv: break
        case .json: terminal.show(verbatim: count == 0 ? "]\n" : "\n]\n")
        case .table:
            guard count > 0 else { return terminal.note(Line("No rows.", .grey)) }
            terminal.show(table.lines(width: terminal.width))
        }
    }

    private var table: Table {
        let columns = columns.enumerated().map { index, name in
            let isNumber = rows.contains { !$0[index].isNull } && rows.allSatisfy { !$0[index].isText }
            return Table.Column(name, isTrailing: isNumber, narrowing: .cut)
        }
        return Table(columns, rows: rows.map { $0.map { Line(Self.oneLine($0.text ?? "")) } })
    }

    /// A table has a line for each row, whatever is in it, and no text of others moves the cursor.
    private static func oneLine(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) })
    }

    private static func quoted(_ text: String) -> String {
        let isPlain =
            !text.isEmpty && text.utf8.first != 0x20 && text.utf8.last != 0x20
            && !text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
        return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func json(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
