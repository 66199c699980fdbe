import FoundationEssentials

/// Which JSON a word of this room is, found by watching it being decoded: so a description of the API cannot
/// differ from the API.
package indirect enum WordShape: Equatable, Sendable {
    case text, time, flag, integer
    /// An object in the words of qbXML.
    case record
    case list(WordShape)
    case word(Word)

    /// An object.
    package struct Word: Equatable, Sendable {
        /// The type's name within this room: `ConnectorStatus`, `Problem.Finding`.
        package var name: String
        /// In the order in which they are decoded.
        package var fields: [Field]
    }

    package struct Field: Equatable, Sendable {
        /// As it stands in JSON.
        package var key: String
        package var shape: WordShape
        package var isRequired: Bool
    }

    /// - Throws: what a type throws that does not decode the emptiest of values.
    package init(of type: any Decodable.Type) throws {
        self = try Self.seen(type).shape
    }

    /// An example of a type, and what it is made of.
    fileprivate static func seen<Value: Decodable>(
        _ type: Value.Type
    ) throws -> (shape: WordShape, value: Value) {
        let plain: [(WordShape, any Decodable)] = [
            (.text, ""), (.flag, false), (.integer, 0), (.integer, Int64(0)),
            (.time, Date(timeIntervalSince1970: 0)), (.record, RecordContent()),
        ]
        for (shape, example) in plain where Swift.type(of: example) == type {
            if let value = example as? Value { return (shape, value) }
        }
        let watch = Watch()
        let value = try Value(from: WatchingDecoder(watch: watch))
        if let element = watch.element { return (.list(element), value) }
        // A dictionary asks which keys there are, and so gets none.
        guard !watch.fields.isEmpty else { throw unknown("an object of any keys") }
        let name = String(reflecting: type).split(separator: ".").dropFirst().joined(separator: ".")
        return (.word(Word(name: name, fields: watch.fields)), value)
    }
}

/// What one value asked its decoder for.
private final class Watch {
    var fields: [WordShape.Field] = []
    /// Keys of which it asked first whether they are there.
    var optional: Set<String> = []
    /// For a list: what it is a list of.
    var element: WordShape?
}

private struct WatchingDecoder: Decoder {
    let watch: Watch
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(WatchedObject(watch: watch))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer { WatchedList(watch: watch) }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { throw unknown("a bare value") }
}

private struct WatchedObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let watch: Watch
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool {
        watch.optional.insert(key.stringValue)
        return true
    }

    func decodeNil(forKey key: Key) -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        let (shape, value) = try WordShape.seen(type)
        watch.fields.append(
            WordShape.Field(
                key: Wire.key(key.stringValue), shape: shape,
                isRequired: !watch.optional.contains(key.stringValue)))
        return value
    }

    func nestedContainer<Inner: CodingKey>(
        keyedBy type: Inner.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Inner> { throw unknown("a nested object") }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        throw unknown("a nested list")
    }

    func superDecoder() throws -> any Decoder { throw unknown("a class") }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw unknown("a class") }
}

/// A list with one element.
private struct WatchedList: UnkeyedDecodingContainer {
    let watch: Watch
    var codingPath: [any CodingKey] { [] }
    var count: Int? { 1 }
    private(set) var currentIndex = 0
    var isAtEnd: Bool { currentIndex == 1 }

    init(watch: Watch) { self.watch = watch }

    func decodeNil() -> Bool { false }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let (shape, value) = try WordShape.seen(type)
        watch.element = shape
        currentIndex = 1
        return value
    }

    func nestedContainer<Inner: CodingKey>(
        keyedBy type: Inner.Type
    ) throws -> KeyedDecodingContainer<Inner> { throw unknown("an object of keys") }

    func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw unknown("a list of lists") }
    func superDecoder() throws -> any Decoder { throw unknown("a class") }
}

/// No word of this room is made so; one that were would need its shape described here.
private func unknown(_ form: String) -> DecodingError {
    .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: "\(form) has no shape of a word"))
}
