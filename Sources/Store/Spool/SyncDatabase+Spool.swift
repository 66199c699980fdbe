import Dispatch
package import FoundationEssentials

extension SyncDatabase {
    /// Takes the next answer as it comes.
    package func answerSpool() -> AnswerSpool { AnswerSpool(folder: spool) }

    /// Takes the records of an answer that lies in the spool; nil for a database in memory, which has none.
    package func recordSpool() throws -> RecordSpoolWriter? {
        try spool.map { RecordSpoolWriter(file: try $0.scratch()) }
    }

    /// Makes the folder of the spool, and takes away what a killed process left in it: to be called once,
    /// before the first call is answered.
    ///
    /// - Returns: how many files went.
    package func sweepSpool() throws -> Int {
        guard let spool else { return 0 }
        try spool.prepare()
        return try spool.sweep(keeping: Set(readNow { try $0.spooledNames() }))
    }

    /// Keeps an answer as it came, before anybody has looked at it. Returns when it is on the disk.
    ///
    /// - Returns: the number under which it is settled; nil if nobody waits for an answer to this ticket.
    package func keep(_ text: AnswerText, ticket: String, at now: Date) async throws -> Int64? {
        if durability == .full { try await text.flush() }
        let number = try await transact { transaction -> Int64? in
            guard let awaited = try transaction.awaitedExchange(ticket: ticket) else { return nil }
            return try transaction.keepResponse(
                ticket: ticket, sequence: awaited.sequence, category: awaited.category, text: text, at: now)
        }
        if number != nil { text.keep(true) }
        return number
    }

    /// The text of a kept answer; nil if there is no such answer.
    ///
    /// - Throws: `StoreError.system` if its file is gone, as it is after a restore.
    package func keptText(_ number: Int64) async throws -> AnswerText? {
        let spool = spool
        return try await read { snapshot in
            guard let place = try snapshot.responsePlace(number) else { return nil }
            switch place {
            case .row(let body): return .memory(body)
            case .file(let name, let bytes):
                guard let spool else { return nil }
                return .file(try spool.kept(name), bytes: bytes)
            }
        }
    }
}

extension AnswerText {
    /// Whether a row of the database names it. One that none does goes with its last holder.
    package func keep(_ isKept: Bool) {
        if case .file(let file, _) = self { file.keep(isKept) }
    }

    /// On a thread that may wait: a hundred megabytes can keep a disk busy for seconds, and the threads of
    /// tasks answer other calls meanwhile.
    fileprivate func flush() async throws {
        guard case .file(let file, _) = self else { return }
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try file.flush() }) }
        }
    }
}
