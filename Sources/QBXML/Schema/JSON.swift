/// A JSON value whose members keep the order in which they were written, for documents that people read.
///
///     ["type": "string", "maxLength": 31]
package enum JSON: Equatable, Sendable {
    case null
    case flag(Bool)
    /// As it is written: `12`, `0.001`.
    case number(String)
    case text(String)
    case list([JSON])
    case object([Member])

    package struct Member: Equatable, Sendable {
        package var key: String
        package var value: JSON

        package init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    package static func texts(_ texts: some Sequence<String>) -> JSON { .list(texts.map { .text($0) }) }

    /// The member of an object; nil for what is none or lacks it. Setting one that is new adds it at the end,
    /// setting nil leaves everything as it is.
    package subscript(key: String) -> JSON? {
        get {
            guard case .object(let members) = self else { return nil }
            return members.first { $0.key == key }?.value
        }
        set {
            guard case .object(var members) = self, let newValue else { return }
            if let index = members.firstIndex(where: { $0.key == key }) {
                members[index].value = newValue
            } else {
                members.append(Member(key, newValue))
            }
            self = .object(members)
        }
    }

    package var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    package var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    /// UTF-8 without white space.
    package var bytes: [UInt8] {
        var buffer = JSONBuffer(capacity: 16 << 10)
        defer { buffer.release() }
        buffer.put(self)
        return buffer.array()
    }
}

extension JSONBuffer {
    fileprivate mutating func put(_ value: JSON) {
        switch value {
        case .null: put(raw: "null")
        case .flag(let flag): put(raw: flag ? "true" : "false")
        case .number(let digits): put(raw: digits)
        case .text(let text): put(quoted: text)
        case .list(let values):
            put(raw: "[")
            for (index, value) in values.enumerated() {
                if index > 0 { put(raw: ",") }
                put(value)
            }
            put(raw: "]")
        case .object(let members):
            put(raw: "{")
            for (index, member) in members.enumerated() {
                if index > 0 { put(raw: ",") }
                put(quoted: member.key)
                put(raw: ":")
                put(member.value)
            }
            put(raw: "}")
        }
    }

    private mutating func put(quoted text: String) {
        var text = text
        put(raw: "\"")
        text.withUTF8 { putEscaped($0) }
        put(raw: "\"")
    }

    private mutating func put(raw text: String) {
        var text = text
        text.withUTF8 { bytes in
            reserve(bytes.count)
            if let start = bytes.baseAddress { put(start, bytes.count) }
        }
    }
}

extension JSON: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .text(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
    package init(integerLiteral value: Int) { self = .number(String(value)) }
    package init(arrayLiteral elements: JSON...) { self = .list(elements) }
    package init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}
