import API
import ArgumentParser

/// Options of every command that asks for something beside the ordinary sync.
struct TaskOptions: ParsableArguments {
    @Flag(help: "Wait until it is over, and show how far it is. Ctrl-C ends the waiting, not the work.")
    var wait = false

    @Option(
        help: ArgumentHelp("With --wait: wait no longer than this (90s, 30m, 2h).", valueName: "duration"))
    var timeout: String?

    @Flag(help: "Run even inside the overnight shutdown window.")
    var duringShutdown = false

    func validate() throws {
        guard let timeout else { return }
        if !wait { throw ValidationError("--timeout goes with --wait.") }
        if Quantity.seconds(timeout) == nil {
            throw ValidationError("--timeout takes 90s, 30m or 2h, not \(timeout)")
        }
    }

    var seconds: Int? { timeout.flatMap(Quantity.seconds) }

    /// What follows when the task was taken.
    ///
    /// - Returns: the task when it is over; nil without --wait, when the receipt was shown instead.
    /// - Throws: also the exit code for a task that waits or failed.
    func follow(
        _ receipt: TaskReceipt, _ connector: some OneConnector, _ session: Session
    ) async throws -> TaskDetail? {
        let told = TaskText(clock: session.clock).lines(receipt)
        guard wait else {
            try session.show(receipt, as: told)
            if !receipt.starts { throw ExitCode(Outcome.notNow) }
            return nil
        }
        if !session.isJSON { session.terminal.note(told) }
        let path = try await connector.path(session, "tasks/\(receipt.task)")
        return try await TaskWait(path: path, seconds: seconds, session: session).end()
    }
}

extension TaskDetail {
    /// The exit code of a task that was shown: it failed, or what was compared is not alike.
    func check() throws {
        if task.state == "failed" { throw ExitCode(Outcome.taskFailed) }
        let isUnlike = balances?.contains { $0.verdict == "differs" || $0.verdict == "not in QuickBooks" }
        if task.differences > 0 || isUnlike == true { throw ExitCode(Outcome.differed) }
    }
}
