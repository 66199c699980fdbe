import FoundationEssentials
import QBXML

/// The fields of a record or of what a request sends, to be compared with each other.
enum Fields: Equatable, Decodable {
    case text(String)
    case list([Fields])
    case object([String: Fields])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([Fields].self) {
            self = .list(list)
        } else if let object = try? value.decode([String: Fields].self) {
            self = .object(object)
        } else if let flag = try? value.decode(Bool.self) {
            self = .text(flag ? "true" : "false")
        } else if let number = try? value.decode(Decimal.self) {
            self = .text("\(number)")
        } else {
            self = .text("")
        }
    }

    /// Of a record as the mirror has it; nil for what is no JSON.
    init?(json: [UInt8]) {
        guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(json)) else { return nil }
        self = fields
    }

    /// Of the element within a request: what stands in `<InvoiceMod>`.
    init?(request: [UInt8], title: String) {
        guard let draft = try? Draft(reading: request), let root = draft.root() else { return nil }
        self.init(root[title] ?? root)
    }

    private init(_ element: Draft.Element) {
        let children = element.elements
        guard !children.isEmpty else {
            self = .text(element.text)
            return
        }
        var object: [String: Fields] = [:]
        for child in children {
            let value = Fields(child)
            switch object[child.name] {
            case nil: object[child.name] = value
            case .list(let others)?: object[child.name] = .list(others + [value])
            case let other?: object[child.name] = .list([other, value])
            }
        }
        self = .object(object)
    }

    subscript(name: String) -> Fields? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var members: [String: Fields] {
        if case .object(let members) = self { members } else { [:] }
    }

    /// Whether a record says what was sent. What is empty does not come back, and lines come back under
    /// another name: of those nothing can be said, so they are not there.
    static func says(_ own: Fields?, _ sent: Fields) -> Bool {
        guard let own else { return sent.text?.isEmpty ?? false }
        return own.agrees(with: sent)
    }

    /// Texts are equal as QuickBooks compares them, and of a reference either half counts.
    func agrees(with sent: Fields) -> Bool {
        switch (self, sent) {
        case (.text(let one), .text(let other)):
            return Self.same(one, other)
        case (.object, .object(let members)):
            if let name = ["ListID", "FullName"].first(where: { members[$0] != nil }) {
                return Self.says(self[name], members[name] ?? sent)
            }
            return members.allSatisfy { Self.says(self[$0], $1) }
        case (.list(let own), .list(let values)):
            return own.count == values.count && zip(own, values).allSatisfy { $0.agrees(with: $1) }
        case (.list(let own), _):
            return own.count == 1 && own[0].agrees(with: sent)
        default:
            return false
        }
    }

    static func same(_ one: String, _ other: String) -> Bool {
        let (one, other) = (one.lowercased(), other.lowercased())
        if one == other { return true }
        guard let one = number(one), let other = number(other) else { return false }
        return one == other
    }

    /// `Decimal` reads "12 Elm Street" and "12-34" as 12, so the text must be nothing but a number.
    private static func number(_ text: String) -> Decimal? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        let isNumber =
            (1...2).contains(parts.count)
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
        return isNumber ? Decimal(string: text) : nil
    }
}
