import API
import ArgumentParser

/// Not called `Request`, which is a word of HTTP.
struct RequestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Queues what is to be written into QuickBooks, and shows what became of it.",
        discussion: """
            A request waits, durably, until the Web Connector comes for it, and reaches QuickBooks exactly \
            once. Where nobody can tell whether it did, it is held as "outcome unknown" until a person says: \
            link (this record came of it), resend (it is not there), or drop.
            """,
        subcommands: [
            RequestAdd.self, RequestList.self, RequestShow.self, RequestWaiting.self, RequestCancel.self,
            RequestRetry.self, RequestEdit.self, RequestDismiss.self, RequestLinking.self, RequestResend.self,
            RequestDrop.self, RequestRelease.self,
        ])
}

struct RequestList: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists requests, newest first.",
        discussion: """
            EXAMPLES:
              qbsyncctl request list --state failed,unknown
              qbsyncctl request list acme --json | jq -r '.requests[].id'
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorOrDefault

    @Option(
        help: ArgumentHelp(
            "Only these, with commas: queued, sent, succeeded, failed, cancelled, expired, unknown.",
            valueName: "states"))
    var state: String?

    @Option(help: "How many.")
    var limit = 20

    @Option(help: ArgumentHelp("Only smaller numbers, to page on.", valueName: "number"))
    var before: Int64?

    func validate() throws { try Limit.check(limit) }

    func perform(_ session: Session) async throws {
        var query = Limit.query(limit)
        if let state { query.append(("state", state)) }
        if let before { query.append(("before", String(before))) }
        let page = try await session.client.get(
            try await connector.path(session, "requests"), query: query, as: RequestPage.self)
        try session.show(
            page,
            as: RequestText(clock: session.clock).lines(page.requests, width: session.terminal.width))
        if let next = page.next, !session.isJSON {
            session.terminal.note(Line("There are more: --before \(next)", .grey))
        }
    }
}

/// Requests that a command is about.
struct RequestChoice: ParsableArguments {
    @Argument(help: ArgumentHelp("IDs of requests, as request list shows them.", valueName: "id"))
    var ids: [String]

    func validate() throws {
        for id in ids { try Self.check(id) }
    }

    static func check(_ id: String) throws {
        if id.isEmpty { throw ValidationError("The ID of a request is not empty.") }
    }

    static func path(_ id: String, _ rest: String = "") -> String {
        Path.request(Destination.percentEncoded(id), rest)
    }
}

struct RequestShow: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows how a request stands, what it came to, and what may have come of it.",
        discussion: """
            EXAMPLES:
              qbsyncctl request show req_5f0c…
              qbsyncctl request show req_5f0c… --document > sent.xml
            """)

    @OptionGroup var connection: ConnectionOptions

    @Argument(help: "The ID of a request.")
    var id: String

    @Flag(help: "Write the exact qbXML that it last went out in, and nothing else.")
    var document = false

    @Flag(help: "Write the request by itself, without those it travelled with, as request edit takes it.")
    var body = false

    func validate() throws {
        try RequestChoice.check(id)
        if document, body { throw ValidationError("Either --document or --body.") }
    }

    func perform(_ session: Session) async throws {
        let answer = try await session.client.raw(
            RequestChoice.path(id), query: document ? [("document", "true")] : [])
        if session.isJSON { return session.terminal.show(verbatim: answer.text + "\n") }
        let account = try session.client.word(RequestAccount.self, in: answer.text)
        if body { return session.terminal.show(verbatim: account.body + "\n") }
        if document {
            if account.document == nil {
                session.terminal.note(Line(RequestText.withoutDocument(account.request), .grey))
            }
            return session.terminal.show(verbatim: (account.document ?? account.body) + "\n")
        }
        session.terminal.show(
            RequestText(clock: session.clock).lines(
                account, records: RecordText.contents(of: answer.text),
                result: RecordText.contents("result", of: answer.text).first,
                width: session.terminal.width))
    }
}

struct RequestWaiting: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "wait", abstract: "Waits until requests are settled, or nobody can tell.",
        discussion: """
            The exit code is 0 if all succeeded, 9 if one failed, was cancelled or expired, 10 if of one \
            nobody knows whether it was carried out, 7 if it was not over within --timeout. One that waits \
            for a request that failed, was cancelled or expired, or of which nobody knows, is not waited \
            for: it cannot go out before somebody has seen to that. In any case standard output says how all \
            of them stand.

            EXAMPLE:
              qbsyncctl request wait req_5f0c… --timeout 2h
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: RequestChoice

    @Option(help: ArgumentHelp("Wait no longer than this (90s, 30m, 2h).", valueName: "duration"))
    var timeout: String?

    func validate() throws {
        if let timeout, Quantity.seconds(timeout) == nil {
            throw ValidationError("--timeout takes 90s, 30m or 2h, not \(timeout)")
        }
    }

    func perform(_ session: Session) async throws {
        var wait = RequestWait(
            ids: choice.ids, seconds: timeout.flatMap(Quantity.seconds), session: session)
        let end = try await wait.end()
        let text = RequestText(clock: session.clock)
        try session.show(end.entries, as: text.lines(end.entries, width: session.terminal.width))
        if !session.isJSON, let obstacle = end.obstacle { session.terminal.note(Line(obstacle)) }
        try end.check()
    }
}
