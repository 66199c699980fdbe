package import FoundationEssentials
package import QBXML

/// What one message to QuickBooks meant for one request: over, or back into the queue.
package struct WriteEnd: Equatable, Sendable {
    package enum Next: Equatable, Sendable {
        case succeeded
        /// Not applied, and no trying again by itself will help.
        case failed(FailureCode)
        /// Nobody can tell; a person decides.
        case unknown
        /// Not applied; it is sent again when its time comes, under a new set.
        case queued(notBefore: Date?, isolation: Int?, countsAsAttempt: Bool)
        /// Refused for its `EditSequence`: what is there now decides.
        case stale
    }

    package enum FailureCode: String, CaseIterable, Sendable {
        case refused
        case conflict
        /// "Not now" was said too often.
        case quarantined
        /// QuickBooks cannot read it, and that is proven: it was alone.
        case unreadable
        case versionTooOld = "version-too-old"
        case dropped
        /// An earlier request's record has not the value that it should give.
        case missingValue = "missing-value"
    }

    package var write: Write
    package var next: Next
    package var status: Status?
    package var sentence: String
    /// Which answer of the document holds the record that came of it.
    package var answer: Int?
    /// The record, when it is known otherwise.
    package var record: Candidate?
    /// What might have come of it, when nobody can tell; what stands in its way, when it failed.
    package var candidates: [Candidate]
    package var at: Date

    package init(
        _ write: Write, _ next: Next, status: Status? = nil, _ sentence: String, answer: Int? = nil,
        record: Candidate? = nil, candidates: [Candidate] = [], at: Date
    ) {
        self.write = write
        self.next = next
        self.status = status
        self.sentence = sentence
        self.answer = answer
        self.record = record
        self.candidates = candidates
        self.at = at
    }
}
