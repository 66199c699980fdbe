/// What is looked at of a public address, in this order: each needs what stands before it.
package enum PreflightStep: String, CaseIterable, Sendable {
    case address
    case dns
    case connection
    case tls
    case chain
    case name
    case expiry
    case endpoint
    case support
    case soap
    case goAhead = "continue"
    case keepAlive = "keep-alive"
    case body
}

/// How one step went, with the Web Connector's own code where it has one for what would fail.
package struct PreflightFinding: Equatable, Sendable {
    package enum Outcome: String, CaseIterable, Sendable {
        case ok, warning, failure
    }

    package var step: PreflightStep
    package var outcome: Outcome
    package var sentence: String
    package var cause: String?
    package var fix: String?
    package var mover: Actor?
    package var code: ConnectorCode?

    init(
        _ step: PreflightStep, _ outcome: Outcome, _ sentence: String, cause: String? = nil,
        fix: String? = nil, mover: Actor? = nil, code: Int? = nil
    ) {
        self.step = step
        self.outcome = outcome
        self.sentence = sentence
        self.cause = cause
        self.fix = fix
        self.mover = outcome == .ok ? nil : mover ?? .administrator
        self.code = code.map(ConnectorCode.init(_:))
    }

    static func ok(_ step: PreflightStep, _ sentence: String) -> Self { Self(step, .ok, sentence) }
}

extension Sequence where Element == PreflightFinding {
    /// Whether a Web Connector would get through.
    package var areFine: Bool { allSatisfy { $0.outcome != .failure } }
}
