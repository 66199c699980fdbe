/// A report as QuickBooks answers it: columns, and rows of text and numbers.
///
/// ```xml
/// <DataRow rowNumber="3"><RowData rowType="account" value="Rent" /><ColData colID="1" value="Rent" />…
/// ```
struct Report: Sendable {
    struct Column: Sendable {
        var title: String
        /// A word of `ColType`.
        var type: String
        var dataType: String
    }

    enum Row: Sendable {
        case text(String)
        /// What the row is about, and a value for each column.
        case data(about: About?, [String])
        case subtotal([String])
        case total([String])
    }

    struct About: Sendable {
        /// A word of `rowType`.
        var type: String
        var value: String
    }

    var title: String
    var subtitle: String
    var basis: String?
    var columns: [Column]
    var rows: [Row] = []

    func write(to writer: inout AnswerWriter) {
        writer.openRecord("Report")
        var head = [Field("ReportTitle", title), Field("ReportSubtitle", subtitle)]
        if let basis { head.append(Field("ReportBasis", basis)) }
        head += [
            Field("NumRows", rows.count), Field("NumColumns", columns.count), Field("NumColTitleRows", 1),
        ]
        for field in head { writer.field(field) }
        for (index, column) in columns.enumerated() {
            writer.open("ColDesc", [("colID", "\(index + 1)"), ("dataType", column.dataType)])
            let title = column.title.isEmpty ? [] : [("value", column.title)]
            writer.leaf("ColTitle", [("titleRow", "1")] + title)
            writer.field(Field("ColType", column.type))
            writer.end("ColDesc")
        }
        if !rows.isEmpty {
            writer.open("ReportData", [])
            for (index, row) in rows.enumerated() { write(row, index + 1, to: &writer) }
            writer.end("ReportData")
        }
        writer.closeRecord("Report")
    }

    private func write(_ row: Row, _ number: Int, to writer: inout AnswerWriter) {
        let head = [("rowNumber", "\(number)")]
        switch row {
        case .text(let text): writer.leaf("TextRow", head + [("value", text)])
        case .data(let about, let values):
            writer.open("DataRow", head)
            if let about { writer.leaf("RowData", [("rowType", about.type), ("value", about.value)]) }
            write(values, to: &writer)
            writer.end("DataRow")
        case .subtotal(let values):
            writer.open("SubtotalRow", head)
            write(values, to: &writer)
            writer.end("SubtotalRow")
        case .total(let values):
            writer.open("TotalRow", head)
            write(values, to: &writer)
            writer.end("TotalRow")
        }
    }

    private func write(_ values: [String], to writer: inout AnswerWriter) {
        for (index, value) in values.enumerated() where !value.isEmpty {
            writer.leaf("ColData", [("colID", "\(index + 1)"), ("value", value)])
        }
    }
}
