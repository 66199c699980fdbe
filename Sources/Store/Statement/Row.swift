import GRDBSQLite

/// The row that a statement stands on, read from left to right.
///
/// The columns are read in the order in which the statement names them: one list of names and one `init`
/// below it are easier to keep in step than twenty numbers.
struct Row {
    let statement: OpaquePointer
    private(set) var column: Int32 = 0

    init(_ statement: OpaquePointer) {
        self.statement = statement
    }

    mutating func next<Value: SQLValue>(_ type: Value.Type = Value.self) -> Value {
        defer { column += 1 }
        return Value(column: column, of: statement)
    }

    /// A word of a fixed set.
    mutating func word<Word: RawRepresentable<String>>(_ type: Word.Type = Word.self) throws -> Word {
        let text: String = next()
        guard let word = Word(rawValue: text) else { throw unreadable(text) }
        return word
    }

    /// What is wrong with the column that was read last.
    func unreadable(_ text: String) -> StoreError {
        let name = sqlite3_column_name(statement, column - 1).map { String(cString: $0) } ?? "?"
        return .unreadable(column: name, text: text)
    }
}
