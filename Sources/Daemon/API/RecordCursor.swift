import FoundationEssentials
import QBXML
import Store
import Sync

/// Where the next page begins, in a form that a reader hands back without looking into it.
///
/// It belongs to its query: with other filters or another order it would lead to a wrong place, so that is
/// refused.
enum RecordCursor {
    enum Refusal: Error {
        case unreadable
        case anotherQuery
    }

    private static let version = "1"

    static func text(_ place: RecordPlace, of query: RecordQuery) -> String {
        let parts: JSON = [
            .text(version), .text(mark(of: query)), place.key.map { .text($0) } ?? .null, .text(place.id),
            .text(place.kind),
        ]
        return Data(parts.bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static func place(_ text: String, of query: RecordQuery) throws(Refusal) -> RecordPlace {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        let padded = plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: padded),
            let parts = try? JSONDecoder().decode([String?].self, from: data), parts.count == 5,
            parts[0] == version, let id = parts[3], let kind = parts[4]
        else { throw .unreadable }
        guard parts[1] == mark(of: query), query.kinds.contains(kind) else { throw .anotherQuery }
        return RecordPlace(key: parts[2], id: id, kind: kind)
    }

    /// Of all that decides which records come and in which order; the length of a page does not.
    private static func mark(of query: RecordQuery) -> String {
        var query = query
        query.limit = 0
        query.after = nil
        return String(UInt64(bitPattern: Digest.of(Array("\(query)".utf8))), radix: 36)
    }
}
