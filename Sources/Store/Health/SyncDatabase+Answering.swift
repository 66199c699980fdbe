import Synchronization

extension SyncDatabase {
    /// Whether the writer's queue moves and the database can be read, within a time: a writer that is stuck
    /// must not leave whoever asks waiting with it.
    package func ping(within limit: Duration) async throws {
        let answer = FirstAnswer()
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            answer.await(continuation)
            Task {
                do {
                    try await ping()
                    answer.give(.success(()))
                } catch {
                    answer.give(.failure(error))
                }
            }
            Task {
                // It is never cancelled.
                try? await Task.sleep(for: limit)
                answer.give(.failure(StoreError.silent))
            }
        }
    }
}

/// Of two answers the first one counts.
private final class FirstAnswer: Sendable {
    private let waiting = Mutex<CheckedContinuation<Void, any Error>?>(nil)

    func await(_ continuation: CheckedContinuation<Void, any Error>) {
        waiting.withLock { $0 = continuation }
    }

    func give(_ result: Result<Void, any Error>) {
        let continuation = waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        continuation?.resume(with: result)
    }
}
