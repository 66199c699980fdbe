import API
import ArgumentParser
import FoundationEssentials

struct RequestAdd: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Queues requests: what they do reaches QuickBooks exactly once.",
        discussion: """
            FILE holds requests as JSON or qbXML, as qbsyncctl check takes them; - is standard input, and so \
            is no FILE. They are checked first: with something wrong nothing is queued, and all of it is \
            told. A file that ends in .ndjson holds a request a line. The whole of it is looked through \
            before the first goes out; then 500 of them go in one call, so that after an interruption those \
            before it are queued. With --key the same command again then queues only what is left. A value \
            of an earlier line is taken by its place in the file: {"$from": "#0", "path": "ListID"} is of \
            the first request, wherever a call ends.

            What is added gets an ExternalGUID, so that it can be found again should the answer be lost.

            The exit code is 65 if something is wrong with the requests, 7 if they were not over within \
            --timeout; with --wait 9 if one failed, 10 if of one nobody can tell what became of it. Those \
            that wait for one of these are not waited for: they cannot go out before somebody has seen to \
            it. In any case standard output says how they stand.

            EXAMPLES:
              qbsyncctl request add invoice.json --key order-4711 --wait
              qbsyncctl request add acme orders.ndjson --key import-2026-11 --priority -10
              jq -c '.[]' orders.json | qbsyncctl request add acme - --lines
              qbsyncctl request add void.xml --dry-run
            """)

    @OptionGroup var connection: ConnectionOptions

    @Argument(help: "Name of the connector; without, the default one.", completion: .connectors)
    var connector: String?

    @Argument(
        help: "File with requests; without, or with -, standard input.",
        completion: .file(extensions: ["json", "xml", "ndjson"]))
    var file: String?

    @OptionGroup var options: QueueingOptions

    @Flag(help: "A request a line, as in a file that ends in .ndjson.")
    var lines = false

    @Flag(help: "Check, show the exact document and what it would act on, and queue nothing.")
    var dryRun = false

    @Flag(help: "Wait until they are settled. Ctrl-C ends the waiting, not the requests.")
    var wait = false

    @Option(
        help: ArgumentHelp("With --wait: wait no longer than this (90s, 30m, 2h).", valueName: "duration"))
    var timeout: String?

    func validate() throws {
        if timeout != nil, !wait { throw ValidationError("--timeout goes with --wait.") }
        if let timeout, Quantity.seconds(timeout) == nil {
            throw ValidationError("--timeout takes 90s, 30m or 2h, not \(timeout)")
        }
        let path = RequestSource.meaning(connector, file).file
        if lines || RequestSource.isLines(path), let key = options.key,
            key.utf8.count > QueueingOptions.longestKeyOfLines
        {
            throw ValidationError(
                "--key takes 1 to \(QueueingOptions.longestKeyOfLines) characters for a file of lines, each "
                    + "call of which has a number behind it.")
        }
        if dryRun, wait { throw ValidationError("--dry-run queues nothing to --wait for.") }
    }

    /// Seconds for one call: thousands of requests are checked and written to the disk.
    private static let patience = 300

    func perform(_ session: Session) async throws {
        let (name, file) = RequestSource.meaning(connector, file)
        let connector = ChosenConnector(name: name)
        let path = try await connector.path(session, "requests")
        var source = try RequestSource(file, isLines: lines)
        defer { source.close() }
        try review(&source, session)
        let query = try options.query(session.clock)
        var all = QueuedRequests(repeated: true, requests: [], warnings: [])
        var display = RequestDisplay(session: session)
        defer { display.close() }
        var number = 0
        var linked = LinkedLines()
        while var batch = try source.next() {
            number += 1
            var asked = query
            if dryRun { asked.append(("dry_run", "true")) }
            // The chain goes on from one piece to the next.
            if options.chain, let last = all.requests.last { asked = options.following(last.id, asked) }
            let key = options.key.map { source.isLines ? "\($0)-\(number)" : $0 }
            do {
                if source.isLines { batch.body = try linked.body(of: batch) }
                let answer = try await session.client.raw(
                    posting: batch.body, to: path, query: asked,
                    headers: key.map { [("Idempotency-Key", $0)] } ?? [], within: Self.patience)
                if dryRun {
                    try show(dry: answer.text, session)
                    if source.isLines { try linked.append(dry: batch) }
                    continue
                }
                let receipt = try session.client.word(QueuedRequests.self, in: answer.text)
                all.repeated = all.repeated && receipt.repeated
                all.requests += receipt.requests
                linked.append(receipt.requests.map(\.id))
                all.warnings += receipt.warnings
                if source.isLines {
                    display.show(sent: all.requests.count, part: source.part(done: all.requests.count))
                }
            } catch let Failure.refused(problem) where problem.report != nil {
                display.close()
                try RequestRefusal(problem, of: batch, file, queued: all.requests.count).tell(session)
            } catch let failure as Failure where !all.requests.isEmpty {
                throw RequestRefusal.interruption(failure, at: batch, queued: all.requests.count)
            }
        }
        display.close()
        if !dryRun { try await finish(all, connector, session) }
    }

    /// - Throws: the exit code, when what is wrong has been told.
    private func review(_ source: inout RequestSource, _ session: Session) throws {
        var review = RequestReview(isLines: source.isLines)
        var display = RequestDisplay(session: session)
        defer { display.close() }
        var count = 0
        try source.lookThrough { batch, part in
            review.look(at: batch)
            count += batch.lines.count
            if !batch.lines.isEmpty { display.show(checked: count, part: part) }
        }
        guard let problem = review.problem else { return }
        display.close()
        try RequestRefusal(problem, file: source.path).tell(session)
    }

    private func finish(
        _ all: QueuedRequests, _ connector: ChosenConnector, _ session: Session
    ) async throws {
        let text = RequestText(clock: session.clock)
        guard !all.requests.isEmpty else { throw Failure.here("There are no requests in it.") }
        if !session.isJSON { session.terminal.note(text.warnings(all.warnings)) }
        guard wait else {
            try session.show(all, as: text.lines(all, width: session.terminal.width))
            return try await tellWhen(all, connector, session)
        }
        if !session.isJSON { session.terminal.note(text.lines(all, width: nil)) }
        let end = try await awaited(all, session)
        if !end.isComplete, session.isJSON {
            try session.terminal.show(json: all.requests)
        } else {
            try session.show(end.entries, as: text.lines(end.entries, width: session.terminal.width))
        }
        if !session.isJSON, let obstacle = end.obstacle { session.terminal.note(Line(obstacle)) }
        try end.check()
    }

    /// They are in the queue: a program learns their IDs, whatever ends the waiting.
    private func awaited(_ all: QueuedRequests, _ session: Session) async throws -> RequestWaitEnd {
        var wait = RequestWait(
            ids: all.requests.map(\.id), seconds: timeout.flatMap(Quantity.seconds), session: session)
        do { return try await wait.end() } catch {
            if session.isJSON { try session.terminal.show(json: all.requests) }
            throw error
        }
    }

    /// What they wait for, and when the Web Connector comes, as far as that is known.
    private func tellWhen(
        _ all: QueuedRequests, _ connector: ChosenConnector, _ session: Session
    ) async throws {
        guard !session.isJSON else { return }
        if let open = all.requests.first(where: { $0.state == "queued" }) {
            let account = try await session.client.get(
                RequestChoice.path(open.id), as: RequestAccount.self)
            let head = all.requests.count == 1 ? "" : "\(open.id): "
            session.terminal.note(Line(head + account.request.sentence, .grey))
        }
        let status = try await session.client.get(
            try await connector.path(session, "status"), as: ConnectorStatus.self)
        if let next = status.nextCheckIn {
            session.terminal.note(Line(session.clock.checkIn(next), .grey))
        } else {
            session.terminal.note(
                Line("When the Web Connector comes is not known: qbsyncctl explain \(status.name)", .grey))
        }
    }

    private func show(dry answer: String, _ session: Session) throws {
        if session.isJSON { return session.terminal.show(verbatim: answer + "\n") }
        let dry = try session.client.word(DryRun.self, in: answer)
        let text = RequestText(clock: session.clock)
        session.terminal.note(text.warnings(dry.warnings))
        session.terminal.show(text.lines(dry, records: RecordText.contents(of: answer)))
    }
}

/// A connector that stands among other words of a command.
private struct ChosenConnector: OneConnector {
    var name: String?
}

/// How requests are queued.
struct QueueingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The same call with the same key queues once: 1 to 255 printable characters. Each call of a file "
                + "of lines has a number behind it, so there 1 to 240.",
            valueName: "key"))
    var key: String?

    @Option(
        // A number below zero looks like an option.
        parsing: .unconditional,
        help: ArgumentHelp("Greater goes first, from -100 to 100. (default: 0)", valueName: "number"))
    var priority: Int?

    @Option(help: ArgumentHelp("Only after these requests have succeeded, with commas.", valueName: "ids"))
    var after: String?

    @Option(
        help: ArgumentHelp("Not earlier: 30m, 14:30 or \"2026-11-21 14:30\".", valueName: "time"))
    var notBefore: String?

    @Option(help: ArgumentHelp("Not later: 2h, 18:00 or \"2026-11-21 18:00\".", valueName: "time"))
    var expires: String?

    @Flag(help: "Each waits for the one in front of it; after a failure the rest stays.")
    var chain = false

    @Option(help: ArgumentHelp("What you call them.", valueName: "text"))
    var reference: String?

    @Flag(
        name: .customLong("no-external-guid"),
        help: "Add nothing by which the record could be found again should the answer be lost.")
    var noExternalGUID = false

    private static let longestKey = 255
    /// With the number of a call behind it, it is a key still.
    static let longestKeyOfLines = 240

    func validate() throws {
        if let priority, !(-100...100).contains(priority) {
            throw ValidationError("--priority takes -100 to 100, not \(priority)")
        }
        if let key, !(1...Self.longestKey).contains(key.utf8.count) {
            throw ValidationError("--key takes 1 to \(Self.longestKey) characters.")
        }
        if let after, after.split(separator: ",", omittingEmptySubsequences: false).contains(where: \.isEmpty)
        {
            throw ValidationError("--after takes IDs of requests with commas, none of them empty.")
        }
    }

    func query(_ clock: LocalClock) throws -> [(name: String, value: String)] {
        var query: [(name: String, value: String)] = []
        if let priority { query.append(("priority", String(priority))) }
        if let after { query.append(("after", after)) }
        if let notBefore { query.append(("not_before", try Self.moment(notBefore, "--not-before", clock))) }
        if let expires { query.append(("expires", try Self.moment(expires, "--expires", clock))) }
        if chain { query.append(("group", "chain")) }
        if let reference { query.append(("reference", reference)) }
        if noExternalGUID { query.append(("external_guid", "false")) }
        return query
    }

    /// The next piece of a chain waits for the last request of the one before.
    func following(_ id: String, _ query: [(name: String, value: String)]) -> [(name: String, value: String)]
    {
        let others = query.filter { $0.name != "after" }
        return others + [("after", [after, id].compactMap { $0 }.joined(separator: ","))]
    }

    /// A length of time is handed on as it is: so the same call is the same an hour later.
    private static func moment(_ text: String, _ option: String, _ clock: LocalClock) throws -> String {
        guard Quantity.seconds(text) == nil else { return text }
        return try Moment.text(text, option, clock, others: "30m, 2h, 14:30, ")
    }
}

extension Client {
    /// An answer that was kept as text, as one of the API's words.
    func word<Answer: Decodable>(_ type: Answer.Type, in text: String) throws -> Answer {
        try word(type, in: Data(text.utf8))
    }
}
