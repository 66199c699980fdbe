package import QBXML

/// Where the records of a page come from: an answer in memory, or one that was spooled to disk.
package protocol RecordSource: Sendable {
    /// Hands out the records and faults of one answer, in the order in which they came.
    ///
    /// - Parameter answer: its place in the document.
    func visit(answer: Int, _ body: (RecordEvent) throws -> Void) throws
}

package enum RecordEvent: Equatable, Sendable {
    case record(Record)
    case fault(RecordFault)
}

extension Response: RecordSource {
    package func visit(answer: Int, _ body: (RecordEvent) throws -> Void) throws {
        guard answers.indices.contains(answer) else { return }
        for record in answers[answer].records { try body(.record(record)) }
        for fault in answers[answer].faults { try body(.fault(fault)) }
    }
}

/// For changes that store no records.
package struct NoRecords: RecordSource {
    package init() {}

    package func visit(answer: Int, _ body: (RecordEvent) throws -> Void) throws {}
}
