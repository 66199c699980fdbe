package import QBXML

/// What a document of QuickBooks said, without its records: an answer may hold a hundred megabytes of them,
/// and nothing that is decided depends on what stands in one.
package struct Reading: Equatable, Sendable {
    package var answers: [AnswerReading]
    /// Present only when message-set recovery was used.
    package var messageSetStatusCode: Int?
    /// Of the set that is answered. Not every answer names it.
    package var newMessageSetID: String?
    /// What the catalog does not know of it.
    package var notes: [Note]

    package init(
        answers: [AnswerReading], messageSetStatusCode: Int? = nil, newMessageSetID: String? = nil,
        notes: [Note] = []
    ) {
        self.answers = answers
        self.messageSetStatusCode = messageSetStatusCode
        self.newMessageSetID = newMessageSetID
        self.notes = notes
    }

    /// Of an answer that is in memory as a whole.
    package init(_ response: Response) {
        self.init(
            answers: response.answers.map { AnswerReading($0) },
            messageSetStatusCode: response.messageSetStatusCode,
            newMessageSetID: response.newMessageSetID, notes: response.notes)
    }
}

/// What one answer said: its head, and a summary of its records, counted as they were read.
package struct AnswerReading: Equatable, Sendable {
    /// With what stood beside the records, and without any of them.
    package var head: RequestAnswer
    package private(set) var recordCount = 0
    package private(set) var faultCount = 0
    /// The greatest `TimeModified`, as wall time.
    package private(set) var highWater: String?
    /// What came of the first thing that is no record of the mirror: a report.
    package private(set) var loose: [UInt8]?

    package init(head: RequestAnswer) {
        self.head = head
        self.head.records = []
        self.head.faults = []
    }

    init(_ answer: RequestAnswer) {
        self.init(head: answer)
        for record in answer.records { take(record) }
        for fault in answer.faults { take(fault) }
    }

    package mutating func take(_ record: Record) {
        recordCount += 1
        guard let modified = record.timeModified.map(Stamp.wallTime) else { return }
        if highWater.map({ $0 < modified }) ?? true { highWater = modified }
    }

    package mutating func take(_ fault: RecordFault) {
        faultCount += 1
        if loose == nil, !fault.json.isEmpty { loose = fault.json }
    }
}
