import NIOPosix
import QBXML
import Store
import Sync

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

    /// - Parameter begin: called before the first record goes to the spool.
    static func read(
        _ text: AnswerText, into spool: RecordSpoolWriter?,
        begin: @escaping (OngoingReading.Beginning) -> Void = { _ in }
    ) throws -> ReadAnswer {
        var hasBegun = false
        var reading = Reading(answers: [])
        var inMemory = QBXML.Response(answers: [])
        let reader = ResponseReader(length: text.bytes) { event in
            let index = reading.answers.count - 1
            if !hasBegun, event.isAboutRecord, let spool {
                hasBegun = true
                begin(OngoingReading.Beginning(reading: reading, records: spool.spool))
            }
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
            reading.newMessageSetID = heading.newMessageSetID
            reading.notes = heading.notes
        } catch let error as ResponseError {
            return ReadAnswer(.unreadable("\(error)"))
        }
        return ReadAnswer(.decoded(reading), records: try spool?.finish() ?? inMemory)
    }
}

extension ResponseReader.Event {
    fileprivate var isAboutRecord: Bool {
        switch self {
        case .record, .fault: true
        case .began, .ended: false
        }
    }
}
