import FoundationEssentials
import GRDBSQLite

/// What can stand in a column or be bound to a `?`.
protocol SQLValue {
    /// - Returns: SQLite's result code.
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32
    /// The value of a column of the row that the statement stands on; columns count from 0.
    init(column: Int32, of statement: OpaquePointer)
}

/// `SQLITE_TRANSIENT`, a cast macro that Swift does not import: SQLite copies the bytes before the call
/// returns.
let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// `SQLITE_STATIC`: the bytes outlive the step, so SQLite need not copy them.
let borrowed: sqlite3_destructor_type? = nil

extension Int64: SQLValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        sqlite3_bind_int64(statement, index, self)
    }

    init(column: Int32, of statement: OpaquePointer) {
        self = sqlite3_column_int64(statement, column)
    }
}

extension Int: SQLValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        sqlite3_bind_int64(statement, index, Int64(self))
    }

    init(column: Int32, of statement: OpaquePointer) {
        self = Int(sqlite3_column_int64(statement, column))
    }
}

extension Bool: SQLValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        sqlite3_bind_int64(statement, index, self ? 1 : 0)
    }

    init(column: Int32, of statement: OpaquePointer) {
        self = sqlite3_column_int64(statement, column) != 0
    }
}

extension String: SQLValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        var text = self
        return text.withUTF8 { Text.bind($0, to: statement, at: index, lifetime: copied) }
    }

    init(column: Int32, of statement: OpaquePointer) {
        guard let start = sqlite3_column_text(statement, column) else {
            self = ""
            return
        }
        let count = Int(sqlite3_column_bytes(statement, column))
        self = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
}

/// A blob.
extension [UInt8]: SQLValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        withUnsafeBytes { bytes in
            // A null address would bind NULL, which an empty blob is not.
            guard let start = bytes.baseAddress, !bytes.isEmpty else {
                return sqlite3_bind_zeroblob(statement, index, 0)
            }
            return sqlite3_bind_blob64(statement, index, start, UInt64(bytes.count), copied)
        }
    }

    init(column: Int32, of statement: OpaquePointer) {
        let count = Int(sqlite3_column_bytes(statement, column))
        let start = sqlite3_column_blob(statement, column)
        self = Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }
}

extension Date: SQLValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Timestamp.length) { buffer in
            Timestamp.write(self, to: buffer)
            return Text.bind(UnsafeBufferPointer(buffer), to: statement, at: index, lifetime: copied)
        }
    }

    /// A text that is no time, which only a stranger's hand can have written, reads as the distant past.
    init(column: Int32, of statement: OpaquePointer) {
        let count = Int(sqlite3_column_bytes(statement, column))
        let bytes = UnsafeBufferPointer(start: sqlite3_column_text(statement, column), count: count)
        self = Timestamp.read(bytes) ?? .distantPast
    }
}

extension Optional: SQLValue where Wrapped: SQLValue {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .some(let value): value.bind(to: statement, at: index)
        case .none: sqlite3_bind_null(statement, index)
        }
    }

    init(column: Int32, of statement: OpaquePointer) {
        self =
            sqlite3_column_type(statement, column) == SQLITE_NULL
            ? .none : .some(Wrapped(column: column, of: statement))
    }
}

/// Binds UTF-8 that is already there as bytes, without the detour over a `String`.
enum Text {
    static func bind(
        _ bytes: UnsafeBufferPointer<UInt8>, to statement: OpaquePointer, at index: Int32,
        lifetime: sqlite3_destructor_type?
    ) -> Int32 {
        guard let start = bytes.baseAddress, !bytes.isEmpty else {
            return sqlite3_bind_text64(statement, index, "", 0, copied, UInt8(SQLITE_UTF8))
        }
        return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
            sqlite3_bind_text64(statement, index, $0, UInt64(bytes.count), lifetime, UInt8(SQLITE_UTF8))
        }
    }
}
