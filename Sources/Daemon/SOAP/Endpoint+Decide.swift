import FoundationEssentials
import QBXML
import Store
import Sync
import Timetable
import WebConnector

extension Endpoint {
    /// Loads, decides and applies in one transaction, then tells the journal what happened.
    ///
    /// - Parameter opening: what came with the first call of a session.
    func decide(
        _ incoming: Incoming, _ ticket: String, opening: HCPResponse? = nil,
        call: @escaping @Sendable () -> Exchange.TicketCall
    ) async throws -> Answer {
        let now = now()
        let operation = incoming.call.operation
        let received = try kept(incoming)
        let decision = try await database.transact { transaction in
            let decided = try transaction.decide(
                call(), ticket: ticket, withNeighbours: operation == .sendRequestXML, now: now,
                freshID: { Randomness.messageSetID() })
            guard let (connector, decision) = decided else {
                return Exchange.decideUnknownTicket(operation)
            }
            if let locked = opening?.lockedAt(ownerID: connector.identity.ownerID) {
                let ahead = ClockReading.ahead(lockedAt: locked, zone: connector.rule.zone, now: now)
                try transaction.noteClock(ahead: ahead, connector: connector.id, at: now)
            }
            try transaction.keep(received, decision, operation, ticket: ticket, at: now)
            return decision
        }
        journal.record(decision.events)
        meters.count(decision)
        return decision.answer
    }

    /// What is kept of what came; nil if nothing is. Packing it is work for before the transaction.
    func kept(_ incoming: Incoming) throws -> ExchangeSide? {
        guard settings().keepsExchanges else { return nil }
        return try ExchangeSide(incoming.call, incoming.answer)
    }

    /// Who is it, may they, is anything due? The hash is compared before the transaction opens.
    func authenticate(user: String, password: String, address: String) async throws -> Answer {
        let now = now()
        let settings = settings()
        guard let (known, stored) = try await stored(user) else {
            // The hash is computed as for a known user. A known one costs a commit more, so the time still
            // tells them apart to a patient stranger; a name alone opens nothing.
            _ = Password.matches(password, hash: [UInt8](repeating: 0, count: 32), salt: [0])
            journal.unknownUser(user, address: address)
            return Exchange.decideUnknownTicket(.authenticate).answer
        }
        let isRight = Password.matches(password, hash: stored.hash, salt: stored.salt)
        let attempt = LoginAttempt(user: user, check: isRight ? .matches : .wrong, address: address)
        let ticket = Randomness.ticket()
        let client = isRight ? clients.version(from: address) : nil
        let received = settings.keepsExchanges ? ExchangeSide(["user": user]) : nil
        // A locked user hears the same whatever the password: a lock that tells which one is right is none.
        if isRight, known.lockedAt == nil, !watch.mayBegin {
            return try await postpone(user, connector: known.connectorID, at: now)
        }
        let decision = try await database.transact { transaction in
            guard
                let facts = try transaction.loginFacts(
                    user: user, now: now, lockRule: settings.lockRule, silenceLimit: settings.silenceLimit)
            else { return Exchange.decideUnknownTicket(.authenticate) }
            let decision = Exchange.authenticate(attempt, facts, ticket: ticket, now: now)
            try transaction.apply(decision.changes)
            if let client {
                try transaction.noteClient(version: client, connector: facts.connector.id, at: now)
            }
            if let ticket = decision.opened {
                try transaction.keep(received, decision, .authenticate, ticket: ticket, at: now)
            }
            return decision
        }
        journal.record(decision.events)
        meters.count(decision)
        return decision.answer
    }

    private func stored(_ user: String) async throws -> (User, StoredPassword)? {
        try await database.read { snapshot in
            try snapshot.login(user: user).map { ($0.user, $0.password) }
        }
    }

    /// The disk has no room left for what QuickBooks would answer, so nothing is asked.
    private func postpone(_ user: String, connector: Int64, at now: Date) async throws -> Answer {
        let said = CheckIn.refused(code: Condition.diskNearlyFull.rawValue)
        let change = Change.contact(connector: connector, user: user, at: now, said: said)
        try await database.transact { try $0.apply([change]) }
        meters.count(Decision(changes: [change], answer: Self.busy))
        return Self.busy
    }
}

extension Transaction {
    /// Keeps both sides of a call with what it changed, if anything is kept at all.
    func keep(
        _ received: ExchangeSide?, _ decision: Decision, _ operation: Operation, ticket: String, at now: Date
    ) throws {
        guard let received else { return }
        try keepExchange(
            operation.rawValue, received: received, sent: ExchangeSide(decision.answer), ticket: ticket,
            at: now)
    }
}

/// The part of the configuration that the endpoint needs at each call; a reload swaps it whole.
struct EndpointSettings: Sendable {
    var publicURL: String
    var bodyLimit: Int
    var lockRule: LockRule
    var silenceLimit: Int
    /// What is made of QuickBooks' status codes, where a person wants it otherwise.
    var policies: [Int: WritePolicy] = [:]
    /// Whether what is said in a conversation can be read for a few days.
    var keepsExchanges = false
}
