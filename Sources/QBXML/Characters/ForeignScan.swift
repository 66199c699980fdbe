/// Goes through UTF-8 text and stops at each character that no company file can hold.
struct ForeignScan: IteratorProtocol {
    private let text: UnsafeBufferPointer<UInt8>
    private var index = 0
    /// Of the character at `index`, from 1.
    private var position = 1

    /// The text must outlive the scan.
    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    mutating func next() -> Foreign? {
        while index < text.count {
            skipPlainBytes()
            guard index < text.count else { break }
            let (scalar, length) = character()
            let place = position
            index += length
            position += 1
            guard let scalar else { return Foreign(nil, at: place, because: .notAllowedInXML) }
            if let reason = Repertoire.objection(to: scalar) {
                return Foreign(scalar, at: place, because: reason)
            }
        }
        return nil
    }

    /// Nearly all text is visible ASCII, so eight bytes are looked at together.
    private mutating func skipPlainBytes() {
        let bytes = UnsafeRawBufferPointer(text)
        let highBits: UInt64 = 0x8080_8080_8080_8080
        while index + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // No sum carries over into the next byte unless a high bit was there already, which ends the run
            // anyway. With 0x01 added only DEL, 0x7F, reaches the high bit; with 0x60 all from the blank on.
            let beyond = (word | (word &+ 0x0101_0101_0101_0101)) & highBits
            let visible = (word &+ 0x6060_6060_6060_6060) & highBits
            guard beyond == 0, visible == highBits else { return }
            index += 8
            position += 8
        }
    }

    /// What begins at `index` and how many bytes it has. Without a scalar these are the longest beginning of
    /// a character that does not go on as one, or a single byte that begins none: what Unicode recommends to
    /// replace by one U+FFFD, and Swift's own decoder does.
    private func character() -> (scalar: Unicode.Scalar?, length: Int) {
        let lead = text[index]
        let (continuations, second): (Int, ClosedRange<UInt8>)
        switch lead {
        case 0x00...0x7F: return (Unicode.Scalar(lead), 1)
        case 0xC2...0xDF: (continuations, second) = (1, 0x80...0xBF)
        // Narrower where a longer form than needed, a surrogate or a number above U+10FFFF would come out.
        case 0xE0: (continuations, second) = (2, 0xA0...0xBF)
        case 0xED: (continuations, second) = (2, 0x80...0x9F)
        case 0xE1...0xEF: (continuations, second) = (2, 0x80...0xBF)
        case 0xF0: (continuations, second) = (3, 0x90...0xBF)
        case 0xF1...0xF3: (continuations, second) = (3, 0x80...0xBF)
        case 0xF4: (continuations, second) = (3, 0x80...0x8F)
        default: return (nil, 1)
        }
        // 110xxxxx, 1110xxxx or 11110xxx.
        var value = UInt32(lead) & (0x3F >> UInt32(continuations))
        for place in 1...continuations {
            guard index + place < text.count else { return (nil, place) }
            let byte = text[index + place]
            guard (place == 1 ? second : 0x80...0xBF).contains(byte) else { return (nil, place) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return (Unicode.Scalar(value), continuations + 1)
    }
}
