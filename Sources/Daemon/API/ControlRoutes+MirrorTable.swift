import API
import HTTPTypes
import QBXML
import Store

/// The part of the table that reads the mirror.
extension ControlRoutes {
    var mirror: [Route] {
        [
            Route(
                "listRecords", .get, "/v1/connectors/{connector}/records/{kind}",
                "Records of a kind, page by page", query: Route.QueryParameter.records,
                gives: .word(RecordPage.self), records),
            Route(
                "showRecord", .get, "/v1/connectors/{connector}/records/{kind}/{id}",
                "One record, as it is or as it was", query: [.moment, .fields],
                gives: .word(RecordDetail.self), record),
            Route(
                "listVersions", .get, "/v1/connectors/{connector}/records/{kind}/{id}/versions",
                "What a record is and was, newest first",
                query: [.limit(otherwise: 100), .cursor, .fields], gives: .word(VersionPage.self), versions),
            Route(
                "listChanges", .get, "/v1/connectors/{connector}/changes",
                "What happened to the records, oldest first and without gaps; with Accept: text/event-stream "
                    + "as events",
                query: Route.QueryParameter.changes, headers: [.lastEventID],
                gives: .wordOrEvents(ChangePage.self), mayBeGone: true, changes),
            Route(
                "listFreshness", .get, "/v1/connectors/{connector}/freshness",
                "Up to when each category is complete, and when it is read next",
                gives: .word([FreshnessEntry].self), freshness),
            Route(
                "listCoverage", .get, "/v1/connectors/{connector}/coverage",
                "What QuickBooks lets the sync read of each category", gives: .word([CoverageEntry].self),
                coverage),
            Route(
                "listCategories", .get, "/v1/connectors/{connector}/categories",
                "What is read, how often and from when on", gives: .word([CategoryDetail].self),
                listCategories),
            Route(
                "showCategory", .get, "/v1/connectors/{connector}/categories/{category}", "One of them",
                gives: .word(CategoryDetail.self), showCategory),
            Route(
                "editCategory", .patch, "/v1/connectors/{connector}/categories/{category}",
                "Changes settings of a category; what is left out stays",
                takes: .word(CategorySettings.self), gives: .word(CategoryDetail.self), mayConflict: true,
                editCategory),
        ]
    }
}

extension Route.QueryParameter {
    static let moment = text(
        "at", "As of this time (UTC, or with an offset), not in the future; from the earlier versions.")

    static let cursor = text("cursor", "Where the last page ended: its next.")

    static let fields = text(
        "fields", "Only these elements of each record: TxnID,CustomerRef.FullName,InvoiceLineRet.Amount.")

    static let records: [Self] = [
        text("id", "This record; it may be given several times."),
        text("name", "Its whole name, in either case."),
        text("name_starts_with", "How its name begins, in either case."),
        text("ref_number", "RefNumber of a transaction."),
        text("modified_since", "Changed in QuickBooks at or after this time (UTC, or with an offset)."),
        text("from_date", "TxnDate on or after this day."), text("to_date", "TxnDate on or before this day."),
        text("entity", "Full name or ListID of its customer, vendor, employee or other name."),
        either("active", "By IsActive.", otherwise: "all"),
        either("deleted", "Whether it was deleted in QuickBooks.", otherwise: "false"),
        text("text", "Stands somewhere in the values of the record."),
        Self(
            name: "sort", sentence: "The order; - before it turns it round.",
            form: [
                "type": "string",
                "enum": .texts(RecordQuery.Column.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }),
            ]),
        .limit(otherwise: 100), cursor, fields,
    ]

    static let changes: [Self] = [
        integer("after", "The number seen last. Without it, from the oldest that is kept."),
        integer("last", "In place of after: so many from the end."), .limit(otherwise: 100),
        text("kind", "Only these kinds, separated by commas."),
        integer("wait", "Seconds to wait for something if there is nothing yet, up to 55."),
        Self(
            name: "include", sentence: "Each record as it is now.",
            form: ["type": "string", "enum": ["record"]]),
    ]

    static func text(_ name: String, _ sentence: String) -> Self {
        Self(name: name, sentence: sentence, form: ["type": "string"])
    }

    static func integer(_ name: String, _ sentence: String) -> Self {
        Self(name: name, sentence: sentence, form: ["type": "integer", "minimum": 0])
    }

    static func either(_ name: String, _ sentence: String, otherwise standard: String) -> Self {
        Self(
            name: name, sentence: sentence,
            form: ["type": "string", "enum": ["true", "false", "all"], "default": .text(standard)])
    }
}
