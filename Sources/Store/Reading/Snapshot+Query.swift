import GRDB
import GRDBSQLite

/// The answer to a query that a person or a checker has written.
package struct QueryAnswer: Equatable, Sendable {
    package var columns: [String]
    /// Values as text, as `sqlite3` would print them; nil is NULL.
    package var rows: [[String?]]
}

extension Snapshot {
    /// Any reading query over the schema and its views, out of our own hands: a stranger's text would also
    /// need an authorizer, since ATTACH and some pragmas count as reading.
    ///
    /// - Parameter limit: rows beyond it are not read.
    /// - Throws: `StoreError.failed` if the text is not SQL, or if it would write.
    package func query(_ sql: String, limit: Int = 1000) throws -> QueryAnswer {
        // Compiled for this once: texts of all kinds must not gather in the connection's cache.
        let compiled = try StoreError.translating { try database.makeStatement(sql: sql) }
        guard let connection = database.sqliteConnection else { return QueryAnswer(columns: [], rows: []) }
        return try withExtendedLifetime(compiled) {
            try answer(Statement(pointer: compiled.sqliteStatement, connection: connection), limit: limit)
        }
    }

    private func answer(_ statement: Statement, limit: Int) throws -> QueryAnswer {
        guard sqlite3_stmt_readonly(statement.pointer) != 0 else {
            throw StoreError.failed(code: SQLITE_READONLY, message: "this would write", statement: nil)
        }
        let count = sqlite3_column_count(statement.pointer)
        var answer = QueryAnswer(columns: [], rows: [])
        for column in 0..<count {
            answer.columns.append(
                sqlite3_column_name(statement.pointer, column).map { String(cString: $0) } ?? "")
        }
        guard limit > 0 else { return answer }
        try statement.visitRows { row in
            answer.rows.append((0..<count).map { _ in row.next(String?.self) })
            return answer.rows.count < limit
        }
        return answer
    }

    /// The texts of all statements that this connection has compiled: tests look at how SQLite goes about
    /// them.
    var compiledStatements: [String] {
        var texts: [String] = []
        var statement = sqlite3_next_stmt(database.sqliteConnection, nil)
        while let current = statement {
            if let text = sqlite3_sql(current) { texts.append(String(cString: text)) }
            statement = sqlite3_next_stmt(database.sqliteConnection, current)
        }
        return texts
    }
}
