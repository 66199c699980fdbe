package import XML

/// A decoded `QBXMLMsgsRs`: one answer per request, in the order of the document.
package struct Response: Equatable, Sendable {
    package var answers: [RequestAnswer]
    /// Present only when message-set recovery was used.
    package var messageSetStatusCode: Int?
    /// The message set that the answer belongs to; present only when the request named one.
    package var newMessageSetID: String?
    /// What the catalog does not know of it: each once, a hundred at most.
    package var notes: [Note]

    package init(
        answers: [RequestAnswer], messageSetStatusCode: Int? = nil, newMessageSetID: String? = nil,
        notes: [Note] = []
    ) {
        self.answers = answers
        self.messageSetStatusCode = messageSetStatusCode
        self.newMessageSetID = newMessageSetID
        self.notes = notes
    }
}

/// Why a document is not an answer of QuickBooks. What is wrong with a single record is a `RecordFault`
/// instead.
package enum ResponseError: Error, Equatable, Sendable {
    case xml(XMLError)
    /// The root is not `QBXML`; Point of Sale, for example, says `QBPOSXML`.
    case notQBXML(root: String)
    /// A `QBXML` document that holds something else than `QBXMLMsgsRs`.
    case notAnAnswer(element: String)
    /// It uses so many different elements that it cannot be qbXML.
    case tooManyElements(limit: Int)
}

/// `<CustomerQueryRs requestID="1" statusCode="0" … iteratorRemainingCount="200" iteratorID="{…}">`.
package struct RequestAnswer: Equatable, Sendable {
    /// The element's name, for example `CustomerQueryRs`.
    package var element: String
    package var requestID: String?
    package var status: Status
    /// `statusSeverity` as QuickBooks wrote it. Only to be shown or written again: a captured 3210 calls
    /// itself Info. What counts is `status.severity`.
    package var severityWord: String?
    package var retCount: Int?
    package var iteratorID: String?
    /// Records left after this page; nil without an iterator.
    package var iteratorRemaining: Int?
    package var records: [Record]
    package var faults: [RecordFault]
    /// One JSON object with what stood beside the records, in the same shape as theirs: the loose fields of a
    /// deletion's answer, `ErrorRecovery`, and what nobody knows. Nil if there was nothing.
    package var rest: [UInt8]?
    /// The same as in `rest`, to work with.
    package var errorRecovery: ErrorRecovery?

    package init(
        element: String, requestID: String?, status: Status, severityWord: String? = nil,
        retCount: Int? = nil, iteratorID: String? = nil, iteratorRemaining: Int? = nil,
        records: [Record] = [], faults: [RecordFault] = [], rest: [UInt8]? = nil,
        errorRecovery: ErrorRecovery? = nil
    ) {
        self.element = element
        self.requestID = requestID
        self.status = status
        self.severityWord = severityWord
        self.retCount = retCount
        self.iteratorID = iteratorID
        self.iteratorRemaining = iteratorRemaining
        self.records = records
        self.faults = faults
        self.rest = rest
        self.errorRecovery = errorRecovery
    }
}

/// What QuickBooks gives in place of a record when it recovers the stored answer to a write (from qbXML
/// 11.0): enough to ask for the rest.
///
///     <ErrorRecovery><TxnID>5-1263499231</TxnID><EditSequence>1263499231</EditSequence></ErrorRecovery>
package struct ErrorRecovery: Equatable, Sendable {
    /// One of these three says what was written.
    package var listID: String?
    package var ownerID: String?
    package var txnID: String?
    package var txnNumber: Int?
    package var editSequence: String?
    package var externalGUID: String?

    package init(
        listID: String? = nil, ownerID: String? = nil, txnID: String? = nil, txnNumber: Int? = nil,
        editSequence: String? = nil, externalGUID: String? = nil
    ) {
        self.listID = listID
        self.ownerID = ownerID
        self.txnID = txnID
        self.txnNumber = txnNumber
        self.editSequence = editSequence
        self.externalGUID = externalGUID
    }

    static let element = "ErrorRecovery"
}

extension ResponseError {
    /// What happened, for the journal and for messages.
    package var sentence: String {
        switch self {
        case .xml(let error): error.sentence
        case .notQBXML(let root): "The answer is not qbXML: its root is \(root)."
        case .notAnAnswer(let element): "The qbXML document holds \(element) in place of an answer."
        case .tooManyElements(let limit):
            "The document uses more than \(limit) different elements, so it is not qbXML."
        }
    }
}
