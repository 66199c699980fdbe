/// A report of QuickBooks as a table.
///
///     {"title":"Profit & Loss","subtitle":"January 2026","basis":"Accrual",
///      "columns":[{"title":"","type":"Label","data":"STRTYPE"},
///                 {"title":"Jan 26","type":"Amount","data":"AMTTYPE"}],
///      "rows":[{"kind":"data","cells":["Sales","1200.00"],"subject":"account","subject_name":"Sales"}]}
package struct ReportTable: Codable, Equatable, Sendable {
    package var title: String
    package var subtitle: String?
    /// Accrual or Cash; absent for reports that know no difference.
    package var basis: String?
    package var columns: [ReportColumn]
    package var rows: [ReportRow]

    package init(
        title: String, subtitle: String?, basis: String?, columns: [ReportColumn], rows: [ReportRow]
    ) {
        self.title = title
        self.subtitle = subtitle
        self.basis = basis
        self.columns = columns
        self.rows = rows
    }
}

package struct ReportColumn: Codable, Equatable, Sendable {
    /// Its headings from top to bottom, with a blank between them.
    package var title: String
    /// Such as Label, Amount, Quantity, TxnType; in QuickBooks' words.
    package var type: String
    /// What its cells are: AMTTYPE, STRTYPE, DATETYPE and their like.
    package var data: String

    package init(title: String, type: String, data: String) {
        self.title = title
        self.type = type
        self.data = data
    }

    /// Whether its cells stand to the right.
    package var isNumeric: Bool {
        ["AMTTYPE", "PRICETYPE", "QUANTYPE", "PERCENTTYPE", "INTTYPE", "FLOATTYPE"].contains(data)
    }
}

package struct ReportRow: Codable, Equatable, Sendable {
    /// data, text, subtotal, total
    package var kind: String
    /// One for each column, empty where QuickBooks gives none; of a text row one cell alone.
    package var cells: [String]
    /// What the row is about: account, customer, item and their like; absent where QuickBooks does not say.
    package var subject: String?
    package var subjectName: String?

    package init(kind: String, cells: [String], subject: String? = nil, subjectName: String? = nil) {
        self.kind = kind
        self.cells = cells
        self.subject = subject
        self.subjectName = subjectName
    }
}
