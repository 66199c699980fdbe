import QBXML

/// Findings for a person, in the manner of a compiler: editors and terminals can jump to `file:line:`.
enum FindingText {
    /// All that is said of one file, and whether it may go out.
    static func lines(_ file: CheckedFile, isStrict: Bool, width: Int?) -> [Line] {
        let findings = file.findings.flatMap { block($0, in: file, width: width) }
        switch file.content {
        // Nothing was found out, so nothing is said here.
        case .unreadable: return []
        case .noRequests(let error):
            return headline(
                file, line: error.line, severity: .error, error.sentence, rule: CheckedFile.syntaxRule,
                width: width)
        case .checked(let checked):
            let cut =
                checked.isCutOff
                ? [Line("\(file.title): not all are told, only the first \(file.findings.count).")] : []
            return findings + cut + (file.errorCount == 0 ? [verdict(file, checked)] : [])
        }
    }

    /// `3 errors, 1 warning in 2 of 5 files; 1 file could not be read`, nil where all is fine.
    static func summary(_ files: [CheckedFile]) -> Line? {
        let unread = files.count(where: \.isUnreadable)
        let missing = Line(unread > 0 ? "\(Quantity.count(unread, "file")) could not be read" : "", .red)
        guard let found = counts(files) else { return unread > 0 ? missing : nil }
        return found + (unread > 0 ? Line("; ") + missing : Line())
    }

    private static func counts(_ files: [CheckedFile]) -> Line? {
        let errors = files.reduce(0) { $0 + $1.errorCount }
        let warnings = files.reduce(0) { $0 + $1.warningCount }
        guard errors + warnings > 0 else { return nil }
        let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
            .map { Quantity.count($0.0, $0.1) }.joined(separator: ", ")
        let touched = files.count { $0.errorCount + $0.warningCount > 0 }
        let place =
            touched == files.count ? Quantity.count(touched, "file") : "\(touched) of \(files.count) files"
        return Line("\(counts) in \(place)", errors > 0 ? .red : .amber)
    }

    /// The rules, for those who want to know what a word in brackets means.
    static func rules(width: Int?) -> [Line] {
        Table(
            [.init("RULE"), .init("WHAT IT SAYS", narrowing: .wrap)],
            rows: CheckRule.allCases.map { [Line($0.rawValue, .bold), Line($0.explanation)] }
        ).lines(width: width)
    }

    // MARK: One finding

    private static func block(_ finding: Finding, in file: CheckedFile, width: Int?) -> [Line] {
        var lines = headline(
            file, line: finding.line, severity: finding.severity, finding.sentence,
            rule: finding.rule.rawValue, width: width)
        // A pointer is copied, so it is never broken.
        if !finding.pointer.isEmpty { lines.append(Line("  at ", .grey) + Line(finding.pointer)) }
        if let catalog = finding.catalog { lines += folded(Line(catalog, .grey), indent: 2, width: width) }
        return lines
    }

    private static func headline(
        _ file: CheckedFile, line: Int?, severity: Finding.Severity, _ sentence: String, rule: String,
        width: Int?
    ) -> [Line] {
        let place = file.title + (line.map { ":\($0)" } ?? "")
        let head =
            Line("\(place): ", .bold) + Line("\(severity.rawValue): ", severity == .error ? .red : .amber)
            + Line(sentence) + Line(" [\(rule)]", .grey)
        guard let width else { return [head] }
        let folded = head.wrapped(to: width - 2)
        return [folded[0]] + folded.dropFirst().map { Line("  ") + $0 }
    }

    private static func folded(_ line: Line, indent: Int, width: Int?) -> [Line] {
        let margin = Line(String(repeating: " ", count: indent))
        return (width.map { line.wrapped(to: max(20, $0 - indent)) } ?? [line]).map { margin + $0 }
    }

    // MARK: Verdict

    /// `invoice.json: fine: 2 requests (InvoiceAdd, CustomerQuery), needs qbXML 8.0`
    private static func verdict(_ file: CheckedFile, _ checked: Checked) -> Line {
        let head = Line("\(file.title): ", .bold)
        guard !file.requests.isEmpty else { return head + Line("fine, but no requests are in it") }
        let word = file.warningCount == 0 ? "fine" : "can be sent"
        return head + Line(word, file.warningCount == 0 ? .green : .amber)
            + Line(": \(requests(file.requests)), needs qbXML \(checked.neededVersion)")
    }

    /// `1 request (HostQuery)`, `7 requests (5 InvoiceAdd, 2 CustomerQuery)`
    private static func requests(_ titles: [String]) -> String {
        var counts: [(title: String, count: Int)] = []
        for title in titles {
            if let known = counts.firstIndex(where: { $0.title == title }) {
                counts[known].count += 1
            } else {
                counts.append((title, 1))
            }
        }
        let names = counts.map { $0.count == 1 ? $0.title : "\($0.count) \($0.title)" }
        return Quantity.count(titles.count, "request") + " (\(names.joined(separator: ", ")))"
    }
}
