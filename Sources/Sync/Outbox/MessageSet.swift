package import QBXML

/// What was or is to be handed to the Web Connector in one go, with the ID under which QuickBooks remembers
/// what became of it. Both are fixed before it is first sent and never change.
package struct MessageSet: Equatable, Sendable {
    package enum Stage: String, CaseIterable, Sendable {
        /// It went out, and no answer has come: QuickBooks may have it or not.
        case sent
        /// QuickBooks knows nothing of it (600): it never came, or QuickBooks went down with it.
        case unknownThere = "unknown there"
        /// QuickBooks knows it and has no answer (9002, 9003, 9005).
        case unanswered
        /// QuickBooks knows another content under its ID (9001).
        case clash
        /// All its requests have gone on.
        case closed
    }

    /// At most 23 characters: one source says 24, another 23.
    package static let longestID = 23

    package var id: String
    package var document: [UInt8]
    package var stage: Stage
    /// False for questions: QuickBooks keeps nothing of them.
    package var isRecoverable: Bool
    /// How often its document went out, and how often its state was asked for since. 0 for one whose requests
    /// may have gone out in other sets, in a time that is lost: they are looked for before it goes.
    package var sends: Int
    package var asks: Int
    /// Seconds since 1970 would not do: the wall clock of the company's PC when it first went out, a day
    /// taken off for clocks that are wrong. What was made before is no evidence.
    package var since: String
    /// Those of its requests that are not settled, in the order of the document.
    package var writes: [Write]
    /// How many requests its document has.
    package var size: Int

    package init(
        id: String, document: [UInt8], stage: Stage = .sent, isRecoverable: Bool, sends: Int = 0,
        asks: Int = 0, since: String, writes: [Write], size: Int? = nil
    ) {
        self.id = id
        self.document = document
        self.stage = stage
        self.isRecoverable = isRecoverable
        self.sends = sends
        self.asks = asks
        self.since = since
        self.writes = writes
        self.size = size ?? writes.count
    }

    /// Its document was refused: it has more requests than may travel together since then.
    var isRefusedWhole: Bool {
        isWhole && !writes.isEmpty && writes.allSatisfy { ($0.isolation ?? .max) < writes.count }
    }

    /// Nothing of it was answered yet.
    var isWhole: Bool { writes.count == size }

    /// Asks for the state of the set, and can apply nothing: no requests, and old and new ID the same.
    package func question(version: Version) -> [UInt8] {
        MessageSetHead(
            version: version, onError: .continueOnError, newMessageSetID: id, oldMessageSetID: id
        ).document { _ in }
    }
}
