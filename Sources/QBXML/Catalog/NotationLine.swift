/// A line of the catalog's notation, taken word by word.
struct NotationLine {
    typealias Word = UnsafeBufferPointer<UInt8>

    private var rest: Slice<Word>
    let isIndented: Bool

    init(_ line: Word) {
        rest = line[...]
        isIndented = line.first == UInt8(ascii: " ")
    }

    mutating func next() -> Word? {
        rest = rest.drop { $0 == UInt8(ascii: " ") }
        guard !rest.isEmpty else { return nil }
        let word = rest.prefix { $0 != UInt8(ascii: " ") }
        rest = rest[word.endIndex...]
        return Word(rebasing: word)
    }

    func peek() -> Word? {
        var copy = self
        return copy.next()
    }

    /// `text31`, `text(CA3,UK3,AU6)`, `flag`; nil if the word is a mark or a brace.
    static func type(_ word: Word) -> (ValueType, LengthLimit)? {
        let letters = word.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        guard !letters.isEmpty, let type = ValueType(rawValue: String(decoding: letters, as: UTF8.self))
        else { return nil }
        let rest = word[letters.endIndex...]
        guard let first = rest.first else { return (type, .none) }
        var limit = LengthLimit.none
        if first == UInt8(ascii: "(") {
            for part in String(decoding: rest.dropFirst().dropLast(), as: UTF8.self).split(separator: ",") {
                let number = UInt16(part.dropFirst(2)) ?? 0
                switch Edition(rawValue: String(part.prefix(2))) {
                case .unitedStates: limit.unitedStates = number
                case .canada: limit.canada = number
                case .unitedKingdom: limit.unitedKingdom = number
                case .australia: limit.australia = number
                case nil: return nil
                }
            }
        } else {
            guard let number = UInt16(String(decoding: rest, as: UTF8.self)) else { return nil }
            limit = LengthLimit(
                unitedStates: number, canada: number, unitedKingdom: number, australia: number)
        }
        return (type, limit)
    }
}

/// The marks at the end of a line: `@defMacro macro min1 max12 v6.0 not:AU`.
struct NotationMarks {
    var attributes: [(name: NotationLine.Word, isRequired: Bool)] = []
    var isMacro = false
    var isSubscription = false
    var least: String?
    var greatest: String?
    var since: Release?
    var editions = Editions.all

    init(_ line: NotationLine) {
        var line = line
        while let word = line.next() { take(word) }
    }

    private mutating func take(_ word: NotationLine.Word) {
        let first = word[0]
        if first == UInt8(ascii: "v") {
            since = Version(String(decoding: word.dropFirst(), as: UTF8.self)).map(Release.init)
            return
        }
        if first == UInt8(ascii: "@") {
            let isRequired = word.last == UInt8(ascii: "!")
            let name = word.dropFirst().dropLast(isRequired ? 1 : 0)
            attributes.append((NotationLine.Word(rebasing: name), isRequired))
            return
        }
        let text = String(decoding: word, as: UTF8.self)
        switch text {
        case "{": break
        case "macro": isMacro = true
        case "subscription": isSubscription = true
        case "online": editions = []
        case _ where text.hasPrefix("not:"):
            for edition in text.dropFirst(4).split(separator: ",") {
                if let edition = Edition(rawValue: String(edition)) { editions.remove(Editions(edition)) }
            }
        case _ where text.hasPrefix("min"): least = String(text.dropFirst(3))
        case _ where text.hasPrefix("max"): greatest = String(text.dropFirst(3))
        default: preconditionFailure("The catalog's notation has no mark \(text).")
        }
    }

    func hasAttribute(_ name: StaticString) -> Bool {
        attributes.contains { attribute in
            name.withUTF8Buffer { $0.elementsEqual(attribute.name) }
        }
    }
}
