import API
import FoundationEssentials
import Hummingbird
import NIOCore

extension Request {
    /// The body as one of the API's words; everything unknown in it is refused at once, with the nearest
    /// known name.
    func body<Word: Body>(as type: Word.Type, upTo limit: Int = 1 << 20) async throws -> Word {
        let buffer = try await collectedBody(upTo: limit)
        let data = buffer.readableBytes == 0 ? Data("{}".utf8) : Data(buffer.readableBytesView)
        do {
            let keys = try JSONDecoder().decode(KeyTree.self, from: data)
            let unknown = keys.unknown(in: type, at: "")
            guard unknown.isEmpty else { throw OrderRefusal.findings(unknown) }
            return try Wire.decode(type, from: data)
        } catch let error as DecodingError {
            throw OrderRefusal.malformedBody(Self.sentence(error))
        }
    }

    func collectedBody(upTo limit: Int) async throws -> ByteBuffer {
        do { return try await body.collect(upTo: limit) } catch is NIOTooManyBytesError {
            throw OrderRefusal.tooLarge("The body has more than \(limit) bytes, which is all that is read.")
        }
    }

    private static func sentence(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "The body lacks \"\(key.stringValue)\"."
        case .typeMismatch(let type, let context):
            context.codingPath.isEmpty
                ? "The body must be a JSON object." : "\"\(path(context))\" must be \(form(of: type))."
        case .valueNotFound(let type, let context): "\"\(path(context))\" must be \(form(of: type))."
        case .dataCorrupted(let context):
            context.codingPath.isEmpty
                ? "The body is not JSON of the expected form: \(context.debugDescription)"
                : "\"\(path(context))\": \(context.debugDescription)"
        @unknown default: "The body cannot be read."
        }
    }

    private static func form(of type: any Any.Type) -> String {
        switch type {
        case is String.Type: "a text"
        case is Bool.Type: "true or false"
        case is any FixedWidthInteger.Type: "a whole number"
        case is any Numeric.Type: "a number"
        case is any Collection.Type where !(type is any ExpressibleByDictionaryLiteral.Type): "a list"
        default: "a JSON object"
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        context.codingPath.map(\.stringValue).joined(separator: ".")
    }
}

/// The names of a JSON object, without its values.
private struct KeyTree: Decodable {
    var children: [String: KeyTree]
    /// Of a list.
    var elements: [KeyTree] = []

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        children = [:]
        guard let container = try? decoder.container(keyedBy: Key.self) else {
            if var list = try? decoder.unkeyedContainer(), !decoder.codingPath.isEmpty {
                while !list.isAtEnd { elements.append(try list.decode(KeyTree.self)) }
                return
            }
            if decoder.codingPath.isEmpty {
                throw DecodingError.typeMismatch(
                    [String: String].self, .init(codingPath: [], debugDescription: "not an object"))
            }
            return
        }
        for key in container.allKeys {
            children[key.stringValue] = try container.decode(KeyTree.self, forKey: key)
        }
    }

    func unknown(in type: any Body.Type, at path: String) -> [Problem.Finding] {
        children.keys.sorted().flatMap { key -> [Problem.Finding] in
            guard type.fields.contains(key) else {
                let hint = OrderRefusal.hint(key, among: type.fields)
                return [Problem.Finding(field: path + key, problem: "There is no such field.\(hint)")]
            }
            guard let inner = type.bodies[key], let child = children[key] else { return [] }
            let listed = child.elements.enumerated().flatMap { number, element in
                element.unknown(in: inner, at: "\(path)\(key).\(number).")
            }
            return child.unknown(in: inner, at: "\(path)\(key).") + listed
        }
    }
}
