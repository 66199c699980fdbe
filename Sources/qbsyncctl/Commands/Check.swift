import ArgumentParser
import QBXML

struct Check: LocalCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks requests before anything is sent: everything that is wrong, with line and path.",
        discussion: """
            FILE holds requests as JSON or as qbXML; - is standard input. JSON may be one request, a list of \
            them, an object with "requests", or one object after the other, as on the lines of a log. qbXML \
            may be a document, a message set or one request by itself.

            Warnings are told and count only with --strict. With --qbxml-version and --edition the requests \
            are checked for one QuickBooks; without, for the newest one that is known, in any country. What \
            the words in brackets mean says --rules; what an element takes says qbsyncctl describe.

            The exit code is 0 if all is fine, 65 if something is wrong with the requests, and 1 if a file \
            could not be read (the others are checked).

            EXAMPLES:
              qbsyncctl check invoice.json
              qbsyncctl check --qbxml-version 13.0 --edition CA orders/*.xml
              jq -c '.[]' orders.json | qbsyncctl check --strict -
              qbsyncctl check --json invoice.xml | jq '.[].findings'
            """)

    @OptionGroup var output: OutputOptions
    @OptionGroup var checking: CheckingOptions

    @Argument(
        help: ArgumentHelp("Files with requests; - is standard input.", valueName: "file"),
        completion: .file(extensions: ["json", "xml"]))
    var files: [String] = []

    @Flag(help: "Let warnings count as errors.")
    var strict = false

    @Flag(
        help:
            "Require a Mod that lists lines to confirm that the others go: \"confirm\": [\"unlisted-lines\"]."
    )
    var confirmLines = false

    @Flag(help: "List the rules, and check nothing.")
    var rules = false

    func validate() throws {
        if files.isEmpty, !rules {
            throw ValidationError("Give files with requests, or - for standard input.")
        }
    }

    func perform(on terminal: Terminal) throws {
        if rules { return try showRules(on: terminal) }
        var options = checking.options
        options.linesNeedConfirmation = confirmLines
        var checked: [CheckedFile] = []
        for path in files {
            let file = CheckedFile(path, options: options)
            if !output.json { tell(file, on: terminal) }
            checked.append(file)
        }
        if output.json {
            try terminal.show(json: checked.map { CheckedFileWords($0, isStrict: strict) })
        } else if let summary = FindingText.summary(checked) {
            terminal.show(summary)
        }
        if checked.contains(where: \.isUnreadable) { throw ExitCode(Outcome.failed) }
        if !checked.allSatisfy({ $0.isFine(isStrict: strict) }) { throw ExitCode(Outcome.wrongRequests) }
    }

    private func tell(_ file: CheckedFile, on terminal: Terminal) {
        if case .unreadable(let failure) = file.content { return terminal.note(failure.lines) }
        terminal.show(FindingText.lines(file, isStrict: strict, width: terminal.width))
    }

    private func showRules(on terminal: Terminal) throws {
        guard output.json else { return terminal.show(FindingText.rules(width: terminal.width)) }
        try terminal.show(
            json: CheckRule.allCases.map { ["rule": $0.rawValue, "explanation": $0.explanation] })
    }
}
