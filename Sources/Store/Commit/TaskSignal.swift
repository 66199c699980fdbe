import Synchronization

/// Wakes those who wait for a task, after the commit that moved one.
///
/// A reader takes the mark, looks, and then waits with the mark: what was committed in between makes the wait
/// end at once.
final class TaskSignal: Sendable {
    private struct State {
        /// Commits that moved a task.
        var mark: UInt64 = 0
        var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]
        var lastWaiter: UInt64 = 0
    }

    private let state = Mutex(State())

    var mark: UInt64 { state.withLock { $0.mark } }

    /// Those who wait, for the tests.
    var waiting: Int { state.withLock { $0.waiters.count } }

    /// Returns when a task was moved after a mark, or when the surrounding task is cancelled. It may return
    /// for nothing: the reader looks again.
    func wait(after seen: UInt64) async {
        let number = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { wake in
                let isOver = state.withLock { state in
                    // A cancellation that came before this moment has found no waiter to wake.
                    if state.mark > seen || Task.isCancelled { return true }
                    state.waiters[number] = wake
                    return false
                }
                if isOver { wake.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: number) }?.resume()
        }
    }

    func publish() {
        let woken = state.withLock { state in
            state.mark += 1
            defer { state.waiters.removeAll() }
            return Array(state.waiters.values)
        }
        for wake in woken { wake.resume() }
    }
}

extension SyncDatabase {
    /// Where the tasks stand now, for `waitForTask`.
    package var taskMark: UInt64 { commits.signal.tasks.mark }

    /// Returns when some task was moved after a mark, or when the surrounding task is cancelled.
    package func waitForTask(after mark: UInt64) async { await commits.signal.tasks.wait(after: mark) }

    /// How many wait for tasks.
    var taskReadersWaiting: Int { commits.signal.tasks.waiting }
}
