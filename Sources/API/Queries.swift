/// `POST /v1/sql`: a query over the database, which is only read.
///
///     {"sql":"SELECT ref_number, subtotal FROM invoice WHERE NOT is_paid","limit":100}
package struct SQLOrder: Body, Equatable, Sendable {
    package static let fields = ["sql", "limit", "seconds"]

    package var sql: String
    /// The most rows that are given; 0 for all.
    package var limit: Int?
    /// How long it may take.
    package var seconds: Int?

    package init(sql: String, limit: Int?, seconds: Int?) {
        self.sql = sql
        self.limit = limit
        self.seconds = seconds
    }
}

/// The last line of the answer to a query: what came, and why no more.
package struct SQLEnd: Codable, Equatable, Sendable {
    package var rows: Int
    /// `rows` or `time`: the limit that cut it off; absent when everything came.
    package var cut: String?
    /// What went wrong on the way, or what to do about the limit; absent when everything came.
    package var sentence: String?

    package init(rows: Int, cut: String?, sentence: String?) {
        self.rows = rows
        self.cut = cut
        self.sentence = sentence
    }
}

/// `GET /v1/views`: one line for each view over the mirror.
package struct ViewEntry: Codable, Equatable, Sendable {
    package var name: String
    /// What one row of it is.
    package var title: String
    /// The kind of records: `Invoice`; absent where there are several.
    package var kind: String?
    /// The view of the records, for one of what stands inside them: `invoice` of `invoice_line`.
    package var parent: String?
    package var columns: Int
    /// False where somebody else's table or view in the file has the name.
    package var isThere: Bool

    package init(
        name: String, title: String, kind: String?, parent: String?, columns: Int, isThere: Bool
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.parent = parent
        self.columns = columns
        self.isThere = isThere
    }
}

/// `GET /v1/views/{view}`: a view with its columns.
package struct ViewDetail: Codable, Equatable, Sendable {
    package var name: String
    package var title: String
    package var kind: String?
    package var parent: String?
    package var columns: [ViewColumn]

    package init(name: String, title: String, kind: String?, parent: String?, columns: [ViewColumn]) {
        self.name = name
        self.title = title
        self.kind = kind
        self.parent = parent
        self.columns = columns
    }
}

package struct ViewColumn: Codable, Equatable, Sendable {
    package var name: String
    /// text, integer, flag, date, time, id, name, amount, minor, decimal or json.
    package var form: String
    /// The element of QuickBooks that it is, or a sentence.
    package var meaning: String

    package init(name: String, form: String, meaning: String) {
        self.name = name
        self.form = form
        self.meaning = meaning
    }
}
