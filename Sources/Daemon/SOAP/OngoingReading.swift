import Dispatch
import NIOPosix
import QBXML
import Store
import Sync
import Synchronization

/// A big answer that is read on a thread of its own, so that its records can be stored meanwhile.
final class OngoingReading: Sendable {
    /// What is known when the first record is there.
    struct Beginning: Sendable {
        var reading: Reading
        /// Those that are read and those that come: whoever visits them waits for the reading.
        var records: RecordSpool
    }

    private let result = Mutex<Result<ReadAnswer, any Error>>(.failure(CancellationError()))
    private let isOver = DispatchSemaphore(value: 0)
    private let beginnings: AsyncStream<Beginning>

    init(of text: AnswerText, _ database: SyncDatabase) {
        let (beginnings, begun) = AsyncStream.makeStream(of: Beginning.self)
        self.beginnings = beginnings
        NIOThreadPool.singleton.submit { state in
            if case .active = state {
                let result = Result {
                    try ReadAnswer.read(text, into: try database.recordSpool()) { begun.yield($0) }
                }
                self.result.withLock { $0 = result }
            }
            self.isOver.signal()
            begun.finish()
        }
    }

    /// In a task of its own, here as below: whoever is cancelled hears the end of the reading all the same,
    /// and does not take it for a failure.
    ///
    /// - Returns: nil if there is no record.
    func beginning() async -> Beginning? {
        await Task { await beginnings.first { _ in true } }.value
    }

    /// - Throws: what the disk says.
    func end() async throws -> ReadAnswer {
        await Task { for await _ in beginnings {} }.value
        return try result.withLock { $0 }.get()
    }

    /// The same for a thread that may wait: that of the transaction.
    func wait() throws -> ReadAnswer {
        isOver.wait()
        isOver.signal()
        return try result.withLock { $0 }.get()
    }
}
