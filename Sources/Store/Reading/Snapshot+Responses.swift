package import FoundationEssentials
import GRDBSQLite

/// An answer of QuickBooks that is still kept: nobody has processed it, or it could not be.
package struct ResponseRow: Equatable, Sendable {
    package var number: Int64
    package var connector: String
    package var conversation: Int64
    package var ticket: String
    /// Number of the exchange within the conversation.
    package var sequence: Int
    package var category: String?
    package var receivedAt: Date
    package var bytes: Int
    /// Why it could not be processed; nil while nobody has tried to the end.
    package var reason: String?
}

/// What became of a kept answer.
package enum ResponseOutcome: Equatable, Sendable {
    /// Its records are stored: the raw text is dropped.
    case processed
    /// It stays, with the reason, and can be tried again.
    case failed(String)
}

extension Transaction {
    /// Keeps an answer as it came, before anybody has looked at it. The bytes are not copied on their way.
    ///
    /// - Returns: the number under which it is settled; nil if nobody knows the ticket.
    package func keepResponse(
        ticket: String, sequence: Int, category: String?, body: [UInt8], reason: String? = nil, at now: Date
    ) throws -> Int64? {
        let statement = try statement(
            """
            INSERT INTO response (conversation, sequence, category, received_at, reason, body)
            SELECT number, ?2, ?3, ?4, ?5, ?6 FROM conversation WHERE ticket = ?1
            """)
        try body.withUnsafeBytes { bytes in
            try statement.bind(ticket, sequence, category, now, reason, BorrowedBlob(bytes))
            try statement.run()
        }
        return changes == 0 ? nil : lastInserted
    }

    package func settleResponse(_ number: Int64, _ outcome: ResponseOutcome) throws {
        switch outcome {
        case .processed: try execute("DELETE FROM response WHERE number = ?1", number)
        case .failed(let reason):
            try execute("UPDATE response SET reason = ?2 WHERE number = ?1", number, reason)
        }
    }
}

extension Snapshot {
    /// The answers that are kept, oldest first.
    ///
    /// - Parameter onlyUntried: those that a crash left between keeping and processing.
    package func keptResponses(connector: Int64? = nil, onlyUntried: Bool = false) throws -> [ResponseRow] {
        try rows(
            """
            SELECT r.number, c.name, r.conversation, v.ticket, r.sequence, r.category, r.received_at,
                length(r.body), r.reason
            FROM response AS r JOIN conversation AS v ON v.number = r.conversation
                JOIN connector AS c ON c.id = v.connector_id
            WHERE (?1 IS NULL OR v.connector_id = ?1) AND (?2 = 0 OR r.reason IS NULL) ORDER BY r.number
            """, connector, onlyUntried
        ) { ResponseRow(&$0) }
    }

    package func responseBody(_ number: Int64) throws -> [UInt8]? {
        try first("SELECT body FROM response WHERE number = ?1", number) { $0.next() }
    }
}

extension ResponseRow {
    fileprivate init(_ row: inout Row) {
        self.init(
            number: row.next(), connector: row.next(), conversation: row.next(), ticket: row.next(),
            sequence: row.next(), category: row.next(), receivedAt: row.next(), bytes: row.next(),
            reason: row.next())
    }
}

/// A blob that SQLite reads where it lies; it must outlive the step.
private struct BorrowedBlob: SQLValue {
    private let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        guard let start = bytes.baseAddress, !bytes.isEmpty else {
            return sqlite3_bind_zeroblob(statement, index, 0)
        }
        return sqlite3_bind_blob64(statement, index, start, UInt64(bytes.count), borrowed)
    }

    init(column: Int32, of statement: OpaquePointer) {
        bytes = UnsafeRawBufferPointer(
            start: sqlite3_column_blob(statement, column),
            count: Int(sqlite3_column_bytes(statement, column)))
    }
}
