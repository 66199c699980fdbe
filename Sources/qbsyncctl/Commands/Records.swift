import API
import ArgumentParser
import FoundationEssentials

struct Records: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists records of the mirror: Customer, ItemService, Invoice, or a group such as Item.",
        discussion: """
            Kinds are called as in qbXML, or as their category is: Invoices, "Received payments". Item, \
            Terms, Entity and Txn are several at once. --json writes one \
            page as the API gives it, --ndjson a record a line, all of them unless --limit says otherwise.

            EXAMPLES:
              qbsyncctl records Invoice --entity "Elm Street Bakery" --from 2026-01-01
              qbsyncctl records Customer acme --name-starts-with elm --sort -modified
              qbsyncctl records Txn --modified-since 2026-11-20 --ndjson --fields TxnID,RefNumber
            """)

    static let optionsOfFields = ["from_date": "--from", "to_date": "--to"]

    @OptionGroup var connection: ConnectionOptions

    @Argument(help: "Kind of records, as in qbXML, or as its category is called: Invoices.")
    var kind: String

    @OptionGroup var connector: ConnectorOrDefault
    @OptionGroup(title: "Filters") var filters: RecordFilters

    // A minus here turns the order round and begins no option.
    @Option(
        parsing: .unconditional,
        help: "Order: id, name, modified or date; -modified for the latest first.")
    var sort: String?

    @Option(help: ArgumentHelp("How many. (default: 100; with --ndjson all)", valueName: "count"))
    var limit: Int?

    @Option(help: ArgumentHelp("Where the last page ended, with --json.", valueName: "next"))
    var cursor: String?

    @Option(
        help: ArgumentHelp(
            "Only these elements, with --json or --ndjson: TxnID,CustomerRef.FullName.", valueName: "list"))
    var fields: String?

    @Flag(help: "Write a record a line, as JSON.")
    var ndjson = false

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit takes 1 or more.") }
        if connection.json, let limit, limit > Self.pageLimit {
            throw ValidationError("--json writes one page, of at most 1000. --ndjson writes all.")
        }
        if connection.json, ndjson { throw ValidationError("Give --json or --ndjson, not both.") }
        if fields != nil, !connection.json, !ndjson {
            throw ValidationError("--fields goes with --json or --ndjson.")
        }
        _ = try filters.query(.current())
        try Day.check(from: filters.from, to: filters.to)
    }

    /// The most records that the API gives at once.
    private static let pageLimit = 1000

    func perform(_ session: Session) async throws {
        let path = try await connector.path(session, "records/\(Destination.percentEncoded(kind))")
        var query = try filters.query(session.clock)
        if let sort { query.append(("sort", sort)) }
        if let fields { query.append(("fields", fields)) }
        if ndjson { return try await writeLines(path, query, session) }
        if session.isJSON {
            query.append(("limit", String(limit ?? 100)))
            if let cursor { query.append(("cursor", cursor)) }
            let answer = try await session.client.raw(path, query: query)
            return session.terminal.show(verbatim: answer.text + "\n")
        }
        try await list(path, query, session)
    }

    private func writeLines(
        _ path: String, _ query: [(name: String, value: String)], _ session: Session
    ) async throws {
        var left = limit ?? .max
        var next = cursor
        repeat {
            let page = query + [("limit", String(min(left, Self.pageLimit)))]
            let answer = try await session.client.raw(
                path, query: page + (next.map { [("cursor", $0)] } ?? []), accept: "application/x-ndjson")
            session.terminal.show(verbatim: answer.text)
            left -= answer.text.utf8.count { $0 == UInt8(ascii: "\n") }
            next = answer.nextCursor
        } while next != nil && left > 0
    }

    private func list(
        _ path: String, _ query: [(name: String, value: String)], _ session: Session
    ) async throws {
        let wanted = limit ?? 100
        var page: RecordPage
        var records: [RecordEntry] = []
        var next = cursor
        repeat {
            let question = query + [("limit", String(min(wanted - records.count, Self.pageLimit)))]
            page = try await session.client.get(
                path, query: question + (next.map { [("cursor", $0)] } ?? []), as: RecordPage.self)
            records += page.records
            next = page.next
        } while next != nil && records.count < wanted
        let text = RecordText(clock: session.clock)
        session.terminal.show(text.lines(records, kind: page.kind, width: session.terminal.width))
        if next != nil {
            session.terminal.note(Line("There are more: --limit \(wanted * 10), or --ndjson for all.", .grey))
        }
        session.terminal.note(text.completeness(page.asOf, page.doubts))
        if !records.isEmpty { session.terminal.note(session.clock.legend) }
    }
}

/// Which records are wanted.
struct RecordFilters: ParsableArguments {
    @Option(help: "This ID; it may be given several times.")
    var id: [String] = []

    @Option(help: "The whole name, in either case.")
    var name: String?

    @Option(help: ArgumentHelp("How the name begins, in either case.", valueName: "text"))
    var nameStartsWith: String?

    @Option(help: ArgumentHelp("RefNumber of a transaction.", valueName: "number"))
    var refNumber: String?

    @Option(
        help: ArgumentHelp(
            "Changed in QuickBooks since: 2026-11-20, \"2026-11-20 14:30\", 2026-11-20T14:30:00Z.",
            valueName: "time"))
    var modifiedSince: String?

    @Option(help: ArgumentHelp("TxnDate on or after this day.", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("TxnDate on or before this day.", valueName: "day"))
    var to: String?

    @Option(help: ArgumentHelp("Full name or ListID of the customer, vendor, employee.", valueName: "name"))
    var entity: String?

    @Option(help: "true, false or all. (default: all)")
    var active: String?

    @Option(help: "Whether deleted in QuickBooks: true, false or all. (default: false)")
    var deleted: String?

    @Option(help: "Stands somewhere in the record's values.")
    var text: String?

    func query(_ clock: LocalClock) throws -> [(name: String, value: String)] {
        var query = id.map { (name: "id", value: $0) }
        let plain = [
            ("name", name), ("name_starts_with", nameStartsWith), ("ref_number", refNumber),
            ("from_date", from), ("to_date", to), ("entity", entity), ("active", active),
            ("deleted", deleted), ("text", text),
        ]
        for (name, value) in plain { if let value { query.append((name, value)) } }
        if let modifiedSince {
            query.append(("modified_since", try Moment.text(modifiedSince, "--modified-since", clock)))
        }
        return query
    }
}

/// A moment that a person typed, as the API takes it.
enum Moment {
    /// - Parameter others: what else the option takes, with a comma behind.
    static func text(
        _ typed: String, _ option: String, _ clock: LocalClock, others: String = ""
    ) throws -> String {
        guard let date = clock.date(typed) else {
            throw ValidationError(
                "\(option) takes \(others)2026-11-20, \"2026-11-20 14:30\" or 2026-11-20T14:30:00Z, not "
                    + typed)
        }
        return date.formatted(.iso8601)
    }
}
