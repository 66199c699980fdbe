import TOMLKit

/// A value as it stands in the file or in the environment, before anybody knows what it means.
enum RawValue: Equatable, Sendable {
    case text(String)
    case integer(Int)
    case list([RawValue])
    /// Something that no setting takes; the words name it.
    case other(String)

    init(_ value: any TOMLValueConvertible) {
        self =
            switch value.type {
            case .string: .text(value.string ?? "")
            case .int: .integer(value.int ?? 0)
            case .array: .list(value.array.map { $0.map { RawValue($0) } } ?? [])
            case .bool: .other("the boolean \(value.bool ?? false)")
            case .double: .other("the decimal number \(value.double ?? 0)")
            case .table: .other("a table")
            case .date, .time, .dateTime: .other("a date or time without quotes")
            }
    }

    /// The three kinds of value that settings have.
    enum Shape: Sendable { case text, integer, list }

    /// "it is …" of a finding.
    var words: String {
        switch self {
        case .text(let text): "the text \"\(text)\""
        case .integer(let number): "the number \(number)"
        case .list: "a list"
        case .other(let words): words
        }
    }

    /// As TOML writes it.
    var toml: String {
        switch self {
        case .text(let text):
            "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
        case .integer(let number): "\(number)"
        case .list(let values): "[\(values.map(\.toml).joined(separator: ", "))]"
        case .other(let words): words
        }
    }
}

extension RawValue: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text), .other(let text): try container.encode(text)
        case .integer(let number): try container.encode(number)
        case .list(let values): try container.encode(values)
        }
    }
}
