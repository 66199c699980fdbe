import API
import ArgumentParser
import QBXML

struct Describe: LocalCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explains a message or an element of qbXML: what is inside, in which order, since when.",
        discussion: """
            NAME is a request (InvoiceAdd), an answer (InvoiceQueryRs), an element in one of them by its \
            path (InvoiceAdd.InvoiceLineAdd.ItemRef), or a name by itself (InvoiceRet, RefNumber): then \
            all its places are told. Upper and lower case do not count. Attributes begin with @, as in \
            CustomerQuery.@iterator.

            Elements are listed in the order that QuickBooks insists on. A number behind a name is its \
            greatest length; SINCE is told where it is later than that of the whole. Lines join the branches \
            of a choice; the elements of a branch belong together.

            EXAMPLES:
              qbsyncctl describe InvoiceAdd
              qbsyncctl describe InvoiceAdd.InvoiceLineAdd --depth 2
              qbsyncctl describe RefNumber
              qbsyncctl describe CustomerQuery --example json
              qbsyncctl describe --list payment add
            """)

    enum Form: String, CaseIterable, ExpressibleByArgument {
        case json, qbxml
    }

    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp("What to explain; with --list words to look for.", valueName: "name"))
    var words: [String] = []

    @Flag(help: "List the requests, or with words the requests and elements that go by all of them.")
    var list = false

    @Option(help: ArgumentHelp("How many levels of elements to show.", valueName: "levels"))
    var depth = 1

    @Flag(help: "Show all levels.")
    var recursive = false

    @Option(
        help: ArgumentHelp(
            "Write an example that passes the check, and nothing else: json, or qbxml.",
            valueName: "form"))
    var example: Form?

    func validate() throws {
        if words.isEmpty, !list {
            throw ValidationError("Give a name such as InvoiceAdd, or --list for all requests.")
        }
        if words.count > 1, !list { throw ValidationError("Give one name; with --list any words.") }
        if list, example != nil { throw ValidationError("--example goes with one name, not with --list.") }
        if depth < 1 { throw ValidationError("--depth is 1 or more.") }
    }

    /// Deeper than anything in the catalog.
    private static let everything = 32

    private var levels: Int { recursive ? Self.everything : depth }

    func perform(on terminal: Terminal) throws {
        let catalog = Catalog.standard
        if list { return try show(catalog.entries(holding: words), on: terminal) }
        let found = catalog.look(up: words[0])
        if let example { return try write(example, of: found, catalog, on: terminal) }
        switch found {
        case .message(let message): try show(message, catalog, on: terminal)
        case .places(let places): try show(places, catalog, on: terminal)
        case .attribute(let attribute):
            try show(attribute, as: DescriptionText.lines(attribute, width: terminal.width), on: terminal)
        case .subject(let subject): try show(catalog.entries(about: subject), on: terminal)
        case .unknown(let unknown): throw Failure.refused(Self.problem(unknown))
        }
    }

    // MARK: Showing

    private func show(_ message: Message, _ catalog: Catalog, on terminal: Terminal) throws {
        let description = catalog.describe(message, depth: levels)
        let lines = DescriptionText.lines(description, width: terminal.width)
        try show(description, as: lines + exampleLines(catalog.example(of: message)), on: terminal)
    }

    private func show(_ places: [Occurrence], _ catalog: Catalog, on terminal: Terminal) throws {
        let description = catalog.describe(places, depth: levels)
        var lines = DescriptionText.lines(description, width: terminal.width)
        if places.count == 1, let place = places.first { lines += exampleLines(catalog.example(of: place)) }
        try show(description, as: lines, on: terminal)
    }

    private func show(_ entries: [Entry], on terminal: Terminal) throws {
        if entries.isEmpty, !output.json {
            return terminal.note(
                Line("Nothing goes by \(words.joined(separator: " ")). All requests: --list alone."))
        }
        try show(entries, as: EntryText.lines(entries, width: terminal.width), on: terminal)
    }

    private func show(_ value: some Encodable, as lines: [Line], on terminal: Terminal) throws {
        if output.json { try terminal.show(json: value) } else { terminal.show(lines) }
    }

    private func exampleLines(_ example: Example?) -> [Line] {
        guard let example else { return [] }
        let text = example.json.split(separator: "\n").map { Line("  " + $0) }
        return [Line(), Line("EXAMPLE", .bold)] + text
    }

    // MARK: Examples

    private func write(
        _ form: Form, of found: Lookup, _ catalog: Catalog, on terminal: Terminal
    ) throws {
        let example: Example?
        switch found {
        case .message(let message): example = catalog.example(of: message)
        case .places(let places): example = places.count == 1 ? catalog.example(of: places[0]) : nil
        case .unknown(let unknown): throw Failure.refused(Self.problem(unknown))
        case .attribute, .subject: example = nil
        }
        guard let example else {
            throw Failure.here(
                "There is no example of \(words[0]): examples are of requests that QuickBooks Desktop takes, "
                    + "such as InvoiceAdd, and of elements in them, such as InvoiceAdd.RefNumber.")
        }
        let text = form == .json ? example.json : example.document()
        if output.json { return try terminal.show(json: ["example": text]) }
        terminal.show(verbatim: text)
    }

    private static func problem(_ unknown: Lookup.Unknown) -> Problem {
        let place = unknown.within.map { "\($0) has no \(unknown.name)" } ?? "qbXML has no \(unknown.name)"
        let near = unknown.nearest.isEmpty ? "" : " Nearest: \(unknown.nearest.joined(separator: ", "))."
        return Problem(
            type: "urn:qbsyncd:problem:unknown-name", title: "No such name", status: 404,
            detail: "\(place).\(near) To search: qbsyncctl describe --list WORDS")
    }
}
