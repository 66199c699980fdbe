import API
import ArgumentParser

struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows who did what and when, and finds out whether anybody has changed the record of it.",
        discussion: """
            Each change that a person or a program makes is a line, written together with the change and \
            never removed. Requests have their author in themselves: qbsyncctl request show. More: \
            /usr/share/doc/qbsyncd/packaging/doc/audit.md.
            """,
        subcommands: [AuditList.self, AuditVerify.self])
}

struct AuditList: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists what was done, newest first: who, what, to which connector.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var choice: ConnectorChoice

    @Option(
        help: ArgumentHelp(
            "Only from then on: 2026-11-20, \"2026-11-20 14:30\", 2026-11-20T14:30:00Z.", valueName: "time"))
    var since: String?

    @Option(help: ArgumentHelp("How many.", valueName: "count"))
    var limit = 50

    @Option(help: ArgumentHelp("Only smaller numbers, to page on.", valueName: "number"))
    var before: Int64?

    func validate() throws {
        try Limit.check(limit)
        if let since { _ = try Moment.text(since, "--since", .current()) }
    }

    func perform(_ session: Session) async throws {
        var query = Limit.query(limit)
        if let name = choice.name { query.append(("connector", name)) }
        if let since { query.append(("since", try Moment.text(since, "--since", session.clock))) }
        if let before { query.append(("before", String(before))) }
        let page = try await session.client.get(Path.audit, query: query, as: AuditPage.self)
        try session.show(page, as: lines(page.lines, session))
        if let next = page.next, !session.isJSON {
            session.terminal.note(Line("There are more: --before \(next)", .grey))
        }
    }

    private func lines(_ entries: [AuditLine], _ session: Session) -> [Line] {
        guard !entries.isEmpty else { return [Line("Nobody has done anything of the kind.")] }
        let columns: [Table.Column] = [
            .init("NUMBER", isTrailing: true), .init("WHEN"), .init("WHO"), .init("ACTION"),
            .init("CONNECTOR"), .init("SUBJECT"), .init("DETAIL", narrowing: .wrap),
        ]
        let rows = entries.map { entry in
            [
                Line("\(entry.number)"), Line(session.clock.short(entry.at)), Line(entry.who, .bold),
                Line(entry.action), Line(entry.connector ?? ""), Line(entry.subject),
                Line(entry.detail ?? ""),
            ]
        }
        return Table(columns, rows: rows).lines(width: session.terminal.width)
    }
}

struct AuditVerify: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Finds out whether the audit trail is still what it was, from the first line to the last.",
        discussion: """
            Each line holds a hash over itself and the hash of the line before it, so a line that was \
            changed or taken out shows. What was cut off at the end, or made anew as a whole, shows only \
            against a line that was kept elsewhere: write down what `head` says, or take one from the \
            journal, which is told daily. After a restore, lines of the lost time are missing by design. \
            Exits with 1 if anything does not fit, and with 64 if --expect is no NUMBER:HASH.

            EXAMPLES:
              qbsyncctl audit verify
              qbsyncctl audit verify --expect 42:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15…
              journalctl -u qbsyncd --grep "audit trail ends"
            """)

    @OptionGroup var connection: ConnectionOptions

    @Option(
        help: ArgumentHelp(
            "A line that was written down earlier: does it still stand?", valueName: "number:hash"))
    var expect: String?

    func validate() throws {
        if let expect, !Self.isMark(expect) {
            throw ValidationError(
                "--expect wants NUMBER:HASH with the 64 digits of the hash, as `audit verify` prints head: "
                    + "\"\(expect)\" is none. Nothing was looked at.")
        }
    }

    /// As the daemon reads it.
    private static func isMark(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int64(parts[0]), number > 0 else { return false }
        return parts[1].utf8.count == 64 && parts[1].allSatisfy { $0.isASCII && $0.isHexDigit }
    }

    /// A million lines take some seconds; nobody gives that many orders.
    private static let patience = 600

    func perform(_ session: Session) async throws {
        let query = expect.map { [(name: "expect", value: $0)] } ?? []
        let verdict = try await session.client.get(
            Path.auditVerification, query: query, within: Self.patience, as: AuditVerification.self)
        var sheet = Sheet()
        sheet.add("verdict", Line(verdict.sentence, verdict.isIntact ? .green : .red))
        sheet.add("head", verdict.head)
        sheet.add("What to do", verdict.fix)
        try session.show(verdict, as: sheet.lines(width: nil))
        if !verdict.isIntact { throw ExitCode(Outcome.failed) }
    }
}
