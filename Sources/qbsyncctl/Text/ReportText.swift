import API

/// A report of QuickBooks as a table and as CSV.
enum ReportText {
    static func lines(_ report: ReportTable, width: Int?) -> [Line] {
        var head = [Line(report.title, .bold)]
        if let subtitle = report.subtitle { head.append(Line(subtitle)) }
        if let basis = report.basis { head.append(Line("\(basis) basis", .grey)) }
        guard !report.rows.isEmpty else { return head + [Line(), Line("The report is empty.")] }
        let columns = report.columns.enumerated().map { number, column in
            // The labels in front may be cut; a number that is cut is a wrong one.
            Table.Column(
                column.title, isTrailing: column.isNumeric, narrowing: number == 0 ? .cut : .keep)
        }
        let rows = report.rows.map { row -> [Line] in
            let isTotal = row.kind == "subtotal" || row.kind == "total"
            return report.columns.indices.map { index in
                let cell = row.cells.indices.contains(index) ? row.cells[index] : ""
                return Line(cell, isTotal || row.kind == "text" ? .bold : nil)
            }
        }
        guard !columns.isEmpty else { return head }
        return head + [Line()] + Table(columns, rows: rows).lines(width: width)
    }

    /// The kind of row first, so that totals can be told from what they add up.
    static func csv(_ report: ReportTable) -> String {
        let head =
            ["row", "subject", "subject_name"] + report.columns.map { $0.title.isEmpty ? $0.type : $0.title }
        let rows = report.rows.map { row in
            let rest = max(0, report.columns.count - row.cells.count)
            return [row.kind, row.subject ?? "", row.subjectName ?? ""] + row.cells
                + Array(repeating: "", count: rest)
        }
        return ([head] + rows).map(CSV.line).joined()
    }
}
