import GRDBSQLite

/// A compiled statement out of its connection's cache, driven by SQLite's own calls.
///
/// GRDB opens, migrates and guards the connections; stepping goes past it, because its rows and arguments
/// cost as much again as SQLite itself, and a page of six thousand records takes eighteen thousand steps.
struct Statement {
    let pointer: OpaquePointer
    let connection: OpaquePointer

    /// Binds the values to `?1`, `?2`, … in order.
    func bind<each Value: SQLValue>(_ values: repeat each Value) throws {
        var index: Int32 = 0
        for value in repeat each values {
            index += 1
            try check(value.bind(to: pointer, at: index))
        }
        assert(index == sqlite3_bind_parameter_count(pointer), "each parameter of a statement is bound")
    }

    /// Runs a statement that gives no rows, and makes it ready for the next use.
    func run() throws {
        defer { sqlite3_reset(pointer) }
        while true {
            switch sqlite3_step(pointer) {
            case SQLITE_DONE: return
            case SQLITE_ROW: continue
            default: throw failure()
            }
        }
    }

    /// Calls `body` for each row until it returns false.
    func visitRows(_ body: (inout Row) throws -> Bool) throws {
        defer { sqlite3_reset(pointer) }
        while true {
            switch sqlite3_step(pointer) {
            case SQLITE_DONE: return
            case SQLITE_ROW:
                var row = Row(pointer)
                guard try body(&row) else { return }
            default: throw failure()
            }
        }
    }

    func check(_ code: Int32) throws {
        if code != SQLITE_OK { throw failure() }
    }

    private func failure() -> StoreError {
        .failed(
            code: sqlite3_extended_errcode(connection), message: String(cString: sqlite3_errmsg(connection)),
            statement: sqlite3_sql(pointer).map { String(cString: $0) })
    }
}
