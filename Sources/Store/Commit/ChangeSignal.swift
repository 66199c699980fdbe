import Synchronization

/// Tells those who wait for changes of records that there are some: after the commit that made them, without
/// anybody asking the database meanwhile.
///
/// A reader looks, then waits with the number that it has seen. What was committed in between makes the wait
/// end at once, so nothing can fall between looking and waiting.
final class ChangeSignal: Sendable {
    private struct Waiter {
        let connector: Int64
        let wake: CheckedContinuation<Void, Never>
    }

    private struct State {
        /// The number given last, of all connectors, that is durable.
        var newest: Int64 = 0
        var waiters: [UInt64: Waiter] = [:]
        var lastWaiter: UInt64 = 0
    }

    private let state = Mutex(State())
    /// For those who wait for tasks.
    let tasks = TaskSignal()

    init(newest: Int64) { state.withLock { $0.newest = newest } }

    /// Returns when the connector has changes after a number, or when the task is cancelled. It may return
    /// for nothing: the reader looks again.
    func wait(connector: Int64, after seen: Int64) async {
        let number = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { wake in
                let isOver = state.withLock { state in
                    // A cancellation that came before this moment has found no waiter to wake.
                    if state.newest > seen || Task.isCancelled { return true }
                    state.waiters[number] = Waiter(connector: connector, wake: wake)
                    return false
                }
                if isOver { wake.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: number) }?.wake.resume()
        }
    }

    /// Those who wait, for the tests.
    var waiting: Int { state.withLock { $0.waiters.count } }

    /// What a transaction that is about to commit will have to tell.
    func news(in transaction: Transaction) throws -> News? {
        let newest = try transaction.newestChange()
        let (seen, isAwaited) = state.withLock { ($0.newest, !$0.waiters.isEmpty) }
        guard newest > seen || transaction.hasTaskNews else { return nil }
        let connectors = isAwaited ? try transaction.changedConnectors(after: seen) : []
        return News(
            newest: newest, connectors: isAwaited ? connectors : nil, hasTasks: transaction.hasTaskNews)
    }

    struct News {
        fileprivate let newest: Int64
        /// Nil for all of them: nobody was waiting when they could have been told apart.
        fileprivate let connectors: Set<Int64>?
        fileprivate let hasTasks: Bool
    }

    /// The transaction is durable.
    func publish(_ news: News?) {
        guard let news else { return }
        let woken = state.withLock { state in
            state.newest = max(state.newest, news.newest)
            let woken = state.waiters.filter { news.connectors?.contains($0.value.connector) ?? true }
            for number in woken.keys { state.waiters.removeValue(forKey: number) }
            return woken
        }
        for waiter in woken.values { waiter.wake.resume() }
        if news.hasTasks { tasks.publish() }
    }
}

extension SyncDatabase {
    /// Returns when a connector's records have changed after a number, or when the task is cancelled. It may
    /// return for nothing: look again.
    ///
    /// - Parameter number: `next` of the changes that were read last.
    package func waitForChange(connector: Int64, after number: Int64) async {
        await commits.signal.wait(connector: connector, after: number)
    }

    /// How many wait for changes.
    var changeReadersWaiting: Int { commits.signal.waiting }
}
