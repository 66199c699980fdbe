package import FoundationEssentials

/// `POST /v1/preflight`: looks at a public address as the Web Connector will. All left out: our own.
package struct PreflightOrder: Body, Equatable, Sendable {
    package static let fields = ["url", "support_url"]

    package var url: String?
    package var supportUrl: String?

    package init(url: String? = nil, supportUrl: String? = nil) {
        self.url = url
        self.supportUrl = supportUrl
    }
}

/// One thing that was looked at; a line of the answer.
package struct PreflightCheck: Codable, Equatable, Sendable {
    /// address, dns, connection, tls, …
    package var step: String
    /// ok, warning or failure.
    package var outcome: String
    package var sentence: String
    package var cause: String?
    package var fix: String?
    package var mover: String?
    /// `QBWC1048`: what the Web Connector would say.
    package var code: String?

    package init(
        step: String, outcome: String, sentence: String, cause: String?, fix: String?, mover: String?,
        code: String?
    ) {
        self.step = step
        self.outcome = outcome
        self.sentence = sentence
        self.cause = cause
        self.fix = fix
        self.mover = mover
        self.code = code
    }
}

/// `GET /v1/preflight`: the last look at our own public address.
package struct PreflightReport: Codable, Equatable, Sendable {
    package var url: String
    /// Absent if nobody has looked since the daemon was started.
    package var at: Date?
    /// In the order in which they were made; what could not be looked at any more is not there.
    package var checks: [PreflightCheck] { didSet { isPassable = Self.verdict(checks) } }
    /// A Web Connector would get through. Absent while nothing was looked at.
    package private(set) var isPassable: Bool?

    package init(url: String, at: Date?, checks: [PreflightCheck]) {
        self.url = url
        self.at = at
        self.checks = checks
        isPassable = Self.verdict(checks)
    }

    private static func verdict(_ checks: [PreflightCheck]) -> Bool? {
        checks.isEmpty ? nil : checks.allSatisfy { $0.outcome != "failure" }
    }
}
