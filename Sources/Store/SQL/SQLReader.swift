import Dispatch
import GRDB
import GRDBSQLite

/// Runs one statement that somebody wrote, on a connection of its own that can only read.
///
/// Its own connection and not one of the pool: it may run for minutes, it is guarded, and it sees the file as
/// any other program does. It runs on a queue of its own too, because SQLite knows no waiting but blocking.
///
/// `@unchecked Sendable`: everything that changes is touched on `queue` only.
package final class SQLReader: @unchecked Sendable {
    private let queue = DispatchQueue(label: "qbsyncd.sql")
    private let path: String
    private let limits: SQLLimits
    private let watch: SQLGuard
    private var connection: OpaquePointer?
    private var statement: OpaquePointer?
    private var rowCount = 0
    private var end: SQLEnding?

    package init(_ database: SyncDatabase, _ limits: SQLLimits) {
        path = database.writer.path
        self.limits = limits
        watch = SQLGuard(time: limits.time)
    }

    deinit { closeNow() }

    /// Compiles the statement.
    ///
    /// - Returns: the names of its columns.
    /// - Throws: `SQLRefusal`, or `StoreError` when the database cannot be opened.
    package func prepare(_ sql: String) async throws -> [String] {
        try await onQueue { try self.prepareNow(sql) }
    }

    /// The next rows, as many as fit.
    ///
    /// - Parameter bytes: so many are enough; the last row may go beyond.
    /// - Returns: nil when there are no more; `ending` says then whether those were all.
    package func rows(_ format: SQLRowFormat, upTo bytes: Int = 64 << 10) async throws -> [UInt8]? {
        try await onQueue { try self.rowsNow(format, upTo: bytes) }
    }

    /// How it ended, and how many rows it gave; nil before the end.
    package func ending() async throws -> (ending: SQLEnding, rows: Int)? {
        try await onQueue { self.end.map { ($0, self.rowCount) } }
    }

    /// Lets go of the file. Whoever forgets it does so by dropping the reader.
    package func close() async throws { try await onQueue { self.closeNow() } }

    private func onQueue<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws
        -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: body)) }
        }
    }

    // MARK: On the queue

    private func prepareNow(_ sql: String) throws -> [String] {
        let connection = try open()
        var compiled: OpaquePointer?
        var isAlone = true
        let code = sql.withCString { text -> Int32 in
            var rest: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v2(connection, text, -1, &compiled, &rest)
            if code == SQLITE_OK, let rest { isAlone = Self.isBlank(rest, connection) }
            return code
        }
        statement = compiled
        if let refusal = watch.refusal { throw SQLRefusal.forbidden(refusal) }
        guard code == SQLITE_OK else { throw SQLRefusal.wrong(message(connection)) }
        guard let compiled else { throw SQLRefusal.wrong("There is no statement in it.") }
        guard isAlone else { throw SQLRefusal.wrong("More than one statement: send them one by one.") }
        guard sqlite3_stmt_readonly(compiled) != 0, sqlite3_column_count(compiled) > 0 else {
            throw SQLRefusal.forbidden("It gives no rows. Only reading is allowed here.")
        }
        guard sqlite3_bind_parameter_count(compiled) == 0 else {
            throw SQLRefusal.wrong("It has parameters (? or :name), and nothing gives them values.")
        }
        return (0..<sqlite3_column_count(compiled)).map { column in
            sqlite3_column_name(compiled, column).map { String(cString: $0) } ?? ""
        }
    }

    /// Whether nothing follows but blanks and remarks.
    private static func isBlank(_ rest: UnsafePointer<CChar>, _ connection: OpaquePointer) -> Bool {
        var next: OpaquePointer?
        let code = sqlite3_prepare_v2(connection, rest, -1, &next, nil)
        sqlite3_finalize(next)
        return code == SQLITE_OK && next == nil
    }

    private func rowsNow(_ format: SQLRowFormat, upTo bytes: Int) throws -> [UInt8]? {
        guard let statement, let connection, end == nil else { return nil }
        watch.begin()
        var written: [UInt8] = []
        written.reserveCapacity(bytes + 4096)
        while written.count < bytes {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                if rowCount == limits.rows {
                    end = .rowLimit
                } else {
                    rowCount += 1
                    format.write(statement, to: &written)
                    continue
                }
            case SQLITE_DONE: end = .complete
            case SQLITE_INTERRUPT where watch.isOutOfTime: end = .timeLimit
            default: throw SQLRefusal.wrong(message(connection))
            }
            break
        }
        return written.isEmpty && end != nil ? nil : written
    }

    private func open() throws -> OpaquePointer {
        if let connection { return connection }
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
        connection = opened
        guard code == SQLITE_OK, let opened else {
            throw StoreError.failed(
                code: code, message: opened.map { message($0) } ?? "no memory", statement: nil)
        }
        sqlite3_busy_timeout(opened, 5000)
        // The views use JSON functions, which SQLite 3.40 takes for unsafe in the views of a schema that is
        // not trusted. Nothing of ours is registered here that a strange view could call.
        sqlite3_exec(opened, "PRAGMA trusted_schema = ON; PRAGMA cache_size = -8000", nil, nil, nil)
        sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, 64 << 20)
        sqlite3_limit(opened, SQLITE_LIMIT_ATTACHED, 0)
        watch.watch(opened)
        return opened
    }

    private func message(_ connection: OpaquePointer) -> String {
        String(cString: sqlite3_errmsg(connection))
    }

    private func closeNow() {
        sqlite3_finalize(statement)
        sqlite3_close_v2(connection)
        (statement, connection) = (nil, nil)
    }
}
