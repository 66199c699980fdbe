/// What a look through the whole audit trail came to.
package struct AuditVerdict: Equatable, Sendable {
    /// Lines that were looked at and fit.
    package var lines = 0
    /// The last line that there is; nil for a trail without any.
    package var head: AuditMark?
    /// The first line that does not fit.
    package var fault: AuditFault?
    /// Whether the line that was asked for still stands as it did; nil if none was asked for.
    package var hasExpected: Bool?

    /// Whether the trail is what it is said to be.
    package var isIntact: Bool { fault == nil && hasExpected != false }
}

/// A line that does not follow from the one before it.
package struct AuditFault: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// It was changed, or one before it was; if numbers are missing in front of it, these.
        case unfit(missing: ClosedRange<Int64>?)
        /// Somebody else has written it.
        case withoutHash
    }

    package var number: Int64
    /// As the file has it: it may have been changed to anything.
    package var at: String
    package var action: String
    package var kind: Kind
}

extension Snapshot {
    /// The last line of the audit trail.
    package func auditHead() throws -> AuditMark? {
        try first("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1") { row in
            AuditMark(number: row.next(), hash: row.next([UInt8]?.self) ?? AuditChain.genesis)
        }
    }

    /// Looks through the audit trail from its first line on, however long it is, up to the first that does
    /// not fit.
    ///
    /// - Parameter expected: a line that somebody wrote down earlier.
    package func verifyAudit(expecting expected: AuditMark? = nil) throws -> AuditVerdict {
        var verdict = AuditVerdict(head: try auditHead())
        if let expected {
            let hash = try first("SELECT hash FROM audit WHERE number = ?1", expected.number) {
                $0.next([UInt8]?.self)
            }
            verdict.hasExpected = hash == expected.hash
        }
        var last = AuditMark(number: 0, hash: AuditChain.genesis)
        let statement = try statement("SELECT \(AuditRecord.columns), hash FROM audit ORDER BY number")
        try statement.visitRows { row in
            let line = AuditRecord(&row)
            let hash = row.next([UInt8]?.self)
            guard let hash, hash == AuditChain.hash(of: line, after: last.hash) else {
                verdict.fault = AuditFault(line, hasHash: hash != nil, after: last.number)
                return false
            }
            verdict.lines += 1
            last = AuditMark(number: line.number, hash: hash)
            return true
        }
        return verdict
    }
}

extension AuditFault {
    init(_ line: AuditRecord, hasHash: Bool, after last: Int64) {
        let missing = line.number > last + 1 ? (last + 1)...(line.number - 1) : nil
        self.init(
            number: line.number, at: String(decoding: line.at, as: UTF8.self),
            action: String(decoding: line.action, as: UTF8.self),
            kind: hasHash ? .unfit(missing: missing) : .withoutHash)
    }
}

extension Transaction {
    /// Ties the lines of an earlier schema together, in their order.
    func chainAudit() throws {
        var previous = AuditChain.genesis
        let hashes = try rows("SELECT \(AuditRecord.columns) FROM audit ORDER BY number") { row in
            let line = AuditRecord(&row)
            previous = AuditChain.hash(of: line, after: previous)
            return AuditMark(number: line.number, hash: previous)
        }
        for line in hashes {
            try execute("UPDATE audit SET hash = ?2 WHERE number = ?1", line.number, line.hash)
        }
    }
}
