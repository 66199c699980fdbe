import NIOCore

/// Runs the tasks of a connection on the thread that reads and writes it.
///
/// Swift's own pool has threads of its own, and each call would cross over to them and back: two threads to
/// wake for some microseconds of work, which takes longer than the work.
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) {
        self.loop = loop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        loop.execute { job.runSynchronously(on: executor) }
    }
}
