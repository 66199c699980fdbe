import API
import HTTPTypes
import QBXML

extension ControlRoutes {
    /// The mirror as SQL sees it.
    var queries: [Route] {
        let rows: JSON = [
            "type": "string",
            "description":
                "Lines of JSON: an object with `columns`, an array for each row, and an SQLEnd at the end.",
        ]
        let records: JSON = ["type": "string", "description": "Lines of JSON, one for each record."]
        let table: JSON = ["type": "string", "description": "RFC 4180, with the names of the columns."]
        return [
            Route(
                "sql", .post, Path.sql, "Runs a query over the views and tables; it only reads",
                takes: .word(SQLOrder.self), gives: .stream([("application/x-ndjson", rows)]),
                mayConflict: true, sql),
            Route(
                "listViews", .get, Path.views,
                "The views over the mirror: one per kind, one per kind of line",
                gives: .word([ViewEntry].self), listViews),
            Route(
                "showView", .get, "/v1/views/{view}", "A view with its columns",
                gives: .word(ViewDetail.self), showView),
            Route(
                "export", .get, "/v1/connectors/{connector}/export/{view}",
                "All rows of a view as CSV or as lines of JSON, as they are at this moment",
                query: [.exportFormat, .withDeleted],
                gives: .stream([("application/x-ndjson", records), ("text/csv", table)]), mayConflict: true,
                export),
        ]
    }
}

extension Route.QueryParameter {
    static let exportFormat = Self(
        name: "format", sentence: "How the rows are written down.",
        form: ["type": "string", "enum": .texts(["ndjson", "csv"]), "default": "ndjson"])

    static let withDeleted = Self(
        name: "deleted", sentence: "Whether deleted records are among them.",
        form: ["type": "boolean", "default": false])
}
