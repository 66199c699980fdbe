import ArgumentParser
import QBXML

struct Render: LocalCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the document that would be sent for requests, byte for byte.",
        discussion: """
            FILE holds requests as for qbsyncctl check; - is standard input. What is wrong with them is \
            told, and then no document is written. The daemon adds the ID of the message set when a \
            request that changes something is queued; everything else is as it is here.

            EXAMPLES:
              qbsyncctl render invoice.json > invoice.xml
              qbsyncctl render --qbxml-version 13.0 --indent invoice.json
              qbsyncctl describe InvoiceAdd --example json | qbsyncctl render -
            """)

    @OptionGroup var output: OutputOptions
    @OptionGroup var checking: CheckingOptions

    @Argument(
        help: ArgumentHelp("File with requests; - is standard input.", valueName: "file"),
        completion: .file(extensions: ["json", "xml"]))
    var file: String

    @Option(
        help: ArgumentHelp(
            "What QuickBooks does after a request failed: stopOnError or continueOnError. "
                + "(default: what the file says, else stopOnError)", valueName: "what"))
    var onError: MessageSetHead.OnError?

    @Flag(help: "Put each element on a line of its own, for eyes.")
    var indent = false

    /// The document in the words of the API.
    private struct Words: Encodable {
        var file: String
        var requests: [String]
        var qbxmlVersion: String
        var onError: String
        var document: String
    }

    func perform(on terminal: Terminal) throws {
        let read = CheckedFile(file, options: checking.options)
        if case .unreadable(let failure) = read.content { throw failure }
        try tell(read, on: terminal)
        guard case .checked(let checked) = read.content, read.errorCount == 0 else {
            throw ExitCode(Outcome.wrongRequests)
        }
        let options = MessageSetHead(
            version: checked.versionToSend(highest: checking.version),
            onError: try onError(of: checked.draft, terminal))
        let document = checked.document(options)
        let text = indent ? Indented.text(of: document) : String(decoding: document, as: UTF8.self)
        if output.json {
            return try terminal.show(
                json: Words(
                    file: file, requests: read.requests, qbxmlVersion: "\(options.version)",
                    onError: options.onError.rawValue, document: text))
        }
        if indent { terminal.note(Line("Indented for eyes: what is sent has no line ends and no blanks.")) }
        // A terminal's prompt should not stand behind the document; a file gets its bytes and no more.
        terminal.show(verbatim: terminal.isTerminal && !indent ? text + "\n" : text)
    }

    private func tell(_ read: CheckedFile, on terminal: Terminal) throws {
        if output.json {
            if read.errorCount > 0 { try terminal.note(json: CheckedFileWords(read, isStrict: false)) }
        } else if read.errorCount + read.warningCount > 0 {
            terminal.note(FindingText.lines(read, isStrict: false, width: terminal.width))
        }
    }

    private func onError(of draft: Draft, _ terminal: Terminal) throws -> MessageSetHead.OnError {
        if let onError { return onError }
        guard let said = draft.envelope.onError else { return .stopOnError }
        if let known = MessageSetHead.OnError(rawValue: said) { return known }
        terminal.note(
            Line(
                "QuickBooks Desktop has no \(said); the document says stopOnError."
            ))
        return .stopOnError
    }
}

extension MessageSetHead.OnError: ExpressibleByArgument {}
