import API
import QBXML

/// What `check --json` says of a file.
struct CheckedFileWords: Encodable {
    var file: String
    var ok: Bool
    var requests: [String]
    var needsQbxml: String?
    /// Their rules are those that `check --rules` lists, or `syntax` for what is no JSON or qbXML at all.
    var findings: [CheckFinding]
    /// Whether there was more to find than is told.
    var isCutOff: Bool
    /// Why the file could not be read; then nothing is known of it.
    var unreadable: String?

    init(_ file: CheckedFile, isStrict: Bool) {
        self.file = file.path
        ok = file.isFine(isStrict: isStrict)
        requests = file.requests
        findings = file.findings.map(CheckFinding.init)
        isCutOff = false
        switch file.content {
        case .unreadable(let failure): unreadable = failure.problem.detail
        case .noRequests(let error): findings = [CheckFinding(error)]
        case .checked(let checked):
            needsQbxml = checked.neededVersion.description
            isCutOff = checked.isCutOff
        }
    }
}

extension CheckFinding {
    init(_ finding: Finding) {
        self.init(
            rule: finding.rule.rawValue, severity: finding.severity.rawValue, pointer: finding.pointer,
            line: finding.line, request: finding.request, problem: finding.problem,
            expected: finding.expected, nearest: finding.nearest, catalog: finding.catalog)
    }

    init(_ error: DraftError) {
        self.init(
            rule: CheckedFile.syntaxRule, severity: Finding.Severity.error.rawValue, pointer: "",
            line: error.line, request: nil, problem: error.sentence, expected: nil, nearest: [], catalog: nil)
    }
}

extension CheckedFile {
    /// What a file that holds no requests is said to break.
    static let syntaxRule = "syntax"
}
