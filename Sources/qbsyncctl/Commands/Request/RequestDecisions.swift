import API
import ArgumentParser

/// A decision of a person about one or more requests.
enum Deciding {
    /// One after the other. A refusal of one is told, and says nothing about the others.
    ///
    /// - Throws: the exit code of the first refusal.
    static func perform(
        _ word: String, _ ids: [String], _ session: Session, body: RequestLink? = nil
    ) async throws {
        var receipts: [DecisionReceipt] = []
        var first: Failure?
        do {
            for id in ids {
                do {
                    let receipt = try await session.client.post(
                        RequestChoice.path(id, word), body, as: DecisionReceipt.self)
                    receipts.append(receipt)
                    if !session.isJSON { tell(receipt, session) }
                } catch Failure.refused(let problem) {
                    let failure = Failure.refused(problem.naming(id))
                    try session.terminal.note(failure, asJSON: session.isJSON)
                    first = first ?? failure
                }
            }
        } catch {
            if session.isJSON { try session.terminal.show(json: receipts) }
            throw error
        }
        if session.isJSON { try session.terminal.show(json: receipts) }
        if let first { throw ExitCode(first.exitCode) }
    }

    static func tell(_ receipt: DecisionReceipt, _ session: Session) {
        let request = receipt.request
        session.terminal.show(
            Line(request.id, .bold) + Line(" \(request.title) ") + RequestText.state(request.state)
                + Line(": \(request.sentence)"))
        session.terminal.warn(receipt.warnings)
    }
}

extension Problem {
    /// Of several requests, which one it is about.
    fileprivate func naming(_ id: String) -> Problem {
        var problem = self
        if !detail.contains(id) { problem.detail = "\(id): \(detail)" }
        return problem
    }
}

struct RequestCancel: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Takes requests back that were not handed out yet.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: RequestChoice

    func perform(_ session: Session) async throws {
        try await Deciding.perform("cancel", choice.ids, session)
    }
}

struct RequestRetry: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Sends requests again that failed, were cancelled or expired, once the cause is gone.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: RequestChoice

    func perform(_ session: Session) async throws {
        try await Deciding.perform("retry", choice.ids, session)
    }
}

struct RequestDismiss: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss",
        abstract: "Takes failed requests off the messages: nobody wants them any more. Who and when is kept.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: RequestChoice

    func perform(_ session: Session) async throws {
        try await Deciding.perform("dismiss", choice.ids, session)
    }
}

struct RequestLinking: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Says that a request of unknown outcome was carried out, and which record came of it.",
        discussion: """
            The candidates, side by side with what was sent: qbsyncctl request show ID. What was deleted or \
            merged leaves no record, nor does a kind that is not mirrored: it is confirmed without one. \
            Over TCP the token needs the right for it; see its line in the tokens file.

            EXAMPLE:
              qbsyncctl request link req_5f0c… 1A2B-1790000000
            """)

    @OptionGroup var connection: ConnectionOptions

    @Argument(help: "The ID of the request.")
    var id: String

    @Argument(help: ArgumentHelp("ListID or TxnID of the record that came of it.", valueName: "record"))
    var record: String?

    func validate() throws {
        try RequestChoice.check(id)
        if record?.isEmpty ?? false { throw ValidationError("The ID of the record is not empty.") }
    }

    func perform(_ session: Session) async throws {
        try await Deciding.perform("link", [id], session, body: RequestLink(id: record))
    }
}

struct RequestResend: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "resend",
        abstract: "Sends a request again whose outcome is unknown: it is not in QuickBooks.",
        discussion: """
            Look into QuickBooks first. If it was carried out after all, sending it again does it twice; so \
            it is asked for, unless --yes is given.

            EXAMPLE:
              qbsyncctl request resend req_5f0c… --yes
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: RequestChoice

    @Flag(help: "It is not in QuickBooks: do not ask.")
    var yes = false

    func perform(_ session: Session) async throws {
        if !yes { try ask(session) }
        try await Deciding.perform("resend", choice.ids, session)
    }

    private func ask(_ session: Session) throws {
        let what = Quantity.count(choice.ids.count, "request")
        let notice = "If \(what) went through after all, sending again does the same twice in QuickBooks."
        guard session.terminal.canAsk, !session.isJSON else {
            throw Failure.here(
                "\(notice) Nothing was sent. If you looked and it is not there, say so: --yes")
        }
        session.terminal.note(Line(notice, .amber))
        guard session.terminal.asksYes("Is it not in QuickBooks, and shall it be sent again?") else {
            throw Failure.here("Nothing was sent.")
        }
    }
}

struct RequestDrop: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop",
        abstract: "Lets a request be whose outcome is unknown, whatever became of it.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: RequestChoice

    func perform(_ session: Session) async throws {
        try await Deciding.perform("drop", choice.ids, session)
    }
}

struct RequestRelease: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Lets a source go on that was stopped for queueing the same again and again.",
        discussion: """
            The same content added twice within a day, or five records of one name within an hour, stop \
            whoever queues them. Look into its program first: what waits goes out at the next check-in.

            EXAMPLE:
              qbsyncctl request release acme "token shop"
            """)

    @OptionGroup var connection: ConnectionOptions

    @Argument(help: "The name of the connector.")
    var connector: String

    @Argument(help: "As in the requests: a user of this machine, or token and its name.")
    var source: String

    func perform(_ session: Session) async throws {
        let path = Path.connector(
            Destination.percentEncoded(connector), "sources/\(Destination.percentEncoded(source))/release")
        let released = try await session.client.post(path, as: ReleasedSource.self)
        try session.show(released, as: [Line(released.sentence)])
    }
}
