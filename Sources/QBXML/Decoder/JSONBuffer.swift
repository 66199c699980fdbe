/// A growing run of JSON bytes for the hot path of decoding.
///
/// Raw memory instead of `[UInt8]`: an answer of 9 MB makes some two million small appends, and an array
/// would check uniqueness and capacity at each. Whoever owns the value calls `release` once.
struct JSONBuffer {
    private(set) var start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private(set) var capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        start = .allocate(capacity: capacity)
    }

    func release() { start.deallocate() }

    /// After this, `room` bytes may be appended unchecked.
    @inline(__always)
    mutating func reserve(_ room: Int) {
        if count + room > capacity { grow(room) }
    }

    @inline(never)
    private mutating func grow(_ room: Int) {
        capacity = max(capacity * 2, count + room)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }

    /// Room must have been reserved.
    @inline(__always)
    mutating func put(_ byte: UInt8) {
        start[count] = byte
        count += 1
    }

    /// Room must have been reserved.
    @inline(__always)
    mutating func put(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        (start + count).update(from: bytes, count: length)
        count += length
    }

    @inline(__always)
    mutating func truncate(to length: Int) { count = length }

    /// What stands from there on; valid until the next change.
    @inline(__always)
    func text(from first: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: start + first, count: count - first)
    }

    func array() -> [UInt8] { Array(text(from: 0)) }

    func array(from first: Int) -> [UInt8] { Array(text(from: first)) }

    /// Appends text as the inside of a JSON string. UTF-8 passes as it is; `"`, `\` and the 32 control
    /// characters are escaped.
    mutating func putEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        guard let source = text.baseAddress else { return }
        // The longest escape, \u001f, has six bytes.
        reserve(text.count * 6)
        var index = 0
        // Eight bytes at a time, as long as none of them needs an escape: that is nearly all text.
        while index + 8 <= text.count {
            let word = UnsafeRawPointer(source + index).loadUnaligned(as: UInt64.self)
            if Self.needsEscape(word) {
                for offset in 0..<8 { putEscaped(source[index + offset]) }
            } else {
                UnsafeMutableRawPointer(start + count).storeBytes(of: word, as: UInt64.self)
                count += 8
            }
            index += 8
        }
        while index < text.count {
            putEscaped(source[index])
            index += 1
        }
    }

    /// Whether one of the eight bytes is below 0x20, `"` or `\`: the classic test for a zero byte, on each.
    @inline(__always)
    private static func needsEscape(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = word ^ (ones &* UInt64(Byte.quote))
        let backslash = word ^ (ones &* UInt64(Byte.backslash))
        let hit =
            ((word &- ones &* UInt64(Byte.space)) & ~word) | ((quote &- ones) & ~quote)
            | ((backslash &- ones) & ~backslash)
        return hit & (ones &* 0x80) != 0
    }

    @inline(__always)
    private mutating func putEscaped(_ byte: UInt8) {
        if byte >= Byte.space && byte != Byte.quote && byte != Byte.backslash {
            put(byte)
        } else {
            putEscape(byte)
        }
    }

    @inline(never)
    private mutating func putEscape(_ byte: UInt8) {
        put(Byte.backslash)
        switch byte {
        case Byte.quote, Byte.backslash: put(byte)
        case UInt8(ascii: "\n"): put(UInt8(ascii: "n"))
        case UInt8(ascii: "\r"): put(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): put(UInt8(ascii: "t"))
        default:
            put(UInt8(ascii: "u"))
            put(UInt8(ascii: "0"))
            put(UInt8(ascii: "0"))
            put(Self.hexadecimal[Int(byte >> 4)])
            put(Self.hexadecimal[Int(byte & 15)])
        }
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}
