/// Reads text between two tags in libxml2's place, where that text is long.
///
/// A document within a document (QuickBooks' answer in a SOAP envelope) is one text of millions of
/// references: `&lt;`, `&gt;`, `&amp;`. libxml2 makes a callback of each, and that is most of the time that
/// such an envelope takes. Text is the simplest part of XML, so it is read here instead, and libxml2 sees all
/// the rest. On one machine an envelope of 12 MB took 58 ms by libxml2 alone and 10 ms so.
///
///     <soap:Envelope …><soap:Body><receiveResponseXML …><response>&lt;?xml … &lt;/QBXML&gt;</response>…
///     |------------------- libxml2 ------------------------------||--------- here --------||- libxml2 -
///
/// It takes only what is certainly well-formed: characters of XML in correct UTF-8, line ends made one, the
/// five references that XML has by itself, and numeric ones. At anything else it stops, and libxml2 judges
/// that. So there is still one place that says what is wrong with a document, and a test holds both ways of
/// reading against each other.
struct TextScanner {
    enum Outcome {
        /// All input was taken.
        case drained
        /// There may be no room for another character.
        case full
        /// The next byte is for libxml2: a tag, or something that is not plain text. `held` comes before it.
        case stopped
    }

    /// The beginning of a character or reference whose end has not arrived.
    private(set) var held: [UInt8] = []
    /// Line feeds taken, which libxml2 does not know of.
    private(set) var lines = 0

    /// The longest character in UTF-8.
    static let room = 4
    /// `&#x10FFFF;` has 10 bytes. A longer reference is legal, with zeros in front, but left to libxml2.
    private static let longestReference = 12

    /// Takes text from `input` at `index` on and puts it into `output` at `count` on, moving both.
    mutating func scan(
        _ input: UnsafeBufferPointer<UInt8>, _ index: inout Int, into output: UnsafeMutablePointer<UInt8>,
        _ count: inout Int, capacity: Int
    ) -> Outcome {
        if !held.isEmpty, let outcome = release(input, &index, output, &count, capacity) { return outcome }
        guard let bytes = input.baseAddress else { return .drained }
        return Self.plain.withUnsafeBufferPointer { plain in
            while index < input.count {
                // Plain bytes are nearly all, and go over as they are.
                var run = min(input.count - index, capacity - count)
                while run > 0, plain[Int(bytes[index])] {
                    output[count] = bytes[index]
                    index += 1
                    count += 1
                    run -= 1
                }
                if index == input.count { return .drained }
                guard capacity - count >= Self.room else { return .full }
                switch Self.unit(bytes + index, input.count - index) {
                case .character(let scalar, let length):
                    if bytes[index + length - 1] == UInt8(ascii: "\n") { lines += 1 }
                    Self.put(scalar, output, &count)
                    index += length
                case .incomplete:
                    held.append(contentsOf: UnsafeBufferPointer(rebasing: input[index...]))
                    index = input.count
                case .foreign:
                    return .stopped
                }
            }
            return .drained
        }
    }

    mutating func surrenderHeld() -> [UInt8] {
        defer { held = [] }
        return held
    }

    /// Ends what was held with the first bytes of `input`. Nil when that is done.
    private mutating func release(
        _ input: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ output: UnsafeMutablePointer<UInt8>,
        _ count: inout Int, _ capacity: Int
    ) -> Outcome? {
        while !held.isEmpty {
            guard capacity - count >= Self.room else { return .full }
            let next = input[index...].prefix(Self.longestReference)
            let joined = held + next
            let unit = joined.withUnsafeBufferPointer { joined in
                joined.baseAddress.map { Self.unit($0, joined.count) } ?? .foreign
            }
            switch unit {
            case .character(let scalar, let length):
                if joined[length - 1] == UInt8(ascii: "\n") { lines += 1 }
                Self.put(scalar, output, &count)
                index += max(0, length - held.count)
                held.removeFirst(min(length, held.count))
            case .incomplete:
                held = joined
                index += next.count
                return .drained
            case .foreign:
                return .stopped
            }
        }
        return nil
    }

    @inline(__always)
    private static func put(_ scalar: UInt32, _ output: UnsafeMutablePointer<UInt8>, _ count: inout Int) {
        if scalar < 0x80 {
            output[count] = UInt8(truncatingIfNeeded: scalar)
            count += 1
            return
        }
        let continuations = scalar < 0x800 ? 1 : scalar < 0x10000 ? 2 : 3
        // 110xxxxx, 1110xxxx or 11110xxx, then 10xxxxxx.
        let lead: UInt32 = (0xF00 >> UInt32(continuations + 1)) & 0xFF
        output[count] = UInt8(truncatingIfNeeded: lead | scalar >> UInt32(6 * continuations))
        for place in 1...continuations {
            let bits = scalar >> UInt32(6 * (continuations - place))
            output[count + place] = UInt8(truncatingIfNeeded: 0x80 | bits & 0x3F)
        }
        count += continuations + 1
    }

    /// Whether a byte stands for itself wherever it is: ASCII from the blank on without `&`, `<` and `]`, and
    /// the tab.
    private static let plain: [Bool] = (0..<256).map { byte in
        byte == 0x09 || (0x20..<0x80).contains(byte) && !"&<]".utf8.contains(UInt8(byte))
    }

    private enum Unit {
        /// A character, and how many bytes stand for it.
        case character(UInt32, length: Int)
        case incomplete
        case foreign
    }

    /// What begins at `bytes` and is not plain.
    @inline(__always)
    private static func unit(_ bytes: UnsafePointer<UInt8>, _ available: Int) -> Unit {
        switch bytes[0] {
        case UInt8(ascii: "&"): return reference(bytes, available)
        case UInt8(ascii: "\n"): return .character(0x0A, length: 1)
        case UInt8(ascii: "\r"):
            // A carriage return with or without a line feed is one line end.
            guard available > 1 else { return .incomplete }
            return .character(0x0A, length: bytes[1] == UInt8(ascii: "\n") ? 2 : 1)
        case UInt8(ascii: "]"):
            // `]]>` is forbidden in text.
            if available > 1, bytes[1] != UInt8(ascii: "]") { return .character(0x5D, length: 1) }
            guard available > 2 else { return .incomplete }
            return bytes[2] == UInt8(ascii: ">") ? .foreign : .character(0x5D, length: 1)
        case 0xC2...0xF4: return sequence(bytes, available)
        default: return .foreign
        }
    }

    @inline(__always)
    private static func reference(_ bytes: UnsafePointer<UInt8>, _ available: Int) -> Unit {
        // The two that an escaped document consists of come first.
        if available > 3, bytes[2] == UInt8(ascii: "t"), bytes[3] == UInt8(ascii: ";") {
            if bytes[1] == UInt8(ascii: "l") { return .character(0x3C, length: 4) }
            if bytes[1] == UInt8(ascii: "g") { return .character(0x3E, length: 4) }
        }
        return otherReference(bytes, available)
    }

    @inline(never)
    private static func otherReference(_ bytes: UnsafePointer<UInt8>, _ available: Int) -> Unit {
        let limit = min(available, longestReference)
        guard let end = (1..<limit).first(where: { bytes[$0] == UInt8(ascii: ";") }) else {
            return available < longestReference ? .incomplete : .foreign
        }
        let name = UnsafeBufferPointer(start: bytes + 1, count: end - 1)
        let scalar: UInt32? =
            if name.first == UInt8(ascii: "#") {
                number(name.dropFirst())
            } else if name.elementsEqual("amp".utf8) {
                0x26
            } else if name.elementsEqual("lt".utf8) {
                0x3C
            } else if name.elementsEqual("gt".utf8) {
                0x3E
            } else if name.elementsEqual("quot".utf8) {
                0x22
            } else if name.elementsEqual("apos".utf8) {
                0x27
            } else {
                nil
            }
        return scalar.map { .character($0, length: end + 1) } ?? .foreign
    }

    /// `233` or `xE9`.
    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
        let isHexadecimal = digits.first == UInt8(ascii: "x")
        let digits = isHexadecimal ? digits.dropFirst() : digits
        guard digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-"),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
        else { return nil }
        return isCharacter(value) ? value : nil
    }

    /// A character above 127 in UTF-8: neither overlong nor a surrogate nor out of range.
    private static func sequence(_ bytes: UnsafePointer<UInt8>, _ available: Int) -> Unit {
        let first = UInt32(bytes[0])
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = first & (0x7F >> UInt32(length))
        for place in 1..<length {
            guard place < available else { return .incomplete }
            guard bytes[place] & 0xC0 == 0x80 else { return .foreign }
            value = value << 6 | UInt32(bytes[place] & 0x3F)
        }
        let lowest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        return value >= lowest && isCharacter(value) ? .character(value, length: length) : .foreign
    }

    /// The production Char of XML 1.0.
    private static func isCharacter(_ value: UInt32) -> Bool {
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
