import API
import Hummingbird
import QBXML

extension ControlRoutes {
    /// The most bytes of a body of requests: an invoice of a thousand lines has some 200,000.
    private static let checkLimit = 8 << 20

    /// What is wrong with requests, before anything is sent. Nothing is kept of them.
    func check(_ request: Request, _ order: Order) async throws -> Response {
        let scope = try request.scope()
        var options = CheckOptions(version: scope.version, edition: scope.edition)
        if let word = request.uri.queryParameters["characters"] {
            guard let policy = CheckOptions.CharacterPolicy(rawValue: String(word)) else {
                let known = CheckOptions.CharacterPolicy.allCases.map(\.rawValue).joined(separator: " nor ")
                throw OrderRefusal.findings([
                    .init(field: "characters", problem: "\"\(word)\" is neither \(known).")
                ])
            }
            options.characters = policy
        }
        let body = Array(try await request.collectedBody(upTo: Self.checkLimit).readableBytesView)
        let draft: Draft
        do { draft = try Draft(reading: body) } catch {
            throw OrderRefusal.malformedBody(error.sentence)
        }
        let checked = Checker.check(draft, options: options)
        let around = Prolog.findings(in: body, checked, options: options)
        return try .json(CheckReport(checked, around: around))
    }
}

extension CheckReport {
    /// - Parameter around: what is to be said of a document of qbXML beside its requests.
    init(_ checked: Checked, around: [Finding]) {
        let findings = (around + checked.findings).sorted { $0.line < $1.line }
        self.init(
            acceptable: checked.isAcceptable, requests: checked.requests.map(\.message.title),
            needsQbxml: checked.neededVersion.description, isCutOff: checked.isCutOff,
            findings: findings.map { finding in
                CheckFinding(
                    rule: finding.rule.rawValue, severity: finding.severity.rawValue,
                    pointer: finding.pointer, line: finding.line, request: finding.request,
                    problem: finding.problem, expected: finding.expected, nearest: finding.nearest,
                    catalog: finding.catalog)
            })
    }
}

extension Request {
    /// For which QuickBooks something is asked: `?qbxml_version=13.0&edition=US`.
    func scope() throws -> SchemaScope {
        var scope = SchemaScope()
        var findings: [Problem.Finding] = []
        if let text = uri.queryParameters["qbxml_version"].map(String.init) {
            if let version = Version(text), version.edition.isEmpty,
                Catalog.versions.contains(version) || version > Catalog.newest
            {
                scope.version = version
            } else {
                let known = Catalog.versions.map(\.description).joined(separator: ", ")
                findings.append(
                    .init(field: "qbxml_version", problem: "\"\(text)\" is no version. Known are \(known)."))
            }
        }
        if let text = uri.queryParameters["edition"].map(String.init) {
            scope.edition = Edition(rawValue: text.uppercased())
            if scope.edition == nil {
                let known = Edition.allCases.map(\.rawValue).joined(separator: ", ")
                findings.append(.init(field: "edition", problem: "\"\(text)\" is none of \(known)."))
            }
        }
        guard findings.isEmpty else { throw OrderRefusal.findings(findings) }
        return scope
    }
}
