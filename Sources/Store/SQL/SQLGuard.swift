import GRDBSQLite

/// Stands beside a connection that runs what somebody else wrote: says what it may do, and when its time is
/// over. SQLite asks it while it compiles and while it runs, always on the connection's own queue.
final class SQLGuard {
    private let time: Duration
    private var deadline: ContinuousClock.Instant?
    private(set) var isOutOfTime = false
    /// What was asked for and is not allowed, in a sentence: SQLite itself only says "not authorized".
    private(set) var refusal: String?

    init(time: Duration) { self.time = time }

    /// SQLite looks at the clock after so many of its steps: some hundred times in a second.
    private static let steps: Int32 = 100_000

    func watch(_ connection: OpaquePointer) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_set_authorizer(
            connection,
            { context, action, first, second, _, _ in
                guard let context else { return SQLITE_DENY }
                return Unmanaged<SQLGuard>.fromOpaque(context).takeUnretainedValue()
                    .judge(action, first.map { String(cString: $0) }, second.map { String(cString: $0) })
            }, context)
        sqlite3_progress_handler(
            connection, Self.steps,
            { context in
                guard let context else { return 1 }
                return Unmanaged<SQLGuard>.fromOpaque(context).takeUnretainedValue().mustStop() ? 1 : 0
            }, context)
    }

    /// The time runs from the first row on that is asked for.
    func begin() { deadline = deadline ?? ContinuousClock.now + time }

    private func mustStop() -> Bool {
        guard let deadline, ContinuousClock.now >= deadline else { return false }
        isOutOfTime = true
        return true
    }

    private func judge(_ action: Int32, _ first: String?, _ second: String?) -> Int32 {
        let complaint: String?
        switch action {
        case SQLITE_SELECT, SQLITE_RECURSIVE: complaint = nil
        case SQLITE_READ: complaint = Self.complaint(table: first ?? "", column: second ?? "")
        case SQLITE_FUNCTION: complaint = Self.complaint(function: second ?? "")
        case SQLITE_PRAGMA: complaint = Self.complaint(pragma: first ?? "", value: second)
        // SQLite asks this of itself when it makes a table-valued function known, json_each in a view of
        // lines for example. An UPDATE of the schema that somebody wrote is refused by SQLite.
        case SQLITE_UPDATE where first == "sqlite_master": complaint = nil
        default: complaint = Self.complaint(action)
        }
        guard let complaint else { return SQLITE_OK }
        refusal = refusal ?? complaint
        return SQLITE_DENY
    }

    private static func complaint(table: String, column: String) -> String? {
        let (table, column) = (table.lowercased(), column.lowercased())
        if table == "login", ["password_scheme", "password_salt", "password_hash"].contains(column) {
            return "login.\(column) is not shown to anybody. Name the other columns instead of *."
        }
        if table == "webhook", ["secret", "earlier_secret", "url"].contains(column) {
            return "webhook.\(column) is not shown to anybody. Name the other columns instead of *."
        }
        if table == "exchange", ["details", "body"].contains(column) {
            return "exchange.\(column) is not shown here, but by qbsyncctl exchanges. Name the other columns."
        }
        return table == "sqlite_dbpage" ? "The file's pages are not for reading." : nil
    }

    private static func complaint(function: String) -> String? {
        ["load_extension", "fts3_tokenizer"].contains(function.lowercased())
            ? "The function \(function) is not allowed here." : nil
    }

    /// Those that tell of the schema.
    private static let pragmas: Set<String> = [
        "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo",
        "foreign_key_list", "function_list", "compile_options", "database_list", "collation_list",
    ]
    /// Those that tell something if no value stands behind them.
    private static let values: Set<String> = [
        "user_version", "schema_version", "application_id", "page_count", "page_size", "freelist_count",
        "encoding", "data_version",
    ]

    private static func complaint(pragma: String, value: String?) -> String? {
        let name = pragma.lowercased()
        if pragmas.contains(name) || value == nil && values.contains(name) { return nil }
        return "PRAGMA \(pragma) is not allowed here; those that tell of the schema are."
    }

    private static func complaint(_ action: Int32) -> String {
        switch action {
        case SQLITE_ATTACH, SQLITE_DETACH: "Other databases cannot be attached here."
        case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: "Transactions are not needed: it only reads."
        default: "Only reading is allowed here. Orders go through the API."
        }
    }
}
