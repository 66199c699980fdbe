import NIOCore
import Synchronization

/// How many big answers are stored while they are read: as many as half the processors. The transaction stays
/// open until the reading is over, and readings that had to share processors would hold up each other, and
/// everybody else who wishes to write.
final class BigAnswers: Sendable {
    private let limit: Int
    private let running = Atomic<Int>(0)

    init(limit: Int = System.coreCount / 2) { self.limit = limit }

    /// - Returns: whether there is room; whoever has it says when it is over. Without room an answer is read
    ///   first and stored then.
    func begin() -> Bool {
        let hasRoom = running.add(1, ordering: .relaxed).newValue <= limit
        if !hasRoom { end() }
        return hasRoom
    }

    func end() { running.subtract(1, ordering: .relaxed) }
}
