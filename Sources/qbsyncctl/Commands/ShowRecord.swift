import API
import ArgumentParser
import FoundationEssentials

struct ShowRecord: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Shows one record, as it is or as it was.",
        discussion: """
            It is found by its ID, its number or its name. What it was is known as far as the connector's \
            history reaches back: qbsyncctl connector edit NAME --history 90d.

            EXAMPLES:
              qbsyncctl record Invoice 1021 --at "2026-11-23 12:00"
              qbsyncctl record Customer "Elm Street Bakery:Kitchen" --versions
            """)

    @OptionGroup var connection: ConnectionOptions

    @Argument(help: "Kind of record, as in qbXML: Invoice, Customer, Item.")
    var kind: String

    @Argument(help: ArgumentHelp("Its ID, number or full name.", valueName: "record"))
    var record: String

    @OptionGroup var connector: ConnectorOrDefault

    @Option(
        help: ArgumentHelp(
            "As it was then: 2026-11-23, \"2026-11-23 12:00\", or with a zone 2026-11-23T12:00:00Z.",
            valueName: "time"))
    var at: String?

    @Flag(help: "What it was before, newest first.")
    var versions = false

    @Option(help: ArgumentHelp("Only these elements: TxnID,CustomerRef.FullName.", valueName: "list"))
    var fields: String?

    func validate() throws {
        if at != nil, versions { throw ValidationError("Give --at or --versions, not both.") }
        if let at { _ = try Moment.text(at, "--at", .current()) }
    }

    func perform(_ session: Session) async throws {
        let kinds = try await connector.path(session, "records/\(Destination.percentEncoded(kind))")
        let found = try await find(kinds, session)
        var path = "\(kinds)/\(Destination.percentEncoded(found.id))"
        if versions { path += "/versions" }
        var query: [(name: String, value: String)] = []
        if let at { query.append(("at", try Moment.text(at, "--at", session.clock))) }
        if let fields { query.append(("fields", fields)) }
        let answer = try await session.client.raw(path, query: query)
        if session.isJSON { return session.terminal.show(verbatim: answer.text + "\n") }
        let text = RecordText(clock: session.clock)
        if versions {
            let page = try session.client.word(VersionPage.self, in: Data(answer.text.utf8))
            session.terminal.show(text.lines(page, contents: RecordText.contents(of: answer.text)))
        } else {
            let detail = try session.client.word(RecordDetail.self, in: Data(answer.text.utf8))
            session.terminal.show(
                text.lines(detail, content: RecordText.contents(of: answer.text).first ?? "{}"))
            session.terminal.note(text.completeness(detail.asOf, detail.doubts))
        }
    }

    /// By ID, else by the name it is called, which for a transaction is its number.
    private func find(_ path: String, _ session: Session) async throws -> RecordEntry {
        for filter in ["id", "name"] {
            let page = try await session.client.get(
                path, query: [(filter, record), ("deleted", "all"), ("limit", "10")], as: RecordPage.self)
            let living = page.records.filter { !$0.isDeleted }
            let found = living.isEmpty ? page.records : living
            if found.count > 1 {
                let list = found.map { "\($0.kind) \($0.id)" }.joined(separator: ", ")
                throw Failure.here("Several records are called \(record). Take an ID: \(list)")
            }
            if let entry = found.first { return entry }
        }
        throw Failure.refused(
            Problem(
                title: "Not Found", status: 404,
                detail: "The mirror has no \(kind) with the ID, number or name \(record). "
                    + "Look for it: qbsyncctl records \(kind) --text TEXT"))
    }
}
