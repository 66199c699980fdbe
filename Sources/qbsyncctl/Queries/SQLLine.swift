import API
import FoundationEssentials

/// A line of the answer to a query.
enum SQLLine {
    case columns([String])
    case row([SQLCell])
    case end(SQLEnd)

    private struct Heading: Decodable { var columns: [String] }

    init(_ bytes: ArraySlice<UInt8>) throws {
        if bytes.first == UInt8(ascii: "[") {
            self = .row(SQLCell.cells(of: bytes))
        } else if let heading = try? Wire.decode(Heading.self, from: Data(bytes)) {
            self = .columns(heading.columns)
        } else {
            self = .end(try Wire.decode(SQLEnd.self, from: Data(bytes)))
        }
    }
}

/// One value, as the JSON that came: a number keeps all its digits.
struct SQLCell: Equatable, Sendable {
    let json: String

    static let null = SQLCell(json: "null")

    var isNull: Bool { json == "null" }
    var isText: Bool { json.hasPrefix("\"") }

    /// As a person reads it; nil for NULL.
    var text: String? {
        if isNull { return nil }
        guard isText else { return json }
        return (try? JSONDecoder().decode(String.self, from: Data(json.utf8))) ?? json
    }

    /// The values of an array without arrays or objects in it.
    static func cells(of line: ArraySlice<UInt8>) -> [SQLCell] {
        var cells: [SQLCell] = []
        var (start, isInText, isEscaped) = (line.startIndex + 1, false, false)
        for index in line.indices.dropFirst() {
            let byte = line[index]
            if isInText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInText = false
                }
            } else if byte == UInt8(ascii: "\"") {
                isInText = true
            } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") {
                if index > start {
                    cells.append(SQLCell(json: String(decoding: line[start..<index], as: UTF8.self)))
                }
                start = index + 1
            }
        }
        return cells
    }
}

/// Cuts what comes in pieces into lines.
struct LineSplitter {
    private var rest: [UInt8] = []

    mutating func take(_ bytes: some Sequence<UInt8>, _ body: (ArraySlice<UInt8>) throws -> Void) rethrows {
        rest.append(contentsOf: bytes)
        var start = rest.startIndex
        while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
            try body(rest[start..<end])
            start = end + 1
        }
        rest.removeFirst(start)
    }
}
