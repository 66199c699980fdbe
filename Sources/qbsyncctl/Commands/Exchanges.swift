import API
import ArgumentParser
import FoundationEssentials

struct Exchanges: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows what the Web Connector and qbsyncd said to each other in one conversation.",
        discussion: """
            Every call in its order: what came, and what was answered, with the qbXML. Names, addresses, \
            amounts, numbers of tax and accounts are replaced by marks that tell about how long they were; \
            structure, IDs, dates, states and counts stay. --unredacted shows all, and leaves a line in the \
            audit trail. Exchanges are kept for a few days: [exchanges] in qbsyncd.toml.

            EXAMPLES:
              qbsyncctl exchanges acme
              qbsyncctl exchanges acme 4711 --output case-4711
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var connector: ConnectorName

    @Argument(help: "Number of the conversation, as history shows it; without, the last one.")
    var conversation = "last"

    @Flag(
        help:
            "Only the documents, without headings and added line breaks; redacted unless --unredacted."
    )
    var raw = false

    @Flag(help: "Names, amounts and all the rest too.")
    var unredacted = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Write each document to a file of its own there; it must hold none yet.",
            valueName: "folder"),
        completion: .directory)
    var output: String?

    func validate() throws {
        if conversation != "last", Int64(conversation) == nil {
            throw ValidationError("The conversation is a number, or last.")
        }
        if [raw, output != nil, connection.json].filter(\.self).count > 1 {
            throw ValidationError("Give one of --raw, --output and --json.")
        }
    }

    func perform(_ session: Session) async throws {
        let folder = try output.map { try ExchangeFolder($0) }
        var all = ExchangePage(conversation: 0, isRedacted: !unredacted, exchanges: [], next: 0)
        var count = 0
        while let after = all.next {
            let page = try await page(after: after, of: all.conversation, session)
            (all.conversation, all.next) = (page.conversation, page.next)
            count += page.exchanges.count
            if let folder {
                for exchange in page.exchanges { try folder.write(exchange) }
                if session.terminal.notesOnTerminal {
                    session.terminal.redrawNote(Line("\(count) so far", .grey))
                }
            } else if session.isJSON {
                all.exchanges += page.exchanges
            } else {
                show(page, session)
            }
        }
        if folder != nil, session.terminal.notesOnTerminal { session.terminal.clearNote() }
        if session.isJSON { return try session.terminal.show(json: all) }
        if let folder {
            try folder.finish()
            session.terminal.show(
                Line("\(Quantity.count(folder.files, "document")) of conversation \(all.conversation) in ")
                    + Line(folder.path, .bold))
        }
        if count == 0 {
            session.terminal.note(
                Line("Nothing is kept of conversation \(all.conversation): it is too old, or nothing was."))
        }
    }

    /// - Parameter number: of the conversation, once it is known: `last` may be another one by then.
    private func page(after: Int64, of number: Int64, _ session: Session) async throws -> ExchangePage {
        let which = number > 0 ? "\(number)" : conversation
        var query = [(name: "after", value: "\(after)")]
        if unredacted { query.append(("unredacted", "true")) }
        return try await session.client.get(
            connector.path("conversations/\(which)/exchanges"), query: query, as: ExchangePage.self)
    }

    private func show(_ page: ExchangePage, _ session: Session) {
        for exchange in page.exchanges {
            let text = ExchangeText(exchange)
            if !raw { session.terminal.show(text.heading(session.clock)) }
            for document in text.documents(asTheyStand: raw) {
                session.terminal.show(verbatim: document + "\n")
            }
            if !raw { session.terminal.show(Line()) }
        }
    }
}
