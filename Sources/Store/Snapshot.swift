import GRDB

/// The database as it stands at one moment, for reading.
///
/// Everything that can be asked is an extension of this class; a `Transaction` is one too, so whatever can be
/// read can be read in the midst of a change, and then sees the change.
package class Snapshot {
    let database: Database
    let texts: RuleTexts

    init(_ database: Database, _ texts: RuleTexts) {
        self.database = database
        self.texts = texts
    }

    /// Finds the compiled statement by its text, or compiles it once for this connection. While its rows are
    /// being read, the same text must not be asked again: it would be the same statement.
    func statement(_ sql: String) throws -> Statement {
        guard let connection = database.sqliteConnection else {
            throw StoreError.failed(code: 21, message: "the connection is closed", statement: sql)
        }
        return try StoreError.translating {
            Statement(pointer: try database.cachedStatement(sql: sql).sqliteStatement, connection: connection)
        }
    }

    /// All rows of a query.
    func rows<Value, each Parameter: SQLValue>(
        _ sql: String, _ parameters: repeat each Parameter, read: (inout Row) throws -> Value
    ) throws -> [Value] {
        var values: [Value] = []
        try visitRows(sql, repeat each parameters) { row in values.append(try read(&row)) }
        return values
    }

    /// The first row of a query; nil if there is none.
    func first<Value, each Parameter: SQLValue>(
        _ sql: String, _ parameters: repeat each Parameter, read: (inout Row) throws -> Value
    ) throws -> Value? {
        let statement = try statement(sql)
        try statement.bind(repeat each parameters)
        var value: Value?
        try statement.visitRows { row in
            value = try read(&row)
            return false
        }
        return value
    }

    func visitRows<each Parameter: SQLValue>(
        _ sql: String, _ parameters: repeat each Parameter, body: (inout Row) throws -> Void
    ) throws {
        let statement = try statement(sql)
        try statement.bind(repeat each parameters)
        try statement.visitRows { row in
            try body(&row)
            return true
        }
    }
}

/// The writer's transaction: reads as a snapshot does, and applies changes.
package final class Transaction: Snapshot {
    /// Whether somebody who waits for a task has something to look at after the commit.
    var hasTaskNews = false

    func execute<each Parameter: SQLValue>(_ sql: String, _ parameters: repeat each Parameter) throws {
        let statement = try statement(sql)
        try statement.bind(repeat each parameters)
        try statement.run()
    }

    /// The rowid of the row that was inserted last.
    var lastInserted: Int64 { database.lastInsertedRowID }

    /// Rows that the last statement changed.
    var changes: Int { database.changesCount }
}

extension StoreError {
    /// GRDB's errors in our own words, so that nobody above the store has to know GRDB.
    static func translating<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }

    init(_ error: DatabaseError) {
        self = .failed(
            code: error.extendedResultCode.rawValue, message: error.message ?? "\(error.resultCode)",
            statement: error.sql)
    }
}
