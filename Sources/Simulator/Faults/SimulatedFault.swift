package import WebConnector

/// Something that goes wrong in the simulated world. Each fault is a file of its own and overrides the one or
/// two hooks that it needs; what it leaves alone happens as usual.
///
/// Exchanges are the documents that reach QuickBooks in one update, counted from 1; so are the calls, without
/// those that a fault adds.
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

    /// How long QuickBooks takes for a document.
    func seconds(forExchange number: Int) -> Int

    /// What becomes of QuickBooks' answer before the Web Connector passes it on.
    func bend(_ response: ReceiveResponse, ofExchange number: Int) -> ReceiveResponse

    /// Seconds by which the clock of Windows is ahead of the right time.
    var clockShift: Int { get }

    /// Why the answer to a call that was served does not count.
    func failure(ofCall number: Int) -> CallFailure?

    /// A call that comes although its turn is another one's.
    func strayCall(before number: Int) -> Operation?

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
    package func seconds(forExchange number: Int) -> Int { 0 }
    package func bend(_ response: ReceiveResponse, ofExchange number: Int) -> ReceiveResponse { response }
    package var clockShift: Int { 0 }
    package func failure(ofCall number: Int) -> CallFailure? { nil }
    package func strayCall(before number: Int) -> Operation? { nil }
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
