package import FoundationEssentials
import QBXML
package import Store
package import Sync
package import Timetable
package import WebConnector

/// The daemon without its shell: store and brain, driven by a clock that the test moves.
///
/// It decides each call as the endpoint does. The network, the password's hash, and the commit that keeps an
/// answer before it is looked at are not here: DaemonTests have those.
package final class SimulatedServer {
    package private(set) var database: SyncDatabase
    package var now: Date
    private var tickets = 0
    private var sets = 0
    /// How many calls were answered.
    package private(set) var answered = 0
    /// Everything that happened, for the checkers.
    package private(set) var events: [Event] = []
    package private(set) var checkIns: [(connector: String, at: Date, decision: Decision)] = []

    /// Bytes of an answer; less than the daemon takes, so that too much is little.
    package static let bodyLimit = 4 << 20

    /// What happened is not kept: a month of check-ins is not meant to fill the memory with its own record.
    private let forgets: Bool

    package init(now: Date) throws {
        database = try SyncDatabase.inMemory()
        forgets = false
        self.now = now
    }

    /// With a database on disk, for months without anybody who looks at each check-in.
    package init(now: Date, path: String) throws {
        database = try SyncDatabase(path: path, durability: .normal)
        forgets = true
        self.now = now
    }

    /// The daemon is stopped, a copy is put in its database's place, and it starts again.
    package func putBack(_ copy: SyncDatabase) throws {
        database = copy
        _ = try database.settleRestoration(at: now)
    }

    package func serve(_ call: Call, address: String) throws -> Answer {
        answered += 1
        switch call {
        case .serverVersion: return .serverVersion("simulation")
        case .clientVersion: return .clientVersion("")
        case .authenticate(let user, let password):
            return try authenticate(user, password, address)
        case .sendRequestXML(let request):
            let hcp = request.hcpResponse.isEmpty ? nil : try? HCPResponse(decoding: request.hcpResponse)
            return try decide(request.ticket, .sendRequestXML, .sendRequestXML(request, hcp))
        case .receiveResponseXML(let received):
            let (outcome, records) = read(received)
            return try decide(
                received.ticket, .receiveResponseXML, .receiveResponseXML(received, outcome), records)
        case .connectionError(let ticket, let hresult, let message):
            return try decide(ticket, .connectionError, .connectionError(hresult: hresult, message: message))
        case .getLastError(let ticket): return try decide(ticket, .getLastError, .getLastError)
        case .closeConnection(let ticket): return try decide(ticket, .closeConnection, .closeConnection)
        case .getInteractiveURL(let ticket, _):
            return try decide(ticket, .getInteractiveURL, .getInteractiveURL)
        case .interactiveDone(let ticket): return try decide(ticket, .interactiveDone, .interactiveDone)
        case .interactiveRejected(let ticket, let reason):
            return try decide(ticket, .interactiveRejected, .interactiveRejected(reason: reason))
        }
    }

    private func read(
        _ received: ReceiveResponse
    ) -> (Exchange.ResponseOutcome, any RecordSource) {
        if received.response.count > Self.bodyLimit {
            return (.tooLarge(bytes: received.response.count, limit: Self.bodyLimit), NoRecords())
        }
        if received.response.isEmpty || !received.hresult.isEmpty { return (.refused, NoRecords()) }
        do {
            let response = try Response(decoding: received.response)
            return (.decoded(Reading(response)), response)
        } catch {
            return (.unreadable("\(error)"), NoRecords())
        }
    }

    private func authenticate(_ user: String, _ password: String, _ address: String) throws -> Answer {
        tickets += 1
        let ticket = "simulated-ticket-\(tickets)"
        let attempt = LoginAttempt(
            user: user, check: password == "right" ? .matches : .wrong, address: address)
        let decision = try database.transactNow { transaction in
            guard
                let facts = try transaction.loginFacts(
                    user: user, now: now, lockRule: LockRule(), silenceLimit: 1800)
            else { return Exchange.decideUnknownTicket(.authenticate) }
            let decision = Exchange.authenticate(attempt, facts, ticket: ticket, now: now)
            try transaction.apply(decision.changes)
            if !forgets { checkIns.append((facts.connector.name, now, decision)) }
            return decision
        }
        record(decision.events)
        return decision.answer
    }

    private func record(_ new: [Event]) {
        if !forgets { events += new }
    }

    private func nextSetID() -> String {
        sets += 1
        return "simulated-set-\(sets)"
    }

    private func decide(
        _ ticket: String, _ operation: WebConnector.Operation, _ call: Exchange.TicketCall,
        _ records: any RecordSource = NoRecords()
    ) throws -> Answer {
        let decision = try database.transactNow { transaction in
            try transaction.decide(
                call, ticket: ticket, withNeighbours: true, now: now, freshID: nextSetID, records: records
            )?.decision ?? Exchange.decideUnknownTicket(operation)
        }
        record(decision.events)
        return decision.answer
    }

    /// The minute's check: gives up conversations whose client fell silent.
    package func tick() throws {
        let found = try database.transactNow { transaction in
            var events: [Event] = []
            for running in try transaction.runningSyncs()
            where running.open.conversation.isAbandoned(at: now, limit: 1800) {
                let lost = Exchange.giveUp(
                    running.open, connector: running.connector, path: running.path, now: now)
                try transaction.apply(lost.changes)
                events += lost.events
            }
            return events
        }
        record(found)
    }

    @discardableResult
    package func make(
        _ name: String, rule: Rule, path: String, workstation: String, pageSize: Int = 20
    ) throws -> Connector {
        let number = try database.readNow { try $0.connectorFacts().count }
        func node(_ letter: String) -> String {
            let digits = letter + String(number)
            return String(repeating: "0", count: 12 - digits.count) + digits
        }
        let identity = StampedIdentity(
            ownerID: "{57F3B9B1-0000-4000-8000-\(node("A"))}",
            fileID: "{90A44FB5-0000-4000-8000-\(node("F"))}")
        let new = NewConnector(
            name: name, identity: identity,
            draft: ConnectorDraft(
                title: name, companyFile: path, workstation: workstation,
                intervalSeconds: rule.intervalSeconds,
                window: rule.window, zone: rule.zone, morning: rule.morning, pollSeconds: rule.pollSeconds,
                pageSize: pageSize, overlapSeconds: 300),
            user: NewUser(
                name: name,
                password: StoredPassword(
                    scheme: "simulated", salt: [0], hash: [UInt8](repeating: 0, count: 32))),
            acceptsDefault: true)
        return try database.transactNow { try $0.create(new, by: Author(name: "test"), at: now) }
    }
}
