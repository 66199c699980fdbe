import Dispatch

/// Runs what keeps a processor busy for seconds on a thread of its own: the few threads of tasks belong to
/// the tests that wait for sockets.
func aside<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global(qos: .utility).async { continuation.resume(with: Result { try work() }) }
    }
}
