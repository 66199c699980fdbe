/// `POST /v1/check`: what the check says of a body of requests, before anything is sent.
///
///     {"acceptable":false,"requests":["InvoiceAdd"],"needs_qbxml":"1.0","is_cut_off":false,"findings":[
///      {"rule":"length","severity":"error","pointer":"/InvoiceAdd/RefNumber","line":1,"request":0,
///       "problem":"<RefNumber> has 14 characters, …","expected":"11 characters at most","nearest":[],
///       "catalog":"RefNumber: text of at most 11 characters, optional"}]}
package struct CheckReport: Codable, Equatable, Sendable {
    /// Whether it could be sent as it is: no finding is an error.
    package var acceptable: Bool
    /// The requests in it, by their names in JSON.
    package var requests: [String]
    /// The oldest version of qbXML that has everything in it.
    package var needsQbxml: String
    /// Whether there was more to find than is told.
    package var isCutOff: Bool
    package var findings: [CheckFinding]

    package init(
        acceptable: Bool, requests: [String], needsQbxml: String, isCutOff: Bool, findings: [CheckFinding]
    ) {
        self.acceptable = acceptable
        self.requests = requests
        self.needsQbxml = needsQbxml
        self.isCutOff = isCutOff
        self.findings = findings
    }
}

/// Also what `qbsyncctl check --json` says.
package struct CheckFinding: Codable, Equatable, Sendable {
    package var rule: String
    /// error or warning
    package var severity: String
    /// A JSON pointer, or a path for qbXML.
    package var pointer: String
    /// From 1; absent where what is wrong is nowhere, as with an empty file.
    package var line: Int?
    /// Which request, from 0; absent for what concerns all of them.
    package var request: Int?
    package var problem: String
    package var expected: String?
    package var nearest: [String]
    package var catalog: String?

    package init(
        rule: String, severity: String, pointer: String, line: Int?, request: Int?, problem: String,
        expected: String?, nearest: [String], catalog: String?
    ) {
        self.rule = rule
        self.severity = severity
        self.pointer = pointer
        self.line = line
        self.request = request
        self.problem = problem
        self.expected = expected
        self.nearest = nearest
        self.catalog = catalog
    }
}
