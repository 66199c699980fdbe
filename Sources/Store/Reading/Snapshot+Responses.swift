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
        ticket: String, sequence: Int, category: String?, text: AnswerText, reason: String? = nil,
        at now: Date
    ) throws -> Int64? {
        let statement = try statement(
            """
            INSERT INTO response (conversation, sequence, category, received_at, reason, body, file,
                file_bytes)
            SELECT number, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM conversation WHERE ticket = ?1
            """)
        switch text {
        case .memory(let body):
            try body.withUnsafeBytes { bytes in
                try statement.bind(
                    ticket, sequence, category, now, reason, BorrowedBlob(bytes), String?.none, Int?.none)
                try statement.run()
            }
        case .file(let file, let bytes):
            try statement.bind(
                ticket, sequence, category, now, reason, [UInt8]?.none, file.name, Int?.some(bytes))
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
                coalesce(r.file_bytes, length(r.body)), r.reason
            FROM response AS r JOIN conversation AS v ON v.number = r.conversation
                JOIN connector AS c ON c.id = v.connector_id
            WHERE (?1 IS NULL OR v.connector_id = ?1) AND (?2 = 0 OR r.reason IS NULL) ORDER BY r.number
            """, connector, onlyUntried
        ) { ResponseRow(&$0) }
    }

    /// Where the text of a kept answer lies; nil if there is no such answer.
    func responsePlace(_ number: Int64) throws -> ResponsePlace? {
        try first("SELECT file, file_bytes, body FROM response WHERE number = ?1", number) { row in
            let (name, bytes) = (row.next(String?.self), row.next(Int?.self))
            if let name { return .file(name, bytes: bytes ?? 0) }
            return .row(row.next())
        }
    }

    /// The files of the spool that rows name.
    func spooledNames() throws -> [String] {
        try rows("SELECT file FROM response WHERE file IS NOT NULL") { $0.next() }
    }

    /// Those of the conversations given.
    func spooledNames(of conversations: [Int64]) throws -> [String] {
        try conversations.flatMap { number in
            try rows(
                "SELECT file FROM response WHERE conversation = ?1 AND file IS NOT NULL", number
            ) { $0.next(String.self) }
        }
    }
}

enum ResponsePlace: Equatable, Sendable {
    case row([UInt8])
    case file(String, bytes: Int)
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
