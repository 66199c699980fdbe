import API
import ArgumentParser

/// Not called `Task`, which is a word of the language.
struct TaskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "task",
        abstract: "Looks after what was asked for beside the ordinary sync: comparisons, imports, reports.",
        subcommands: [
            TaskList.self, TaskShow.self, TaskStop.self, TaskResume.self, TaskWaiting.self,
        ])
}

/// The task that a command is about.
struct TaskChoice: ParsableArguments {
    @Argument(help: "Number of the task, as task list shows it.")
    var number: Int64

    @OptionGroup var connector: ConnectorOrDefault

    func validate() throws { if number < 1 { throw ValidationError("Tasks are counted from 1.") } }

    func path(_ session: Session, _ rest: String = "") async throws -> String {
        try await connector.path(session, "tasks/\(number)" + (rest.isEmpty ? "" : "/\(rest)"))
    }
}

struct TaskList: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists what was asked for, newest first.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorOrDefault

    @Option(help: "How many.")
    var limit = 20

    func validate() throws { try Limit.check(limit) }

    func perform(_ session: Session) async throws {
        let tasks = try await session.client.get(
            try await connector.path(session, "tasks"), query: Limit.query(limit), as: [TaskEntry].self)
        try session.show(
            tasks, as: TaskText(clock: session.clock).lines(tasks, width: session.terminal.width))
        if !session.isJSON, !tasks.isEmpty { session.terminal.note(session.clock.legend) }
    }
}

struct TaskShow: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows how far a task is, and what it came to.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: TaskChoice

    func perform(_ session: Session) async throws {
        let detail = try await session.client.get(
            try await choice.path(session), as: TaskDetail.self)
        try await detail.show(choice.connector, session)
    }
}

struct TaskStop: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Stops a task after the page that is being read; it can go on later.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: TaskChoice

    func perform(_ session: Session) async throws {
        try session.show(
            try await session.client.post(try await choice.path(session, "stop"), as: Done.self))
    }
}

struct TaskResume: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Lets a stopped task go on with the next check-in.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: TaskChoice

    func perform(_ session: Session) async throws {
        let receipt = try await session.client.post(
            try await choice.path(session, "resume"), as: TaskReceipt.self)
        try session.show(receipt, as: TaskText(clock: session.clock).lines(receipt))
        if !receipt.starts { throw ExitCode(Outcome.notNow) }
    }
}

struct TaskWaiting: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "wait", abstract: "Waits for the end of a task, and shows how far it is.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: TaskChoice

    @Option(help: ArgumentHelp("Wait no longer than this (90s, 30m, 2h).", valueName: "duration"))
    var timeout: String?

    func validate() throws {
        if let timeout, Quantity.seconds(timeout) == nil {
            throw ValidationError("--timeout takes 90s, 30m or 2h, not \(timeout)")
        }
    }

    func perform(_ session: Session) async throws {
        let wait = TaskWait(
            path: try await choice.path(session), seconds: timeout.flatMap(Quantity.seconds),
            session: session)
        let detail = try await wait.end()
        try await detail.show(choice.connector, session)
        try detail.check()
    }
}

extension TaskDetail {
    /// The task with what it came to, in the form that suits it.
    fileprivate func show(_ connector: some OneConnector, _ session: Session) async throws {
        if session.isJSON { return try session.terminal.show(json: self) }
        let text = TaskText(clock: session.clock)
        let width = session.terminal.width
        session.terminal.show(text.sheet(task))
        if let report { session.terminal.show([Line()] + ReportText.lines(report, width: width)) }
        if let balances { session.terminal.show([Line()] + BalanceText.lines(balances, width: width)) }
        let found = try await Verify.differences(of: task, connector, session)
        if !found.isEmpty { session.terminal.show([Line()] + text.lines(found, width: width)) }
    }
}
