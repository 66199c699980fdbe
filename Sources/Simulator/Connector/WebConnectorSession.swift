package import FoundationEssentials
package import WebConnector

/// One update of one application: the Web Connector's manners as a machine without clock, network or screen.
///
/// Whoever drives it asks `next` what to do, does it, and reports with `take` or `fail`; `qbsim` does it over
/// HTTP, a simulation by calling a server's functions. The workstation is lent to each step, since QuickBooks
/// and the company file live there.
///
///     serverVersion ─> clientVersion ─> authenticate ──none, nvu, busy, postponed──────────────┐
///                                            │ work                                            │
///              ┌────────────────────────> connect ──twice in vain──> connectionError ──done──┐ │
///              │ another path                │ HCP queries, AppLock         │                │ │
///              └─────────────────────────────┼──────────────────────────────┘                │ │
///       ┌───────────> sendRequestXML ──empty, NoOp──> getLastError ──NoOp── wait 5 s ─┐      │ │
///       │                    │ qbXML                    │      ▲                      │      │ │
///       │            QuickBooks works                   │      │ negative             │      │ │
///       │                    v                          │      │                      │      │ │
///       └──0…99── receiveResponseXML ───────────────────┼──────┘                      │      │ │
///       ^                    │ 100                      │ text                        │      │ │
///       └────────────────────┼──────────────────────────┼─────────────────────────────┘      │ │
///                            v                          v                                    │ │
///                   lock removed, QuickBooks closed ─> closeConnection <──────────────────────┘ v
///                                                            └──────────────────────────────> ended
package struct WebConnectorSession: Sendable {
    /// What to do next.
    package enum Step: Equatable, Sendable {
        /// Make this call, then `take` its answer or `fail`.
        case call(Call)
        /// Wait, then ask again.
        case pause(seconds: Int)
        case ended(UpdateOutcome)
    }

    enum Stage: Equatable {
        case serverVersion
        case clientVersion
        case authenticate
        case connect(path: String)
        case connectionError(ConnectionRefusal)
        case sendRequest
        case work([UInt8])
        case receiveResponse(ReceiveResponse)
        case lastError
        case pause
        case rejectInteraction
        case close
        case closeConnection
        case ended(UpdateOutcome)
    }

    /// Habits in which real Web Connectors differ, or a person's reaction to a window.
    package struct Manners: Equatable, Sendable {
        /// What the person does with a `W:` window: go on, or stop.
        package var acceptsWarnings = true
        /// Whether `closeConnection` is called although there was nothing to do. Sources differ; servers must
        /// take both.
        package var closesIdleSessions = false

        package init() {}
    }

    /// A server that answers `connectionError` with a path every time would keep a real client busy for ever.
    static let connectionErrorLimit = 25
    /// The pause after `NoOp`.
    static let noOpSeconds = 5

    package let application: Application
    let faults: [any SimulatedFault]
    let manners: Manners
    /// Unix seconds of the beginning: for the lock.
    let begun: Int
    var stage = Stage.serverVersion
    var ticket = ""
    var connection: Connection?
    var quickBooks: QuickBooksSession
    /// Kept for the first `sendRequestXML`, then gone.
    var hcpResponse: [UInt8]?
    var connectionErrors = 0
    var calls = 0
    var exchanges = 0
    /// Whether the present answer was delivered once and will be once more.
    var hasRepeated = false
    /// What QuickBooks has answered last.
    var lastResponse: ReceiveResponse?
    /// Seconds for which its answer is still waited for.
    var delay = 0
    /// The call, by its number, before which another one came whose turn it was not; that one's answer is
    /// waited for while `isStraying`.
    var strayedBefore = 0
    var isStraying = false
    /// Seconds that passed in pauses.
    var paused = 0
    /// How it will have ended, once that is known and only goodbyes are left.
    var ending: UpdateOutcome.Ending?
    var lastText = ""
    /// Index 2 and index 3 of `authenticate`, for the schedule.
    package internal(set) var waitSeconds: Int?
    package internal(set) var minimumInterval: Int?
    private var lines: [ScreenLine] = []

    /// - Parameter date: now; the lock in the company file carries it.
    package init(
        _ application: Application, on workstation: inout Workstation, at date: Date,
        faults: [any SimulatedFault] = [], manners: Manners = Manners()
    ) {
        self.application = application
        self.faults = faults
        self.manners = manners
        begun = Int(date.timeIntervalSince1970)
        quickBooks = QuickBooksSession(
            seed: workstation.newSessionSeed(), application: application.file.appName)
        if application.password == nil {
            end(.noPassword, text: "QBWC1030: Click into the Password column and type the password.")
        }
    }

    /// The outcome, once there is one.
    package var outcome: UpdateOutcome? {
        if case .ended(let outcome) = stage { return outcome }
        return nil
    }

    /// What appeared on the screen since the last time this was asked.
    package mutating func newLines() -> [ScreenLine] {
        defer { lines = [] }
        return lines
    }

    mutating func show(_ line: ScreenLine) { lines.append(line) }

    // MARK: Going on

    /// The next step. Asking again before `take` or `fail` gives the same call again.
    package mutating func next(on workstation: inout Workstation) -> Step {
        while true {
            switch stage {
            case .connect(let path):
                open(path, on: &workstation)
            case .work(let document):
                runDocument(document, on: &workstation)
                if delay > 0 {
                    defer { delay = 0 }
                    return .pause(seconds: delay)
                }
            case .pause:
                stage = .sendRequest
                paused += Self.noOpSeconds
                return .pause(seconds: Self.noOpSeconds)
            case .close:
                leaveQuickBooks(on: &workstation)
                stage = .closeConnection
            case .ended(let outcome):
                return .ended(outcome)
            default:
                if faults.contains(where: { $0.kills(at: .before(call: calls + 1)) }) || losesAnswer {
                    kill(atCall: calls + 1, on: &workstation)
                    continue
                }
                if let stray { return .call(stray) }
                return .call(faults.reduce(call(on: workstation)) { $1.bend($0) })
            }
        }
    }

    /// The moment of Windows' clock, in Unix seconds.
    var clock: Int { begun + paused + faults.reduce(0) { $0 + $1.clockShift } }

    private var losesAnswer: Bool {
        guard case .receiveResponse = stage else { return false }
        return faults.contains { $0.kills(at: .beforeResponse(exchange: exchanges)) }
    }

    private func call(on workstation: Workstation) -> Call {
        switch stage {
        case .serverVersion: return .serverVersion
        case .clientVersion: return .clientVersion(workstation.connectorVersion)
        case .authenticate:
            return .authenticate(user: application.file.userName, password: application.password ?? "")
        case .connectionError(let refusal):
            return .connectionError(ticket: ticket, hresult: refusal.hresult, message: refusal.message)
        case .receiveResponse(let response): return .receiveResponseXML(response)
        case .lastError: return .getLastError(ticket: ticket)
        case .rejectInteraction:
            return .interactiveRejected(
                ticket: ticket, reason: "Nobody at the computer allowed the interactive session.")
        case .closeConnection: return .closeConnection(ticket: ticket)
        case .connect, .sendRequest, .work, .pause, .close, .ended:
            return .sendRequestXML(sendRequest(on: workstation))
        }
    }

    private func sendRequest(on workstation: Workstation) -> SendRequest {
        let path = connection?.path ?? ""
        let program = workstation.companyFile(at: path)?.program
        return SendRequest(
            ticket: ticket, hcpResponse: hcpResponse ?? [], companyFileName: path,
            country: program?.country ?? "", majorVersion: program?.highestVersion.major ?? 0,
            minorVersion: program?.highestVersion.minor ?? 0)
    }

    // MARK: Ending

    /// The last word: nothing more is called.
    mutating func end(_ ending: UpdateOutcome.Ending, text: String) {
        stage = .ended(UpdateOutcome(ending: ending, text: text, calls: calls, exchanges: exchanges))
        if !text.isEmpty { show(.status(text)) }
    }

    /// The program is gone: nothing is put in order, and QuickBooks ends what the program had opened.
    mutating func kill(atCall number: Int, on workstation: inout Workstation) {
        if let connection { workstation.disconnect(connection) }
        connection = nil
        end(.killed(call: number), text: "")
        show(.log("The Web Connector was ended at call \(number)."))
    }

    /// Leaves QuickBooks in order: lock removed, session over, its iterators with it.
    mutating func leaveQuickBooks(on workstation: inout Workstation) {
        guard let connection else { return }
        let ownerID = application.file.ownerID
        workstation.withCompanyFile(at: connection.path) {
            $0.setStamp("AppLock", ownerID: ownerID, to: nil)
        }
        workstation.disconnect(connection)
        self.connection = nil
    }
}
