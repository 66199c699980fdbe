import API
import QBXML

/// What `check --json` says of a file.
struct CheckedFileWords: Encodable {
    struct FindingWords: Encodable {
        /// One of the rules that `check --rules` lists, or `syntax` for what is no JSON or qbXML at all.
        var rule: String
        var severity: String
        var pointer: String
        var line: Int?
        /// Which request of the file, from 0.
        var request: Int?
        var problem: String
        var expected: String?
        var nearest: [String]
        var catalog: String?
    }

    var file: String
    var ok: Bool
    var requests: [String]
    var needsQbxml: String?
    var findings: [FindingWords]
    /// Whether there was more to find than is told.
    var isCutOff: Bool
    /// Why the file could not be read; then nothing is known of it.
    var unreadable: String?

    init(_ file: CheckedFile, isStrict: Bool) {
        self.file = file.path
        ok = file.isFine(isStrict: isStrict)
        requests = file.requests
        findings = file.findings.map(FindingWords.init)
        isCutOff = false
        switch file.content {
        case .unreadable(let failure): unreadable = failure.problem.detail
        case .noRequests(let error): findings = [FindingWords(error)]
        case .checked(let checked):
            needsQbxml = checked.neededVersion.description
            isCutOff = checked.isCutOff
        }
    }
}

extension CheckedFileWords.FindingWords {
    init(_ finding: Finding) {
        self.init(
            rule: finding.rule.rawValue, severity: finding.severity.rawValue, pointer: finding.pointer,
            line: finding.line, request: finding.request, problem: finding.problem,
            expected: finding.expected, nearest: finding.nearest, catalog: finding.catalog)
    }

    init(_ error: DraftError) {
        self.init(
            rule: CheckedFile.syntaxRule, severity: Finding.Severity.error.rawValue, pointer: "",
            line: error.line, problem: error.sentence, nearest: [])
    }
}

extension CheckedFile {
    /// What a file that holds no requests is said to break.
    static let syntaxRule = "syntax"
}
