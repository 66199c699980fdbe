package import XML

/// A decoded `QBXMLMsgsRs`: one answer per request, in the order of the document.
package struct Response: Equatable, Sendable {
    package var answers: [RequestAnswer]
    /// Present only when message-set recovery was used.
    package var messageSetStatusCode: Int?

    package init(answers: [RequestAnswer], messageSetStatusCode: Int? = nil) {
        self.answers = answers
        self.messageSetStatusCode = messageSetStatusCode
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
}

/// `<CustomerQueryRs requestID="1" statusCode="0" … iteratorRemainingCount="200" iteratorID="{…}">`.
package struct RequestAnswer: Equatable, Sendable {
    /// The element's name, for example `CustomerQueryRs`.
    package var element: String
    package var requestID: String?
    package var status: Status
    package var retCount: Int?
    package var iteratorID: String?
    /// Records left after this page; nil without an iterator.
    package var iteratorRemaining: Int?
    package var records: [Record]
    package var faults: [RecordFault]

    package init(
        element: String, requestID: String?, status: Status, retCount: Int? = nil, iteratorID: String? = nil,
        iteratorRemaining: Int? = nil, records: [Record] = [], faults: [RecordFault] = []
    ) {
        self.element = element
        self.requestID = requestID
        self.status = status
        self.retCount = retCount
        self.iteratorID = iteratorID
        self.iteratorRemaining = iteratorRemaining
        self.records = records
        self.faults = faults
    }
}

extension ResponseError {
    /// What happened, for the journal and for messages.
    package var sentence: String {
        switch self {
        case .xml(let error): error.sentence
        case .notQBXML(let root): "The answer is not qbXML: its root is \(root)."
        case .notAnAnswer(let element): "The qbXML document holds \(element) in place of an answer."
        }
    }
}
