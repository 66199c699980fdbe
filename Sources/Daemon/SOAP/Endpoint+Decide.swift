import FoundationEssentials
import QBXML
import Store
import Sync
import WebConnector

extension Endpoint {
    /// Loads, decides and applies in one transaction, then tells the journal what happened.
    func decide(
        _ ticket: String, _ operation: Operation, call: @escaping @Sendable () -> Exchange.TicketCall
    ) async throws -> Answer {
        let now = now()
        let decision = try await database.transact { transaction in
            let wantsNeighbours = operation == .sendRequestXML
            guard let facts = try transaction.ticketFacts(ticket: ticket, withNeighbours: wantsNeighbours)
            else { return Exchange.decideUnknownTicket(operation) }
            let decision = Exchange.decide(call(), facts, now: now)
            try transaction.apply(decision.changes)
            return decision
        }
        journal.record(decision.events)
        return decision.answer
    }

    /// The response is kept in a commit of its own before anything looks at it: whatever then happens to us,
    /// it is there.
    func receive(_ received: ReceiveResponse) async throws -> Answer {
        let now = now()
        let kept = try await keep(received, at: now)
        let read = Self.read(received)
        do {
            return try await settle(received, read, kept, at: now)
        } catch {
            // Our own trouble with one answer must not end every sync of the connector at the same place: its
            // category fails by name, the answer is kept, and the conversation goes on. If the store itself
            // is gone, this throws as well, and the client hears a fault.
            let reference = Randomness.reference()
            journal.fault(
                reference: reference, text: "An answer could not be stored.", cause: "\(error)", address: "-")
            let why = "it could not be stored (reference \(reference))."
            return try await settle(received, ReadResponse(.unreadable(why)), kept, at: now)
        }
    }

    private func settle(
        _ received: ReceiveResponse, _ read: ReadResponse, _ kept: Int64?, at now: Date
    ) async throws -> Answer {
        let decision = try await database.transact { transaction in
            guard let facts = try transaction.ticketFacts(ticket: received.ticket, withNeighbours: false)
            else { return Exchange.decideUnknownTicket(.receiveResponseXML) }
            let decision = Exchange.decide(.receiveResponseXML(received, read.outcome), facts, now: now)
            try transaction.apply(decision.changes, records: read.records)
            if let kept { try transaction.settleResponse(kept, Self.settlement(read.outcome)) }
            return decision
        }
        if let kept, case .failed(let why) = Self.settlement(read.outcome) {
            journal.kept(response: kept, ticket: received.ticket, why: why)
        }
        journal.record(decision.events)
        return decision.answer
    }

    /// Only an answer that somebody waits for is kept: a repeated one was taken already.
    private func keep(_ received: ReceiveResponse, at now: Date) async throws -> Int64? {
        guard !received.response.isEmpty else { return nil }
        return try await database.transact { transaction in
            guard let awaited = try transaction.awaitedExchange(ticket: received.ticket) else { return nil }
            return try transaction.keepResponse(
                ticket: received.ticket, sequence: awaited.sequence, category: awaited.category,
                body: received.response, at: now)
        }
    }

    private static func settlement(_ outcome: Exchange.ResponseOutcome) -> Store.ResponseOutcome {
        if case .unreadable(let why) = outcome { return .failed(why) }
        return .processed
    }

    private static func read(_ received: ReceiveResponse) -> ReadResponse {
        if received.response.isEmpty || !received.hresult.isEmpty { return ReadResponse(.refused) }
        do {
            let response = try QBXML.Response(decoding: received.response)
            return ReadResponse(.decoded(Reading(response)), records: response)
        } catch {
            return ReadResponse(.unreadable("\(error)"))
        }
    }

    /// Who is it, may they, is anything due? The hash is compared before the transaction opens.
    func authenticate(user: String, password: String, address: String) async throws -> Answer {
        let now = now()
        let settings = settings()
        guard let stored = try await database.read({ try $0.login(user: user)?.password }) else {
            // The hash is computed as for a known user. A known one costs a commit more, so the time still
            // tells them apart to a patient stranger; a name alone opens nothing.
            _ = Password.matches(password, hash: [UInt8](repeating: 0, count: 32), salt: [0])
            journal.unknownUser(user, address: address)
            return Exchange.decideUnknownTicket(.authenticate).answer
        }
        let isRight = Password.matches(password, hash: stored.hash, salt: stored.salt)
        let attempt = LoginAttempt(user: user, check: isRight ? .matches : .wrong, address: address)
        let ticket = Randomness.ticket()
        let decision = try await database.transact { transaction in
            guard
                let facts = try transaction.loginFacts(
                    user: user, now: now, lockRule: settings.lockRule, silenceLimit: settings.silenceLimit)
            else { return Exchange.decideUnknownTicket(.authenticate) }
            let decision = Exchange.authenticate(attempt, facts, ticket: ticket, now: now)
            try transaction.apply(decision.changes)
            return decision
        }
        journal.record(decision.events)
        return decision.answer
    }
}

/// An answer after it was read: what it says, and where its records are.
private struct ReadResponse: Sendable {
    var outcome: Exchange.ResponseOutcome
    var records: any RecordSource

    init(_ outcome: Exchange.ResponseOutcome, records: any RecordSource = NoRecords()) {
        self.outcome = outcome
        self.records = records
    }
}

/// The part of the configuration that the endpoint needs at each call; a reload swaps it whole.
struct EndpointSettings: Sendable {
    var publicURL: String
    var bodyLimit: Int
    var lockRule: LockRule
    var silenceLimit: Int
}
