/// How a writing request ends when it does not end well. The messages follow QuickBooks' own where a capture
/// shows them; servers look at the codes.
extension QueryStatus {
    static func malformedID(_ id: String) -> QueryStatus {
        QueryStatus(code: 3000, message: "The given object ID \"\(id)\" in the field \"ID\" is invalid.")
    }

    static func badName(_ name: String) -> QueryStatus {
        QueryStatus(code: 3090, message: "There was an error when storing \"\(name)\" in the \"Name\" field.")
    }

    static func nameInUse(_ name: String) -> QueryStatus {
        QueryStatus(
            code: 3100, message: "The name \"\(name)\" of the list element is already in use.")
    }

    static func parentNotValid(_ name: String) -> QueryStatus {
        QueryStatus(code: 3130, message: "There was an error when using the parent \"\(name)\".")
    }

    static func missingReference(_ name: String, field: String) -> QueryStatus {
        QueryStatus(
            code: 3140,
            message: "There is an invalid reference to QuickBooks \(field) \"\(name)\" in the request.  "
                + "QuickBooks error message: Invalid argument.  The specified record does not exist in the "
                + "list.")
    }

    static func cannotDelete(_ id: String, _ why: String) -> QueryStatus {
        QueryStatus(
            code: 3160, message: "Cannot delete the object specified by the id = \"\(id)\".  \(why)")
    }

    static func closedForDeletion(_ id: String) -> QueryStatus {
        QueryStatus(
            code: 3161,
            message:
                "Cannot delete the transaction \"\(id)\": it lies before the closing date of the company.")
    }

    static let closedForChange = QueryStatus(
        code: 3171,
        message: "An attempt was made to modify a transaction with a date that is on or before the closing "
            + "date of the company.")

    static func inUse(_ id: String) -> QueryStatus {
        QueryStatus(code: 3175, message: "The object \"\(id)\" is in use and cannot be changed now.")
    }

    static func cannotSave(_ why: String) -> QueryStatus {
        QueryStatus(code: 3180, message: "There was an error when saving the record.  \(why)")
    }

    static func cannotVoid(_ why: String) -> QueryStatus {
        QueryStatus(code: 3185, message: "There was an error when voiding the transaction.  \(why)")
    }

    static func staleEditSequence(_ sequence: String) -> QueryStatus {
        QueryStatus(
            code: 3200, message: "The provided edit sequence \"\(sequence)\" is out-of-date. ")
    }

    static func notAllowed(_ why: String) -> QueryStatus {
        QueryStatus(
            code: 3210,
            message: "The request was refused by the rules of the books.  QuickBooks error message: \(why)")
    }

    static let readOnlyApplication = QueryStatus(
        code: 3263, message: "The integrated application has only read access to this company file.")

    static let linesOutOfOrder = QueryStatus(
        code: 3290, message: "The lines of the request are not in the order of the transaction's lines.")

    static func macroUnknown(_ name: String) -> QueryStatus {
        QueryStatus(code: 9100, message: "The macro \"\(name)\" has not been defined.")
    }

    static func macroDefinedTwice(_ name: String) -> QueryStatus {
        QueryStatus(code: 9101, message: "The macro \"\(name)\" has been defined already.")
    }
}

/// A writing request was not carried out; the company file is as it was.
struct WriteRefusal: Error, Equatable {
    var status: QueryStatus
    /// What is there now, for a request that knew an older state of it (3200).
    var present: CompanyRecord?
    /// What QuickBooks would have done and this simulator does not.
    var notImitated: String?

    init(_ status: QueryStatus, present: CompanyRecord? = nil) {
        self.status = status
        self.present = present
    }

    static func notImitated(_ what: String) -> WriteRefusal {
        var refusal = WriteRefusal(.notSupportedHere)
        refusal.notImitated = what
        return refusal
    }
}
