import FoundationEssentials
import QBXML
import Store
import Sync
import WebConnector

/*
 `receiveResponseXML`, whatever the size of the answer:

     arrives   unescaped as it comes; up to a megabyte stays in memory, the rest lies in the spool
     is kept   in a commit of its own, before anybody looks at it: whatever then happens to us, it is there
     is read   outside any transaction; the records of a big one go to the spool again, ready to be stored
     settled   decided, its records stored and the raw text dropped, in one transaction

 None of it holds more in memory than some megabytes and the largest record.

 A big answer is stored while it is read, if there are processors for that: its beginning says which page its
 records are, and the transaction takes them as they come. What is then decided about the whole answer must
 ask for that very page; otherwise the transaction is rolled back, and the answer is settled as above.
*/
extension Endpoint {
    func receive(_ received: ReceiveResponse, _ incoming: Incoming) async throws -> Answer {
        let now = now()
        let answer = incoming.answer
        // What could not be kept is not looked at either: it would be lost with the first trouble.
        if case .unkept(let error) = answer { throw error }
        let kept = try await keep(answer, ticket: received.ticket, at: now)
        var arrived = Arrived(received: received, answer: answer, kept: kept, at: now)
        do {
            arrived.side = try self.kept(incoming)
            if let text = received.bigText(answer), bigAnswers.begin() {
                defer { bigAnswers.end() }
                let reading = OngoingReading(of: text, database)
                if let answer = try await settle(arrived, while: reading) { return answer }
                return try await settle(arrived, try await reading.end())
            }
            return try await settle(arrived, try await read(answer, received))
        } catch {
            // Our own trouble with one answer must not end every sync of the connector at the same place: its
            // category fails by name, the answer is kept, and the conversation goes on. If the store itself
            // is gone, this throws as well, and the client hears a fault.
            let reference = Randomness.reference()
            journal.fault(
                reference: reference, text: "An answer could not be stored.", cause: "\(error)", address: "-")
            let why = "it could not be stored (reference \(reference))."
            return try await settle(arrived, ReadAnswer(.unreadable(why)))
        }
    }

    /// An answer that has come, with what is known of it.
    private struct Arrived {
        var received: ReceiveResponse
        var answer: Incoming.Answer
        var kept: Int64?
        var side: ExchangeSide?
        var at: Date
    }

    private func settle(_ arrived: Arrived, _ read: ReadAnswer) async throws -> Answer {
        let decision = try await database.transact(isBig: arrived.answer.isOnDisk) { transaction in
            guard let facts = try facts(of: arrived, transaction) else {
                return Exchange.decideUnknownTicket(.receiveResponseXML)
            }
            return try settle(arrived, read, facts, transaction)
        }
        return conclude(arrived, read, decision)
    }

    /// - Returns: nil if nothing was stored, because the beginning of the answer does not say what will
    ///   become of its records, or because something else became of them.
    private func settle(_ arrived: Arrived, while reading: OngoingReading) async throws -> Answer? {
        guard let beginning = await reading.beginning() else { return nil }
        let settled: (ReadAnswer, Decision)?
        do {
            settled = try await database.transact(isBig: true) { transaction in
                guard let facts = try facts(of: arrived, transaction),
                    let page = Exchange.expectedPage(
                        arrived.received, beginning.reading, facts, now: arrived.at),
                    let taken = try transaction.take(page, beginning.records)
                else { return nil }
                let read = try reading.wait()
                return (read, try settle(arrived, read, facts, transaction, taken: taken))
            }
        } catch is TakenInVain {
            return nil
        }
        return settled.map { conclude(arrived, $0, $1) }
    }

    private func facts(of arrived: Arrived, _ transaction: Transaction) throws -> TicketFacts? {
        var facts = try transaction.ticketFacts(
            ticket: arrived.received.ticket, withNeighbours: false, now: arrived.at, freshID: "")
        facts?.outbox.policies = settings().policies
        return facts
    }

    private func settle(
        _ arrived: Arrived, _ read: ReadAnswer, _ facts: TicketFacts, _ transaction: Transaction,
        taken: TakenPage? = nil
    ) throws -> Decision {
        let (received, now) = (arrived.received, arrived.at)
        let decision = Exchange.decide(.receiveResponseXML(received, read.outcome), facts, now: now)
        try transaction.apply(decision.changes, records: read.records, taken: taken)
        if let kept = arrived.kept { try transaction.settleResponse(kept, Self.settlement(read.outcome)) }
        try transaction.keep(
            arrived.side, decision, .receiveResponseXML, ticket: received.ticket, at: now)
        return decision
    }

    /// What follows when the commit is done.
    private func conclude(_ arrived: Arrived, _ read: ReadAnswer, _ decision: Decision) -> Answer {
        if let kept = arrived.kept {
            switch Self.settlement(read.outcome) {
            case .processed: arrived.answer.drop()
            case .failed(let why): journal.kept(response: kept, ticket: arrived.received.ticket, why: why)
            }
        }
        journal.record(decision.events)
        meters.count(decision)
        return decision.answer
    }

    /// Only an answer that somebody waits for is kept: a repeated one was taken already.
    private func keep(_ answer: Incoming.Answer, ticket: String, at now: Date) async throws -> Int64? {
        guard case .whole(let text) = answer, text.bytes > 0 else { return nil }
        return try await database.keep(text, ticket: ticket, at: now)
    }

    private static func settlement(_ outcome: Exchange.ResponseOutcome) -> Store.ResponseOutcome {
        if case .unreadable(let why) = outcome { return .failed(why) }
        return .processed
    }

    private func read(_ answer: Incoming.Answer, _ received: ReceiveResponse) async throws -> ReadAnswer {
        switch answer {
        case .tooLarge(let bytes):
            return ReadAnswer(.tooLarge(bytes: bytes, limit: settings().bodyLimit))
        case .unkept(let error):
            throw error
        case .unawaited:
            return ReadAnswer(.unreadable("nobody waited for it"))
        case .whole(let text):
            if text.bytes == 0 || !received.hresult.isEmpty { return ReadAnswer(.refused) }
            return try await ReadAnswer.reading(text, database)
        }
    }
}

extension ReceiveResponse {
    /// What QuickBooks answered, if it is big.
    fileprivate func bigText(_ answer: Incoming.Answer) -> AnswerText? {
        guard case .whole(let text) = answer, text.isOnDisk, hresult.isEmpty else { return nil }
        return text
    }
}
