import API
import ArgumentParser

struct ExplainCode: LocalCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Explains a code of QuickBooks, Windows or the Web Connector: meaning, cause, fix, whose move.",
        discussion: """
            Three kinds of code reach a person: a status of QuickBooks (a number), an HRESULT of QuickBooks \
            or Windows (0x and eight digits), and a code of the Web Connector (QBWC and a number). A bare \
            number that can be two of them is explained as both.

            EXAMPLES:
              qbsyncctl explain-code 3180
              qbsyncctl explain-code 0x80040400 QBWC1012
              qbsyncctl explain-code -2147220480       as .NET and Visual Basic print it
              qbsyncctl explain-code --list            all that are known
              qbsyncctl explain-code --list closed period
                                                       those whose texts hold both words
            """)

    @OptionGroup var output: OutputOptions

    // Unrecognized ones too: a negative number looks like options to the parser.
    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp(
            "Codes to explain, such as \(CodeQuestion.forms); with --list words to look for.",
            valueName: "code"))
    var words: [String] = []

    @Flag(help: "List the codes, or those that speak of all the given words.")
    var list = false

    func validate() throws {
        if words.isEmpty, !list {
            throw ValidationError("Give a code such as \(CodeQuestion.forms), or --list for all of them.")
        }
        if !list { _ = try questions() }
    }

    func perform(on terminal: Terminal) throws {
        if list { return try show(CodeEntry.all.filter { $0.holds(words) }, on: terminal) }
        let questions = try questions()
        let known = questions.filter { !$0.entries.isEmpty }
        if output.json {
            try terminal.show(json: known.flatMap(\.entries))
        } else {
            terminal.show(CodeText.blocks(known, width: terminal.width))
        }
        let unknown = questions.filter(\.entries.isEmpty)
        guard unknown.isEmpty else { throw Failure.refused(Self.problem(unknown)) }
    }

    private func questions() throws -> [CodeQuestion] {
        // The parser hands the end of the options over as one of the unrecognized words.
        try CodeQuestion.joined(words.filter { $0 != "--" }).map { word in
            if let question = CodeQuestion(word) { return question }
            throw ValidationError(
                "\(word) is no code\(word.hasPrefix("-") ? ", nor an option" : ""). "
                    + "Codes look like \(CodeQuestion.forms).")
        }
    }

    private func show(_ entries: [CodeEntry], on terminal: Terminal) throws {
        if output.json { return try terminal.show(json: entries) }
        guard !entries.isEmpty else {
            return terminal.note(
                Line("No code speaks of \(words.joined(separator: " ")). All: --list alone."))
        }
        terminal.show(CodeText.table(entries).lines(width: terminal.width))
    }

    private static func problem(_ unknown: [CodeQuestion]) -> Problem {
        Problem(
            type: "urn:qbsyncd:problem:unknown-code", title: "No such code", status: 404,
            detail: "Not described here. Known are statuses of QuickBooks, such as 3180, HRESULTs of "
                + "QuickBooks and Windows, such as 0x80040400, and codes of the Web Connector, such as "
                + "QBWC1012. All of them: qbsyncctl explain-code --list",
            findings: unknown.map { .init(field: $0.text, problem: $0.ignorance) })
    }
}
