import Synchronization

/// A value that comes once and is waited for by any number.
final class Announcement<Value: Sendable>: Sendable {
    private struct State {
        var outcome: Result<Value, any Error>?
        var waiting: [AsyncStream<Result<Value, any Error>>.Continuation] = []
    }
    private let state = Mutex(State())

    /// Only the first outcome counts.
    func settle(_ outcome: Result<Value, any Error>) {
        let waiting = state.withLock { state in
            guard state.outcome == nil else { return [AsyncStream<Result<Value, any Error>>.Continuation]() }
            state.outcome = outcome
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.yield(outcome) }
    }

    /// - Throws: what the announcer failed with, or `CancellationError` when the waiting task is cancelled.
    func value() async throws -> Value {
        // A stream and not a continuation: its iteration ends by itself when the waiting task is cancelled.
        let (stream, continuation) = AsyncStream<Result<Value, any Error>>.makeStream()
        state.withLock { state in
            if let outcome = state.outcome {
                continuation.yield(outcome)
            } else {
                state.waiting.append(continuation)
            }
        }
        for await outcome in stream { return try outcome.get() }
        throw CancellationError()
    }
}
