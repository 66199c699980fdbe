/// A refusal in the form of RFC 9457, `application/problem+json`.
///
///     {"type":"about:blank","title":"Not accepted","status":422,"detail":"…",
///      "findings":[{"field":"interval","problem":"…"}]}
package struct Problem: Codable, Error, Equatable, Sendable {
    /// `about:blank` where the status says everything, else `urn:qbsyncd:problem:NAME`.
    package var type: String
    package var title: String
    package var status: Int
    /// A sentence with the next step.
    package var detail: String
    /// Found in the journal beside the cause, for internal faults.
    package var reference: String?
    /// All that is wrong with a refused body, at once.
    package var findings: [Finding]?
    /// Of requests that were not taken: what the check says of them.
    package var report: CheckReport?

    package struct Finding: Codable, Equatable, Sendable {
        package var field: String
        package var problem: String

        package init(field: String, problem: String) {
            self.field = field
            self.problem = problem
        }
    }

    package init(
        type: String = "about:blank", title: String, status: Int, detail: String, reference: String? = nil,
        findings: [Finding]? = nil, report: CheckReport? = nil
    ) {
        self.type = type
        self.title = title
        self.status = status
        self.detail = detail
        self.reference = reference
        self.findings = findings
        self.report = report
    }
}
