/// How one request of a message set ended: the attributes of its `…Rs`. The messages are QuickBooks' own, as
/// captured, because servers are known to look for words in them.
struct QueryStatus: Equatable, Sendable {
    var code: Int
    var message: String

    /// By the code's range.
    var severity: String { code < 500 ? "Info" : code < 1_000 ? "Warn" : "Error" }

    static let ok = QueryStatus(code: 0, message: "Status OK")

    static let nothingFound = QueryStatus(
        code: 1, message: "A query request did not find a matching object in QuickBooks")

    /// Names that do not exist are passed over with a warning; the last of them is told.
    static func missingName(_ name: String) -> QueryStatus {
        QueryStatus(
            code: 500,
            message:
                "The query request has not been fully completed. There was a required element (\"\(name)\") "
                + "that could not be found in QuickBooks.")
    }

    /// A single ID that does not exist is an error.
    static func missingObject(_ id: String) -> QueryStatus {
        QueryStatus(
            code: 3120,
            message: "Object \"\(id)\" specified in the request cannot be found.  QuickBooks error message: "
                + "Invalid argument.  The specified record does not exist in the list.")
    }

    static let notSupportedHere = QueryStatus(
        code: 1030, message: "This request is not supported by this implementation.")

    static func requestIDTooLong(_ id: String) -> QueryStatus {
        QueryStatus(
            code: 1060, message: "The request ID \"\(id)\" is invalid, possibly too long, max 50 chars.")
    }

    /// It has the form of a date, and there is none such.
    static func dateNotConverted(_ text: String, field: String) -> QueryStatus {
        QueryStatus(
            code: 3020,
            message:
                "There was an error when converting the date value \"\(text)\" in the field \"\(field)\".")
    }

    static let datesTurnedRound = QueryStatus(
        code: 3030, message: "Invalid date range: From date is greater than To date.")

    static func missingElement(_ name: String) -> QueryStatus {
        QueryStatus(code: 3150, message: "There is a missing element: \"\(name)\".")
    }

    static let notProcessed = QueryStatus(
        code: 3231, message: "The request has not been processed.")

    static let featureIsOff = QueryStatus(
        code: 3250, message: "This feature is not enabled or not available in this version of QuickBooks.")

    static let rightsTooLow = QueryStatus(
        code: 3260, message: "Insufficient permission level to perform this action.")

    static let personalDataWithheld = QueryStatus(
        code: 3261,
        message: "The integrated application has no permission to access sensitive personal data.")

    /// An iterator of another session, or one that has come to its end.
    static func iteratorNotValid(_ id: String) -> QueryStatus {
        QueryStatus(code: 3391, message: "The iteratorID \"\(id)\" is not valid.")
    }
}
