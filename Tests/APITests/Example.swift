import API
import FoundationEssentials
import Testing

/// Checks that a word and its documented JSON are two forms of one thing, in both directions.
///
/// The JSON is what goes over the wire and into the documentation: a renamed property fails here, not in a
/// customer's script.
func expectExample<Word: Codable & Equatable>(
    _ word: Word, is json: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    #expect(try Wire.decode(Word.self, from: Data(json.utf8)) == word, sourceLocation: sourceLocation)
    #expect(try AnyJSON(Wire.encode(word)) == AnyJSON(Data(json.utf8)), sourceLocation: sourceLocation)
}

/// JSON as such, to compare two documents without regard to blanks and order of keys.
enum AnyJSON: Decodable, Equatable {
    case object([String: AnyJSON])
    case array([AnyJSON])
    case text(String)
    case integer(Int64)
    case boolean(Bool)
    case null

    init(_ data: Data) throws { self = try JSONDecoder().decode(AnyJSON.self, from: data) }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([AnyJSON].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: AnyJSON].self))
        }
    }

    /// The names of an object's members; empty for everything else.
    var keys: Set<String> {
        guard case .object(let members) = self else { return [] }
        return Set(members.keys)
    }
}

/// 21 November 2026, 14:05:00 UTC, and seconds after it.
func moment(_ seconds: Int = 0) -> Date { Date(timeIntervalSince1970: Double(1_795_269_900 + seconds)) }
