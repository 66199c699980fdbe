/// Writes a transliteration, one character as a person sees it after the other.
struct Pen {
    private(set) var written = ""
    private(set) var replaced = 0
    private(set) var foreign: [Foreign] = []

    private var rest: Substring
    /// The character that was read before, as it was given.
    private var previous: Character?
    /// Of the first character of `rest`, counted in Unicode scalars from 1.
    private var position = 1
    private let limit: Int
    private let table = TransliterationTable.standard

    init(_ text: String, limit: Int) {
        rest = text[...]
        self.limit = limit
    }

    /// Takes the next character. False at the end of the text.
    mutating func write() -> Bool {
        guard let character = rest.popFirst() else { return false }
        if character.utf8.count == 1, let ascii = character.unicodeScalars.first, Repertoire.holds(ascii) {
            written.unicodeScalars.append(ascii)
            advance(over: [character])
        } else if !writeSuperscripts(character), !writePair(character) {
            writeSingle(character)
        }
        return true
    }

    private mutating func advance(over characters: [Character]) {
        for character in characters { position += character.unicodeScalars.count }
        previous = characters.last
    }

    private mutating func put(_ reading: String, for count: Int = 1) {
        written += reading
        replaced += count
    }

    /// m² can stay, but 10⁶ must not become 106: it is 10^6. A run of both kinds is written in one way,
    /// 10²⁴ as 10^24.
    private mutating func writeSuperscripts(_ character: Character) -> Bool {
        guard table.superscript(character) != nil else { return false }
        let run = [character] + rest.prefix { table.superscript($0) != nil }
        rest = rest.dropFirst(run.count - 1)
        if run.allSatisfy({ $0.unicodeScalars.allSatisfy(Repertoire.holds) }) {
            written += String(run)
        } else {
            put("^" + run.compactMap { table.superscript($0) }.joined(), for: run.count)
        }
        advance(over: run)
        return true
    }

    /// The Greek pairs: ου is ou and not oy.
    private mutating func writePair(_ first: Character) -> Bool {
        guard first.isGreek, let second = rest.first, var reading = table.pair(first, second) else {
            return false
        }
        rest.removeFirst()
        let next = rest.first.flatMap { $0.isLetter ? $0 : nil }
        if reading.last == "v", next.map(\.isVoiceless) ?? true {
            reading = reading.dropLast() + "f"
        } else if reading == "b", next != nil, previous?.isLetter ?? false {
            reading = "mp"
        }
        if first.isCapital, second.isCapital {
            reading = reading.uppercased()
        } else if first.isCapital {
            reading = reading.prefix(1).uppercased() + reading.dropFirst()
        }
        put(reading, for: 2)
        advance(over: [first, second])
        return true
    }

    private mutating func writeSingle(_ character: Character) {
        if let fraction = table.fraction(character) {
            // 2⅓ must not become 21/3.
            put((previous?.isNumber ?? false ? " " : "") + fraction)
        } else if isMicro(character) {
            put("µ")
        } else {
            writeLetter(character)
        }
        advance(over: [character])
    }

    /// A Greek μ among no Greek letters is the micro sign, which has a character of its own in Windows-1252:
    /// 5 μm must not become 5 mm.
    private func isMicro(_ character: Character) -> Bool {
        character.unicodeScalars.elementsEqual(CollectionOfOne("\u{3BC}"))
            && !(previous?.isGreek ?? false) && !(rest.first?.isGreek ?? false)
    }

    /// Writes the longest beginning of the character that has a reading, if the rest of it may vanish.
    private mutating func writeLetter(_ character: Character) {
        let scalars = character.unicodeScalars
        let longest = min(scalars.count, TransliterationTable.longestKey)
        for length in stride(from: longest, through: 1, by: -1) {
            guard let reading = reading(of: scalars.prefix(length)) else { continue }
            let others = scalars.dropFirst(length)
            if let obstacle = others.firstIndex(where: { !vanishes($0, afterLetter: character.isLetter) }) {
                return leave(character, from: obstacle)
            }
            // Equal to Swift is canonically equivalent: at most composed. What is longer than a key is not
            // compared, for the same reason that it is not looked up.
            if length == scalars.count, reading == String(character) {
                written += reading
            } else {
                put(cased(reading, like: character))
            }
            return
        }
        leave(character, from: scalars.startIndex)
    }

    private func reading(of scalars: Character.UnicodeScalarView.SubSequence) -> String? {
        let text = String(String.UnicodeScalarView(scalars))
        if let reading = table.readings[text] { return reading }
        return scalars.allSatisfy(Repertoire.holds) ? text : Repertoire.compositions[text].map { String($0) }
    }

    private func vanishes(_ scalar: Unicode.Scalar, afterLetter: Bool) -> Bool {
        let text = String(scalar)
        return table.readings[text] == "" || afterLetter && table.marks.contains(text)
    }

    /// A capital of several letters is written in capitals among capitals: Щука is Shchuka, ЩУКА is SHCHUKA.
    /// The letter after it decides, at the end of a word the one before it.
    private func cased(_ reading: String, like character: Character) -> String {
        guard reading.count > 1, character.isCapital else { return reading }
        let neighbour = [rest.first, previous].lazy.compactMap { $0 }.first(where: \.isLetter)
        return neighbour?.isCapital ?? false ? reading.uppercased() : reading
    }

    /// Leaves the character as it was and reports the first foreign one in it at `index` or after.
    private mutating func leave(_ character: Character, from index: String.UnicodeScalarView.Index) {
        written.append(character)
        guard foreign.count < limit else { return }
        let scalars = character.unicodeScalars
        for index in scalars.indices[index...] {
            guard let reason = Repertoire.objection(to: scalars[index]) else { continue }
            let place = position + scalars.distance(from: scalars.startIndex, to: index)
            foreign.append(Foreign(scalars[index], at: place, because: reason))
            return
        }
    }
}

/// The first scalar decides: comparing whole characters would sort their marks.
extension Character {
    fileprivate var isCapital: Bool { unicodeScalars.first?.properties.isUppercase ?? false }

    /// Of the Greek letters before which αυ is af.
    fileprivate var isVoiceless: Bool {
        unicodeScalars.first.map { "ΘθΚκΞξΠπΣσςΤτΦφΧχΨψ".unicodeScalars.contains($0) } ?? false
    }

    fileprivate var isGreek: Bool {
        guard let value = unicodeScalars.first?.value else { return false }
        return (0x370...0x3FF).contains(value) || (0x1F00...0x1FFF).contains(value)
    }
}
