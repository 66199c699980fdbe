import FoundationEssentials
import NIOPosix
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

 None of it holds more in memory than a megabyte and the largest record.
*/
extension Endpoint {
    func receive(_ received: ReceiveResponse, _ incoming: Incoming) async throws -> Answer {
        let now = now()
        let answer = incoming.answer
        // What could not be kept is not looked at either: it would be lost with the first trouble.
        if case .unkept(let error) = answer { throw error }
        let kept = try await keep(answer, ticket: received.ticket, at: now)
        var side: ExchangeSide?
        do {
            side = try self.kept(incoming)
            let read = try await read(answer, received)
            return try await settle(received, answer, read, kept, side, at: now)
        } catch {
            // Our own trouble with one answer must not end every sync of the connector at the same place: its
            // category fails by name, the answer is kept, and the conversation goes on. If the store itself
            // is gone, this throws as well, and the client hears a fault.
            let reference = Randomness.reference()
            journal.fault(
                reference: reference, text: "An answer could not be stored.", cause: "\(error)", address: "-")
            let why = "it could not be stored (reference \(reference))."
            return try await settle(received, answer, ReadAnswer(.unreadable(why)), kept, side, at: now)
        }
    }

    private func settle(
        _ received: ReceiveResponse, _ answer: Incoming.Answer, _ read: ReadAnswer, _ kept: Int64?,
        _ side: ExchangeSide?, at now: Date
    ) async throws -> Answer {
        let settlement = Self.settlement(read.outcome)
        let policies = settings().policies
        let decision = try await database.transact(isBig: answer.isOnDisk) { transaction in
            guard
                var facts = try transaction.ticketFacts(
                    ticket: received.ticket, withNeighbours: false, now: now, freshID: "")
            else { return Exchange.decideUnknownTicket(.receiveResponseXML) }
            facts.outbox.policies = policies
            let decision = Exchange.decide(.receiveResponseXML(received, read.outcome), facts, now: now)
            try transaction.apply(decision.changes, records: read.records)
            if let kept { try transaction.settleResponse(kept, settlement) }
            try transaction.keep(side, decision, .receiveResponseXML, ticket: received.ticket, at: now)
            return decision
        }
        if let kept {
            switch settlement {
            case .processed: answer.drop()
            case .failed(let why): journal.kept(response: kept, ticket: received.ticket, why: why)
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

/// An answer after it was read: what it says, and where its records are.
struct ReadAnswer: Sendable {
    var outcome: Exchange.ResponseOutcome
    var records: any RecordSource

    init(_ outcome: Exchange.ResponseOutcome, records: any RecordSource = NoRecords()) {
        self.outcome = outcome
        self.records = records
    }

    /// - Throws: what the disk says; what is wrong with the text becomes the outcome.
    static func reading(_ text: AnswerText, _ database: SyncDatabase) async throws -> ReadAnswer {
        guard text.isOnDisk else { return try read(text, into: nil) }
        // A second of work must not keep one of the few threads of tasks from other calls.
        return try await NIOThreadPool.singleton.runIfActive {
            try read(text, into: try database.recordSpool())
        }
    }

    private static func read(_ text: AnswerText, into spool: RecordSpoolWriter?) throws -> ReadAnswer {
        var reading = Reading(answers: [])
        var inMemory = QBXML.Response(answers: [])
        let reader = ResponseReader(length: text.bytes) { event in
            let index = reading.answers.count - 1
            switch event {
            case .began(let head):
                reading.answers.append(AnswerReading(head: head))
                if let spool { spool.begin() } else { inMemory.answers.append(head) }
            case .record(let record):
                reading.answers[index].take(record)
                if let spool { spool.put(record) } else { inMemory.answers[index].records.append(record) }
            case .fault(let fault):
                reading.answers[index].take(fault)
                if let spool { spool.put(fault) } else { inMemory.answers[index].faults.append(fault) }
            case .ended(let rest, let recovery):
                reading.answers[index].head.rest = rest
                reading.answers[index].head.errorRecovery = recovery
            }
        }
        do {
            try text.visit { try reader.push($0) }
            let heading = try reader.finish()
            reading.messageSetStatusCode = heading.messageSetStatusCode
            reading.notes = heading.notes
        } catch let error as ResponseError {
            return ReadAnswer(.unreadable("\(error)"))
        }
        return ReadAnswer(.decoded(reading), records: try spool?.finish() ?? inMemory)
    }
}
