package import WebConnector

/// Something that goes wrong in the simulated world. Each fault is a file of its own and overrides the one or
/// two hooks that it needs; what it leaves alone happens as usual.
///
/// Exchanges are the documents that reach QuickBooks in one update, counted from 1.
package protocol SimulatedFault: Sendable {
    /// As `qbsim run --fault` names it.
    var title: String { get }

    /// What really goes over the wire in place of a call.
    func bend(_ call: Call) -> Call

    /// What happens on the workstation just before the Web Connector opens QuickBooks.
    func prepare(_ workstation: inout Workstation)

    /// Why QuickBooks cannot be opened, whoever asks.
    var obstacle: ConnectionRefusal? { get }

    /// What goes wrong inside QuickBooks with a document.
    func interruption(ofExchange number: Int) -> Interruption?

    /// Whether the answer to a document is delivered twice.
    func repeatsResponse(ofExchange number: Int) -> Bool

    /// Whether the Web Connector's program ends here.
    func kills(at moment: KillMoment) -> Bool
}

extension SimulatedFault {
    package func bend(_ call: Call) -> Call { call }
    package func prepare(_ workstation: inout Workstation) {}
    package var obstacle: ConnectionRefusal? { nil }
    package func interruption(ofExchange number: Int) -> Interruption? { nil }
    package func repeatsResponse(ofExchange number: Int) -> Bool { false }
    package func kills(at moment: KillMoment) -> Bool { false }
}

/// Where in an update the program can be ended. Calls and exchanges count from 1.
package enum KillMoment: Equatable, Sendable {
    /// The call was not sent.
    case before(call: Int)
    /// The call was sent and answered, and the answer was not read.
    case after(call: Int)
    /// The server handed a document out, and it never reached QuickBooks.
    case afterRequest(exchange: Int)
    /// QuickBooks has answered, and the answer never reached the server.
    case beforeResponse(exchange: Int)
}
