import API
import ArgumentParser

struct Sync: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Forces a sync: it starts with the Web Connector's next check-in.",
        discussion: """
            With --wait it shows how far the sync is and ends when the sync ends, with the conversation's \
            own sentence and an exit code by its state (see `qbsyncctl --help`). Ctrl-C ends the waiting, \
            not the sync.
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorName

    @Flag(help: "Wait for the end of the sync and show how far it is.")
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

    func perform(_ session: Session) async throws {
        let order = ForceSync(duringShutdown: duringShutdown)
        let receipt = try await session.client.post(connector.path("sync"), order, as: ForceReceipt.self)
        guard wait else {
            try session.show(receipt, as: Self.lines(receipt, session.clock))
            if !receipt.starts { throw ExitCode(Outcome.notNow) }
            return
        }
        if !session.isJSON { session.terminal.show(Self.lines(receipt, session.clock)) }
        let entry = try await SyncWait(
            name: connector.name, after: receipt.after ?? 0, seconds: timeout.flatMap(Quantity.seconds),
            session: session
        ).end()
        try session.show(
            entry, as: ConversationText(clock: session.clock).ending(entry, width: session.terminal.width))
        if let code = Outcome.code(of: entry) { throw ExitCode(code) }
    }

    private static func lines(_ receipt: ForceReceipt, _ clock: LocalClock) -> [Line] {
        let checkIn = receipt.nextCheckIn.map(clock.checkIn)
        return [Line(receipt.sentence)] + (checkIn.map { [Line($0)] } ?? [])
    }
}

extension Outcome {
    /// The exit code that a conversation's state asks for; nil for a success.
    static func code(of entry: ConversationEntry) -> Int32? {
        switch entry.letter {
        case "E": syncErrors
        case "U": syncUnsuccessful
        default: nil
        }
    }
}
