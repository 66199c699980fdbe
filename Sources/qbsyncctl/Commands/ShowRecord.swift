import API
import ArgumentParser
import FoundationEssentials
import QBXML

struct ShowRecord: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Shows one record, as it is or as it was.",
        discussion: """
            It is found by its ID, its number or its name; with --at by the number or name that it had then. \
            A day alone means 00:00 of it, in the zone that times are shown in. What it was is known as far \
            as the connector's history reaches back: qbsyncctl connector edit NAME --history 90d. --versions \
            lists what changed when; --json has each version in full.

            EXAMPLES:
              qbsyncctl record Invoice 1021 --at "2026-11-23 12:00"
              qbsyncctl record Invoices 1021 --versions
              qbsyncctl record Customer "Elm Street Bakery:Kitchen" --versions --json
            """)

    @OptionGroup var connection: ConnectionOptions

    @Argument(help: "Kind of record: Invoice, Customer, Item; or as its category is called: Invoices.")
    var kind: String

    @Argument(help: ArgumentHelp("Its ID, number or full name.", valueName: "record"))
    var record: String

    @OptionGroup var connector: ConnectorOrDefault

    @Option(
        help: ArgumentHelp(
            "As it was then: 2026-11-23, \"2026-11-23 12:00\", or with a zone 2026-11-23T12:00:00Z.",
            valueName: "time"))
    var at: String?

    @Flag(help: "What it was before, newest first, and what changed each time.")
    var versions = false

    @Option(help: ArgumentHelp("How many versions. (default: 100)", valueName: "count"))
    var limit: Int?

    @Option(help: ArgumentHelp("Where the last page of versions ended, with --json.", valueName: "next"))
    var cursor: String?

    @Option(help: ArgumentHelp("Only these elements: TxnID,CustomerRef.FullName.", valueName: "list"))
    var fields: String?

    func validate() throws {
        if at != nil, versions { throw ValidationError("Give --at or --versions, not both.") }
        if let at { _ = try Moment.text(at, "--at", .current()) }
        if !versions, limit != nil || cursor != nil {
            throw ValidationError("--limit and --cursor go with --versions.")
        }
        if let limit { try Limit.check(limit) }
    }

    func perform(_ session: Session) async throws {
        let moment = try at.map { try Moment.text($0, "--at", session.clock) }
        if let at, let date = session.clock.date(at),
            let problem = AskedMoment.refusal(date, at: session.clock.now)
        {
            throw ValidationError("--at \(at): \(problem)")
        }
        let found = try await find(at: moment, session)
        var path = try await connector.path(
            session, "records/\(found.kind)/\(Destination.percentEncoded(found.id))")
        var query: [(name: String, value: String)] = []
        if versions {
            path += "/versions"
            query += Limit.query(limit ?? 100) + (cursor.map { [("cursor", $0)] } ?? [])
        }
        if let moment { query.append(("at", moment)) }
        if let fields { query.append(("fields", fields)) }
        let answer = try await session.client.raw(path, query: query)
        if session.isJSON { return session.terminal.show(verbatim: answer.text + "\n") }
        let text = RecordText(clock: session.clock)
        if versions {
            let page = try session.client.word(VersionPage.self, in: Data(answer.text.utf8))
            session.terminal.show(text.lines(page, contents: RecordText.contents(of: answer.text)))
            if page.next != nil {
                session.terminal.note(
                    Line("There are more: --limit \(min(1000, page.versions.count * 10))", .grey))
            }
        } else {
            let detail = try session.client.word(RecordDetail.self, in: Data(answer.text.utf8))
            session.terminal.show(
                text.lines(detail, content: RecordText.contents(of: answer.text).first ?? "{}"))
            session.terminal.note(text.completeness(detail.asOf, detail.doubts))
        }
    }

    private struct Found: Hashable {
        var kind: String
        var id: String
    }

    /// By ID, else by what it was called at the moment that is asked about, else by what it is called, else
    /// by what it was called once. What a transaction is called is its number.
    private func find(at moment: String?, _ session: Session) async throws -> Found {
        let searches: [() async throws -> [Found]] = [
            { try await found(by: "id", session) },
            { if let moment { try await called(at: moment, session) } else { [] } },
            { try await found(by: "name", session) },
            { try await called(at: nil, session) },
        ]
        for search in searches {
            let found = try await search()
            if found.count > 1 {
                let list = found.map { "\($0.kind) \($0.id)" }.joined(separator: ", ")
                throw Failure.here("Several records are called \(record). Take an ID: \(list)")
            }
            if let only = found.first { return only }
        }
        throw Failure.refused(
            Problem(
                title: "Not Found", status: 404,
                detail: "The mirror has no \(kind) with the ID, number or name \(record). "
                    + "Look for it: qbsyncctl records \(kind) --text TEXT"))
    }

    private func found(by filter: String, _ session: Session) async throws -> [Found] {
        let path = try await connector.path(session, "records/\(Destination.percentEncoded(kind))")
        let page = try await session.client.get(
            path, query: [(filter, record), ("deleted", "all"), ("limit", "10")], as: RecordPage.self)
        let living = page.records.filter { !$0.isDeleted }
        return (living.isEmpty ? page.records : living).map { Found(kind: $0.kind, id: $0.id) }
    }

    /// Records whose versions were called so, then or ever.
    private func called(at moment: String?, _ session: Session) async throws -> [Found] {
        guard let kinds = QBXML.Category.called(kind)?.kinds else { return [] }
        let list = kinds.map(SQLRows.quoted).joined(separator: ", ")
        var sql = """
            SELECT DISTINCT kind, id FROM version
            WHERE connector = \(SQLRows.quoted(try await connector.resolved(session))) AND kind IN (\(list))
                AND name = \(SQLRows.quoted(record)) COLLATE NOCASE
            """
        if let moment {
            // Times count as whole seconds; what happened within one is part of it.
            let end = SQLRows.quoted(moment.dropLast() + ".999Z")
            sql += " AND valid_from <= \(end) AND (valid_until IS NULL OR valid_until > \(end))"
        }
        return try await SQLRows.rows(sql + " LIMIT 10", session).compactMap { row in
            guard row.count == 2, let kind = row[0].text, let id = row[1].text else { return nil }
            return Found(kind: kind, id: id)
        }
    }
}
