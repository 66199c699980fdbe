/*
 Grouped commits.

 Each call of a Web Connector is one transaction, and each must be durable before it is answered. A flush of
 the disk costs from 0.03 ms to 10 ms, whatever the number of bytes; with sixty-four conversations at once the
 disk would be flushed sixty-four times in a row. So callers wait together:

     caller A --+                        +--> A resumes
     caller B --+--> pending --> drain --+--> B resumes      BEGIN IMMEDIATE
     caller C --+                        +--> C resumes        A's body
                                                               SAVEPOINT, B's body, RELEASE
                                                               SAVEPOINT, C's body, RELEASE
                                                             COMMIT (one flush for all three)

 The drain runs on the writer's own queue. It takes one caller after the other for as long as there are any,
 those that arrive meanwhile included, up to a bound on count and time, so that a small call never waits for a
 long row of big ones.

 A body that throws is rolled back alone: to its savepoint, or, when nothing before it in the group succeeded,
 whole (so the first needs no savepoint, and a caller that is alone pays for none). If the COMMIT fails, or
 SQLite has given the whole transaction up (a full disk does that), nobody's work is durable, and everybody is
 told so.
*/

import GRDB
import Synchronization

/// How often the store committed, and for how many callers: the second divided by the first is what grouping
/// saves.
package struct CommitCounters: Equatable, Sendable {
    package var commits = 0
    package var callers = 0
    /// From the first statement of a transaction to its end, and the part that went into its commit.
    package var spent = Duration.zero
    package var flushed = Duration.zero
}

final class CommitQueue: Sendable {
    /// No more callers than this share a commit: a bound for the memory of what waits for the flush.
    private static let callersPerCommit = 256
    /// After this time the drain commits what it has: a page of 10 MB takes about 100 ms to store, and a
    /// small call behind it should not wait for the next page too.
    static let standardDrainTime = Duration.milliseconds(20)

    private struct State {
        var pending: [Job] = []
        /// How many at the head of `pending` were taken already; cut off when the drain ends.
        var taken = 0
        var isScheduled = false
        var counters = CommitCounters()
    }

    /// A caller that waits.
    private struct Job: Sendable {
        /// Runs the body and returns its error, if any, and what wakes the caller.
        let run: @Sendable (Transaction) -> Ran
        /// Wakes the caller when its body could not be run at all.
        let refuse: @Sendable (any Error) -> Void
        /// Begins a commit and ends it: what a savepoint would have to be able to undo is held in memory,
        /// page by page.
        let isBig: Bool
    }

    private struct Ran {
        let error: (any Error)?
        /// Wakes the caller; with an error if what it did has not become durable.
        let wake: ((any Error)?) -> Void
    }

    private let writer: any DatabaseWriter
    private let texts: RuleTexts
    private let checkpoints: Checkpoints
    private let drainTime: Duration
    private let state = Mutex(State())
    /// For those who wait for changes of records.
    let signal: ChangeSignal

    init(
        _ writer: any DatabaseWriter, _ texts: RuleTexts, _ checkpoints: Checkpoints, drainTime: Duration,
        signal: ChangeSignal
    ) {
        self.writer = writer
        self.signal = signal
        self.texts = texts
        self.checkpoints = checkpoints
        self.drainTime = drainTime
    }

    var counters: CommitCounters { state.withLock { $0.counters } }

    /// Callers that no drain has taken yet.
    var waiting: Int { state.withLock { $0.pending.count - $0.taken } }

    /// Runs `body` in a transaction that others may share, unless it is big; returns once it is durable.
    func submit<Value: Sendable>(
        isBig: Bool = false, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let run: @Sendable (Transaction) -> Ran = { transaction in
                let result = Result { try body(transaction) }
                return Ran(error: result.failure) { loss in
                    if let loss, result.failure == nil {
                        continuation.resume(throwing: loss)
                    } else {
                        continuation.resume(with: result)
                    }
                }
            }
            enqueue(Job(run: run, refuse: { continuation.resume(throwing: $0) }, isBig: isBig))
        }
    }

    /// Runs `body` on the writer and in a commit of its own, while the calling thread waits.
    func submitNow<Value>(_ body: (Transaction) throws -> Value) throws -> Value {
        try writer.writeWithoutTransaction { database in
            let transaction = Transaction(database, texts)
            let start = ContinuousClock.now
            try transaction.execute(Control.begin)
            do {
                let value = try body(transaction)
                let news = try signal.news(in: transaction)
                let ready = ContinuousClock.now
                try transaction.execute(Control.commit)
                count(callers: 1, spent: ContinuousClock.now - start, flushed: ContinuousClock.now - ready)
                signal.publish(news)
                checkpoints.beginIfLong(database)
                return value
            } catch {
                transaction.abandon()
                throw error
            }
        }
    }

    private func enqueue(_ job: Job) {
        let mustSchedule = state.withLock { state in
            state.pending.append(job)
            defer { state.isScheduled = true }
            return !state.isScheduled
        }
        if mustSchedule { schedule() }
    }

    private func schedule() {
        writer.asyncWriteWithoutTransaction { database in
            self.drain(Transaction(database, self.texts))
            let isMoreWaiting = self.state.withLock { state in
                state.pending.removeFirst(state.taken)
                state.taken = 0
                state.isScheduled = !state.pending.isEmpty
                return state.isScheduled
            }
            self.checkpoints.beginIfLong(database)
            // Not a loop: other users of the writer (a synchronous caller, the watchdog's ping) get their
            // turn.
            if isMoreWaiting { self.schedule() }
        }
    }

    /// - Parameter isFirst: whether nothing stands in the group yet.
    private func take(isFirst: Bool) -> Job? {
        state.withLock { state in
            guard state.taken < min(state.pending.count, Self.callersPerCommit) else { return nil }
            if state.pending[state.taken].isBig, !isFirst { return nil }
            defer { state.taken += 1 }
            return state.pending[state.taken]
        }
    }

    private func count(callers: Int, spent: Duration, flushed: Duration) {
        state.withLock { state in
            state.counters.commits += 1
            state.counters.callers += callers
            state.counters.spent += spent
            state.counters.flushed += flushed
        }
    }

    /// One group: begins, runs body after body, commits, wakes everybody.
    private func drain(_ transaction: Transaction) {
        let clock = ContinuousClock()
        let start = clock.now
        let end = start + drainTime
        var succeeded: [Ran] = []
        var loss: (any Error)?
        while loss == nil, let job = take(isFirst: succeeded.isEmpty) {
            loss = runOne(job, transaction, &succeeded)
            if job.isBig || clock.now >= end { break }
        }
        if loss == nil, transaction.isOpen {
            do {
                let news = try signal.news(in: transaction)
                let ready = clock.now
                try transaction.execute(Control.commit)
                count(callers: succeeded.count, spent: clock.now - start, flushed: clock.now - ready)
                signal.publish(news)
            } catch {
                loss = error
            }
        }
        if transaction.isOpen { transaction.abandon() }
        for ran in succeeded { ran.wake(loss) }
    }

    /// - Returns: why the work of the whole group is lost, if it is.
    private func runOne(_ job: Job, _ transaction: Transaction, _ succeeded: inout [Ran]) -> (any Error)? {
        let needsSavepoint = !succeeded.isEmpty
        do {
            if !transaction.isOpen { try transaction.execute(Control.begin) }
            if needsSavepoint { try transaction.execute(Control.savepoint) }
        } catch {
            job.refuse(error)
            return error
        }
        let ran = job.run(transaction)
        if let error = ran.error {
            defer { ran.wake(nil) }
            guard transaction.isOpen else { return succeeded.isEmpty ? nil : error }
            guard needsSavepoint else {
                transaction.abandon()
                return nil
            }
            do {
                try transaction.execute(Control.rollBackToSavepoint)
                try transaction.execute(Control.release)
            } catch {
                return error
            }
            return nil
        }
        succeeded.append(ran)
        // A body can swallow an error upon which SQLite gave everything up: then its success is none.
        guard transaction.isOpen else { return StoreError.givenUp }
        do {
            if needsSavepoint { try transaction.execute(Control.release) }
        } catch {
            return error
        }
        return nil
    }
}

/// The words that bound a transaction.
private enum Control {
    /// Takes the write lock at once, so that no later statement of the group can find it taken.
    static let begin = "BEGIN IMMEDIATE"
    static let commit = "COMMIT"
    static let rollBack = "ROLLBACK"
    static let savepoint = "SAVEPOINT caller"
    static let rollBackToSavepoint = "ROLLBACK TO caller"
    static let release = "RELEASE caller"
}

extension Transaction {
    /// False as soon as SQLite has rolled back by itself, which it does when the disk is full.
    fileprivate var isOpen: Bool { database.isInsideTransaction }

    /// Rolls back whatever is open. A failure leaves nothing open either, so there is nobody to tell.
    fileprivate func abandon() {
        guard isOpen else { return }
        try? execute(Control.rollBack)
    }
}

extension Result {
    fileprivate var failure: Failure? {
        guard case .failure(let failure) = self else { return nil }
        return failure
    }
}
