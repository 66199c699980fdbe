import GRDBSQLite

/// How a row of a statement is written down.
package enum SQLRowFormat: Sendable {
    /// A JSON array in a line of its own. Texts stay texts, so decimals are exact; a blob is text in
    /// hexadecimal.
    case json
    /// RFC 4180: quotes where they are needed, CR LF at the end. NULL is an empty field, an empty text is
    /// `""`.
    case csv
    /// The first column as it is, in a line of its own.
    case text

    func write(_ statement: OpaquePointer, to bytes: inout [UInt8]) {
        switch self {
        case .json: writeJSON(statement, to: &bytes)
        case .csv: writeCSV(statement, to: &bytes)
        case .text:
            Self.withText(of: statement, 0) { bytes.append(contentsOf: $0) }
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    /// The names of the columns, in the same manner.
    package func heading(_ names: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, name) in names.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            var name = name
            name.withUTF8 { text in
                if case .csv = self { Self.quote(text, to: &bytes) } else { Self.escape(text, to: &bytes) }
            }
        }
        return bytes
    }

    // MARK: JSON

    private func writeJSON(_ statement: OpaquePointer, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        for column in 0..<sqlite3_column_count(statement) {
            if column > 0 { bytes.append(UInt8(ascii: ",")) }
            switch sqlite3_column_type(statement, column) {
            case SQLITE_NULL: bytes.append(contentsOf: "null".utf8)
            case SQLITE_INTEGER: bytes.append(contentsOf: "\(sqlite3_column_int64(statement, column))".utf8)
            case SQLITE_FLOAT:
                let value = sqlite3_column_double(statement, column)
                bytes.append(contentsOf: (value.isFinite ? "\(value)" : "null").utf8)
            case SQLITE_BLOB:
                bytes.append(contentsOf: "\"\(Self.hex(statement, column))\"".utf8)
            default: Self.withText(of: statement, column) { Self.escape($0, to: &bytes) }
            }
        }
        bytes.append(contentsOf: "]\n".utf8)
    }

    private static func escape(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: "\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    // MARK: CSV

    private func writeCSV(_ statement: OpaquePointer, to bytes: inout [UInt8]) {
        for column in 0..<sqlite3_column_count(statement) {
            if column > 0 { bytes.append(UInt8(ascii: ",")) }
            switch sqlite3_column_type(statement, column) {
            case SQLITE_NULL: break
            case SQLITE_FLOAT: bytes.append(contentsOf: "\(sqlite3_column_double(statement, column))".utf8)
            case SQLITE_BLOB: bytes.append(contentsOf: Self.hex(statement, column).utf8)
            default: Self.withText(of: statement, column) { Self.quote($0, to: &bytes) }
            }
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    private static func quote(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        let isPlain =
            !text.isEmpty
            && text.allSatisfy { byte in
                byte != UInt8(ascii: "\"") && byte != UInt8(ascii: ",") && byte != 0x0A && byte != 0x0D
            }
        // A blank at either end gets lost in many readers unless it is quoted.
        if isPlain, text.first != 0x20, text.last != 0x20 { return bytes.append(contentsOf: text) }
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    // MARK: Columns

    private static func withText(
        of statement: OpaquePointer, _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        guard let start = sqlite3_column_text(statement, column) else { return }
        body(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }

    private static func hex(_ statement: OpaquePointer, _ column: Int32) -> String {
        [UInt8](column: column, of: statement).reduce(into: "") { text, byte in
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
}
